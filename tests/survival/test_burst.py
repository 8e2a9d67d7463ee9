"""Files of which the kernel had no room to tell."""

import pytest

from tests.survival.scripts import shortly

FILES = 2_000


@pytest.mark.slow
def test_no_file_is_missed_though_no_change_of_any_was_told() -> None:
    figures = shortly("burst", "--files", str(FILES))

    assert figures["received"] == FILES
    # one finds them; some more where the last have not settled; none for each file
    assert figures["looks"] <= FILES // 100
