"""Who carries on an agency's duties on a day, through any number of reforms."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

Step = tuple[date, str]
"""From this day, this agency carries on the duties."""


def carriers(
    agency_id: str, on: date, lives: Callable[[str], bool], steps: Mapping[str, Sequence[Step]]
) -> list[str]:
    """Return the ids of the agencies that carry on the duties: the agency itself while it lives.

    Only steps taken by that day count; an agency that has ended without a successor is followed by nobody.
    """
    found: list[str] = []
    seen, open_ids = {agency_id}, [agency_id]
    while open_ids:
        one = open_ids.pop(0)
        if lives(one):
            found.append(one)
            continue
        following = [successor for since, successor in steps.get(one, ()) if since <= on]
        open_ids += [successor for successor in following if successor not in seen]
        seen.update(following)
    return found
