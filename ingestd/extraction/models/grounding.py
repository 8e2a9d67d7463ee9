"""From what a model says to what stands in the text; what does not is dropped and counted."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ingestd.events.facts import (
    EntityType,
    ExtractedDeal,
    ExtractedEntity,
    ExtractedParty,
    Extraction,
    Money,
    Quote,
)
from ingestd.extraction.models.answer import Told, ToldDate, ToldDeal, ToldEntity, ToldValue
from ingestd.extraction.models.locating import Located
from ingestd.extraction.view import fold

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
CONFIDENCE = 0.6
"""Of a deal that a model tells and the text bears out: more than a guess, less than a rule."""


@dataclass(slots=True, kw_only=True)
class _Known:
    name: str
    type: EntityType
    mentions: dict[tuple[int, int], Quote]
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Grounds:
    """What was found in a text so far, piece by piece. `dropped` counts what was not."""

    text: Located
    dropped: int = 0
    _entities: list[_Known] = field(default_factory=list)
    _by_name: dict[str, int] = field(default_factory=dict)
    _deals: dict[object, ExtractedDeal] = field(default_factory=dict)

    def take(self, told: Told, start: int, end: int) -> None:
        """Seek what was said of the piece between two offsets."""
        self.dropped += told.dropped
        for entity in told.entities:
            self._take_entity(entity, start, end)
        for deal in told.deals:
            self._take_deal(deal, start, end)

    def extraction(self) -> Extraction:
        """All that was found, entities in the order of the text."""
        order = sorted(
            range(len(self._entities)), key=lambda place: min(self._entities[place].mentions)
        )
        moved = {place: at for at, place in enumerate(order)}
        entities = (self._entities[place] for place in order)
        return Extraction(
            entities=tuple(map(_extracted, entities)),
            deals=tuple(_moved(deal, moved) for deal in self._deals.values()),
        )

    # ------------------------------------------------------------ entities

    def _take_entity(self, told: ToldEntity, start: int, end: int) -> None:
        places = self._places((told.name, *told.mentions), start, end)
        if not places:
            self.dropped += 1
            return
        known = self._entity(told.name, told.type, places)
        known.role = known.role or _kept(told.role)
        known.affiliation = known.affiliation or _kept(told.affiliation)
        if told.country is not None and _COUNTRY.fullmatch(told.country):
            known.country = known.country or told.country

    def _entity(
        self, name: str, kind: EntityType, places: dict[tuple[int, int], Quote]
    ) -> _Known:
        key = fold(name) or name
        if key not in self._by_name:
            longest = max(places.values(), key=lambda quote: (len(quote.text), -quote.start))
            self._by_name[key] = len(self._entities)
            self._entities.append(_Known(name=longest.text, type=kind, mentions={}))
        known = self._entities[self._by_name[key]]
        known.mentions |= places
        return known

    def _places(
        self, names: Iterable[str], start: int, end: int
    ) -> dict[tuple[int, int], Quote]:
        return {
            (quote.start, quote.end): quote
            for name in dict.fromkeys(names)
            for quote in self.text.names(name, start, end)
        }

    def _who(self, name: str, start: int, end: int, kind: EntityType) -> int | None:
        """The place of somebody who was named before, or is found now."""
        key = fold(name) or name
        if key not in self._by_name:
            places = self._places((name,), start, end)
            if not places:
                self.dropped += 1
                return None
            self._entity(name, kind, places)
        return self._by_name[key]

    # ------------------------------------------------------------ deals

    def _take_deal(self, told: ToldDeal, start: int, end: int) -> None:
        evidence = list(self._quotes(told.evidence, start, end))
        parties = self._parties(told, start, end) if evidence else []
        if not parties:
            self.dropped += 1
            return
        key = told.type, frozenset(party.entity for party in parties)
        before = self._deals.get(key)
        value, value_told = self._value(told.value, start, end)
        date, date_told = self._date(told.date, start, end)
        deal = ExtractedDeal(
            type=told.type,
            status=told.status,
            parties=tuple(parties),
            evidence=tuple(evidence),
            products=self._all(told.products, start, end, "product"),
            witnesses=self._all(told.witnesses, start, end, "person"),
            subject=_kept(told.subject),
            value=value,
            value_told=value_told,
            date=date,
            date_told=date_told,
            confidence=CONFIDENCE,
        )
        self._deals[key] = deal if before is None else _joined(before, deal)

    def _quotes(self, told: Iterable[str], start: int, end: int) -> Iterator[Quote]:
        for words in dict.fromkeys(told):
            quote = self.text.first(words, start, end)
            if quote is None:
                self.dropped += 1
            else:
                yield quote

    def _parties(self, told: ToldDeal, start: int, end: int) -> list[ExtractedParty]:
        found: dict[int, ExtractedParty] = {}
        for party in told.parties:
            place = self._who(party.name, start, end, "organization")
            if place is not None:
                found.setdefault(place, ExtractedParty(entity=place, role=party.role))
        return list(found.values())

    def _all(
        self, names: Iterable[str], start: int, end: int, kind: EntityType
    ) -> tuple[int, ...]:
        places = (self._who(name, start, end, kind) for name in names)
        return tuple(dict.fromkeys(place for place in places if place is not None))

    def _value(
        self, told: ToldValue | None, start: int, end: int
    ) -> tuple[Money | None, Quote | None]:
        if told is None:
            return None, None
        quote = self.text.first(told.told, start, end)
        sound = math.isfinite(told.amount) and _CURRENCY.fullmatch(told.currency)
        if quote is None or not sound:
            self.dropped += 1
            return None, None
        return Money(amount=told.amount, currency=told.currency), quote

    def _date(
        self, told: ToldDate | None, start: int, end: int
    ) -> tuple[str | None, Quote | None]:
        if told is None:
            return None, None
        quote = self.text.first(told.told, start, end)
        if quote is None or not _DATE.fullmatch(told.date):
            self.dropped += 1
            return None, None
        return told.date, quote


def _kept(words: str | None) -> str | None:
    return (words or "").strip() or None


def _extracted(known: _Known) -> ExtractedEntity:
    return ExtractedEntity(
        name=known.name,
        type=known.type,
        mentions=tuple(known.mentions[place] for place in sorted(known.mentions)),
        country=known.country,
        role=known.role if known.type == "person" else None,
        affiliation=known.affiliation if known.type == "person" else None,
        reasons=("said by the model",),
    )


def _moved(deal: ExtractedDeal, moved: dict[int, int]) -> ExtractedDeal:
    """The same deal with entities at their final places."""
    return replace(
        deal,
        parties=tuple(replace(party, entity=moved[party.entity]) for party in deal.parties),
        products=tuple(moved[place] for place in deal.products),
        witnesses=tuple(moved[place] for place in deal.witnesses),
    )


def _joined(first: ExtractedDeal, second: ExtractedDeal) -> ExtractedDeal:
    """One deal of two pieces' tellings: what the first leaves open, the second fills."""
    by_value, by_date = (first if first.value else second), (first if first.date else second)
    places = {(quote.start, quote.end): quote for quote in (*first.evidence, *second.evidence)}
    return replace(
        first,
        evidence=tuple(places[place] for place in sorted(places)),
        products=tuple(dict.fromkeys((*first.products, *second.products))),
        witnesses=tuple(dict.fromkeys((*first.witnesses, *second.witnesses))),
        subject=first.subject or second.subject,
        value=by_value.value,
        value_told=by_value.value_told,
        date=by_date.date,
        date_told=by_date.date_told,
    )
