"""What is known of files."""

from collections.abc import Sequence
from uuid import UUID

from motcua.papers.models import File

_AT_ONCE = 5000


def kept(ids: Sequence[UUID]) -> set[UUID]:
    """Tell which of these files have a row and are still kept."""
    found: set[UUID] = set()
    for start in range(0, len(ids), _AT_ONCE):
        rows = File.objects.filter(id__in=ids[start : start + _AT_ONCE]).exclude(state="gone")
        found.update(rows.values_list("id", flat=True))
    return found
