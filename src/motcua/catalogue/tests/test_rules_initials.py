"""Two letters find a procedure."""

import pytest

from motcua.catalogue.rules.initials import fit, letters_of

TITLE = "Đăng ký khai sinh có yếu tố nước ngoài"


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("dk", 1),
        ("ĐKKS", 1),
        ("ks", 2),
        ("1.001193", 0),
        ("khai si", 3),
        ("khai nuoc", 3),
        ("nuoc khai", None),
        ("kt", None),
        ("", None),
        ("ly hôn", None),
    ],
)
def test_letters_fit_by_initials_side_by_side_or_beginnings_of_words_in_order(typed, how):
    assert fit(typed, *letters_of(TITLE), "1.001193") == how
