"""The catalogue of events: names that outlive classes, versions, and the lifting of old payloads."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

from ingestd.events.text import sound

Payload = dict[str, Any]
Lift = Callable[[Payload], Payload]
E = TypeVar("E", bound="type[Event]")


class Event:
    """A past-tense fact. Subclasses are frozen dataclasses of plain, JSON-able values."""

    __slots__ = ()

    @property
    def stream(self) -> str:
        """The subject this fact belongs to; facts of one stream are numbered one by one."""
        raise TypeError(f"{type(self).__name__} names no stream")


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue knows of one event type."""

    name: str
    version: int
    cls: type[Event]


_BY_NAME: dict[str, Entry] = {}
_BY_CLASS: dict[type[Event], Entry] = {}
_LIFTS: dict[tuple[str, int], Lift] = {}


def event(name: str, *, version: int = 1) -> Callable[[E], E]:
    """Enter a dataclass into the catalogue under a name that must never change."""

    def enter(cls: E) -> E:
        if name in _BY_NAME and _BY_NAME[name].cls.__qualname__ != cls.__qualname__:
            raise ValueError(f"two events are named {name}")
        entry = Entry(name, version, cls)
        _BY_NAME[name] = _BY_CLASS[cls] = entry
        return cls

    return enter


def upcast(name: str, *, since: int) -> Callable[[Lift], Lift]:
    """Lift payloads of schema version `since` to `since + 1` where they are read."""

    def enter(lift: Lift) -> Lift:
        _LIFTS[name, since] = lift
        return lift

    return enter


def entries() -> list[Entry]:
    """Every event that is known, by name."""
    return [_BY_NAME[name] for name in sorted(_BY_NAME)]


def entry_of(cls: type[Event]) -> Entry:
    """Return name and version under which a class is recorded."""
    return _BY_CLASS[cls]


def canonical(payload: Any) -> bytes:
    """Return JSON with sorted keys and no spaces, in UTF-8: equal facts, equal bytes.

    What no store can keep (see `sound`) is replaced. Raises ValueError for what is no JSON.
    """
    text = _json(payload)
    if "\\u0000" in text:
        text = _json(_without_nul(payload))
    return sound(text).encode()


def _json(payload: Any) -> str:
    return json.dumps(
        payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _without_nul(value: Any) -> Any:
    match value:
        case str():
            return sound(value)
        case dict():
            return {key: _without_nul(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_without_nul(inner) for inner in value]
        case _:
            return value


def encode(fact: Event) -> bytes:
    """Return the canonical bytes of a fact."""
    return canonical(dataclasses.asdict(fact))  # type: ignore[call-overload]


def decode(name: str, version: int, data: bytes) -> Event:
    """Return the fact as today's class knows it, lifted from any earlier version."""
    known = _BY_NAME[name]
    payload: Payload = json.loads(data)
    for since in range(version, known.version):
        payload = _LIFTS[name, since](payload)
    fact: Event = _build(known.cls, payload)
    return fact


def _build(shape: Any, value: Any) -> Any:
    """Turn plain JSON values into the dataclasses and tuples that a shape asks for."""
    if dataclasses.is_dataclass(shape):
        hints = _hints(shape)
        return shape(**{k: _build(hints[k], v) for k, v in value.items() if k in hints})  # type: ignore[operator]
    origin = typing.get_origin(shape)
    if origin is tuple:
        inner = typing.get_args(shape)[0]
        return tuple(_build(inner, item) for item in value)
    if origin in {typing.Union, types.UnionType} and value is not None:
        inner = next(a for a in typing.get_args(shape) if a is not type(None))
        return _build(inner, value)
    return value


_HINTS: dict[Any, dict[str, Any]] = {}


def _hints(shape: Any) -> dict[str, Any]:
    if shape not in _HINTS:
        _HINTS[shape] = typing.get_type_hints(shape)
    return _HINTS[shape]
