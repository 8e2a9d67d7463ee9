"""The locks hold what is asked for, by hash, and name no place to fetch it from."""

import re
import tomllib

import pytest

from tests.fixtures.machine import CLONE

PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
BY_HASH = re.compile(r"[a-z0-9._-]+==\S+( ;[^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n")
LOCKS = ("runtime", "test", "benchmark", "objects")


def lock(name: str) -> str:
    return (CLONE / f"requirements/{name}.txt").read_text()


def pins(name: str) -> set[tuple[str, ...]]:
    return {match.groups() for match in PIN.finditer(lock(name))}


def asked_for(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_tests_run_on_the_versions_that_are_run() -> None:
    assert pins("runtime") - pins("test") == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_pins_with_hashes_and_nothing_else(name: str) -> None:
    # so no index, no link and no path of a machine can stand in it either
    assert BY_HASH.sub("", lock(name)) == ""


def test_the_lock_is_made_from_what_the_package_says_it_needs() -> None:
    project = tomllib.loads((CLONE / "pyproject.toml").read_text())["project"]

    assert asked_for((CLONE / "requirements/runtime.in").read_text()) == project["dependencies"]
