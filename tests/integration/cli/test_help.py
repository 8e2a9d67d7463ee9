"""`--help` names everything, and needs nothing that is slow to import."""

import subprocess
import sys

import pytest
import typer.main

from ingestd.cli.root import app
from tests.fixtures.commands import command

HEAVY = (
    "alembic", "apscheduler", "fastapi", "feedparser", "httpx2", "lxml", "py3langid", "pydantic",
    "rich.console", "sqlalchemy", "structlog", "trafilatura", "uvicorn", "watchdog",
)  # fmt: skip


def every_command() -> list[list[str]]:
    root = typer.main.get_command(app)
    found: list[list[str]] = []
    for name, one in root.commands.items():  # type: ignore[attr-defined]  # a group
        found.append([name])
        found += [[name, inner] for inner in getattr(one, "commands", {})]
    return found


def options_of(path: list[str]) -> set[str]:
    found = typer.main.get_command(app)
    for name in path:
        found = found.commands[name]  # type: ignore[attr-defined]  # a group
    return {name for parameter in found.params for name in parameter.opts if name[0] == "-"}


@pytest.mark.parametrize("path", [[], *every_command()], ids=" ".join)
def test_help_names_every_option_and_says_what_the_command_does(path: list[str]) -> None:
    told = command(*path, "--help")

    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Usage: {' '.join(['ingestd', *path])}")
    words = set(told.out.replace(",", " ").split())
    assert options_of(path) <= words
    assert told.out.split("\n\n")[1].strip()


@pytest.mark.parametrize("path", [["sources"], ["rejected"], ["config"], []], ids=" ".join)
def test_help_of_a_group_names_its_commands(path: list[str]) -> None:
    inner = [name[-1] for name in every_command() if name[:-1] == path]

    words = command(*path, "--help").out.split()

    assert inner
    assert set(inner) <= set(words)


def test_nothing_heavy_is_imported_before_a_command_runs() -> None:
    asked = f"import sys, ingestd.cli.root; print([m for m in {HEAVY!r} if m in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
