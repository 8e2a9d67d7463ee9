"""The service file is one that systemd understands, and it leaves a taken-over daemon little to do."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.fixtures.machine import CLONE, run

UNIT = CLONE / "systemd/ingestd.service"
SPEAKS_FOR_ITSELF = ("Description", "Documentation", "WantedBy")
PYTHON = "/opt/ingestd/.venv/bin/python"


@pytest.fixture
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("no systemd-analyze here; apt-get install systemd")
    return found


def test_systemd_has_nothing_to_say_against_it(analyze: str, tmp_path: Path) -> None:
    # it looks whether the program is there: put one that is
    installed = tmp_path / "ingestd.service"
    installed.write_text(UNIT.read_text().replace(PYTHON, sys.executable))

    assert run([analyze, "verify", installed]) == ""


def test_a_misspelt_setting_would_be_noticed(analyze: str, tmp_path: Path) -> None:
    broken = tmp_path / "ingestd.service"
    text = UNIT.read_text().replace(PYTHON, sys.executable)
    broken.write_text(text.replace("Type=notify", "Type=notfy"))

    assert "notfy" in run([analyze, "verify", broken])


def test_its_exposure_is_at_most_1_1(analyze: str) -> None:
    told = run([analyze, "security", "--offline=yes", "--threshold=11", UNIT])

    assert "Overall exposure level" in told


def test_every_setting_of_the_service_stands_below_a_reason() -> None:
    explained = False
    unexplained = []
    for line in UNIT.read_text().splitlines():
        if line.startswith("#"):
            explained = True
        elif not line or line.startswith("["):
            explained = False
        elif not explained and not line.startswith(SPEAKS_FOR_ITSELF):
            unexplained.append(line)

    assert unexplained == []
