"""How notices come: SMS or mail, in which language; the default of the next filing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.accounts.operations.notices import choose_notices
from motcua.accounts.queries import notices_wish, own_contact
from motcua.accounts.rules.notices import Wish
from motcua.web.portal.people import person
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def notices(request: Viewed) -> HttpResponse:
    """Show one's own choice, and keep another."""
    by = person(request)
    if by.kind != "citizen":
        return redirect(f"{reverse('portal:sign_in')}?next={reverse('portal:notices')}")
    if request.method == "GET":
        return _page(request, notices_wish(by))
    wish = Wish(request.POST.get("way", ""), request.POST.get("language", ""))
    try:
        choose_notices(wish=wish, by=by, at=request.at)
    except ValueError:
        return _page(request, wish, status=422)
    messages.success(request, _("Đã lưu cách nhận thông báo cho các hồ sơ nộp từ nay."))
    return redirect("portal:mine")


def _page(request: Viewed, wish: Wish, status: int = 200) -> HttpResponse:
    context = {
        "wish": wish,
        "contact": own_contact(person(request)),
        "ways": [("sms", _("Tin nhắn điện thoại")), ("mail", _("Thư điện tử"))],
        "languages": [("vi", "Tiếng Việt"), ("en", "English")],
        "error": _("Vui lòng chọn cách nhận và ngôn ngữ trong các lựa chọn đã cho.") if status == 422 else "",
        "here": "mine",
    }
    return render(request, "portal/mine/notices.html", context, status=status)
