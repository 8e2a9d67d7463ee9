"""A program on a data directory of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from ingestd.app import App
from ingestd.config.settings import Settings
from tests.integration.daemon.managing import Manager
from tests.integration.daemon.parts import settings_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_of(tmp_path)


@pytest.fixture
def app(settings: Settings) -> Iterator[App]:
    with App(settings).opened() as made:
        yield made


@pytest.fixture
def lines() -> Iterator[list[structlog.typing.EventDict]]:
    """What was logged, line by line."""
    with capture_logs() as captured:
        yield captured


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    made = Manager(str(tmp_path / "notify"))
    yield made
    made.close()
