"""What a language model is asked to answer with, and its reading: one item at a time."""

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from ingestd.events.facts import DealStatus, DealType, EntityType, PartyRole

T = TypeVar("T")


class MalformedAnswerError(Exception):
    """What came is not what was asked for; asking once more may help."""


class ToldEntity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something, as a model says it."""

    name: str
    type: EntityType
    mentions: tuple[str, ...]
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None


class ToldParty(msgspec.Struct, frozen=True, kw_only=True):
    """A side of a deal."""

    name: str
    role: PartyRole | None = None


class ToldValue(msgspec.Struct, frozen=True, kw_only=True):
    """What a deal is worth, and the words that say so."""

    amount: float
    currency: str
    told: str


class ToldDate(msgspec.Struct, frozen=True, kw_only=True):
    """When a deal was made, and the words that say so."""

    date: str
    told: str


class ToldDeal(msgspec.Struct, frozen=True, kw_only=True):
    """A deal, as a model says it; `evidence` are quotes."""

    type: DealType
    status: DealStatus
    parties: tuple[ToldParty, ...]
    evidence: tuple[str, ...]
    products: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    subject: str | None = None
    value: ToldValue | None = None
    date: ToldDate | None = None


class _Items(msgspec.Struct, frozen=True):
    entities: list[Any]
    deals: list[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer; `dropped` counts items that are not what was asked for."""

    entities: tuple[ToldEntity, ...]
    deals: tuple[ToldDeal, ...]
    dropped: int


def read(answer: str | bytes) -> Told:
    """Take an answer in JSON apart. Raises MalformedAnswerError where there are no lists in it."""
    try:
        items = msgspec.json.decode(answer, type=_Items)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedAnswerError(f"it is not the JSON that was asked for: {error}") from error
    entities = tuple(_sound(items.entities, ToldEntity))
    deals = tuple(_sound(items.deals, ToldDeal))
    told = len(items.entities) + len(items.deals)
    return Told(entities=entities, deals=deals, dropped=told - len(entities) - len(deals))


def _sound(items: Iterable[Any], kind: type[T]) -> Iterator[T]:
    for item in items:
        try:
            yield msgspec.convert(item, kind)
        except msgspec.ValidationError:
            continue


def _words(literal: object, *, or_null: bool = False) -> dict[str, Any]:
    words = list(typing.get_args(literal))
    if or_null:
        return {"type": ["string", "null"], "enum": [*words, None]}
    return {"type": "string", "enum": words}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _or_null(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "null"}]}


_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}

SCHEMA = _object(
    entities=_list(
        _object(
            name=_TEXT,
            type=_words(EntityType),
            mentions=_list(_TEXT),
            role=_TEXT_OR_NULL,
            affiliation=_TEXT_OR_NULL,
            country=_TEXT_OR_NULL,
        )
    ),
    deals=_list(
        _object(
            type=_words(DealType),
            status=_words(DealStatus),
            parties=_list(_object(name=_TEXT, role=_words(PartyRole, or_null=True))),
            products=_list(_TEXT),
            witnesses=_list(_TEXT),
            subject=_TEXT_OR_NULL,
            value=_or_null(_object(amount={"type": "number"}, currency=_TEXT, told=_TEXT)),
            date=_or_null(_object(date=_TEXT, told=_TEXT)),
            evidence=_list(_TEXT),
        )
    ),
)
"""The JSON Schema of an answer."""
