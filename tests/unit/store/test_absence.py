"""What was noted may be stored; of most else it is sure that it is not."""

from ingestd.store.absence import LEAST, Absence


def test_nothing_that_was_noted_is_sifted_out() -> None:
    absence = Absence(10_000)
    noted = [(f"word {number}", number) for number in range(10_000)]

    absence.note(noted)

    assert absence.sifted(noted) == noted


def test_most_that_was_not_noted_is_sifted_out() -> None:
    absence = Absence(10_000)
    absence.note((f"word {number}",) for number in range(10_000))

    taken = absence.sifted([(f"other {number}",) for number in range(10_000)])

    # at one bit in 13, some 760
    assert len(taken) < 2_000


def test_more_than_was_expected_is_asked_for_rather_than_missed() -> None:
    absence = Absence(0)
    noted = list(range(10 * LEAST))

    absence.note(noted)

    assert absence.sifted([*noted, -1, -2]) == [*noted, -1, -2]
