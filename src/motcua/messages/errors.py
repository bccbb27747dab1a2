"""Why something about a message was not done, in words for the person who tried."""

from motcua.kernel.words import mark


class NotDone(Exception):
    """Base: nothing was changed. `str(error)` is a sentence for people, marked for translation."""


class NotFound(NotDone):
    """There is no such slip for this viewer (also when there is one at another agency)."""

    def __init__(self) -> None:
        super().__init__(mark("Không tìm thấy phiếu báo."))


class Incomplete(NotDone):
    """Something is missing or wrong; `problems` lists what, each with the field it belongs to."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(mark("Thông tin chưa đủ hoặc chưa đúng."))
        self.problems = problems
