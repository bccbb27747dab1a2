"""Why something was not done, in words for whoever tried."""

from motcua.kernel.words import mark


class NotFound(Exception):
    """There is no such thing for this viewer."""


class NotAllowed(Exception):
    """It is not possible now; `str(error)` says why."""


class Incomplete(Exception):
    """Something is missing or wrong; `problems` lists what, each with the field it belongs to."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(mark("Thông tin chưa đủ hoặc chưa đúng."))
        self.problems = problems
