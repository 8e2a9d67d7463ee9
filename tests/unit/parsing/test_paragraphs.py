import textwrap

from hypothesis import given
from hypothesis import strategies as st

from ingestd.parsing.paragraphs import Paragraph, paragraphs, trimmed
from tests.unit.parsing.reading import LONG


@given(st.text())
def test_a_paragraph_stands_where_it_says(text: str) -> None:
    for paragraph in paragraphs(text):
        assert text[paragraph.start : paragraph.end] == paragraph.text == paragraph.text.strip()


def test_each_line_is_a_paragraph() -> None:
    assert [p.text for p in paragraphs(f"One\r\n  {LONG}  \n\n\nThree")] == [
        "One",
        LONG,
        "Three",
    ]


def test_a_wrapped_paragraph_is_put_together() -> None:
    wrapped = textwrap.fill(f"{LONG} {LONG}", width=72)

    assert [p.text for p in paragraphs(f"A title\n\n{wrapped}\n\nThe end.\n")] == [
        "A title",
        wrapped,
        "The end.",
    ]


def test_a_short_line_within_a_wrapped_text_ends_its_paragraph() -> None:
    wrapped = textwrap.fill(LONG, width=72)

    assert [p.text for p in paragraphs(f"Background\n{wrapped}")] == ["Background", wrapped]


def test_lines_that_begin_with_capitals_were_not_wrapped() -> None:
    lines = [
        "The first of the lines, which is rather long but ends somewhere here.",
        "Second line.",
    ]

    assert [p.text for p in paragraphs("\n".join(lines))] == lines


def test_blanks_are_trimmed_and_counted() -> None:
    assert trimmed("  two words ", 10) == Paragraph("two words", 12)
    assert Paragraph("two words", 12).words == 2


def test_a_blank_part_is_none() -> None:
    assert trimmed(" \n", 3) is None
    assert Paragraph("a b", 0).cut(1, 2) is None
