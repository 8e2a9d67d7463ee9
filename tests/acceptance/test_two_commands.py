"""A fresh clone and an empty home: `./run` makes what it needs and shows deals."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from urllib.request import urlopen

import pytest

from tests.fixtures.daemons import PATIENCE, free_port
from tests.fixtures.machine import CLONE, NotToBeHadError, environment, run

pytestmark = pytest.mark.slow
MADE = {".venv", "var"}


class Clone:
    """The tracked files and nothing else, used by somebody whose home is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "clone"
        self.home = folder / "home"
        self.home.mkdir()
        for name in tracked():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CLONE / name, self.folder / name)
        self.before = self.entries()

    def entries(self) -> set[str]:
        return {entry.name for entry in self.folder.iterdir()}

    def start(
        self, *arguments: str, cwd: Path | None = None, **settings: str
    ) -> subprocess.Popen[str]:
        kept = {name: environment()[name] for name in ENVIRONMENT if name in environment()}
        return subprocess.Popen(
            [self.folder / "run", *arguments],
            cwd=cwd or self.folder,
            env={**kept, "HOME": str(self.home), **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def told(self, *arguments: str, cwd: Path | None = None) -> str:
        process = self.start(*arguments, cwd=cwd)
        said, complained = process.communicate()
        assert process.returncode == 0, complained
        return said


# what leads to programs and to a package index; none of it belongs to a home
ENVIRONMENT = ("PATH", "PIP_CERT", "PIP_INDEX_URL", "PIP_FIND_LINKS", "SSL_CERT_FILE", "TMPDIR")


def tracked() -> list[str]:
    try:
        names = run(["git", "ls-files", "-z"], cwd=CLONE).split("\0")
    except NotToBeHadError:
        pytest.skip("not a git checkout: nothing tells which files belong to a clone")
    return [name for name in names if (CLONE / name).is_file()]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clone]:
    folder = tmp_path_factory.mktemp("fresh")
    yield Clone(folder)
    # a fifth of a gigabyte that nobody looks at afterwards
    shutil.rmtree(folder)


def deals_at(address: str) -> list[object]:
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            found: list[object] = json.load(answer)["items"]
    except OSError:  # refused, cut off, too late
        return []
    return found


def test_a_cold_start_answers(clone: Clone) -> None:
    assert clone.told("--version").startswith("ingestd ")


def test_a_path_means_the_folder_of_the_caller(clone: Clone, tmp_path: Path) -> None:
    shutil.copy(next((CLONE / "seeds").glob("*.txt")), tmp_path / "here.txt")

    row = json.loads(clone.told("extract", "here.txt", "--json", cwd=tmp_path))

    assert row["doc"] == "here"


def test_called_from_elsewhere_it_uses_the_configuration_of_the_clone(
    clone: Clone, tmp_path: Path
) -> None:
    # a library's name in the caller's folder is a trap for a program that imports from there
    (tmp_path / "json.py").write_text("raise SystemExit('imported from the caller')")

    told = clone.told("config", "show", "--json", cwd=tmp_path)

    assert str(clone.folder / "var") in told


def test_run_alone_is_the_daemon_and_shows_the_deals_of_the_seeds(clone: Clone) -> None:
    address = f"127.0.0.1:{free_port()}"
    daemon = clone.start(INGESTD_HTTP__LISTEN=address)

    deals: list[object] = []
    for _ in range(int(PATIENCE / 0.1)):
        deals = deals_at(f"http://{address}/v1/deals")
        if deals or daemon.poll() is not None:
            break
        Event().wait(0.1)
    daemon.send_signal(signal.SIGTERM)
    said, complained = daemon.communicate()

    assert deals, complained
    assert (daemon.returncode, said) == (0, "")
    assert f"http://{address}" in complained


def test_nothing_is_written_but_the_environment_and_the_data(clone: Clone) -> None:
    clone.told("deals")

    assert clone.entries() - clone.before <= MADE
    assert not any((clone.home / name).exists() for name in (".cache", ".config", ".local"))
