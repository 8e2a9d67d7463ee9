"""Nobody breaks history by accident: names, versions, fields, bytes."""

import dataclasses
import json
import math
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from ingestd.errors import MalformedEventError, UnknownEventError
from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    Event,
    ExtractedDeal,
    Money,
    Quote,
    SourceRemoved,
)
from ingestd.events.briefs import (
    DateParsed,
    DealsExtracted,
    NamesExtracted,
    RevisionExtracted,
)
from ingestd.events.catalogue import (
    _LIFTS,
    Entry,
    Payload,
    brief,
    canonical,
    decode,
    encode,
    entries,
    entry_of,
    event,
    missing_lifts,
    name_of,
    upcast,
)
from ingestd.events.text import sound
from tests.fixtures.building import deal, document, entity, extracted, received

FROZEN = Path(__file__).with_name("catalogue.json")
PLAIN: dict[Any, some.SearchStrategy[Any]] = {
    str: some.text(some.characters(exclude_categories=["Cs"], min_codepoint=1), max_size=10),
    int: some.integers(),
    float: some.floats(allow_nan=False, allow_infinity=False),
    bool: some.booleans(),
    type(None): some.none(),
}
OURS = [entry for entry in entries() if entry.cls.__module__.startswith("ingestd.")]


@event("test.lifted", version=3)
@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lifted(Event):
    """An event whose fields were named otherwise, twice."""

    name: str
    size: int | None = None


@brief(Lifted)
@dataclasses.dataclass(frozen=True, slots=True)
class Size(Event):
    """What matters of it to some."""

    size: int | None


@upcast("test.lifted", since=1)
def name_was_title(payload: Payload) -> Payload:
    return {"name": payload["title"], "old": True}


@upcast("test.lifted", since=2)
def size_was_unknown(payload: Payload) -> Payload:
    return payload | {"size": 0 if payload["old"] else None}


def told(shape: Any) -> str:
    """A type as the frozen catalogue writes it."""
    if typing.get_origin(shape) is typing.Literal:
        return " or ".join(map(repr, typing.get_args(shape)))
    if typing.get_origin(shape) is tuple:
        return f"tuple of {told(typing.get_args(shape)[0])}"
    if args := typing.get_args(shape):
        return " or ".join(told(arg) for arg in args)
    return "null" if shape is type(None) else str(shape.__name__)


def fields(shape: Any) -> dict[str, str]:
    return {name: told(hint) for name, hint in sorted(typing.get_type_hints(shape).items())}


def parts(shape: Any) -> Iterator[type]:
    """Every dataclass that a fact is made of, itself left out."""
    for hint in typing.get_type_hints(shape).values():
        for inner in (hint, *typing.get_args(hint)):
            if dataclasses.is_dataclass(inner) and isinstance(inner, type):
                yield inner
                yield from parts(inner)


def values_of(shape: Any) -> some.SearchStrategy[Any]:
    """Any value that a field of this type can have."""
    if shape in PLAIN:
        return PLAIN[shape]
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        hints = typing.get_type_hints(shape)
        return some.builds(shape, **{name: values_of(hint) for name, hint in hints.items()})
    kind, args = typing.get_origin(shape), typing.get_args(shape)
    if kind is typing.Literal:
        return some.sampled_from(args)
    if kind is tuple:
        return some.lists(values_of(args[0]), max_size=3).map(tuple)
    return some.one_of(*map(values_of, args))


def test_the_catalogue_is_the_frozen_one() -> None:
    shapes = {part.__name__: fields(part) for entry in OURS for part in parts(entry.cls)}
    now = {
        "events": {
            entry.name: {"version": entry.version, "fields": fields(entry.cls)}
            for entry in OURS
        },
        "parts": dict(sorted(shapes.items())),
    }

    # a new field needs a default, any other change a version and an @upcast; only then
    # change catalogue.json
    assert now == json.loads(FROZEN.read_text())


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name)
@settings(max_examples=40)
@given(data=some.data())
def test_every_fact_comes_back_as_it_was_told(entry: Entry, data: some.DataObject) -> None:
    fact = data.draw(values_of(entry.cls))

    again = decode(entry.name, entry.version, encode(fact))

    assert again == fact
    assert encode(again) == encode(fact)
    assert isinstance(again.stream, str)


def is_part_of(told: Any, whole: Any) -> bool:
    if isinstance(told, dict):
        return all(name in whole and is_part_of(told[name], whole[name]) for name in told)
    if isinstance(told, list):
        return len(told) == len(whole) and all(map(is_part_of, told, whole))
    return bool(told == whole)


@pytest.mark.parametrize(
    ("brief", "whole"),
    [
        (NamesExtracted, DocumentExtracted),
        (DealsExtracted, DocumentExtracted),
        (RevisionExtracted, DocumentExtracted),
        (DateParsed, DocumentParsed),
    ],
)
@settings(max_examples=20)
@given(data=some.data())
def test_a_brief_tells_of_a_fact_what_the_fact_tells(
    brief: type[Event], whole: type[Event], data: some.DataObject
) -> None:
    fact = data.draw(values_of(whole))

    told = decode(name_of(brief), entry_of(whole).version, encode(fact), into=brief)

    assert isinstance(told, brief)
    assert is_part_of(json.loads(msgspec.json.encode(told)), json.loads(encode(fact)))


def test_a_brief_is_lifted_as_the_fact_is_and_is_none_itself() -> None:
    assert decode(name_of(Size), 1, b'{"title":"A"}', into=Size) == Size(0)
    assert decode(name_of(Size), 3, b'{"name":"A","size":5}', into=Size) == Size(5)
    with pytest.raises(KeyError):
        entry_of(Size)


@example(text="half \ud83e of a pair")
@example(text="nothing \x00")
@given(text=some.text(some.characters(exclude_categories=()), max_size=20))
def test_what_no_store_can_keep_is_replaced_one_for_one(text: str) -> None:
    """A NUL, half a surrogate pair; but not the letters that write a NUL in JSON."""
    kept = json.loads(canonical({"text": [text]}))["text"][0]

    assert kept == sound(text)
    assert len(kept) == len(text)


def test_names_that_no_store_can_keep_are_replaced_too() -> None:
    told = canonical({"a": Quote(start=0, end=1, text="\x00"), "\udfff": 1})

    assert told == '{"a":{"end":1,"start":0,"text":"\ufffd"},"\ufffd":1}'.encode()


def test_letters_that_look_like_an_escape_are_kept() -> None:
    assert json.loads(canonical({"text": "\\u0000 \x00"})) == {"text": "\\u0000 \ufffd"}


@given(
    payload=some.dictionaries(some.text(max_size=5), some.integers() | some.text(), min_size=2)
)
def test_the_order_of_keys_does_not_change_the_bytes(payload: dict[str, Any]) -> None:
    turned = dict(reversed(payload.items()))

    assert canonical(turned) == canonical(payload)


def test_canonical_bytes_are_sorted_close_json_in_utf_8() -> None:
    assert canonical({"b": [1, None, "ж"], "a": {"d": True, "c": 1.5}}) == (
        '{"a":{"c":1.5,"d":true},"b":[1,null,"ж"]}'.encode()
    )


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -float("inf")])
def test_what_json_cannot_say_is_refused(amount: float) -> None:
    fact = extracted("a", deals=(deal(value=Money(amount=amount, currency="USD")),))

    for payload in (fact, {"a": [None, {"b": amount}]}, (amount,), amount):
        with pytest.raises(ValueError, match="not JSON compliant"):
            canonical(payload)


@given(number=some.floats(allow_nan=False, allow_infinity=False) | some.integers())
def test_numbers_read_back_by_any_json_library_are_the_same(number: float) -> None:
    read = json.loads(canonical({"number": number}))["number"]

    assert (read, type(read), math.copysign(1, read)) == (
        number,
        type(number),
        math.copysign(1, number),
    )


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name)
@settings(max_examples=20)
@given(data=some.data())
def test_a_fact_has_the_bytes_of_its_plain_values(entry: Entry, data: some.DataObject) -> None:
    fact = data.draw(values_of(entry.cls))
    plain = dataclasses.asdict(fact)

    assert encode(fact) == canonical(plain) == canonical(json.loads(json.dumps(plain)))


def test_nested_facts_come_back_as_their_own_types() -> None:
    fact = extracted(
        "a", entity("Acme"), deals=(deal(0, value=Money(amount=1, currency="VND")),)
    )

    again = decode("document.extracted", 1, encode(fact))

    assert isinstance(again, DocumentExtracted)
    assert isinstance(again.extraction.deals[0], ExtractedDeal)
    assert again.extraction.deals[0].value == Money(amount=1, currency="VND")
    assert again.extraction.entities[0].mentions[0].text == "Acme"


def test_fields_that_are_not_known_yet_are_passed_over() -> None:
    payload = json.loads(encode(received("a"))) | {"not_known_yet": 1}

    assert decode("document.received", 1, canonical(payload)) == received("a")


@pytest.mark.parametrize(
    ("version", "payload", "size"),
    [
        (1, {"title": "N"}, 0),
        (2, {"name": "N", "old": False}, None),
        (3, {"name": "N", "size": 7}, 7),
    ],
)
def test_old_payloads_are_lifted_step_by_step(
    version: int, payload: Payload, size: int | None
) -> None:
    assert decode("test.lifted", version, canonical(payload)) == Lifted(name="N", size=size)


def test_every_earlier_version_can_be_lifted_and_no_other() -> None:
    needed = {(entry.name, since) for entry in entries() for since in range(1, entry.version)}

    assert set(_LIFTS) == needed
    assert missing_lifts() == []


def test_a_version_from_which_nothing_lifts_is_named() -> None:
    lift = _LIFTS.pop(("test.lifted", 2))
    try:
        assert missing_lifts() == [("test.lifted", 2)]
    finally:
        _LIFTS["test.lifted", 2] = lift


@pytest.mark.parametrize(
    ("name", "version", "position", "said"),
    [
        ("moon.landed", 1, None, "event of type moon.landed, version 1, is not known here"),
        ("test.lifted", 4, 7, "event 7 of type test.lifted, version 4, is not known here"),
    ],
)
def test_what_a_later_ingestd_wrote_is_named_not_guessed(
    name: str, version: int, position: int | None, said: str
) -> None:
    with pytest.raises(UnknownEventError, match=said) as raised:
        decode(name, version, b"{}", position=position)

    assert raised.value.hint == (
        "a later version of ingestd wrote it: install that one, or a newer one"
    )


@pytest.mark.parametrize(
    ("version", "data"),
    [
        (3, b"{}"),
        (3, b'{"name":1}'),
        (3, b'{"name":'),
        (3, b'{"name":"\xff"}'),
        (3, b"[]"),
        (2, b'{"name":1,"old":true}'),
        (1, b"\xff"),
    ],
)
def test_data_that_is_not_what_its_type_says_is_refused_with_its_place(
    version: int, data: bytes
) -> None:
    with pytest.raises(MalformedEventError, match=r"event 9 of type test\.lifted cannot be"):
        decode("test.lifted", version, data, position=9)


def test_a_name_belongs_to_one_event() -> None:
    with pytest.raises(ValueError, match=r"two events are named document\.received"):
        event("document.received")(Lifted)


def test_a_module_that_is_read_twice_enters_its_event_once() -> None:
    again = event("document.received")(DocumentReceived)

    assert again is DocumentReceived
    assert [entry.cls for entry in entries() if entry.name == "document.received"] == [again]


def test_names_and_versions_are_found_by_class() -> None:
    assert entry_of(SourceRemoved) == Entry("source.removed", 1, SourceRemoved)


def test_names_are_sorted() -> None:
    names = [entry.name for entry in entries()]

    assert names == sorted(names)


def test_an_event_that_names_no_stream_cannot_be_asked_for_it() -> None:
    with pytest.raises(TypeError, match="Lifted names no stream"):
        _ = Lifted(name="N").stream


def test_events_need_only_the_standard_library_and_msgspec() -> None:
    asking = (
        "import sys; before = set(sys.modules); import ingestd.events;"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before};"
        # msgspec takes typing_extensions where it finds it, and does without
        "print(sorted(new - sys.stdlib_module_names - {'typing_extensions'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], capture_output=True, text=True, check=True
    )

    assert done.stdout == "['ingestd', 'msgspec']\n"


def test_a_fact_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        received("a").document = document("b")  # type: ignore[misc]  # what is tested
