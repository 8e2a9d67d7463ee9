"""A text's sketch: a copy has the same one, a part of it shares it, and nothing else does."""

from ingestd.events import Block
from ingestd.parsing.sketch import KEPT, RUN, sketch

LONG = " ".join(f"word{number} of this text" for number in range(300))


def block(kind: str, text: str, whole: str) -> Block:
    start = whole.index(text)
    return Block(kind=kind, start=start, end=start + len(text))  # type: ignore[arg-type]  # tests say it in words


def test_a_sketch_is_a_few_ascending_numbers() -> None:
    found = sketch(LONG, ())

    assert len(found) == KEPT
    assert list(found) == sorted(set(found))
    assert 0 <= found[0] < found[-1] < 2**32


def test_case_and_punctuation_do_not_matter() -> None:
    assert sketch("The firms signed — at last, in Moscow!", ()) == sketch(
        "the FIRMS signed at last in\n\nmoscow", ()
    )


def test_a_text_of_fewer_words_than_a_run_has_none() -> None:
    assert sketch("three words only", ()) == ()
    assert len(sketch(" ".join("abcd"[:RUN]), ())) == 1


def test_what_is_cut_out_shares_a_part_of_the_sketch() -> None:
    half = LONG[: len(LONG) // 2]
    whole, cut = sketch(LONG, ()), sketch(half, ())

    assert len(set(whole) & set(cut)) > KEPT // 4
    assert set(whole) & set(cut) == {each for each in cut if each <= whole[-1]}


def test_other_words_share_nothing() -> None:
    assert not set(sketch(LONG, ())) & set(sketch(LONG.replace("of", "off"), ()))


def test_titles_and_credits_are_left_out() -> None:
    text = "A title of some words\nThe firms signed at last.\nReported by somebody else today"
    body = block("body", "The firms signed at last.", text)
    blocks = (block("title", "A title of some words", text), body)

    assert sketch(text, blocks) == sketch("The firms signed at last.", ())


def test_scripts_without_spaces_are_read_letter_by_letter() -> None:
    assert len(sketch("越南与俄罗斯签署协议", ())) == len("越南与俄罗斯签署协议") - RUN + 1


def test_words_with_letters_that_no_store_keeps_are_read() -> None:
    assert sketch("half a \ud800 pair", ()) == ()
