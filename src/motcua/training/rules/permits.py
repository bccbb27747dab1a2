"""Who sees whose progress: everybody their own, a head those of the agency, the Office all."""

from motcua.kernel.actors import Actor


def learns(viewer: Actor) -> bool:
    """Tell whether the viewer can do exercises."""
    return viewer.kind == "officer" and viewer.unit is not None and bool(viewer.roles)


def watches_all(viewer: Actor) -> bool:
    """Tell whether the viewer is shown who has done what in every agency."""
    return viewer.kind == "system" or (viewer.kind == "officer" and viewer.has("oversight"))


def watches(viewer: Actor) -> bool:
    """Tell whether the viewer is shown who has done what, at least in the agency worked for."""
    return watches_all(viewer) or (viewer.kind == "officer" and viewer.has("head"))
