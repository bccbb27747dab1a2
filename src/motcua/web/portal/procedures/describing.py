"""What the page of a procedure says, gathered from catalogue and directory for a day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.catalogue.queries import (
    ServiceFacts,
    VersionFacts,
    form_of,
    online_service,
    receiving_agencies,
    vertical_portal,
)
from motcua.catalogue.rules.forms import FormFacts
from motcua.catalogue.rules.matching import Asked, asked
from motcua.directory.queries import AgencyFacts
from motcua.kernel.worktime import ZONE
from motcua.web.portal.doors import Doorway, filing_door
from motcua.web.portal.papers import is_special, rank
from motcua.web.portal.procedures.figures import fee_figure, fee_lines, time_figure, time_lines
from motcua.web.shared.places import reached_for

PAPERS_SHOWN = 4
TO_FILE = ("required", "conditional", "other_case")
CHANNELS = ("online", "post", "direct")


@dataclass(frozen=True, slots=True)
class Papers:
    """The closed list as people need it: to hand in, to show, and whether the form replaces a declaration."""

    to_file: list[Asked]
    to_show: list[Asked]
    form_replaces: bool

    @property
    def shown_first(self) -> int:
        """Count the papers named among the five answers: what few people need stands further down only."""
        usual = sum(not is_special(one) for one in self.to_file)
        return min(PAPERS_SHOWN, usual or len(self.to_file))

    @property
    def by_case(self) -> list[tuple[str, list[Asked]]]:
        """Group the papers to hand in under the source's headings, in its order."""
        groups: dict[str, list[Asked]] = {}
        for one in self.to_file:
            groups.setdefault(one.component.case.strip(" *:"), []).append(one)
        return list(groups.items())


def described(facts: VersionFacts, at: datetime) -> dict[str, Any]:
    """Gather the page: answers, ways, papers, places, and the door of the day."""
    on = at.astimezone(ZONE).date()
    service = online_service(facts.code, None, on)
    agencies = receiving_agencies(facts.code, on)
    single = agencies[0] if len(agencies) == 1 else None
    return {
        "facts": facts,
        "time": time_figure(facts),
        "times": time_lines(facts),
        "fee": fee_figure(facts),
        "fees": fee_lines(facts),
        "papers": papers_of(facts),
        "agencies": agencies,
        "places": reached_for(single.id, at) if single else [],
        "service": service,
        "door": _door(facts, service, on),
        "channels": [one for one in CHANNELS if facts.offers(one)],
        "vertical": vertical_portal(facts.sector, on) if facts.sector else None,
        "where": _where(agencies),
    }


def papers_of(facts: VersionFacts) -> Papers:
    """Sort the closed list; without a form every paper counts as the source says."""
    form = _form(facts)
    listed = asked(form, facts.components, {}) if form else [Asked(one, one.kind) for one in facts.components]
    return Papers(
        to_file=sorted((one for one in listed if one.kind in TO_FILE), key=rank),
        to_show=[one for one in listed if one.kind == "presented"],
        form_replaces=any(one.kind == "form" for one in listed),
    )


def _form(facts: VersionFacts) -> FormFacts | None:
    return None if facts.form_id is None else form_of(facts)


def _door(facts: VersionFacts, service: ServiceFacts | None, on: date) -> Doorway | None:
    """Give the door to file through; None where the procedure is not online or belongs to a vertical body."""
    return filing_door(on) if service and not facts.sector else None


def _where(agencies: list[AgencyFacts]) -> str:
    levels = {one.level for one in agencies}
    if len(agencies) == 1:
        return "one"
    return "commune" if levels == {"commune"} else "district" if levels == {"district"} else "several"
