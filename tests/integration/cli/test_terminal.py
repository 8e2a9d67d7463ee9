"""A person at a terminal: bars while something is built, tables that leave nothing out."""

import os
import pty
import re
import subprocess
import sys

import pytest

from ingestd.config.environment import environment
from tests.integration.cli.desk import Desk

UP_TO = 65536
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_terminal(
    desk: Desk, *others: str, columns: int = 80, coloured: bool = False
) -> tuple[int, str]:
    """The exit code of a command, and everything that it showed, with its colours if it may."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "ingestd", *desk.options, *others],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={
            **environment(),
            "TERM": "xterm",
            "COLUMNS": str(columns),
            "NO_COLOR": "" if coloured else "1",
        },
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, UP_TO):
            shown += part
    except OSError:  # Linux says so when the last writer has gone
        pass
    os.close(ours)
    told = shown.decode()
    return running.wait(), told if coloured else ESCAPE.sub("", told)


def test_a_rebuild_shows_how_far_it_is(desk: Desk) -> None:
    code, shown = on_terminal(desk, "replay", "articles")

    assert code == 0
    assert "100%" in shown
    assert shown.rstrip().endswith("rebuilt")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_table_fits_a_wide_terminal_and_leaves_nothing_out_on_a_narrow_one(
    columns: int, kept: Desk
) -> None:
    [deal] = kept.rows("deals")

    code, shown = on_terminal(kept, "deals", columns=columns)

    heading = shown.splitlines()[0]
    assert code == 0
    assert deal["id"] in shown
    assert all(name in heading for name in ("parties", "products", "value", "articles"))
    assert columns < 200 or max(map(len, shown.splitlines())) <= columns
