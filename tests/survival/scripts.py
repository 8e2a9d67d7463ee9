"""The long runs of this folder, started as a person starts them, in their short forms."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.fixtures.machine import CLONE, environment

PATIENCE = 600


def shortly(script: str, *arguments: str) -> dict[str, Any]:
    """The figures that a run tells at its end; the test fails with what the run found damaged."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.survival.{script}", *arguments],
        cwd=CLONE,
        env=dict(environment()),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(done.stderr[-4000:])
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
