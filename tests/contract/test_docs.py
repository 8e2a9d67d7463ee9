"""The documentation knows every command, option, event, view and setting there is."""

import json
import re
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

from ingestd.app import PROJECTIONS
from ingestd.cli.root import app
from ingestd.events.catalogue import entries
from ingestd.store.generations import query_of

CLONE = Path(__file__).parents[2]
DOCS = CLONE / "docs"


def commands() -> dict[str, TyperCommand | TyperGroup]:
    found: dict[str, TyperCommand | TyperGroup] = {}
    waiting = [("ingestd", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        assert isinstance(command, TyperCommand | TyperGroup)
        found[name] = command
        if isinstance(command, TyperGroup):
            waiting += [(f"{name} {sub}", c) for sub, c in command.commands.items()]
    return dict(sorted(found.items()))


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name: str) -> None:
    command = commands()[name]
    text = (DOCS / "commands.md").read_text("utf-8")

    assert f"`{name}" in text
    options = [
        o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"
    ]
    assert [option for option in options if option not in text] == []


def test_every_event_is_documented_with_its_version_and_fields() -> None:
    rows = (DOCS / "events.md").read_text("utf-8").splitlines()
    ours = [entry for entry in entries() if entry.cls.__module__.startswith("ingestd.")]
    assert ours
    for entry in ours:
        fields = ", ".join(entry.cls.__dataclass_fields__)  # type: ignore[attr-defined]
        row = [
            line for line in rows if line.startswith(f"| `{entry.name}` | {entry.version} |")
        ]
        assert len(row) == 1, entry.name
        assert f"`{fields}`" in row[0]


def test_every_view_and_column_is_documented() -> None:
    text = (DOCS / "views.md").read_text("utf-8")
    for projection in PROJECTIONS:
        for name, query in projection.shape.views:
            rows = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
            assert len(rows) == 1, name
            assert [
                c.name
                for c in query_of(query, "sqlite").selected_columns
                if f"`{c.name}`" not in rows[0]
            ] == []


def test_every_setting_and_option_of_a_source_is_documented() -> None:
    text = (DOCS / "configuration.md").read_text("utf-8")
    schema = json.loads((CLONE / "config" / "ingestd.schema.json").read_text("utf-8"))
    names: set[str] = set()
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        names |= set(part.get("properties", {}))
        inner = [*part.get("properties", {}).values(), *part.get("$defs", {}).values()]
        inner += [*part.get("allOf", []), *part.get("oneOf", []), *part.get("anyOf", [])]
        inner += [part[key] for key in ("items", "then", "else") if key in part]
        waiting += [value for value in inner if isinstance(value, dict)]
    assert "data_dir" in names
    assert sorted(name for name in names if f"`{name}`" not in text) == []


def test_the_readme_names_no_document_that_is_not_there() -> None:
    for page in [CLONE / "README.md", *DOCS.glob("*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
