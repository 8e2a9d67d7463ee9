"""kill -9 while feeds, pages, files and archives come in side by side."""

import pytest

from tests.survival.scripts import shortly

ROUNDS = 5


@pytest.mark.slow
def test_kills_in_mixed_rounds_lose_nothing_and_double_nothing() -> None:
    figures = shortly("rounds", "--rounds", str(ROUNDS), "--longest", "2", "--seed", "7")

    assert (figures["kills"], figures["judged"]) == (ROUNDS, 1)
    assert figures["documents"] > ROUNDS
    assert min(figures[doing] for doing in ("new_file", "new_archive", "new_page")) > 0
