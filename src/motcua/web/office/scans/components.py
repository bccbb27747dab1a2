"""The papers of a dossier to choose from when something is scanned for it."""

from django.utils.translation import gettext as _

from motcua.catalogue.queries import version
from motcua.dossiers.queries.viewing import View


def choices_of(view: View) -> list[tuple[str, str]]:
    """List the papers of the dossier's procedure by number, then other papers."""
    papers = [(str(one.seq), one.name) for one in version(view.dossier.version_id).components]
    return [*papers, ("0", _("Giấy tờ khác"))]
