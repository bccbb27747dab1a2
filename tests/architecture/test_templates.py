"""Every template is used, and none carries style or script of its own."""

import re

from tests.architecture.house import ROOT, SOURCE

JINJA = re.compile(r"{%.*?%}|{#.*?#}|{{.*?}}", re.DOTALL)
TEMPLATES = [path for path in (SOURCE / "web").rglob("templates/**/*") if path.is_file()]


def _names():
    return {str(path).split("/templates/", 1)[1]: path for path in TEMPLATES}


def test_every_template_is_used():
    everything = "\n".join(
        path.read_text("utf-8") for path in [*SOURCE.rglob("*.py"), *TEMPLATES] if "tests" not in path.parts
    )
    unused = [
        name for name in _names() if f'"{name}"' not in everything and not _named_short(name, everything)
    ]
    assert unused == []


def _named_short(name, everything):
    """Error pages are named by their number, `_page("404", request)`, parts by their word in `PARTS`."""
    stem = name.rsplit("/", 1)[1].removesuffix(".html")
    error = name.startswith("shared/errors/") and f'_page("{stem}"' in everything
    short = name.startswith(("shared/parts/", "shared/samples/"))
    return error or (short and f'"{stem}"' in everything)


def test_no_template_carries_style_or_script_of_its_own():
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", re.IGNORECASE)
    odd = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if path.suffix == ".html" and inline.search(JINJA.sub("", path.read_text("utf-8")))
    ]
    assert odd == []
