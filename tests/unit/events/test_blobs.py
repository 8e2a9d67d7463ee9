"""Whoever looks for the blobs that a log names finds every one of them."""

import dataclasses

import pytest

from ingestd.events import DocumentParsed, DocumentRejected, Event
from ingestd.events.blobs import NAMING, blobs_named
from ingestd.events.catalogue import encode, entries, entry_of
from ingestd.events.envelope import TOMBSTONE
from tests.fixtures.building import (
    blob,
    extracted,
    found_again,
    parsed,
    polled,
    received,
    rejected,
    text,
)

FIELDS = {"blob", "text"}
ERASED = {"document.erased": {"originals", "texts"}}
"""Digests of what is there no more."""


def named(fact: Event) -> list[str]:
    entry = entry_of(type(fact))
    return blobs_named(entry.name, entry.version, encode(fact))


def test_every_field_that_names_a_blob_is_listed() -> None:
    """A field of another name that names one has to be entered by hand, here and there."""
    ours = [entry for entry in entries() if entry.cls.__module__.startswith("ingestd.")]
    found = {
        entry.name: {field.name for field in dataclasses.fields(entry.cls)} & FIELDS  # type: ignore[arg-type]  # each is a dataclass
        for entry in ours
    }

    assert {name: set(fields) for name, fields in NAMING.items()} == {
        name: fields for name, fields in found.items() if fields
    }


def test_digests_of_what_was_erased_are_known_to_be_such() -> None:
    lists = {
        entry.name: {
            field.name
            for field in dataclasses.fields(entry.cls)  # type: ignore[arg-type]  # each is a dataclass
            if field.name in {"originals", "texts", "blobs"}
        }
        for entry in entries()
    }

    assert {name: fields for name, fields in lists.items() if fields} == ERASED


@pytest.mark.parametrize(
    ("fact", "digests"),
    [
        (received("a"), [blob("a")]),
        (found_again("a", at="b"), [blob("a")]),
        (parsed("a"), [blob("a"), text("a")]),
        (extracted("a"), [text("a")]),
        (rejected("a"), [blob("a")]),
        (rejected("a", stage="intake"), []),
        (polled(accepted=1), []),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Event) else "",
)
def test_a_fact_names_its_blobs(fact: Event, digests: list[str]) -> None:
    assert named(fact) == digests


@pytest.mark.parametrize("fact", [DocumentParsed, DocumentRejected])
def test_what_was_erased_names_none(fact: type[Event]) -> None:
    assert blobs_named(entry_of(fact).name, 1, TOMBSTONE) == []


def test_an_event_that_is_not_known_names_none() -> None:
    assert blobs_named("document.shelved", 1, b"{}") == []
