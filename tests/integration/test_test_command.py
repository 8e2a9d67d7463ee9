"""`./test` runs every check, tells which failed, and fails with any of them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fixtures.machine import CLONE, environment

# Stands where .venv/bin/python would: it notes its arguments, and fails where told to.
STAND_IN = """#!/bin/sh
echo "$*" >>"$CALLS"
case "$*" in
FAILING) echo "the stand-in fails here" && exit 1 ;;
esac
"""
CHECKS = ("format", "lint", "floors", "types", "tests", "coverage")


class Command:
    """The script in a folder of its own, on an environment that stands for the real one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        (folder / "requirements").mkdir()
        self.python = folder / ".venv/bin/python"
        self.python.parent.mkdir(parents=True)
        self.python.touch(0o755)
        self.fail_at("nothing")
        for name in ("test", "requirements/environment"):
            shutil.copy(CLONE / name, folder / name)
        self.objects = folder / ".venv-objects"
        shutil.copytree(self.python.parent, self.objects / "bin")
        for place, lock in (
            ("requirements", "test"),
            (".venv", "test"),
            ("requirements", "objects"),
            (".venv-objects", "objects"),
        ):
            (folder / place / f"{lock}.txt").write_text("the same lock\n")

    def fail_at(self, pattern: str) -> None:
        """Let calls that match this pattern of the shell fail."""
        self.python.write_text(STAND_IN.replace("FAILING", pattern.replace(" ", r"\ ")))

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / "test", *arguments],
            env={"PATH": environment()["PATH"], "CALLS": str(self.calls)},
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def pytest(self) -> str:
        """Give what pytest was called with."""
        calls = self.calls.read_text().splitlines()
        return next(call for call in calls if call.startswith("-m pytest"))


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_all_of_them_passing_is_told_and_is_success(command: Command) -> None:
    told = command.run()

    assert told.returncode == 0
    assert told.stdout.splitlines()[-1] == "=== all passed"
    assert len(command.calls.read_text().splitlines()) == len(CHECKS)


@pytest.mark.parametrize(
    ("name", "failing"),
    [
        ("format", "-m ruff format*"),
        ("lint", "-m ruff check*"),
        ("floors", "-c *"),
        ("types", "-m mypy*"),
        ("tests", "-m pytest*"),
        ("coverage", "-m coverage*"),
    ],
)
def test_one_that_fails_is_named_and_the_others_still_run(
    command: Command, name: str, failing: str
) -> None:
    command.fail_at(failing)

    told = command.run()

    assert told.returncode == 1
    assert told.stdout.splitlines()[-1] == f"=== FAILED: {name}"
    assert "the stand-in fails here" in told.stdout
    assert len(command.calls.read_text().splitlines()) == len(CHECKS)


def test_the_tests_run_without_the_environment_of_the_s3_server(command: Command) -> None:
    shutil.rmtree(command.objects)

    told = command.run()

    assert told.returncode == 0
    assert "environment.py" in told.stdout
    assert told.stdout.splitlines()[-1] == "=== all passed"


def test_coverage_is_judged_when_everything_runs(command: Command) -> None:
    command.run("--require=postgres,browser")

    assert "--cov-fail-under" not in command.pytest()
    assert "--runslow" in command.pytest()
    assert command.pytest().endswith("--require=postgres,browser")


def test_coverage_is_not_judged_by_a_choice_of_tests(command: Command) -> None:
    command.run("-k", "two words")

    assert "--cov-fail-under=0" in command.pytest()
    assert "-m coverage" not in command.calls.read_text()
    assert command.pytest().endswith("-k two words")
