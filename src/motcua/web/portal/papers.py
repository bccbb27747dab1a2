"""The order in which the papers of a closed list are shown."""

from motcua.catalogue.rules.matching import Asked

SPECIAL = ("trường hợp", "văn bản ủy quyền", "giấy ủy quyền")


def rank(one: Asked) -> tuple[bool, bool]:
    """Put first what everybody needs, last what is only for a special case; else as in the source."""
    return (one.kind != "required", one.name.lower().startswith(SPECIAL))
