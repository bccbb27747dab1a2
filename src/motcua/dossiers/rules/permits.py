"""Who may see a dossier and do what: a stranger is refused everywhere, and is not told that it exists."""

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.workflow import (
    APOLOGIES,
    BEFORE_SIGNING,
    SIGNING,
    TABLE,
    TOGETHER,
    Act,
    Stage,
    acts_from,
    allowed,
)
from motcua.kernel.actors import Actor

ASKS_AGAIN = frozenset({"head"})
"""One complete list, once (Decree 61/2018): a second request in the same phase is the head's to answer for."""

HELPERS_ACTS = frozenset({Act.ANSWER_SUPPLEMENT})
"""What a helper does for the owner once it is filed; to withdraw and to take the result stay the owner's."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a permit looks at in a dossier."""

    stage: Stage
    open_holds: frozenset[HoldKind]
    agency_id: str
    account_id: str | None
    asked_before: bool = False
    """Whether a supplement was already asked for in this phase: before reception, or after it."""
    helper_id: str | None = None
    """Who filed it for the owner, while the owner's consent holds."""
    signers: frozenset[str] = frozenset()
    """The roles that may sign the apology that was drafted; none while there is no draft."""
    unpaid: bool = False
    """Whether money was asked for, and the demand ended without it: what comes now is owed back."""
    to_sign: bool = False
    """Whether a result was put before its signer and is not signed yet."""


def owns(viewer: Actor, account_id: str | None) -> bool:
    """Tell whether the viewer is the account that filed it."""
    return viewer.kind in ("citizen", "firm") and account_id is not None and viewer.id == account_id


def helps(viewer: Actor, standing: Standing) -> bool:
    """Tell whether the viewer is the owner's helper, by a consent that holds."""
    return (
        viewer.kind in ("citizen", "officer")
        and standing.helper_id is not None
        and viewer.id == standing.helper_id
    )


def works_at(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer is an officer of this agency with at least one role in handling dossiers."""
    return (
        viewer.kind == "officer"
        and viewer.unit == agency_id
        and viewer.has("reception", "specialist", "approver", "head")
    )


def has_desk(viewer: Actor) -> bool:
    """Tell whether the viewer is shown the lists of the agency worked for; keeping accounts is no reason to be."""
    return viewer.unit is not None and (works_at(viewer, viewer.unit) or oversees(viewer))


def oversees(viewer: Actor) -> bool:
    """Tell whether the viewer reads for the Provincial Office: everything, and acts on nothing."""
    return viewer.kind == "officer" and viewer.has("oversight")


def sees_inside(viewer: Actor, standing: Standing) -> bool:
    """Tell whether the viewer sees the dossier as the office does; an officer elsewhere who helped does not."""
    return works_at(viewer, standing.agency_id) or oversees(viewer)


def may_see(viewer: Actor, standing: Standing) -> bool:
    """Tell whether the viewer may see the dossier at all."""
    return (
        owns(viewer, standing.account_id)
        or sees_inside(viewer, standing)
        or helps(viewer, standing)
        or viewer.kind == "system"
    )


def may_do(viewer: Actor, act: Act, standing: Standing, *, holds_secret: bool = False) -> bool:
    """Tell whether the viewer may do this act now. The right secret makes a guest as good as the owner."""
    if not allowed(standing.stage, act, standing.open_holds):
        return False
    if _lacks(act, standing):
        return False
    roles = TABLE[(standing.stage, act)].roles
    if act is Act.ASK_SUPPLEMENT and standing.asked_before:
        roles = ASKS_AGAIN
    if act in APOLOGIES:
        roles = roles & standing.signers
    if "system" in roles:
        return viewer.kind == "system"
    if "owner" in roles:
        by_help = act in HELPERS_ACTS and helps(viewer, standing)
        return owns(viewer, standing.account_id) or holds_secret or by_help
    return works_at(viewer, standing.agency_id) and viewer.has(*roles)


def _lacks(act: Act, standing: Standing) -> bool:
    """Tell whether what the act is about is not there: late money, a result before its signer."""
    if act is Act.NOTE_REFUND:
        return not standing.unpaid
    if act in SIGNING:
        return not standing.to_sign
    return act in BEFORE_SIGNING and standing.to_sign


def may_take_in(viewer: Actor) -> bool:
    """Tell whether the viewer may take dossiers in at the counter and out of the post, for the agency worked for."""
    return viewer.unit is not None and works_at(viewer, viewer.unit) and viewer.has("reception", "head")


def may_take_results(viewer: Actor, standing: Standing, *, holds_secret: bool = False) -> bool:
    """Tell whether the viewer is given what was decided: a helper is not, the result is the owner's."""
    if owns(viewer, standing.account_id) or holds_secret or viewer.kind == "system":
        return True
    return sees_inside(viewer, standing)


def may_end_help(viewer: Actor, standing: Standing, *, holds_secret: bool = False) -> bool:
    """Tell whether the viewer is the owner, who may take the consent to be helped back."""
    return owns(viewer, standing.account_id) or holds_secret


def may_digitise(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer may scan papers into dossiers of this agency."""
    return works_at(viewer, agency_id) and viewer.has("reception", "specialist", "head")


def may_reprint(viewer: Actor, standing: Standing) -> bool:
    """Tell whether the viewer may give the owner at the counter the tracking secret again."""
    return works_at(viewer, standing.agency_id) and viewer.has("reception", "head")


def may_return_papers(viewer: Actor, standing: Standing) -> bool:
    """Tell whether the viewer may give what was handed in back to its owner: only what ended without a result."""
    ended = standing.stage in (Stage.REFUSED, Stage.STOPPED)
    return ended and works_at(viewer, standing.agency_id) and viewer.has("reception", "head")


def sees_lateness(viewer: Actor) -> bool:
    """Tell whether the viewer sees who was late and who apologised: the head, of the own agency; oversight, of all."""
    at_head = viewer.unit is not None and works_at(viewer, viewer.unit) and viewer.has("head")
    return at_head or oversees(viewer)


def acts_together(viewer: Actor, stages: Iterable[Stage]) -> list[Act]:
    """List what the viewer may do to many at once where these stages are shown; each is still asked by itself."""
    if not has_desk(viewer):
        return []
    shown = set(stages)
    rows = [(act, move) for (stage, act), move in TABLE.items() if stage in shown and act in TOGETHER]
    return [act for act in TOGETHER if any(viewer.has(*move.roles) for one, move in rows if one is act)]


def acts_for(viewer: Actor, standing: Standing, *, holds_secret: bool = False) -> list[Act]:
    """List what the viewer may do now, in the order of the table."""
    return [
        act
        for act in acts_from(standing.stage, standing.open_holds)
        if may_do(viewer, act, standing, holds_secret=holds_secret)
    ]
