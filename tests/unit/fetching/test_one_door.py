"""No other package opens connections to strangers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ingestd

ROOT = Path(ingestd.__file__).parent
WAYS_OUT = {"aiohttp", "ftplib", "http.client", "httpcore2", "httpx2", "requests", "urllib3"}
WAYS_OUT |= {"trafilatura.downloads", "urllib.request"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def ways_out(path: Path) -> set[str]:
    names = set(imported(path))
    return {way for way in WAYS_OUT for name in names if f"{name}.".startswith(f"{way}.")}


def test_only_the_guarded_client_can_ask_strangers() -> None:
    who = {path.relative_to(ROOT).parts[0] for path in ROOT.rglob("*.py") if ways_out(path)}

    assert who == {"fetching"}
