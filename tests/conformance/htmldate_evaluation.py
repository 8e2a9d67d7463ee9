"""The dates that our reader of pages finds, in the evaluation of htmldate.

    python -m tests.conformance.htmldate_evaluation FOLDER [--list]

FOLDER is a clone of adbar/htmldate. A date is right when it is the day that people found; F is
that of right ones against wrong and missing ones. Exits with 1 below the goal.
"""

# ruff: noqa: T201 - it prints what it finds

import json
import sys
from collections import Counter
from pathlib import Path

from tests.conformance.pages import page_of

GOAL = 0.95
LISTS = ("eval_mediacloud_2020.json", "eval_default.json")
PLACES = ("test_set", "cache", "eval")


def told_by_people(folder: Path) -> dict[Path, str | None]:
    """Each page's file, with its day."""
    pages: dict[str, dict[str, str | None]] = {}
    for name in LISTS:
        pages |= json.loads((folder / "tests" / name).read_text("utf-8"))
    return {_file(folder, str(page["file"])): page["date"] for page in pages.values()}


def _file(folder: Path, name: str) -> Path:
    places = (folder / "tests" / place / name for place in PLACES)
    return next(place for place in places if place.exists())


def found_by_us(path: Path) -> str | None:
    """The day on which we say that a page was published."""
    page = page_of(path.read_bytes())
    return page.published[: len("2021-11-11")] if page and page.published else None


def main(folder: Path, *, listing: bool) -> int:
    """Print precision, recall and F; `listing`: and every page that we have wrong."""
    counts: Counter[str] = Counter()
    for path, day in told_by_people(folder).items():
        ours = found_by_us(path)
        kind = "missing" if ours is None else "right" if ours == day else "wrong"
        # of some pages people could not tell the day: no answer is right
        counts[kind if isinstance(day, str) else f"{kind}, unknown"] += 1
        if listing and ours != day:
            print(f"{kind:<8} {day} {ours or '-':<10} {path.name}")
    right, wrong, missing = counts["right"], counts["wrong"], counts["missing"]
    unknown = counts.total() - right - wrong - missing
    score = _score(right, wrong + missing)
    print(
        f"F {score:.4f}, precision {right / (right + wrong):.4f}, "
        f"recall {right / (right + missing):.4f} of {right + wrong + missing} pages; "
        f"F {_score(right, wrong + missing + unknown):.4f} "
        f"with the {unknown} whose day people could not tell"
    )
    return 0 if score >= GOAL else 1


def _score(right: int, others: int) -> float:
    return 2 * right / (2 * right + others)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), listing="--list" in sys.argv))
