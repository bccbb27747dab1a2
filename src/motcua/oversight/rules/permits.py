"""Who sees and does what in oversight: an agency its own, the Provincial Office all."""

from motcua.kernel.actors import Actor

AT_THE_ONE_STOP = ("reception", "specialist", "approver", "head", "admin")


def oversees(viewer: Actor) -> bool:
    """Tell whether the viewer reads for the Provincial Office."""
    return viewer.kind == "system" or (viewer.kind == "officer" and viewer.has("oversight"))


def works_for(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer works for this agency's one-stop."""
    return viewer.kind == "officer" and viewer.unit == agency_id and viewer.has(*AT_THE_ONE_STOP)


def may_see_agency(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer is shown how this agency stands."""
    return oversees(viewer) or works_for(viewer, agency_id)
