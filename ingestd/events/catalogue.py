"""The catalogue of events: names that outlive classes, versions, and the lifting of old payloads."""

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import msgspec

from ingestd.errors import MalformedEventError, UnknownEventError
from ingestd.events.canonical import canonical as canonical

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
_BRIEFS: dict[type[Event], type[Event]] = {}
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


def brief(whole: type[Event]) -> Callable[[E], E]:
    """Enter a class with fewer fields of an event, into which it is decoded for some readers.

    Facts are never made of it.
    """

    def enter(cls: E) -> E:
        _BRIEFS[cls] = whole
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


def name_of(cls: type[Event]) -> str:
    """Return the name under which an event is recorded, of which this may be a brief."""
    return entry_of(_BRIEFS.get(cls, cls)).name


def missing_lifts() -> list[tuple[str, int]]:
    """The earlier versions, by name, from which nothing lifts; the log may hold them."""
    needed = ((entry.name, since) for entry in entries() for since in range(1, entry.version))
    return [step for step in needed if step not in _LIFTS]


def encode(fact: Event) -> bytes:
    """Return the canonical bytes of a fact."""
    return canonical(fact)


def decode(
    name: str,
    version: int,
    data: bytes,
    *,
    position: int | None = None,
    into: type[Event] | None = None,
) -> Event:
    """Return the fact as today's class knows it, or a brief of it, lifted from any earlier version.

    Fields that are not known are passed over, those that are missing take their defaults.
    Raises UnknownEventError for what a later ingestd wrote, MalformedEventError for data
    that is not what its type says; both name the position, where it is given.
    """
    known = _BY_NAME.get(name)
    if known is None or version > known.version:
        raise UnknownEventError(name, version, position)
    try:
        wanted = into or known.cls
        if version == known.version:
            cls: Any = wanted
            return _decoder(cls).decode(data)
        payload: Payload = msgspec.json.decode(data)
        for since in range(version, known.version):
            payload = _LIFTS[name, since](payload)
        return msgspec.convert(payload, wanted)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise MalformedEventError(name, str(error), position) from error


@cache
def _decoder(cls: Any) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(cls)
