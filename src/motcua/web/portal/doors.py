"""Which doors stand open on a day, and which law says so: dated rows, not settings, decide."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from motcua.directory.queries import door
from motcua.kernel.words import mark

NATIONAL_PORTAL = "https://dichvucong.gov.vn"
OURS_TOO = {"both", "open"}
SAID = (
    mark(
        "Từ ngày 01/7/2025, người dân nộp hồ sơ trực tuyến tại Cổng Dịch vụ công quốc gia; "
        "hệ thống của tỉnh tiếp nhận, giải quyết và tra cứu."
    ),
    mark("Từ ngày 01/7/2024, cá nhân đăng nhập bằng tài khoản định danh điện tử (VNeID)."),
)
"""What rows of doors say, for those who read English; a row in other words is shown as it stands."""


@dataclass(frozen=True, slots=True)
class Doorway:
    """A door of the portal on a day. `law` and `note` are said across the page when the law has moved it."""

    open: bool
    law: str = ""
    note: str = ""
    national: bool = False
    """Whether the National Portal is a door beside this one, of equal worth."""

    @property
    def moved(self) -> bool:
        """Tell whether the law leads elsewhere on that day, be it that a demonstration keeps this door open."""
        return bool(self.note)


def filing_door(on: date) -> Doorway:
    """Give the door for filing: ours and the National Portal's until 30 June 2025, then the National Portal's."""
    return _doorway("portal_filing", on)


def sign_in_door(on: date) -> Doorway:
    """Give the door for signing in by one-time code; it closed for individuals on 1 July 2024."""
    return _doorway("sign_in_one_time_code", on)


def _doorway(name: str, on: date) -> Doorway:
    row = door(name, on)
    if row is None:
        return Doorway(open=False)
    if row.value in OURS_TOO:
        return Doorway(open=True, national=row.value == "both")
    return Doorway(open=settings.DEMONSTRATION, law=row.law, note=row.note)
