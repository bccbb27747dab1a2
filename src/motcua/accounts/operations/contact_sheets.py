"""Load what a contact workbook tells: all of it or nothing."""

from datetime import datetime

from motcua.accounts.operations.contacts import tell_place, tell_work_contact
from motcua.accounts.queries.contact_plans import SheetPlan
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def load_sheet(*, plan: SheetPlan, by: Actor, at: datetime) -> None:
    """Write what a plan found. Raises ValueError for a plan with problems, and what telling itself raises."""
    if plan.problems:
        raise ValueError(f"a plan with {len(plan.problems)} problems cannot be loaded")
    with act(by=by, at=at):
        for place in plan.places:
            tell_place(place_id=place.place_id, telling=place.telling, by=by, at=at)
        for officer in plan.officers:
            tell_work_contact(
                account_id=officer.account_id,
                agency_id=officer.agency_id,
                typed=officer.typed,
                source="sheet",
                by=by,
                at=at,
            )
