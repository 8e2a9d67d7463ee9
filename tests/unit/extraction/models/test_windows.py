"""Long texts in pieces."""

import random
from itertools import pairwise

import pytest

from ingestd.extraction.models.windows import windows


def test_a_text_that_fits_is_one_piece() -> None:
    assert list(windows("Short.", 100, 20)) == [(0, 6)]


def test_pieces_end_with_a_paragraph_else_a_sentence_else_a_word() -> None:
    paragraphs = "aaaa bbbb.\ncccc dddd eeee"
    sentences = "aaaa bbbb. cccc dddd eeee"
    words = "aaaa bbbb cccc dddd eeee"

    pieces = [
        text[: next(end for _, end in windows(text, 14, 4))]
        for text in (paragraphs, sentences, words)
    ]

    assert pieces == ["aaaa bbbb.\n", "aaaa bbbb. ", "aaaa bbbb "]


def test_the_next_piece_goes_back_to_a_word_that_begins_in_the_overlap() -> None:
    text = "one two three four five six seven"

    pieces = [text[start:end] for start, end in windows(text, 16, 8)]

    assert pieces == ["one two three ", "three four five ", "five six seven"]


@pytest.mark.parametrize("seed", range(30))
def test_no_letter_is_left_out_and_every_piece_moves_on(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices("ab .\n", k=chance.randrange(1, 400)))
    size = chance.randrange(2, 60)

    pieces = list(windows(text, size, size // 2))

    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(text)
    assert all(end - start <= size for start, end in pieces)
    for (start, end), (next_start, next_end) in pairwise(pieces):
        assert start < next_start <= end < next_end
