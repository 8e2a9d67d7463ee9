import pytest

from ingestd.config.places import Path, places

TEXT = '''# a comment

top = 1
text = """
[[source]]
name = "not a key"
"""
list = [
  1, # ]
  2,
]
[a]
b.c = { d = 1, e = [] }
"quoted key" = 2
[a.f]
g = 1
[[source]]
name = "one"
[source.inner]
deep = 1
[[source]]

name = "two"
[[source.rules]]
x = 1
[[source.rules]]
x = 2
'''


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 3),
        (("text",), 4),
        (("list",), 8),
        (("list", 1), 8),
        (("a",), 12),
        (("a", "b", "c", "d"), 13),
        (("a", "quoted key"), 14),
        (("a", "f", "g"), 16),
        (("source", 0), 17),
        (("source", 0, "name"), 18),
        (("source", 0, "inner", "deep"), 20),
        (("source", 1), 21),
        (("source", 1, "name"), 23),
        (("source", 1, "missing"), 21),
        (("source", 1, "rules", 1, "x"), 27),
        (("nowhere",), None),
    ],
)
def test_a_keys_line_is_found(newline: str, path: Path, line: int | None) -> None:
    assert places(TEXT.replace("\n", newline)).line(path) == line
