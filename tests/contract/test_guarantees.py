"""Every promise in docs/guarantees.md names tests, and every test that it names is there."""

import ast
import re
from pathlib import Path

import pytest

CLONE = Path(__file__).parents[2]
PAGE = CLONE / "docs" / "guarantees.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def promises() -> list[str]:
    """The rows of the tables that say what holds them."""
    text = PAGE.read_text("utf-8")
    tables = re.findall(
        r"^\| promise \| held by \|\n\|---\|---\|\n((?:\|.*\n)+)", text, re.MULTILINE
    )
    return [row for table in tables for row in table.splitlines()]


def defined_in(path: str) -> set[str]:
    tree = ast.parse((CLONE / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_promises() -> None:
    assert len(promises()) > 20


@pytest.mark.parametrize("promise", promises(), ids=lambda row: row[2:40])
def test_every_promise_is_held_by_tests_that_are_there(promise: str) -> None:
    named = NAMED.findall(promise)

    assert named
    assert [
        f"{path}::{name}"
        for path, name in named
        if not (CLONE / path).exists() or name not in defined_in(path)
    ] == []
