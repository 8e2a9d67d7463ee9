"""What most tellings say."""

from ingestd.projections.majority import Majority


def told(*values: str) -> Majority:
    majority = Majority()
    for position, value in enumerate(values, 1):
        majority.add(value, position)
    return majority


def test_what_is_told_most_wins() -> None:
    assert told("FI", "SE", "SE").winner == "SE"


def test_of_equals_the_first_wins() -> None:
    assert told("SE", "FI").winner == "SE"


def test_nothing_told_has_no_winner() -> None:
    assert told().winner is None


def test_only_another_winner_is_a_change() -> None:
    majority = told("FI")

    assert [majority.add(value, 9) for value in ("FI", "SE", "SE", "SE")] == [
        False,
        False,
        False,
        True,
    ]


def test_an_earlier_telling_that_comes_late_is_the_first() -> None:
    majority = Majority({"FI": [1, 5], "SE": [2, 6]})
    majority.add("FI", 3)

    assert majority.counts["FI"] == [2, 3]
    assert majority.winner == "FI"


def test_what_is_taken_back_counts_no_more() -> None:
    majority = told("FI", "FI", "SE")
    majority.take_back("FI", 2)
    majority.take_back("FI", 1)

    assert (majority.winner, majority.counts) == ("SE", {"SE": [1, 3]})


def test_who_told_first_is_asked_for_anew_when_that_was_taken_back() -> None:
    majority = told("SE", "FI", "FI", "SE")

    assert not majority.take_back(None, 1)
    assert not majority.take_back("FI", 3)
    assert majority.take_back("SE", 1)
    majority.tell_firsts([("FI", 2), ("SE", 4), (None, 1)])

    assert (majority.counts, majority.winner) == ({"SE": [1, 4], "FI": [1, 2]}, "FI")


def test_two_that_become_one_add_up() -> None:
    majority = told("FI", "SE")
    majority.absorb(Majority({"SE": [1, 7], "NO": [1, 9]}))

    assert majority.counts == {"FI": [1, 1], "SE": [2, 2], "NO": [1, 9]}
    assert majority.winner == "SE"
