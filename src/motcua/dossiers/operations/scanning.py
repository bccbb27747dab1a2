"""Scanned paper: a stack comes by upload or from the watched folder, is split, and its parts find their dossiers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.models import Document, Scan, ScanFile, ScanPart
from motcua.dossiers.operations.binding import bind
from motcua.dossiers.queries.targets import NO_SHEET, target_of
from motcua.dossiers.rules.permits import may_digitise
from motcua.dossiers.rules.stacks import Part, Sheet, sheets_of, split
from motcua.dossiers.rules.texts import require_reason, sha256
from motcua.kernel.actors import Actor
from motcua.kernel.ids import derived, uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import Deed, act
from motcua.papers.barcodes import Unread, read_barcodes
from motcua.papers.errors import Refused
from motcua.papers.models import File
from motcua.papers.operations import cut, render_pdf, store
from motcua.papers.sizes import MEGABYTE

STACK_LIMIT = 100 * MEGABYTE
UNREAD = mark("Hệ thống không đọc được mã vạch của tập này. Xin gắn bằng tay.")


@dataclass(frozen=True, kw_only=True)
class Stack:
    """What is uploaded: files in their order, and the code and paper they are for where that was chosen."""

    files: Sequence[tuple[str, BinaryIO]]
    code: str = ""
    component: int = 0


def add_scan(*, stack: Stack, by: Actor, at: datetime) -> Scan:
    """Take in a stack that an officer uploads; the worker splits it. Raises NotFound, Incomplete, Refused."""
    agency_id = by.unit or ""
    if not may_digitise(by, agency_id):
        raise NotFound
    if not stack.files:
        raise Incomplete([("files", mark("Xin chọn ít nhất một tệp đã quét."))])
    with act(by=by, at=at) as deed:
        found = target_of(agency_id, stack.code, stack.component) if stack.code else None
        if isinstance(found, str):
            raise Incomplete([("code", found)])
        scan = Scan.objects.create(
            id=uuid7(at),
            agency_id=agency_id,
            source="upload",
            name=stack.files[0][0][:200],
            dossier=found,
            component=stack.component,
            by=by.id,
            added_at=at,
        )
        files = [
            store(stream=stream, name=name, by=by, at=at, limit=STACK_LIMIT) for name, stream in stack.files
        ]
        _arrive(deed, scan, files)
    return scan


def add_from_folder(
    *, agency_id: str, name: str, stream: BinaryIO, digest: bytes, by: Actor, at: datetime
) -> Scan:
    """Take in a file of the watched folder, once for its content. Raises Refused."""
    with act(by=by, at=at) as deed:
        scan = Scan.objects.create(
            id=uuid7(at),
            agency_id=agency_id,
            source="folder",
            name=name[:200],
            digest=digest,
            added_at=at,
        )
        _arrive(deed, scan, [store(stream=stream, name=name, by=by, at=at, limit=STACK_LIMIT)])
    return scan


def refuse_from_folder(
    *, agency_id: str, name: str, digest: bytes, refused: Refused, by: Actor, at: datetime
) -> Scan:
    """Write down that a file of the watched folder cannot be read, and why."""
    with act(by=by, at=at) as deed:
        scan = Scan.objects.create(
            id=uuid7(at),
            agency_id=agency_id,
            source="folder",
            name=name[:200],
            digest=digest,
            added_at=at,
            state="refused",
            problem=refused.message,
        )
        deed.record(events.ScanRefused(scan_id=scan.id, agency_id=agency_id, why=refused.code))
    return scan


def read_scan(*, scan_id: UUID, by: Actor, at: datetime) -> None:
    """Split a stack at its separator sheets and bind each part whose sheet names a dossier of the agency; once."""
    with act(by=by, at=at) as deed:
        scan = Scan.objects.select_for_update().get(id=scan_id)
        if scan.state != "waiting":
            return
        files = [one.file for one in scan.files.select_related("file").order_by("position")]
        try:
            whole = render_pdf(files=files, by=by, at=at)
        except Refused as refused:
            _set(scan, "refused", refused.message)
            deed.record(events.ScanRefused(scan_id=scan.id, agency_id=scan.agency_id, why=refused.code))
            return
        parts, problem = _parts(scan, whole)
        for position, part in enumerate(parts):
            _keep(scan, whole, position, part, by, at)
        _set(scan, "read", problem)


def bind_part(*, part_id: UUID, code: str, component: int, by: Actor, at: datetime) -> Document:
    """Bind a loose part to a dossier of the officer's own agency. Raises NotFound, Incomplete."""
    with act(by=by, at=at):
        part = _loose(part_id, by)
        found = target_of(part.scan.agency_id, code, component)
        if isinstance(found, str):
            raise Incomplete([("code", found)])
        return bind(part=part, dossier=found, component=component, by=by, at=at)


def drop_part(*, part_id: UUID, reason: str, by: Actor, at: datetime) -> None:
    """Put pages aside that belong to no dossier; they are kept, with who and why. Raises NotFound, Incomplete."""
    with act(by=by, at=at) as deed:
        part = _loose(part_id, by)
        require_reason(reason)
        part.dropped_at, part.dropped_by, part.dropped_reason = at, by.id, reason.strip()
        part.save(update_fields=["dropped_at", "dropped_by", "dropped_reason"])
        deed.record(
            events.ScanPartDropped(
                scan_id=part.scan_id,
                agency_id=part.scan.agency_id,
                part_id=part.id,
                text_sha256=sha256(part.dropped_reason),
            )
        )


def _arrive(deed: Deed, scan: Scan, files: Sequence[File]) -> None:
    ScanFile.objects.bulk_create(
        [ScanFile(scan=scan, position=place, file=one) for place, one in enumerate(files)]
    )
    deed.record(
        events.ScanArrived(
            scan_id=scan.id,
            agency_id=scan.agency_id,
            source=scan.source,
            files=tuple(one.id for one in files),
        )
    )


def _parts(scan: Scan, whole: File) -> tuple[list[Part], str]:
    """Divide the stack; one for a paper that was chosen stays whole."""
    every = range(whole.pages or 0)
    if scan.dossier is not None:
        return [Part(Sheet(scan.dossier.codes.get().code, scan.component), tuple(every))], ""
    try:
        return split(sheets_of(read_barcodes(whole))), ""
    except Unread:
        return split([None for _ in every]), UNREAD


def _keep(scan: Scan, whole: File, position: int, part: Part, by: Actor, at: datetime) -> None:
    sheet = part.sheet
    found = target_of(scan.agency_id, sheet.code, sheet.component) if sheet else NO_SHEET
    row = ScanPart.objects.create(
        id=derived(scan.id, "part", str(position)),
        scan=scan,
        position=position,
        file=cut(file=whole, pages=part.pages, name=_name(scan, part), by=by, at=at),
        code=sheet.code if sheet else "",
        component=sheet.component if sheet else 0,
        problem=found if isinstance(found, str) else "",
    )
    if sheet and not isinstance(found, str):
        bind(part=row, dossier=found, component=sheet.component, by=by, at=at)


def _name(scan: Scan, part: Part) -> str:
    """Name the PDF by dossier and paper, or by the stack where no sheet told them."""
    stem = scan.name.rpartition(".")[0] or scan.name
    return f"{part.sheet.code} {part.sheet.component}.pdf" if part.sheet else f"{stem}.pdf"


def _loose(part_id: UUID, by: Actor) -> ScanPart:
    rows = ScanPart.objects.select_for_update(of=("self",)).select_related("scan", "file")
    part = rows.filter(id=part_id, document=None, dropped_at=None).first()
    if part is None or not may_digitise(by, part.scan.agency_id):
        raise NotFound
    return part


def _set(scan: Scan, state: str, problem: str) -> None:
    scan.state, scan.problem = state, problem
    scan.save(update_fields=["state", "problem"])
