"""Putting a result before its signer, signing it, taking it back unsigned: the forms."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.errors import Incomplete
from motcua.dossiers.operations import signing
from motcua.web.office.dossier.acts import act, chosen_officer, result_paper
from motcua.web.shared.viewer import Viewed


@act("prepare_result")
def signing_request(request: Viewed, **what: Any) -> str:
    """Put the result before its signer."""
    file = request.FILES.get("unsigned")
    if file is None:
        raise Incomplete([("unsigned", _("Cần chọn tệp kết quả."))])
    try:
        signing.prepare(
            paper=result_paper(request, file, number="unsigned-number", until="unsigned-until"),
            holder=chosen_officer(request),
            **what,
        )
    except Incomplete as error:
        fields = {"number": "unsigned-number", "valid-until": "unsigned-until", "file": "unsigned"}
        raise Incomplete([(fields.get(field, field), text) for field, text in error.problems]) from error
    return _("Đã trình ký. Người ký thấy hồ sơ trong danh sách chờ xử lý.")


@act("sign_result")
def signature(request: Viewed, **what: Any) -> str:  # noqa: ARG001
    """Sign it."""
    signing.sign(**what)
    return _("Đang ký số. Ký xong, kết quả tự ban hành và công dân được báo.")


@act("recall_result")
def signing_recall(request: Viewed, **what: Any) -> str:  # noqa: ARG001
    """Take it back unsigned."""
    signing.recall(**what)
    return _("Đã lấy lại kết quả chưa ký. Sửa xong thì trình lại.")
