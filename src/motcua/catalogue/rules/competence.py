"""Which agencies are competent for a procedure: by its levels, and by its department at province level."""

from collections.abc import Collection, Sequence

COMMITTEES = {"district": "district_committee", "commune": "commune_committee"}


def competent(agency_id: str, kind: str, levels: Sequence[str], departments: Collection[str]) -> bool:
    """Tell whether an agency of this kind receives dossiers of a procedure of these levels.

    `departments` are the department in charge or those that carry on its duties on the day asked for.
    """
    if "province" in levels and agency_id in departments:
        return True
    return any(COMMITTEES.get(level) == kind for level in levels)
