"""Why an act on a dossier or draft was not done, in words for the person who tried."""

from motcua.kernel.words import mark


class NotDone(Exception):
    """Base: nothing was changed. `str(error)` is a sentence for people, marked for translation."""


class NotFound(NotDone):
    """There is no such thing for this viewer (also when it exists but is not theirs)."""

    def __init__(self) -> None:
        super().__init__(mark("Không tìm thấy hồ sơ."))


class NotAllowed(NotDone):
    """The act is not possible now, or not for this person."""

    def __init__(
        self, text: str = mark("Không thể thực hiện việc này ở trạng thái hiện tại của hồ sơ.")
    ) -> None:
        super().__init__(text)


class Stale(NotDone):
    """Somebody else changed it since it was shown."""

    def __init__(self, current: int) -> None:
        super().__init__(mark("Nội dung vừa được thay đổi ở nơi khác. Vui lòng xem lại trước khi tiếp tục."))
        self.current = current


class Superseded(NotDone):
    """The procedure has changed since the draft was begun; it must follow before it is filed."""

    def __init__(self) -> None:
        super().__init__(mark("Thủ tục này đã thay đổi. Vui lòng xem các điểm mới trước khi nộp."))


class Incomplete(NotDone):
    """Something is missing; `problems` lists what, each with the field or component it belongs to."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(mark("Hồ sơ còn thiếu thông tin."))
        self.problems = problems
