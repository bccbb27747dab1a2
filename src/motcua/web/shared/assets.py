"""One stylesheet, one script, and the widget's small stylesheet, put together from the sources in `assets/`.

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
        "passkey",
    ),
    "end",
)


def stylesheet(names: tuple[str, ...] = STYLES) -> str:
    """Give a stylesheet whole, without comments and spare blanks."""
    text = "\n".join((SOURCES / "css" / f"{name}.css").read_text() for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,>])\s*", r"\1", text)
    return re.sub(r":\s+", ":", text.replace(";}", "}")).strip() + "\n"


def script() -> str:
    """Give htmx and our own scripts as one file, comments and indentation left out."""
    own = "\n".join((SOURCES / "js" / f"{name}.js").read_text() for name in SCRIPTS)
    lines = (line.strip() for line in own.splitlines())
    kept = [line for line in lines if line and not line.startswith("//")]
    return (SOURCES / "vendor" / "htmx.min.js").read_text().rstrip() + "\n" + "\n".join(kept) + "\n"


def build() -> dict[Path, str]:
    """Give the text of each file to serve."""
    return {
        BUILT / "motcua.css": stylesheet(),
        BUILT / "widget.css": stylesheet(WIDGET_STYLES),
        BUILT / "motcua.js": script(),
    }


def main() -> int:
    """Write the files."""
    for path, text in build().items():
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
