"""Somebody who does what a guide says, in the guide's language, and takes its pictures on the way."""

import re
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from docs.pictures import camera
from motcua.commands import translations
from tests.browser.visitors import Visitor, Visitors

LANGUAGES = ("vi", "en")
MOST = 40_000
"""Bytes of a picture."""
PATIENCE = 10_000
TYPED = {"detail": "Xóm 3", "place": "Xóm 3", "ethnic": "Kinh"}
_addresses = count(1)
WORDS = "button, a, summary, label, legend, h1, h2, h3, dt"


class Album:
    """The pictures of the guides in one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder / language, language
        self.folder.mkdir(parents=True, exist_ok=True)
        self.marks: dict[str, int] = {}

    def keep(self, name: str, picture: Any, marks: int) -> None:
        """Keep a picture under its name, with how many numbers stand in it."""
        assert name not in self.marks, f"{name} was taken before"
        (self.folder / f"{name}.webp").write_bytes(camera.small(picture, MOST))
        self.marks[name] = marks


class Followers:
    """Gives a window to everybody in a guide."""

    def __init__(self, found: Visitors, album: Album) -> None:
        self.found, self.album = found, album
        self.staff: dict[str, Follower] = {}

    def citizen(self) -> "Follower":
        """Give somebody with a phone."""
        return Follower(self.found, self.album, camera.PHONE["width"])

    def officer(self, name: str) -> "Follower":
        """Give somebody of the staff, signed in at a machine of their own whose printer is switched off."""
        if name not in self.staff:
            self.staff[name] = self.stranger()
            self.staff[name].context.add_init_script("window.print = () => {}")
            self.staff[name].sign_in_at_desk(name)
        return self.staff[name]

    def stranger(self) -> "Follower":
        """Give a desk at which nobody has signed in."""
        return Follower(self.found, self.album, camera.DESK["width"])


class Follower(Visitor):
    """One person who follows a guide; the pages were looked at elsewhere, here only words and steps count."""

    def __init__(self, found: Visitors, album: Album, width: int) -> None:
        self.narrow = width < 600
        window = found.window(width, scale=1.5 if self.narrow else 1, touch=self.narrow)
        window.set_extra_http_headers(
            {"X-Forwarded-For": f"192.0.2.{next(_addresses)}"}
        )  # a line of one's own
        super().__init__(window, found.wrong, checked=True)
        self.album = album
        self.language = "" if album.language == "vi" else f"/{album.language}"

    def check(self) -> None:
        """Wait for the page, no more."""
        self.page.wait_for_load_state("load")

    def _words_for(self, field: Any) -> str:
        last = str(field.get_attribute("name")).rsplit(".", 1)[-1]
        return TYPED.get(last) or super()._words_for(field)

    def say(self, words: str) -> str:
        """Give these words of a page in the language of the guide."""
        return words if self.album.language == "vi" else _english()[words]

    def named(self, words: str, within: str = "main") -> Locator:
        """Find the button, link or heading that says so, or else begins so."""
        return self._saying(words, WORDS, within)

    def press(self, text: str) -> Page:
        """Press the button or link that says so."""
        self._saying(text, "button, a, summary", "main").click()
        self.check()
        return self.page

    def _saying(self, words: str, kinds: str, within: str) -> Locator:
        said = re.escape(self.say(words))
        all_of_them = self.page.locator(within).locator(kinds)
        alone = all_of_them.filter(has_text=re.compile(rf"^\s*{said}\s*$"))
        return (
            alone if alone.count() else all_of_them.filter(has_text=re.compile(rf"^\s*{said}(?!\w)"))
        ).first

    def picture(self, name: str, *marks: str | Locator, beside: tuple[str | Locator, ...] = ()) -> None:
        """Take the picture of this name: every mark is a selector, or a place on the page, and must be seen."""
        found = [self._found(one) for one in marks]
        more = [self._found(one) for one in beside]
        shot = camera.seen(self.page, found, beside=more, phone=self.narrow)
        self.album.keep(name, shot, len(found))

    def _found(self, mark: str | Locator) -> Locator:
        one = (self.page.locator(mark) if isinstance(mark, str) else mark).first
        expect(one).to_be_visible(timeout=PATIENCE)
        return one


@cache
def _english() -> dict[str, str]:
    """Give the English of every text, by its Vietnamese."""
    return {
        one.id if isinstance(one.id, str) else one.id[0]: one.string
        if isinstance(one.string, str)
        else one.string[-1]
        for one in translations.english()
        if one.id
    }
