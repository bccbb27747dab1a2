"""Whether a file is what it says: its kind by content, then really opened."""

from dataclasses import dataclass
from pathlib import Path

from motcua.kernel.words import mark
from motcua.papers import images, pdfs
from motcua.papers.errors import Refused
from motcua.papers.rules.kinds import HEAD, PDF, Kind, kind_of

NOT_TAKEN = mark(
    "Hệ thống chỉ nhận tệp PDF hoặc ảnh JPEG, PNG, HEIC. "
    "Hãy chụp ảnh giấy tờ, hoặc lưu văn bản thành PDF, rồi tải lên."
)
EMPTY = mark("Tệp này rỗng, không có nội dung. Hãy chọn lại tệp hoặc chụp lại ảnh.")


@dataclass(frozen=True)
class Checked:
    """What a file turned out to be."""

    kind: Kind
    pages: int


def check(path: Path) -> Checked:
    """Tell the kind and the pages of a file. Raises Refused with a sentence for the person who chose it."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        raise Refused(EMPTY, "empty")
    kind = kind_of(head)
    if kind is None:
        raise Refused(NOT_TAKEN, "kind")
    if kind is PDF:
        return Checked(kind, pdfs.check(path))
    images.check(path)
    return Checked(kind, 1)
