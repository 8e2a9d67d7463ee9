from pathlib import Path

import pytest

from ingestd.config.files import find_file
from ingestd.errors import ConfigError
from tests.unit.config.conftest import Write


def find(explicit: Path | None, working_directory: Path, **environment: str) -> Path:
    return find_file(explicit, environment=environment, working_directory=working_directory)


def test_the_file_asked_for_comes_before_the_one_in_the_environment(
    write: Write, tmp_path: Path
) -> None:
    write("asked.toml", "")
    write("named.toml", "")

    found = find(Path("asked.toml"), tmp_path, INGESTD_CONFIG="named.toml")

    assert found == tmp_path / "asked.toml"


def test_the_one_in_the_environment_comes_before_the_one_at_its_usual_place(
    write: Write, tmp_path: Path
) -> None:
    write("config/ingestd.toml", "")
    write("named.toml", "")

    assert find(None, tmp_path, INGESTD_CONFIG="named.toml") == tmp_path / "named.toml"
    assert find(None, tmp_path) == tmp_path / "config" / "ingestd.toml"


@pytest.mark.parametrize(
    ("explicit", "environment", "hint"),
    [
        (Path("gone.toml"), {}, "correct --config, or"),
        (None, {"INGESTD_CONFIG": "gone.toml"}, "correct INGESTD_CONFIG, or"),
    ],
)
def test_a_file_named_but_not_there_is_not_replaced_by_another(
    write: Write,
    tmp_path: Path,
    explicit: Path | None,
    environment: dict[str, str],
    hint: str,
) -> None:
    write("config/ingestd.toml", "")

    with pytest.raises(ConfigError, match="there is no such file") as caught:
        find(explicit, tmp_path, **environment)

    [problem] = caught.value.problems
    assert problem.hint is not None
    assert problem.hint.startswith(hint)


def test_no_file_anywhere_is_told_with_the_places_that_were_looked_at(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no configuration file") as caught:
        find(None, tmp_path)

    [problem] = caught.value.problems
    assert str(tmp_path / "config" / "ingestd.toml") in problem.file
    assert "/etc/ingestd/ingestd.toml" in problem.file
