"""PDFs that come in: opened without trusting them."""

import mmap
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from motcua.kernel.words import mark
from motcua.papers.errors import Refused

MOST_PAGES = 1000
_TAIL = 4096
_MOST_MEMORY = 64 * 1024 * 1024

# For the whole process, before any file is opened: 800 kB of a hostile file can otherwise become gigabytes.
pikepdf.settings.set_qpdf_limits(
    doc_max_warnings=1000,
    parser_max_container_size=1_000_000,
    max_stream_filters=4,
    flate_max_memory=_MOST_MEMORY,
    run_length_max_memory=_MOST_MEMORY,
    png_max_memory=_MOST_MEMORY,
    tiff_max_memory=_MOST_MEMORY,
    dct_max_memory=_MOST_MEMORY,
)

# The limits do not reach LZW, which no writer uses for the streams in which objects lie. A filter hidden
# behind a reference, or a name with escaped letters, could be one.
_OBJECTS_IN_STREAMS = re.compile(rb"/(?:ObjStm|XRef)\b")
_MAY_BE_LZW = re.compile(rb"/(?:[LZW]|#[0-9A-Fa-f]{2}){3}(?:Decode|[\s/\]>#])|/Filter\s+\d+\s+\d+\s+R")

BROKEN = mark(
    "Tệp PDF này bị hỏng hoặc chưa tải đủ. Hãy lưu lại tệp từ chương trình đã tạo ra nó rồi tải lên."
)
LOCKED = mark("Tệp PDF này được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu, hoặc in ra rồi chụp ảnh, và tải lên.")
ODD = mark(
    "Hệ thống không mở được tệp PDF này an toàn. Hãy mở tệp và in ra một tệp PDF mới, "
    "hoặc in ra giấy rồi chụp ảnh, và tải lên."
)
DYNAMIC = mark(
    "Tệp PDF này là mẫu khai động, chỉ mở được bằng một chương trình riêng. "
    "Hãy in mẫu đã điền ra một tệp PDF mới rồi tải lên."
)
NO_PAGES = mark("Tệp PDF này không có trang nào. Hãy chọn lại tệp.")
TOO_MANY_PAGES = mark("Tệp PDF này có quá 1.000 trang. Hãy chỉ tải lên những trang cần nộp.")


def check(path: Path) -> int:
    """Open a PDF and count its pages. Raises Refused."""
    with opened(path) as pdf:
        return len(pdf.pages)


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """Open a PDF for reading; small faults are mended, a cut or locked one is refused."""
    if _may_explode(path):
        raise Refused(ODD, "odd_pdf")
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            _judge(pdf, path)
            yield pdf
    except pikepdf.PasswordError as error:
        raise Refused(LOCKED, "locked_pdf") from error
    except (pikepdf.PdfError, ValueError, RuntimeError, MemoryError) as error:
        if "no pages found" in str(error):
            raise Refused(NO_PAGES, "no_pages") from error
        raise Refused(BROKEN, "broken_pdf") from error


def _judge(pdf: pikepdf.Pdf, path: Path) -> None:
    if pdf.is_encrypted:
        raise Refused(LOCKED, "locked_pdf")
    pages = len(pdf.pages)
    if pages == 0:
        raise Refused(NO_PAGES, "no_pages")
    if pages > MOST_PAGES:
        raise Refused(TOO_MANY_PAGES, "too_many_pages")
    if pdf.Root.get("/NeedsRendering", False):
        raise Refused(DYNAMIC, "dynamic_form")
    if pdf.get_warnings() and not _ends(path):
        raise Refused(BROKEN, "broken_pdf")


def _ends(path: Path) -> bool:
    """Tell whether the file reaches its end mark: one that was cut while it was sent does not."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _TAIL))
        return b"%%EOF" in stream.read()


def _may_explode(path: Path) -> bool:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return bool(_OBJECTS_IN_STREAMS.search(content) and _MAY_BE_LZW.search(content))
