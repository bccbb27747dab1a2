"""Is a draft ready to be filed? Required components have a file, sizes stay within limits."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from motcua.kernel.words import mark

FILE_LIMIT = 20 * 1024 * 1024
DOSSIER_LIMIT = 100 * 1024 * 1024
FILES_LIMIT = 60


class ComponentLike(Protocol):
    """What completeness looks at in a component of a procedure version."""

    @property
    def seq(self) -> int: ...
    @property
    def kind(self) -> str: ...


def missing_files(components: Sequence[ComponentLike], given: Mapping[int, int]) -> list[tuple[str, str]]:
    """List the required components without a file. `given` maps a component's number to its count of files.

    Only `required` papers must be there: conditional ones depend on the case, presented ones are shown later.
    """
    return [
        (f"component-{one.seq}", mark("Giấy tờ này bắt buộc phải có. Vui lòng chụp ảnh hoặc chọn tệp."))
        for one in components
        if one.kind == "required" and not given.get(one.seq)
    ]


def room_for(size: int, sizes: Sequence[int]) -> str | None:
    """Tell why a further file of this size does not fit into the dossier; None when it does."""
    if len(sizes) >= FILES_LIMIT:
        return mark("Hồ sơ đã có 60 tệp. Vui lòng gộp bớt trước khi thêm.")
    if sum(sizes) + size > DOSSIER_LIMIT:
        return mark("Tổng dung lượng hồ sơ vượt quá 100 MB. Vui lòng bớt tệp hoặc chụp lại ảnh nhỏ hơn.")
    return None
