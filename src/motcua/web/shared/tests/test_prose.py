"""The marks of the guides, read into blocks."""

from motcua.web.shared.prose import Heading, Items, Paragraph, Picture, Piece, Table, read, words


def test_words_are_plain_shown_typed_or_lead_elsewhere():
    assert words("Bấm **Nộp hồ sơ** ②, phím `n`, xem [quầy](clerk.md).") == (
        Piece("plain", "Bấm "),
        Piece("shown", "Nộp hồ sơ"),
        Piece("plain", " ②, phím "),
        Piece("typed", "n"),
        Piece("plain", ", xem "),
        Piece("link", "quầy", "clerk.md"),
        Piece("plain", "."),
    )


def test_a_step_holds_its_picture_and_what_is_said_after_it():
    [title, steps] = read(
        "# Nộp\n\n1. Gõ một\n   dòng.\n\n   ![Ô tìm](../pictures/vi/a.webp)\n\n   Hoặc chọn.\n2. Hết.\n"
    )
    assert title == Heading(1, words("Nộp"), "s1")
    assert isinstance(steps, Items)
    assert steps.style == "steps"
    assert steps.items == (
        (
            Paragraph(words("Gõ một dòng.")),
            Picture("../pictures/vi/a.webp", "Ô tìm"),
            Paragraph(words("Hoặc chọn.")),
        ),
        (Paragraph(words("Hết.")),),
    )


def test_things_to_tick_remarks_and_a_list_within_a_step():
    ticks, rest = read("- [ ] Cất nơi\n      có khóa.\n- [ ] In.\n\n1. Chọn\n   - một\n   - hai\n")
    assert (ticks.style, len(ticks.items)) == ("ticks", 2)
    assert ticks.items[0] == (Paragraph(words("Cất nơi có khóa.")),)
    assert rest.style == "steps"
    assert rest.items[0][1] == Items("remarks", ((Paragraph(words("một")),), (Paragraph(words("hai")),)))


def test_a_list_of_another_kind_is_another_list():
    assert [one.style for one in read("1. Một.\n\n- Hai.\n")] == ["steps", "remarks"]


def test_a_table_has_a_head_and_lines():
    [table] = read("| việc | ai |\n|---|---|\n| **Tiếp nhận** | cán bộ |\n")
    assert table == Table((words("việc"), words("ai")), ((words("**Tiếp nhận**"), words("cán bộ")),))


def test_headings_have_places_of_their_own_in_order():
    assert [one.anchor for one in read("# A\n\n## B\n\nx\n\n## C\n") if one.kind == "heading"] == [
        "s1",
        "s2",
        "s3",
    ]
