"""What dossiers do when something has been recorded: make photos readable, clear files away, note that help ended."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from motcua.dossiers.events import HelpEnded
from motcua.dossiers.models import Document, Dossier
from motcua.dossiers.operations.rendering import render_component
from motcua.dossiers.operations.scanning import read_scan
from motcua.kernel.actors import SYSTEM, Actor
from motcua.ledger.acts import Deed
from motcua.ledger.delivery import Heard
from motcua.papers.operations import put_aside


def make_readable(heard: Heard) -> None:
    """Turn the files of each component into one readable PDF. Filing never waits for this."""
    fact: Any = heard.fact
    rows = Document.objects.filter(
        dossier_id=fact.dossier_id, file_id__in=list(fact.files), rendition=None, taken_out_at=None
    ).select_related("file")
    for _, group in groupby(
        rows.order_by("kind", "component", "id"), key=lambda one: (one.kind, one.component)
    ):
        _render(list(group), heard)


def split_scan(heard: Heard) -> None:
    """Split a stack of scanned paper and bind its parts, in the name of the officer who scanned it."""
    fact: Any = heard.fact
    officer = Actor("officer", heard.event.actor_id, fact.agency_id, via="scan")
    by = officer if heard.event.actor_kind == "officer" else SYSTEM
    read_scan(scan_id=fact.scan_id, by=by, at=heard.event.at)


def clear_away(heard: Heard) -> None:
    """Put the bytes of removed drafts aside; a worker that dies here is followed by another."""
    fact: Any = heard.fact
    put_aside(file_ids=fact.files, by=SYSTEM, at=heard.event.at)


def note_help_ended(fact: Any, deed: Deed) -> None:
    """Say on each dossier filed by a consent that it has ended; what was done by it stays."""
    for one in Dossier.objects.filter(consent_id=fact.consent_id).only("id", "agency_id"):
        deed.record(
            HelpEnded(dossier_id=one.id, agency_id=one.agency_id, consent_id=fact.consent_id, how=fact.how)
        )


def _render(documents: Iterable[Document], heard: Heard) -> None:
    render_component(documents=list(documents), by=SYSTEM, at=heard.event.at)
