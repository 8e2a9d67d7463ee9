from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from ingestd.config.loader import Loaded, load
from ingestd.config.tables import SourceTable
from ingestd.errors import ConfigError, Problem

Write = Callable[[str, str], Path]


class Loading(Protocol):
    def __call__(
        self,
        explicit: Path | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        data_dir: Path | None = None,
        check_source: Callable[[SourceTable], list[Problem]] = ...,
    ) -> Loaded: ...


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def loading(tmp_path: Path) -> Loading:
    def no_problems(_: SourceTable) -> list[Problem]:
        return []

    def loading(
        explicit: Path | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        data_dir: Path | None = None,
        check_source: Callable[[SourceTable], list[Problem]] = no_problems,
    ) -> Loaded:
        return load(
            explicit,
            environment=environment or {},
            working_directory=tmp_path,
            data_dir=data_dir,
            check_source=check_source,
        )

    return loading


Refused = Callable[..., list[str]]


@pytest.fixture
def refused(loading: Loading) -> Refused:
    def refused(
        explicit: Path | None = None, *, environment: Mapping[str, str] | None = None
    ) -> list[str]:
        with pytest.raises(ConfigError) as caught:
            loading(explicit, environment=environment)
        return [str(problem) for problem in caught.value.problems]

    return refused
