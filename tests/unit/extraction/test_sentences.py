# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Where sentences end."""

import pytest

from ingestd.events.facts import Block
from ingestd.extraction.sentences import sentences
from ingestd.extraction.view import view


def cut(text: str, blocks: tuple[Block, ...] = ()) -> list[str]:
    seen = view(text)
    return [seen.quote(one.start, one.end).text for one in sentences(seen, blocks)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Mr. Smith of Acme Co. said so. Then J. Doe left.", ["Mr. Smith of Acme Co. said so.", "Then J. Doe left."]),
        ("It cost 3.5 million. Why?", ["It cost 3.5 million.", "Why?"]),
        ('"Good." He left.', ['"Good."', "He left."]),
        ("Title\nText of the first paragraph.", ["Title", "Text of the first paragraph."]),
        ("a line that is wrapped only because the column ended\nand goes on here.", ["a line that is wrapped only because the column ended\nand goes on here."]),
        ("Стоимость 5 млрд руб. в год. Конец.", ["Стоимость 5 млрд руб. в год.", "Конец."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("- one\n- two", ["- one", "- two"]),
        ("  ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_reader_stops(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_no_sentence_reaches_from_one_block_into_the_next() -> None:
    blocks = (Block(kind="caption", start=0, end=7), Block(kind="body", start=7, end=13))

    assert cut("Caption Body.", blocks) == ["Caption", "Body."]
