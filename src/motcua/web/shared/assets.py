"""Stylesheet and script of every page, the small ones of widget and office, put together from the sources in `assets/`.

`python -m motcua.web.shared.assets` writes them; a test asserts that what is committed equals its sources.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "assets"
BUILT = HERE / "static" / "shared"
STYLES = ("tokens", "base", "layout", "parts", "forms", "office", "contacts", "print", "leaves")
WIDGET_STYLES = ("tokens", "widget")
SCRIPTS = (
    *(
        "start",
        "reveal",
        "shows",
        "autosave",
        "upload",
        "suggest",
        "dialog",
        "keys",
        "scan",
        "counter",
    ),
    "end",
)
OFFICE_SCRIPTS = ("start", "outbox", "reception", "passkey", "end")
"""For those signed in at an office alone: a phone on a weak line does not carry them."""


def stylesheet(names: tuple[str, ...] = STYLES) -> str:
    """Give a stylesheet whole, without comments and spare blanks."""
    text = "\n".join((SOURCES / "css" / f"{name}.css").read_text() for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,>])\s*", r"\1", text)
    return re.sub(r":\s+", ":", text.replace(";}", "}")).strip() + "\n"


def script(names: tuple[str, ...]) -> str:
    """Give our own scripts as one file, comments and indentation left out."""
    own = "\n".join((SOURCES / "js" / f"{name}.js").read_text() for name in names)
    lines = (line.strip() for line in own.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def vendored() -> str:
    """Give htmx."""
    return (SOURCES / "vendor" / "htmx.min.js").read_text().rstrip() + "\n"


def build() -> dict[Path, str]:
    """Give the text of each file to serve."""
    return {
        BUILT / "motcua.css": stylesheet(),
        BUILT / "widget.css": stylesheet(WIDGET_STYLES),
        BUILT / "motcua.js": vendored() + script(SCRIPTS),
        BUILT / "office.js": script(OFFICE_SCRIPTS),
    }


def main() -> int:
    """Write the files."""
    for path, text in build().items():
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
