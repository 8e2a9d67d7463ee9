"""What a producer was told to be safe: a file that outlives it, written after each COMMIT."""

import os
from dataclasses import dataclass
from pathlib import Path

END = 200
"""Bytes in which the last whole line is found."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One line per acknowledged fact: its number, its position."""

    path: Path

    def acknowledged(self) -> dict[int, int]:
        """The position that was promised for each number; a line cut short promises nothing."""
        if not self.path.exists():
            return {}
        whole, _, _cut = self.path.read_bytes().rpartition(b"\n")
        lines = (line.split() for line in whole.splitlines())
        return {int(number): int(position) for number, position in lines}

    def last(self) -> int:
        """The number of the last line, 0 before the first; a line that was cut short is taken away.

        However long it is, only its end is read.
        """
        if not self.path.exists():
            return 0
        with self.path.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - END))
            whole, _, cut = file.read().rpartition(b"\n")
            file.truncate(size - len(cut))
        return int(whole.rpartition(b"\n")[2].split()[0]) if whole else 0

    def write(self, promised: dict[int, int]) -> None:
        """Note what has just been committed."""
        lines = "".join(f"{number} {position}\n" for number, position in promised.items())
        with self.path.open("ab", buffering=0) as file:
            file.write(lines.encode())
