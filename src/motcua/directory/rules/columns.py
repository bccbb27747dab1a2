"""The files of the directory: their columns, and what makes a line one of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.directory.rules.hours import sessions_of
from motcua.directory.rules.sheets import Column, clock_time, day, degrees, like, number, one_of, truth, whole
from motcua.kernel.references import agency_code, phone_normal
from motcua.kernel.worktime import UNITS

LENGTHS = tuple(unit for unit in UNITS if unit != "same_day")
COUNT = "count"
"""The unit of a row that is a plain number: a threshold that changes on a day like any period."""
LEVELS = ("province", "district", "commune")
AGENCY_KINDS = (
    "provincial_committee",
    "department",
    "one_stop",
    "management_board",
    "sub_unit",
    "vertical",
    "post",
    "district_committee",
    "commune_committee",
)


def _agency_code(cell: str) -> str:
    if agency_code(cell) != cell:
        raise ValueError(f"{cell!r} is no agency identifier in the style of Decision 20/2020 (H41.12).")
    return cell


def _sessions(cell: str) -> str:
    try:
        sessions_of(cell)
    except ValueError:
        raise ValueError(f"{cell!r} are no sessions in order, as 07:00-11:30 13:30-17:00.") from None
    return cell


def _phone(cell: str) -> str:
    if phone_normal(cell) is None:
        raise ValueError(f"{cell!r} is no phone number.")
    return cell


def _amount(cell: str) -> int:
    if (amount := whole(cell)) < 1:
        raise ValueError(f"{cell!r} is no length of time: at least 1.")
    return amount


unit_code = like(r"[0-9]{2}|[0-9]{3}|[0-9]{5}", "unit code (2, 3 or 5 digits)")
agency_id = like(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "agency id (letters, digits, hyphens)")
_procedure = like(r"[1-9]\.[0-9]{6}", "code of a procedure (1.001193)")
_signers = like(r"(head|approver)( (head|approver))*", "list of roles that sign (head, approver)")
_word = like(r"[a-z][a-z0-9_]*", "name (small letters, digits, _)")
_old_code = like(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}", "identifier in the older style")
_mail = like(r"[^@\s]+@[^@\s]+\.[^@\s]+", "e-mail address")

SOURCED = (Column("source"), Column("confidence"))
DATED = (Column("valid_from", day), Column("valid_to", day, required=False, empty=None))


@dataclass(frozen=True, slots=True)
class File:
    """One file: its columns and the columns that tell its lines apart; `spans` are told apart by days too."""

    name: str
    columns: Sequence[Column]
    key: tuple[str, ...]
    span: tuple[str, ...] = ()


FILES: Mapping[str, File] = {
    file.name: file
    for file in (
        File(
            "units.csv",
            (
                Column("code", unit_code),
                Column("level", one_of(*LEVELS)),
                Column("type", one_of("Tỉnh", "Thành phố", "Thị xã", "Huyện", "Phường", "Thị trấn", "Xã")),
                Column("name"),
                Column("full_name"),
                Column("name_en"),
                Column("parent_code", unit_code, required=False),
                Column("latitude", degrees, required=False, empty=None),
                Column("longitude", degrees, required=False, empty=None),
                Column("area_km2", number, required=False, empty=None),
                *DATED,
                *SOURCED,
            ),
            key=("code", "valid_from"),
            span=("code",),
        ),
        File(
            "agencies.csv",
            (
                Column("agency_id", agency_id),
                Column("name"),
                Column("name_en"),
                Column("kind", one_of(*AGENCY_KINDS)),
                Column("level", one_of(*LEVELS)),
                Column("unit_code", unit_code),
                Column("parent_id", agency_id, required=False),
                *DATED,
                Column("note", required=False),
                *SOURCED,
            ),
            key=("agency_id", "valid_from"),
            span=("agency_id",),
        ),
        File(
            "agency_codes.csv",
            (
                Column("agency_id", agency_id),
                Column("code", _agency_code),
                Column("alias", _old_code, required=False),
                Column("is_temporary", truth),
                *DATED,
                *SOURCED,
            ),
            key=("agency_id", "is_temporary", "valid_from"),
            span=("agency_id", "is_temporary"),
        ),
        File(
            "successions.csv",
            (
                Column("predecessor_id", agency_id),
                Column("successor_id", agency_id),
                Column("on", day),
                Column("kind", one_of("merged", "divided", "part")),
                Column("scope", required=False),
                Column("law", required=False),
                *SOURCED,
            ),
            key=("predecessor_id", "successor_id", "on"),
        ),
        File(
            "receiving_places.csv",
            (
                Column("place_id", agency_id),
                Column("name"),
                Column("name_en"),
                Column("kind", one_of("provincial_centre", "one_stop", "commune_centre")),
                Column("host_id", agency_id),
                Column("unit_code", unit_code),
                Column("address", required=False),
                Column("phone", _phone, required=False),
                Column("email", _mail, required=False),
                *DATED,
                *SOURCED,
            ),
            key=("place_id", "valid_from"),
            span=("place_id",),
        ),
        File(
            "place_agencies.csv",
            (Column("place_id", agency_id), Column("agency_id", agency_id), *DATED, *SOURCED),
            key=("place_id", "agency_id", "valid_from"),
            span=("place_id", "agency_id"),
        ),
        File(
            "calendar.csv",
            (
                Column("day", day),
                Column("agency_id", agency_id, required=False),
                Column("kind", one_of("closed", "working", "half")),
                Column("name"),
                Column("name_en", required=False),
                Column("swapped_with", day, required=False, empty=None),
                Column("law", required=False),
                *SOURCED,
            ),
            key=("day", "agency_id"),
        ),
        File(
            "office_hours.csv",
            (
                Column("agency_id", agency_id, required=False),
                Column("sessions", _sessions),
                Column("cutoff", clock_time),
                *DATED,
                *SOURCED,
            ),
            key=("agency_id", "valid_from"),
            span=("agency_id",),
        ),
        File(
            "doors.csv",
            (
                Column("name", _word),
                Column("value"),
                Column("law"),
                Column("note", required=False),
                *DATED,
                *SOURCED,
            ),
            key=("name", "valid_from"),
            span=("name",),
        ),
        File(
            "periods.csv",
            (
                Column("name", _word),
                Column("scope", _procedure, required=False),
                Column("amount", _amount),
                Column("unit", one_of(*LENGTHS, COUNT)),
                Column("after", one_of("stop", "desk"), required=False),
                Column("law", required=False),
                Column("note", required=False),
                *DATED,
                *SOURCED,
            ),
            key=("name", "scope", "valid_from"),
            span=("name", "scope"),
        ),
        File(
            "paper_forms.csv",
            (
                Column("key", _word),
                Column("number", required=False),
                Column("title"),
                Column("symbol", required=False),
                Column("law"),
                *DATED,
                *SOURCED,
            ),
            key=("key", "valid_from"),
            span=("key",),
        ),
        File(
            "extensions.csv",
            (
                Column("scope", _procedure, required=False),
                Column("times", _amount),
                Column("working_days", _amount),
                Column("signers", _signers),
                Column("law", required=False),
                Column("note", required=False),
                *DATED,
                *SOURCED,
            ),
            key=("scope", "valid_from"),
            span=("scope",),
        ),
    )
}
