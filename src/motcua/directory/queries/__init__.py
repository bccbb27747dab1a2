"""Questions to the directory; every one takes the day it is asked for, and costs no query when warm."""

from motcua.directory.queries.agencies import (
    NoCode,
    agencies,
    agency,
    agency_known,
    code_form,
    code_prefix,
    successors,
)
from motcua.directory.queries.calendar import work_calendar
from motcua.directory.queries.doors import door
from motcua.directory.queries.extensions import extension
from motcua.directory.queries.facts import (
    AgencyFacts,
    DoorFacts,
    ExtensionFacts,
    PaperFormFacts,
    PeriodFacts,
    PlaceFacts,
    UnitFacts,
)
from motcua.directory.queries.former import Former, former_communes
from motcua.directory.queries.paper_forms import paper_form
from motcua.directory.queries.periods import period, run_out, threshold
from motcua.directory.queries.places import place_known, receiving_place, receiving_places
from motcua.directory.queries.units import unit, unit_codes, unit_namer, units

__all__ = [
    "AgencyFacts",
    "DoorFacts",
    "ExtensionFacts",
    "Former",
    "NoCode",
    "PaperFormFacts",
    "PeriodFacts",
    "PlaceFacts",
    "UnitFacts",
    "agencies",
    "agency",
    "agency_known",
    "code_form",
    "code_prefix",
    "door",
    "extension",
    "former_communes",
    "paper_form",
    "period",
    "place_known",
    "receiving_place",
    "receiving_places",
    "run_out",
    "successors",
    "threshold",
    "unit",
    "unit_codes",
    "unit_namer",
    "units",
    "work_calendar",
]
