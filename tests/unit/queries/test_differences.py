"""Two texts in one: nothing is lost, and what changed is told as shortly as it can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.queries.differences import (
    CONTEXT,
    SENTENCES,
    WORDS,
    Part,
    differences,
    shortened,
    words_of,
)

PIECES = some.lists(some.sampled_from(["a ", "b ", "c", ".", ". ", "\n", "d, "]), max_size=20)


def told(parts: list[Part]) -> str:
    """With marks, as wdiff has them."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[part.op].format(part.text) for part in parts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("The same.", "The same.", "The same."),
        ("", "New.", "{+New.+}"),
        ("Gone.", "", "[-Gone.-]"),
        ("It costs 5 million.", "It costs 6 million.", "It costs [-5 -]{+6 +}million."),
        ("One. Two. Four.", "One. Two. Three. Four.", "One. Two. {+Three. +}Four."),
        ("One. Two. Three.", "One. Three.", "One. [-Two. -]Three."),
        ("Title\n\nOld words here.", "Title\n\nNew words here.", "Title\n\n[-Old -]{+New +}words here."),
        ("He said no. It ended.", "She said yes. It ended.", "[-He -]{+She +}said [-no-]{+yes+}. It ended."),
    ],
)  # fmt: skip
def test_what_changed_is_told(before: str, after: str, expected: str) -> None:
    assert told(differences(before, after)) == expected


@given(before=PIECES.map("".join), after=PIECES.map("".join))
def test_both_texts_are_in_it_letter_by_letter(before: str, after: str) -> None:
    parts = differences(before, after)

    assert "".join(part.text for part in parts if part.op != "added") == before
    assert "".join(part.text for part in parts if part.op != "removed") == after
    assert all(part.text for part in parts)
    assert all(one.op != other.op for one, other in pairwise(parts))


def test_texts_that_have_too_little_in_common_are_told_as_two() -> None:
    for piece, most in (("{}. ", SENTENCES), ("{} ", WORDS)):
        before = "".join(piece.format(f"old{n}") for n in range(most))
        after = "".join(piece.format(f"new{n}") for n in range(most))

        assert [part.op for part in differences(f"{before}end.", f"{after}end.")] == [
            "removed", "added", "same",
        ]  # fmt: skip


def test_what_is_the_same_is_cut_to_what_stands_next_to_a_change() -> None:
    long = "x" * 3 * CONTEXT
    parts = [Part("same", f"a{long}b"), Part("added", "new"), Part("same", f"c{long}d")]

    first, change, last = shortened(parts)

    assert (first.text[0], first.text[-1], len(first.text)) == ("…", "b", CONTEXT + 1)
    assert change.text == "new"
    assert (last.text[0], last.text[-1], len(last.text)) == ("c", "…", CONTEXT + 1)
    assert shortened([Part("same", "short"), Part("added", "new")])[0].text == "short"


def test_between_two_changes_both_ends_are_kept() -> None:
    between = Part("same", "a" + "x" * 3 * CONTEXT + "b")
    change = Part("removed", "old")

    text = shortened([change, between, change])[1].text

    assert (text[0], text[CONTEXT], text[-1], len(text)) == ("a", "…", "b", 2 * CONTEXT + 1)


def test_words_are_counted_by_what_became_of_them() -> None:
    parts = differences("One two three.", "One four five three.")

    assert [words_of(parts, op) for op in ("same", "removed", "added")] == [2, 1, 2]
