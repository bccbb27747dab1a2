"""Reads a page as somebody without Vietnamese does: what is said to be Vietnamese (`lang="vi"`) is passed over."""

import re
from html.parser import HTMLParser

LETTERS = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9àáãèéìíòóõùúýĩũÀÁÃÈÉÌÍÒÓÕÙÚÝĨŨ]")
READ_OUT = ("alt", "aria-label", "placeholder", "title", "content")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


class Reader(HTMLParser):
    """Collects the texts of a page that are not marked as Vietnamese, but hold Vietnamese letters."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.langs: list[tuple[str, str]] = [("", "en")]
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        lang = given.get("lang") or self.langs[-1][1]
        for name in READ_OUT:
            self._read(given.get(name) or "", lang)
        if tag not in VOID:
            self.langs.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while len(self.langs) > 1 and self.langs.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._read(data, self.langs[-1][1])

    def _read(self, text: str, lang: str) -> None:
        if lang != "vi" and LETTERS.search(text):
            self.found.append(" ".join(text.split()))


def vietnamese_on(page: str, *names: str) -> list[str]:
    """Return the texts left in Vietnamese, apart from the proper names given."""
    kept = [
        re.sub("|".join(map(re.escape, names)), "", text) if names else text for text in Reader(page).found
    ]
    return [text for text in kept if LETTERS.search(text)]
