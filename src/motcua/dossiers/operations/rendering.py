"""One readable PDF per component, made by the worker from what was photographed or scanned."""

from collections.abc import Sequence
from datetime import datetime

from motcua.dossiers.models import Document
from motcua.kernel.actors import Actor
from motcua.papers.errors import Refused
from motcua.papers.operations import render_pdf


def render_component(*, documents: Sequence[Document], by: Actor, at: datetime) -> None:
    """Render the files of one component into one PDF and note it on each; a failure stays visible on the file."""
    try:
        made = render_pdf(files=[one.file for one in documents], by=by, at=at)
    except Refused:
        return
    Document.objects.filter(id__in=[one.id for one in documents]).update(rendition=made)
