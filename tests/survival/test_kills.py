"""kill -9 at random moments: what was acknowledged stays, and nothing comes twice."""

import pytest

from tests.survival.scripts import shortly

ROUNDS = 15


@pytest.mark.slow
def test_kills_at_random_moments_lose_nothing_and_double_nothing(
    store: tuple[str, ...],
) -> None:
    figures = shortly("kills", "--rounds", str(ROUNDS), *store)

    assert figures["kills"] == ROUNDS
    assert figures["events"] > figures["acknowledged"] > ROUNDS
    assert figures["files"] > 0
    assert figures["verified"] > 0
