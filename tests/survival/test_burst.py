"""Files of which the kernel had no room to tell."""

import pytest

from tests.survival.scripts import shortly

FILES = 2_000


@pytest.mark.slow
def test_no_file_is_missed_though_no_change_of_any_was_told() -> None:
    figures = shortly("burst", "--files", str(FILES))

    assert figures["received"] == FILES
    # one finds them; the last ones may not have settled, and are not yet trusted
    assert figures["looks"] <= 4
