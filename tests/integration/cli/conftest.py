"""`kept`: a data directory that has taken the folder in, to be read; `desk`: a copy to write to."""

from pathlib import Path

import pytest

from tests.integration.cli.desk import Desk, furnish
from tests.integration.cli.newsroom import read


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = furnish(tmp_path_factory.mktemp("home"))
    read(made)
    return made


@pytest.fixture
def desk(kept: Desk, tmp_path: Path) -> Desk:
    return kept.copy(tmp_path / "var")


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    """Nothing taken in so far."""
    home = tmp_path / "home"
    home.mkdir()
    return furnish(home)
