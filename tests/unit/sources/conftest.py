from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from ingestd.clock import Clock, system_clock
from ingestd.config.tables import SourceTable

Table = Callable[..., SourceTable]


@pytest.fixture
def clock() -> Clock:
    """A clock on which everything that a test writes is a minute old."""
    moment = system_clock() + timedelta(minutes=1)
    return lambda: moment


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def table(kind: str, options: Mapping[str, object], *, name: str = "drop") -> SourceTable:
        lines = {"kind": 2} | {key: line for line, key in enumerate(options, start=3)}
        return SourceTable(
            name=name,
            kind=kind,
            options=options,
            file="config/sources.toml",
            folder=tmp_path,
            line=1,
            lines=lines,
        )

    return table
