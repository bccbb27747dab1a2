"""Could it be done without coming? Asked before anything else at the counter."""

from dataclasses import dataclass
from datetime import date

from motcua.catalogue.queries import online_service, version_in_force


@dataclass(frozen=True, slots=True)
class Remote:
    """Whether a procedure can be done online, and by post, at an agency on a day; `level` is the one online."""

    online: bool
    post: bool
    level: str = ""

    def __bool__(self) -> bool:
        return self.online or self.post


def remote(procedure: str, agency_id: str, on: date) -> Remote:
    """Tell how a procedure can be done without coming to the counter."""
    facts = version_in_force(procedure, on)
    if facts is None:
        return Remote(online=False, post=False)
    service = online_service(procedure, agency_id, on)
    return Remote(service is not None, facts.offers("post"), service.level if service else "")
