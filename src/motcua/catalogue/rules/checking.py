"""The files of the catalogue against each other and against the agencies of the province."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from motcua.catalogue.rules.columns import FILES, SECTORS
from motcua.directory.rules.sheets import Problem, Row
from motcua.directory.rules.spans import (
    OPEN,
    Reference,
    day_problems,
    key_problems,
    reference_problems,
    span,
    spans_by,
)

Rows = Mapping[str, Sequence[Row]]
LEAST_FEE = 1000
LEVELS_END = "2022-08-14"
"""The last day of levels 3 and 4; full and partial follow (Decree 42/2022)."""


def problems_of(rows: Rows, agencies: Collection[str]) -> list[Problem]:
    """Return everything wrong with lines that can each be read."""
    found: list[Problem] = []
    for name, file in FILES.items():
        found += key_problems(file, rows[name])
        found += day_problems(file, rows[name])
    found += _named(rows, agencies)
    found += _parts(rows)
    found += _services(rows)
    found += _times_and_fees(rows["channels.csv"])
    found += _portals(rows)
    return sorted(found)


def _named(rows: Rows, agencies: Collection[str]) -> Iterator[Problem]:
    codes = {row.text("code") for row in rows["procedures.csv"]}
    fields = {row.text("slug") for row in rows["fields.csv"]}
    events = {row.text("slug") for row in rows["life_events.csv"]}
    for name, column, what, known in (
        ("versions.csv", "code", "procedure", codes),
        ("versions.csv", "field", "field", fields),
        ("versions.csv", "agency_id", "agency", agencies),
        ("services.csv", "code", "procedure", codes),
        ("services.csv", "agency_id", "agency", agencies),
        ("life_event_procedures.csv", "code", "procedure", codes),
        ("life_event_procedures.csv", "event", "life event", events),
    ):
        for row in rows[name]:
            value = row.text(column)
            if value and value not in known:
                yield Problem(name, row.line, column, f"There is no {what} {value}.")
    versioned = {row.text("code") for row in rows["versions.csv"]}
    for row in rows["procedures.csv"]:
        if row.text("code") not in versioned:
            yield Problem("procedures.csv", row.line, "code", "The procedure has no version.")


def _parts(rows: Rows) -> Iterator[Problem]:
    versions = {(row.text("code"), row.cells["valid_from"]) for row in rows["versions.csv"]}
    for name in ("components.csv", "channels.csv"):
        for row in rows[name]:
            if (row.text("code"), row.cells["valid_from"]) not in versions:
                sentence = f"{row.text('code')} has no version from {row.cells['valid_from']}."
                yield Problem(name, row.line, "valid_from", sentence)


def _services(rows: Rows) -> Iterator[Problem]:
    file = FILES["services.csv"]
    versions = spans_by("code", rows["versions.csv"])
    yield from reference_problems(file, rows[file.name], Reference("code", "version of", versions))
    sectors = {row.text("code"): row.text("sector") for row in rows["procedures.csv"]}
    for row in rows[file.name]:
        if sectors.get(row.text("code")):
            sentence = "A vertical body handles this procedure; it cannot be opened here."
            yield Problem(file.name, row.line, "code", sentence)
        if not row.cells["is_estimate"] and not row.cells["decision"]:
            sentence = "Without an announcing decision it is an estimate."
            yield Problem(file.name, row.line, "decision", sentence)
        first, last = span(row)
        numbered = row.text("level") in ("3", "4")
        if numbered and last.isoformat() > LEVELS_END:
            yield Problem(file.name, row.line, "valid_to", f"Levels 3 and 4 end on {LEVELS_END}.")
        if not numbered and first.isoformat() <= LEVELS_END:
            yield Problem(file.name, row.line, "valid_from", f"Until {LEVELS_END} the level is 3 or 4.")


def _times_and_fees(channels: Sequence[Row]) -> Iterator[Problem]:
    for row in channels:
        if (row.cells["time_value"] is None) != (row.cells["time_unit"] == ""):
            yield Problem("channels.csv", row.line, "time_unit", "A time needs its unit, and no other way.")
        if (row.cells["fee_amount"] is None) != (row.cells["fee_currency"] == ""):
            yield Problem("channels.csv", row.line, "fee_currency", "A fee needs its currency.")
        fee = row.cells["fee_amount"]
        if row.cells["fee_currency"] == "VND" and isinstance(fee, int) and 0 < fee < LEAST_FEE:
            sentence = f"{fee} đồng is no fee; leave it empty when the amount is not clear."
            yield Problem("channels.csv", row.line, "fee_amount", sentence)


def _portals(rows: Rows) -> Iterator[Problem]:
    known = spans_by("sector", rows["vertical_portals.csv"])
    used = {row.text("sector") for row in rows["procedures.csv"]}
    for sector in SECTORS:
        if sector in used and (sector not in known or known[sector][-1][1] != OPEN):
            sentence = f"The sector {sector} has no portal that is open without an end."
            yield Problem("vertical_portals.csv", 0, "", sentence)
