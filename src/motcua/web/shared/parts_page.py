"""Every part in every state, and sample pages made of them, in both languages (`?lang=en`); only in debug."""

from datetime import UTC, date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.web.shared.pages import render

SAMPLES = ("home", "procedure", "filing", "receipt", "desk", "dossier", "sheet")
AT = datetime(2026, 9, 1, 7, 32, tzinfo=UTC)


def parts(request: HttpRequest) -> HttpResponseBase:
    """Show the parts."""
    return _shown(request, "shared/samples/parts.html")


def sample(request: HttpRequest, sample: str) -> HttpResponseBase:
    """Show a sample page."""
    if sample not in SAMPLES:
        raise Http404
    return _shown(request, f"shared/samples/{sample}.html")


def _shown(request: HttpRequest, template: str) -> HttpResponse:
    with translation.override("en" if request.GET.get("lang") == "en" else "vi"):
        return render(request, template, example())


def example() -> dict[str, Any]:
    """Give what the samples show; invented people, real procedures."""
    return {
        "now": AT,
        "day": date(2026, 9, 4),
        "steps": [
            (_("Người làm hồ sơ"), "#"),
            (_("Nội dung"), "#"),
            (_("Giấy tờ"), ""),
            (_("Kiểm tra"), ""),
            (_("Nhận mã hồ sơ"), ""),
        ],
        "problems": [
            ("child.name", _("Xin ghi họ, chữ đệm, tên của trẻ.")),
            ("child.born", _("Ngày sinh phải là một ngày có thật.")),
        ],
        "files": [
            {"name": "giay-chung-sinh-1.jpg", "size": 1_240_000, "href": "#", "remove_url": "#"},
            {
                "name": "don.docx",
                "size": 0,
                "problem": _("Không đọc được loại tệp này. Xin chụp ảnh hoặc chọn tệp PDF."),
                "remove_url": "#",
            },
        ],
        "events": _events(),
        "life_events": _life_events(),
        "buckets": _buckets(),
        "rows": _rows(),
    }


def _events() -> list[dict[str, Any]]:
    return [
        {"at": AT, "what": _("Đã nộp hồ sơ trực tuyến"), "who": "Nguyễn Thị An", "kind": "done"},
        {"at": AT, "what": _("Được tiếp nhận"), "who": "UBND xã Thiên Nhẫn", "kind": "done"},
        {
            "at": AT,
            "what": _("Đang xử lý"),
            "who": "UBND xã Thiên Nhẫn",
            "kind": "ontime",
            "here": True,
            "note": _("Công chức tư pháp – hộ tịch đang kiểm tra giấy tờ."),
        },
        {"at": None, "what": _("Trả kết quả"), "kind": "neutral"},
    ]


def _life_events() -> list[dict[str, str]]:
    named = [
        ("child", _("Có con nhỏ")),
        ("rings", _("Hôn nhân và gia đình")),
        ("land", _("Đất đai")),
        ("house", _("Nhà ở, xây dựng")),
        ("work", _("Việc làm")),
        ("shop", _("Kinh doanh")),
        ("health", _("Sức khỏe và bảo trợ")),
        ("candle", _("Người thân qua đời")),
    ]
    return [{"icon": icon, "label": label, "href": "#"} for icon, label in named]


def _buckets() -> list[dict[str, Any]]:
    return [
        {"label": _("Đến hạn hôm nay"), "count": 4, "href": "#", "kind": "soon"},
        {"label": _("Quá hạn"), "count": 1, "href": "#", "kind": "late"},
        {"label": _("Chờ tôi"), "count": 12, "href": "#", "kind": "ontime", "here": True},
        {"label": _("Chờ người khác"), "count": 31, "href": "#", "kind": "waiting"},
        {"label": _("Mới nộp trực tuyến"), "count": 6, "href": "#", "kind": "new"},
        {"label": _("Đã kết thúc"), "count": 25000, "cap": 10000, "href": "#"},
    ]


def _rows() -> list[dict[str, Any]]:
    kinds = [
        ("late", _("quá hạn 1 ngày làm việc")),
        ("soon", _("hết hạn hôm nay")),
        ("ontime", _("còn 3 ngày làm việc")),
        ("waiting", _("chờ người dân bổ sung")),
        ("new", _("mới nộp")),
        ("stopped", _("dừng xử lý")),
    ]
    return [
        {
            "code": f"H41.89.7-260901-{4 + place:04d}",
            "procedure": _("Thủ tục đăng ký khai sinh"),
            "owner": "Nguyễn Thị An",
            "kind": kind,
            "word": word,
        }
        for place, (kind, word) in enumerate(kinds)
    ]
