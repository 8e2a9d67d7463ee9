"""What a producer was told to be safe: a file that outlives it, written after each COMMIT."""

import os
from dataclasses import dataclass
from pathlib import Path


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

    def mend(self) -> None:
        """Take away a line that was cut short, before another is written behind it."""
        if self.path.exists():
            content = self.path.read_bytes()
            os.truncate(self.path, content.rfind(b"\n") + 1)

    def write(self, promised: dict[int, int]) -> None:
        """Note what has just been committed."""
        lines = "".join(f"{number} {position}\n" for number, position in promised.items())
        with self.path.open("ab", buffering=0) as file:
            file.write(lines.encode())
