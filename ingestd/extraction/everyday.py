"""Deals that a Vietnamese text tells in everyday words, at once or in two sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ingestd.events.facts import DealStatus, PartyRole
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.languages.vi_deals import VIETNAMESE_FRAMES
from ingestd.extraction.languages.vi_oblique import PHRASES, WARY, Phrase
from ingestd.extraction.masking import MARK
from ingestd.extraction.sieve import Sieve
from ingestd.extraction.telling import Claim, clause_of, guard_of, is_history
from ingestd.extraction.traced import Traced

_IN = Sieve(((phrase.pattern, phrase) for phrase in PHRASES), VIETNAMESE_FRAMES.letters)
_ROLES: dict[str, PartyRole | None] = {role: role for role in get_args(PartyRole)}
_ROLES |= {"other": "partner", "a": None, "b": None, "client": None, "contractor": None}
_NEAR = 3
"""Sentences in which the two halves of a deal stand."""
_EVERYDAY = "việc này"
"""What such deals are called, for want of a noun of their own."""
_BANK = re.compile(r"\b(?:bank|ngân hàng)\b|bank$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Where everyday words tell of a deal, and how far it has come."""

    phrase: Phrase
    status: DealStatus
    sentence: int
    trigger: tuple[int, int]
    order: int


class Oblique:
    """Reads claims out of everyday words; sentences come in order."""

    def __init__(self, frames: Frames, cast: Cast, published: str | None) -> None:
        self._frames = frames
        self._cast = cast
        self._published = published
        self._halves: list[tuple[_Telling, str, int]] = []
        self._order = 0

    def claims(self, told: Traced, sentence: int) -> Iterator[Claim]:
        """What a sentence with its marks claims; triggers are places in `View.plain`."""
        self._order += 1
        if not MARK.search(told.text):
            return
        for phrase in _IN.of(told.text):
            match = phrase.pattern.search(told.text)
            status = self._status(phrase, match) if match else None
            if match is None or status is None:
                continue
            parties = {role: int(match[role][2:-1]) for role in phrase.roles}
            trigger = told.span(*match.span())
            telling = _Telling(phrase, status, sentence, trigger, self._order)
            if len(parties) == 1:
                yield from self._completed(telling, *parties.popitem())
            elif self._may(phrase, parties):
                yield _claim(telling, telling, parties)

    def _status(self, phrase: Phrase, match: re.Match[str]) -> DealStatus | None:
        """How far it has come; None where it has not, or was years ago."""
        text = match.string
        clause = text[clause_of(self._frames, text, match.start()) : match.end()]
        if WARY.search(clause) or _is_said(match):
            return None
        guard = guard_of(self._frames, clause, text[: match.end()])
        if is_history(text, *match.span(), self._published):
            return None
        return guard.status if guard else phrase.status

    def _may(self, phrase: Phrase, parties: dict[str, int]) -> bool:
        """Whether two tell of it, who lends is a bank, and not all are public bodies."""
        entities = {role: self._cast.entities[party] for role, party in parties.items()}
        if len(set(parties.values())) < len(parties):
            return False
        if phrase.type == "financing":
            return _BANK.search(entities["lender"].name) is not None
        return any(entity.type != "public_body" for entity in entities.values())

    def _completed(self, telling: _Telling, role: str, party: int) -> Iterator[Claim]:
        """The deal whose other half a sentence close by told, told at both places."""
        for other, its, whom in reversed(self._halves):
            parties = {its: whom, role: party}
            same = other.phrase.type == telling.phrase.type and its != role
            if telling.order - other.order >= _NEAR or not same:
                continue
            if self._may(telling.phrase, parties):
                yield _claim(telling, other, parties)
                yield _claim(telling, telling, parties)
                break
        self._halves.append((telling, role, party))


def _is_said(match: re.Match[str]) -> bool:
    """Whether it stands in quotation marks, as somebody's words; names in them do not count."""
    mark = MARK.search(match.string, match.start())
    before = match.string[: mark.start() if mark else match.start()]
    named = mark is not None and match.string[mark.end() :].startswith('"')
    return before.count('"') % 2 == 1 and not (named and before.endswith('"'))


def _claim(told: _Telling, at: _Telling, parties: dict[str, int]) -> Claim:
    """What is told, at one of its places."""
    return Claim(
        type=told.phrase.type,
        status=told.status,
        parties=tuple((party, _ROLES[role]) for role, party in parties.items()),
        sentence=at.sentence,
        noun=_EVERYDAY,
        trigger=at.trigger,
        verbal=True,
    )
