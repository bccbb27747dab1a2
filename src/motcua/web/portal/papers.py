"""The order in which the papers of a closed list are shown."""

from motcua.catalogue.rules.matching import Asked

SPECIAL = ("trường hợp", "văn bản ủy quyền", "giấy ủy quyền")


def rank(one: Asked) -> tuple[bool, bool]:
    """Put first what everybody needs, last what is only for a special case; else as in the source."""
    return (one.kind != "required", is_special(one))


def is_special(one: Asked) -> bool:
    """Tell whether few people need this paper, by its name."""
    return one.kind != "required" and one.name.lower().startswith(SPECIAL)
