"""How large a file may be, and the sentence that says so."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.papers.errors import Refused

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE


def refuse_too_big(size: int, limit: int = LIMIT) -> None:
    """Refuse a file by the size it is said to have. Raises Refused."""
    if size > limit:
        raise too_big(size, limit)


def too_big(size: int | None, limit: int) -> Refused:
    """Say how large the file is, if that is known, and how large it may be."""
    advice = _("Hãy chụp lại ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp rồi tải lên.")
    most = _megabytes(limit)
    if size is None:
        said = _("Tệp này lớn hơn mức cho phép là %(limit)s MB.") % {"limit": most}
    else:
        said = _("Tệp này nặng %(size)s MB, lớn hơn mức cho phép là %(limit)s MB.") % {
            "size": _megabytes(size),
            "limit": most,
        }
    return Refused(f"{said} {advice}", "too_big")


def _megabytes(size: int) -> str:
    return number_format(-(-size * 10 // MEGABYTE) / 10 if size % MEGABYTE else size // MEGABYTE)
