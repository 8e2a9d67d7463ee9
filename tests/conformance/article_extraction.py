"""Our reader of pages in the benchmark of article extraction.

    python -m tests.conformance.article_extraction FOLDER

FOLDER is a clone of scrapinghub/article-extraction-benchmark. Its own script judges: F1 over
runs of four words, each page counting the same. Exits with 1 below the goal.
"""

# ruff: noqa: T201 - it prints what it finds

import gzip
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from tests.conformance.pages import page_of

GOAL = 0.957
BOOTSTRAPS = 1000

Bodies = dict[str, dict[str, str]]
Evaluate = Callable[[Bodies, Bodies, int], dict[str, Any]]


def predicted(folder: Path) -> Bodies:
    """What we take for the article of each page."""
    found: Bodies = {}
    for path in sorted((folder / "html").glob("*.html.gz")):
        page = page_of(gzip.decompress(path.read_bytes()))
        found[path.name.partition(".")[0]] = {"articleBody": page.text if page else ""}
    return found


def judge_of(folder: Path) -> Evaluate:
    """The benchmark's own judgement."""
    spec = importlib.util.spec_from_file_location("evaluate", folder / "evaluate.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} is no clone of the benchmark: it has no evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Evaluate", module.evaluate)


def main(folder: Path) -> int:
    """Print F1, precision and recall with their spread."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    told = judge_of(folder)(truth, predicted(folder), BOOTSTRAPS)
    for name in ("f1", "precision", "recall"):
        print(f"{name:<10} {told[name]:.4f} ± {told[f'{name}_std']:.4f}")
    return 0 if told["f1"] >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
