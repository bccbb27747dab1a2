"""What is served equals its readable sources, and stays light."""

import gzip

from motcua.web.shared import assets


def test_served_files_equal_their_sources():
    for path, text in assets.build().items():
        assert path.read_text() == text, f"{path.name}: run python -m motcua.web.shared.assets"


def test_stylesheet_and_script_stay_light_for_a_phone_on_weak_3g():
    sizes = {path.name: len(gzip.compress(text.encode(), 9)) for path, text in assets.build().items()}
    assert sizes["motcua.css"] <= 10_000
    assert sizes["motcua.js"] <= 22_000


def test_sources_are_all_used_and_short():
    for folder, names in (
        ("css", {*assets.STYLES, *assets.WIDGET_STYLES}),
        ("js", {*assets.SCRIPTS, *assets.OFFICE_SCRIPTS}),
    ):
        files = {path.stem: path for path in (assets.SOURCES / folder).iterdir()}
        assert files.keys() == set(names)
        assert all(len(path.read_text().splitlines()) <= 400 for path in files.values())


def test_the_stylesheet_asks_nobody_else_for_anything():
    text = assets.stylesheet()
    assert "url(" not in text
    assert "@import" not in text
