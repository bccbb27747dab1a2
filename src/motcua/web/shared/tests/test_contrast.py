"""Every pair of text and background that the stylesheet uses can be read: 4.5 to 1, controls 3 to 1."""

import re

import pytest

from motcua.web.shared.assets import SOURCES

TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (SOURCES / "css" / "tokens.css").read_text()))
TEXTS = [
    *[
        (text, ground)
        for text in ("ink", "quiet", "leaf", "leaf-deep", "late")
        for ground in ("paper", "mist")
    ],
    *[("paper", ground) for ground in ("leaf", "leaf-deep", "late")],
    *[(kind, f"{kind}-mist") for kind in ("soon", "late", "waiting", "lotus")],
    *[("ink", f"{kind}-mist") for kind in ("leaf", "ontime", "soon", "late", "waiting", "lotus")],
    *[(text, "leaf-mist") for text in ("quiet", "leaf", "late")],
    *[("quiet", f"{kind}-mist") for kind in ("soon", "waiting", "lotus", "ontime")],
    *[("leaf", f"{kind}-mist") for kind in ("soon", "waiting", "lotus", "ontime", "late")],
    *[("ink", "focus"), ("ontime", "paper"), ("lotus", "paper"), ("waiting", "paper"), ("soon", "paper")],
    *[("#dcebe4", "leaf"), ("#dcebe4", "leaf-deep"), ("#156b3f", "ontime-mist"), ("paper", "#8c1a11")],
]
LARGE = [
    ("edge", "paper"),
    ("edge", "mist"),
    ("leaf", "paper"),
    ("ontime", "ontime-mist"),
    ("focus", "leaf"),
    ("focus", "ink"),
]


def _luminance(colour: str) -> float:
    value = TOKENS.get(colour, colour)
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_is_readable_on_its_ground(text, ground):
    assert _contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("sign", "ground"), LARGE)
def test_controls_and_signs_stand_out(sign, ground):
    assert _contrast(sign, ground) >= 3
