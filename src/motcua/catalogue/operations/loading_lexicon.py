"""Load the words of search as planned."""

from datetime import datetime

from motcua.catalogue.events import LexiconLoaded
from motcua.catalogue.queries.lexicon_planning import work_of
from motcua.directory.operations.storing import stamp, store
from motcua.directory.rules.plans import Plan
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def apply(*, plan: Plan, by: Actor, at: datetime) -> None:
    """Write what the plan found; a plan with problems is refused, an idle one does nothing."""
    if plan.problems:
        raise ValueError(f"a plan with {len(plan.problems)} problems cannot be applied")
    if plan.idle:
        return
    with act(by=by, at=at) as deed:
        store(work=[work_of(plan)], by=by, at=at)
        stamp(room=plan.room, digest=plan.digest, by=by, at=at)
        deed.record(LexiconLoaded(digest=plan.digest, added=plan.added, changed=plan.changed))
