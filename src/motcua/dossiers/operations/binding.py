"""Binding scanned pages to a dossier and one of its papers."""

from datetime import datetime

from motcua.catalogue.queries import version
from motcua.dossiers import events
from motcua.dossiers.models import Document, Dossier, ScanPart
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act


def bind(*, part: ScanPart, dossier: Dossier, component: int, by: Actor, at: datetime) -> Document:
    """Make a part a document of the dossier, marked with who scanned it and when it came.

    The caller has locked the part and found the dossier among those of its agency.
    """
    names = {one.seq: one.name for one in version(dossier.version_id).components}
    with act(by=by, at=at) as deed:
        document = Document.objects.create(
            id=uuid7(at),
            dossier=dossier,
            kind="component",
            component=component,
            title=names.get(component, ""),
            file_id=part.file_id,
            added_at=at,
            sent_at=at,
            digitised_at=part.scan.added_at,
            digitised_by=part.scan.by,
        )
        part.document, part.problem = document, ""
        part.save(update_fields=["document", "problem"])
        deed.record(
            events.PaperDigitised(
                dossier_id=dossier.id,
                agency_id=dossier.agency_id,
                document_id=document.id,
                scan_id=part.scan_id,
                component=component,
                officer=part.scan.by,
            )
        )
    return document
