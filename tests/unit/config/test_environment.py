from pathlib import Path

import pytest

from ingestd.config.environment import environment, overrides
from tests.unit.config.conftest import Write

URL = "INGESTD_STORE__URL"


def test_the_environment_is_a_copy_of_the_processs() -> None:
    assert "PATH" in environment()


@pytest.mark.parametrize(
    ("sources", "used"),
    [
        ({"variable"}, "from-variable"),
        ({"variable", "file"}, "from-file"),
        ({"variable", "file", "credential"}, "from-credential"),
        ({"credential"}, "from-credential"),
    ],
)
def test_a_secret_is_taken_from_where_it_is_kept_best(
    write: Write, tmp_path: Path, sources: set[str], used: str
) -> None:
    variables = {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}
    if "variable" in sources:
        variables[URL] = "from-variable"
    if "file" in sources:
        variables[f"{URL}_FILE"] = str(write("secret", "from-file\n"))
    if "credential" in sources:
        write("credentials/store_url", "from-credential\n")

    found = overrides(variables)

    assert (found.values, found.problems) == ({"store": {"url": used}}, [])


def test_a_secret_that_cannot_be_read_is_told_without_the_secret(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"canary\xff")

    missing = overrides({f"{URL}_FILE": str(tmp_path / "gone")})
    binary = overrides({f"{URL}_FILE": str(tmp_path / "binary")})

    assert [problem.message for problem in missing.problems + binary.problems] == [
        "a secret cannot be read: No such file or directory",
        "a secret cannot be read: is not UTF-8",
    ]


@pytest.mark.parametrize(
    "name", ["INGESTD_CONFIG", "INGESTD_HTTP", "INGESTD", "OTHER_HTTP__LISTEN"]
)
def test_variables_that_set_nothing_are_left_alone(name: str) -> None:
    found = overrides({name: "x"})

    assert (found.values, found.problems) == ({}, [])


def test_a_setting_cannot_be_taken_apart_further() -> None:
    [problem] = overrides({"INGESTD_DATA_DIR__X": "x"}).problems

    assert str(problem) == (
        "environment: INGESTD_DATA_DIR__X sets nothing\n  known: blobs, extraction, fetching, http, store"
    )
