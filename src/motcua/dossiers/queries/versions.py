"""Which versions of procedures some draft or dossier was made under."""

from collections.abc import Collection

from motcua.dossiers.models import Dossier, Draft


def versions_in_use(versions: Collection[int]) -> set[int]:
    """Return those of these versions that a draft or a dossier keeps for life: their facts must stay."""
    drafts = Draft.objects.filter(version_id__in=versions).values_list("version_id", flat=True)
    dossiers = Dossier.objects.filter(version_id__in=versions).values_list("version_id", flat=True)
    return {*drafts.distinct(), *dossiers.distinct()}
