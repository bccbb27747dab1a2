"""Why a hand-over was not done, in words for the officer who tried."""

from motcua.kernel.words import mark


class NotDone(Exception):
    """Base: nothing was changed. `str(error)` is a sentence for people, marked for translation."""


class NotFound(NotDone):
    """There is no such thing for this viewer (also when it is another agency's)."""

    def __init__(self) -> None:
        super().__init__(mark("Không tìm thấy."))


class NotAllowed(NotDone):
    """It is not possible now, or not for this person."""


class Incomplete(NotDone):
    """Something is missing or wrong; `problems` lists what, each with the field it belongs to."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(mark("Thông tin chưa đủ hoặc chưa đúng."))
        self.problems = problems
