"""One readable PDF from photos and PDFs: A4 pages, nothing active, nothing hidden."""

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from motcua.papers import images, pdfs
from motcua.papers.errors import Refused
from motcua.papers.rules.jpegs import stripped
from motcua.papers.rules.sheets import lay

LONGEST_SIDE = 2200
QUALITY = 80
_PAGE_KEYS = frozenset(
    ["/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group", "/Parent"]
)
_HIDDEN_KEYS = frozenset(
    [
        "/Metadata",
        "/PieceInfo",
        "/AF",
        "/AA",
        "/OPI",
        "/Thumb",
        "/JS",
        "/JavaScript",
        "/EmbeddedFile",
        "/Measure",
    ]
)


class Unreadable(Exception):
    """One of the sources cannot be made readable; `position` says which."""

    def __init__(self, position: int, refused: Refused) -> None:
        super().__init__(str(refused))
        self.position = position
        self.refused = refused


def compose(sources: Sequence[tuple[Path, bool]], target: BinaryIO) -> int:
    """Write one PDF of all sources (path, is it a PDF); gives the number of pages. Raises Unreadable."""
    with Pdf.new() as made:
        for position, (path, is_pdf) in enumerate(sources):
            try:
                if is_pdf:
                    _add_pdf(made, path)
                else:
                    _add_photo(made, path)
            except Refused as refused:
                raise Unreadable(position, refused) from refused
        pages = len(made.pages)
        made.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return pages


def _add_photo(made: Pdf, path: Path) -> None:
    with images.upright(path, LONGEST_SIDE) as image:
        data = BytesIO()
        Image.frombytes(image.mode, image.size, image.tobytes()).save(data, "JPEG", quality=QUALITY)
        size, grey = image.size, image.mode == "L"
    picture = Stream(
        made,
        data.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    sheet = lay(*size)
    drawn = f"q {sheet.width:.2f} 0 0 {sheet.height:.2f} {sheet.left:.2f} {sheet.bottom:.2f} cm /Im0 Do Q"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *sheet.paper]),
        Resources=Dictionary(XObject=Dictionary(Im0=made.make_indirect(picture))),
        Contents=made.make_indirect(Stream(made, drawn.encode())),
    )
    made.pages.append(pikepdf.Page(made.make_indirect(page)))


def _add_pdf(made: Pdf, path: Path) -> None:
    with pdfs.opened(path) as source:
        _write_fields_into_pages(source)
        first = len(made.pages)
        made.pages.extend(source.pages)
        for page in list(made.pages)[first:]:
            for key in [key for key in page.obj.keys() if key not in _PAGE_KEYS]:  # noqa: SIM118
                del page.obj[key]
        _clean(made)


def _write_fields_into_pages(source: Pdf) -> None:
    """Let what was typed into form fields, stamped or remarked become part of the page."""
    if Name.AcroForm in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations("screen")


def _clean(made: Pdf) -> None:
    for thing in made.objects:
        if isinstance(thing, Dictionary | Stream):
            for key in [key for key in thing.keys() if key in _HIDDEN_KEYS]:  # noqa: SIM118
                del thing[key]
        if isinstance(thing, Stream) and _is_bare_jpeg(thing):
            raw = thing.read_raw_bytes()
            with suppress(ValueError):
                thing.write(stripped(raw), filter=Name.DCTDecode)


def _is_bare_jpeg(thing: Stream) -> bool:
    filters = thing.get("/Filter")
    return filters in (Name.DCTDecode, Array([Name.DCTDecode])) and thing.get("/DecodeParms") is None
