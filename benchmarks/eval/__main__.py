"""Scores the built-in extractor and resolution against whatever gold lies in a folder.

`python -m benchmarks.eval FOLDER…` knows a gold folder of our own kind (docs/evaluation.md) and
the public sets FactRuEval-2016, WikiNEuRal and CoNLL, CORE, BSNLP-2021 and ECB+ by what lies in
them. Only what they give for development is read, never a test split.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

Command = list[str]


def commands(folder: Path) -> Iterator[Command]:
    """What scores the sets that lie in a folder."""
    if (folder / "scripts" / "t1_eval.py").is_file():
        yield ["benchmarks.eval.factrueval", str(folder)]
    for split in sorted(folder.rglob("val.conllu")):
        yield ["benchmarks.eval.wikineural", str(split)]
    for split in sorted(folder.glob("dataset/train.json")):
        yield ["benchmarks.eval.core", str(split), "--third"]
    if annotated := sorted(folder.rglob("annotated")):
        yield ["benchmarks.eval.bsnlp", *map(str, annotated)]
    if (folder / "ECB+").is_dir():
        yield ["benchmarks.eval.ecb", str(folder / "ECB+")]
    if any(path.with_suffix(".txt").is_file() for path in folder.glob("*.json")):
        yield ["ingestd", "eval", str(folder)]


def main() -> int:
    """Run each, one after the other; 1 where one fails or nothing is known."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    found = [each for folder in parser.parse_args().folders for each in commands(folder)]
    if not found:
        print("no gold that is known lies there; see docs/evaluation.md", file=sys.stderr)
    failed = not found
    for command in found:
        print("$ python -m", *command, flush=True)
        done = subprocess.run([sys.executable, "-m", *command], check=False)  # noqa: S603
        failed |= done.returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
