"""The terms of a deal: what it is worth, and when it was made, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.events.facts import Money, Quote
from ingestd.extraction.amounts import amounts
from ingestd.extraction.dates import Day, days, relative, weekday
from ingestd.extraction.drafts import Draft
from ingestd.extraction.following import Following
from ingestd.extraction.masking import Masked
from ingestd.extraction.spots import Reading

_HAPPENED = frozenset({"signed", "announced", "completed", "terminated"})
_TOO = re.compile(r"^ \([^()]{3,40}\)")
"""The same sum in another currency."""
_NEAR = 60
_OPENING = 2
"""Sentences that tell what the article is about."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a deal is worth, and where that is told."""

    money: Money
    told: Quote


@dataclass(frozen=True, slots=True)
class Made:
    """When a deal was made (ISO 8601, possibly a month or a year), and where that is told."""

    iso: str
    told: Quote


class Terms:
    """Finds value and date in the sentences that tell of a deal."""

    def __init__(
        self,
        reading: Reading,
        masked: dict[int, Masked],
        following: Following,
        *,
        home: tuple[str, ...],
        published: str | None,
    ) -> None:
        self._reading = reading
        self._home = home
        self._masked = masked
        self._following = following
        self._published = published
        self._frames = reading.language.frames

    def worth(self, draft: Draft, *, alone: bool) -> Worth | None:
        """What it is worth; revenues, budgets and prices of a piece are not.

        Where the text tells of it `alone`, "the sum of the deal" may be told anywhere.
        """
        for number in self._following.sentences(draft):
            text = self._masked[number].whole
            for amount in amounts(text, self._reading.language, self._home):
                before, behind = text[: amount.start], text[amount.end :]
                if self._is_its_value(before, behind):
                    return Worth(amount.money, self._quote(number, amount.start, amount.end))
        return self._worth_anywhere() if alone else None

    def _worth_anywhere(self) -> Worth | None:
        """The sum behind a word for what the deal is worth, wherever that stands."""
        for number, sentence in sorted(self._masked.items()):
            text = sentence.whole
            if not self._frames.valued.search(text):
                continue
            for amount in amounts(text, self._reading.language, self._home):
                before = text[max(amount.start - _NEAR, 0) : amount.start]
                told = self._frames.valued.search(before)
                if told and not self._frames.not_worth.search(before):
                    return Worth(amount.money, self._quote(number, amount.start, amount.end))
        return None

    def made(self, draft: Draft, *, alone: bool) -> Made | None:
        """When it was made: by a day told, else by a weekday, else by that of its event.

        Where the text tells of it `alone`, the day of signing may be told anywhere.
        """
        for number in self._following.sentences(draft):
            for day in self._days(number):
                return self._made(number, day)
        if draft.status in _HAPPENED:
            for number in self._following.sentences(draft):
                text, language = self._masked[number].whole, self._reading.language
                told = weekday(text, language, self._published)
                told = told or relative(text, language, self._published)
                if told:
                    return self._made(number, told)
        told_apart = self._made_anywhere() if alone else None
        if told_apart is not None:
            return told_apart
        at_event = (
            self._frames.event.search(self._masked[c.sentence].whole) for c in draft.claims
        )
        return self._made_at_event(draft.claims[0].sentence) if any(at_event) else None

    def _made_anywhere(self) -> Made | None:
        """The day beside a word of signing or closing, wherever that stands."""
        for number, sentence in sorted(self._masked.items()):
            if not self._frames.dated.search(sentence.whole):
                continue
            for day in self._days(number):
                near = sentence.whole[max(day.start - _NEAR, 0) : day.end + _NEAR]
                if self._frames.dated.search(near):
                    return self._made(number, day)
        return None

    def _made_at_event(self, last: int) -> Made | None:
        """The day of what the article opens with, if a deal was made at it."""
        for number in sorted(self._masked)[:_OPENING]:
            for day in self._days(number) if number <= last else ():
                return self._made(number, day)
        return None

    def _days(self, number: int) -> Iterator[Day]:
        yield from days(self._masked[number].whole, self._reading.language, self._published)

    def _made(self, number: int, day: Day) -> Made:
        return Made(day.iso, self._quote(number, day.start, day.end))

    def _quote(self, number: int, start: int, end: int) -> Quote:
        return self._reading.view.quote(*self._masked[number].all.span(start, end))

    def _is_its_value(self, before: str, behind: str) -> bool:
        near = before[-60:].rstrip() + " "
        if self._frames.not_worth.search(before[-45:]) or self._frames.not_worth.match(
            behind[:30].lstrip()
        ):
            return False
        behind = _TOO.sub("", behind)
        if self._frames.each.match(behind):
            return False
        if self._frames.worth.search(near) or self._frames.priced.match(behind):
            return True
        return any(pact.pattern.match(behind.lstrip(" -")) for pact in self._frames.pacts)
