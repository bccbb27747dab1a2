"""The files of the catalogue: their columns, and what makes a line one of its kind."""

from collections.abc import Mapping

from motcua.directory.rules.columns import DATED, SOURCED, File, agency_id
from motcua.directory.rules.sheets import Column, Reader, day, like, number, one_of, truth, whole
from motcua.kernel.references import procedure_code

LEVELS = ("province", "district", "commune", "ministry", "other")
SECTORS = ("police", "insurance", "tax", "customs", "treasury", "bank", "army", "court")
APPLICANTS = (
    *("citizen", "foreigner", "overseas_vietnamese", "official"),
    *("enterprise", "fdi_enterprise", "cooperative", "organisation", "foreign_org"),
)
TIME_UNITS = ("working_day", "day", "hour", "month", "year", "same_day")
LONGEST_TIME, HIGHEST_FEE, MOST_COPIES = 1000, 1_000_000_000, 50
slug = like(r"[a-z0-9]+(-[a-z0-9]+)*", "slug (small letters, digits, hyphens)")
_url = like(r"https?://[^\s]+", "address (https://…)")


def _code(cell: str) -> str:
    if procedure_code(cell) != cell:
        raise ValueError(f"{cell!r} is no national procedure code (1.001193).")
    return cell


def _up_to(most: int) -> Reader:
    def read(cell: str) -> int:
        found = whole(cell)
        if found > most:
            raise ValueError(f"{cell} is more than {most}.")
        return found

    return read


def _time(cell: str) -> object:
    found = number(cell)
    if not 0 < found <= LONGEST_TIME:
        raise ValueError(f"{cell} is no time limit (more than 0, at most {LONGEST_TIME}).")
    return found


def _list(*words: str) -> Reader:
    """Read several words with | between them."""

    def read(cell: str) -> list[str]:
        found = cell.split("|")
        odd = [word for word in found if words and word not in words]
        if odd or len(set(found)) != len(found) or "" in found:
            raise ValueError(f"{cell!r} is no list of different words with | between.")
        return found

    return read


_CODE, _SINCE = Column("code", _code), Column("valid_from", day)


def _free(name: str) -> Column:
    return Column(name, required=False)


FILES: Mapping[str, File] = {
    file.name: file
    for file in (
        File("fields.csv", (Column("slug", slug), Column("name")), key=("slug",)),
        File(
            "procedures.csv",
            (
                _CODE,
                Column("name"),
                Column("sector", one_of(*SECTORS), required=False),
                _free("issuer"),
                Column("url", _url, required=False),
                Column("is_local", truth),
                *SOURCED,
            ),
            key=("code",),
        ),
        File(
            "versions.csv",
            (
                *(_CODE, *DATED),
                *(Column("name"), Column("title"), Column("field", slug)),
                Column("levels", _list(*LEVELS)),
                *(_free("levels_basis"), _free("executing_agency")),
                Column("agency_id", agency_id, required=False),
                *(_free("result"), _free("result_code")),
                Column("applicants", _list(*APPLICANTS), required=False, empty=()),
                Column("legal_basis", _list(), required=False, empty=()),
                _free("decision"),
                Column("basis", one_of("assumed", "own_knowledge", "announced")),
                *SOURCED,
            ),
            key=("code", "valid_from"),
            span=("code",),
        ),
        File(
            "components.csv",
            (
                *(_CODE, _SINCE, Column("seq", _up_to(999)), _free("case"), Column("name")),
                Column("name_is_cut", truth),
                Column("kind", one_of("required", "conditional", "presented")),
                Column("copy_type", one_of("original", "copy", "original_and_copy", "present_only")),
                Column("original_qty", _up_to(MOST_COPIES)),
                Column("copy_qty", _up_to(MOST_COPIES)),
                *(_free("form_code"), _free("form_source"), _free("form_file"), Column("source")),
            ),
            key=("code", "valid_from", "seq"),
        ),
        File(
            "channels.csv",
            (
                *(_CODE, _SINCE, Column("seq", _up_to(999))),
                Column("channel", one_of("online", "post", "direct")),
                Column("time_value", _time, required=False, empty=None),
                Column("time_unit", one_of(*TIME_UNITS), required=False),
                _free("time_note"),
                Column("fee_amount", _up_to(HIGHEST_FEE), required=False, empty=None),
                Column("fee_currency", one_of("VND", "USD"), required=False),
                *(_free("fee_note"), Column("source")),
            ),
            key=("code", "valid_from", "seq"),
        ),
        File(
            "services.csv",
            (
                _CODE,
                Column("agency_id", agency_id, required=False),
                Column("level", one_of("3", "4", "full", "partial")),
                _free("decision"),
                Column("is_estimate", truth),
                *DATED,
                *SOURCED,
            ),
            key=("code", "agency_id", "valid_from"),
            span=("code", "agency_id"),
        ),
        File(
            "life_events.csv",
            (
                *(Column("slug", slug), Column("position", whole), Column("name"), Column("name_en")),
                *(Column("summary"), Column("summary_en"), *SOURCED),
            ),
            key=("slug",),
        ),
        File(
            "life_event_procedures.csv",
            (Column("event", slug), Column("position", whole), _CODE),
            key=("event", "code"),
        ),
        File(
            "vertical_portals.csv",
            (
                Column("sector", one_of(*SECTORS)),
                *(Column("body"), Column("body_en"), Column("name"), Column("name_en")),
                *(Column("url", _url), _free("phone"), *DATED, *SOURCED),
            ),
            key=("sector", "valid_from"),
            span=("sector",),
        ),
    )
}
