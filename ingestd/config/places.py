"""Where in a TOML file a key stands; the standard library's parser does not say."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
Tree = dict[str, object]


@dataclass(frozen=True, slots=True)
class Places:
    """The line, counted from 1, on which each key of one file is given."""

    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of a key; of what encloses it where the key itself is not there."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def places(text: str) -> Places:
    """Find every key of a text that is known to be valid TOML."""
    lines: dict[Path, int] = {}
    arrays: dict[Path, int] = {}
    table: Path = ()
    for number, statement in _statements(text):
        tree = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _enter(tree, arrays)
            # what encloses a table begins where it is first mentioned
            for length in range(1, len(table) + 1):
                lines.setdefault(table[:length], number)
        else:
            lines.update((table + path, number) for path in _paths(tree))
    return Places(lines)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    # A statement ends where what was read so far is valid on its own.
    started, statement = 1, ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        statement = f"{statement}\n{line}" if statement else line
        try:
            tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        yield started, statement
        started, statement = number + 1, ""


def _enter(header: Tree, arrays: dict[Path, int]) -> Path:
    path: Path = ()
    inside: object = header
    while isinstance(inside, dict) and inside:
        [(key, inside)] = inside.items()
        path += (key,)
        if isinstance(inside, list):
            arrays[path] = arrays.get(path, -1) + 1
            inside = None
        if path in arrays:
            path += (arrays[path],)
    return path


def _paths(tree: object) -> Iterator[Path]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield (key,)
            yield from ((key, *rest) for rest in _paths(value))
