# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand; windows, in words
"""Who gives and who takes by an agreement, where its own sentence does not say.

"X и Y подписали контракт на поставку" tells two parties; a headline ("X поставит…"), the next
sentences ("Y получит…") or the trade of a party ("завод X") tell which of them supplies.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.entities import Mention
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.passage import Passage, Text
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.words import forms, is_adjective, is_cyrillic, lemmas
from ingestd.extraction.telling import Claim

_SIDES: dict[DealType, tuple[PartyRole, PartyRole]] = {
    "supply": ("supplier", "buyer"),
    "financing": ("lender", "borrower"),
    "licensing": ("licensor", "licensee"),
    "technology_transfer": ("transferor", "recipient"),
    "distribution": ("supplier", "distributor"),
}
"""Who gives, who takes."""
_GIVES: dict[DealType, frozenset[str]] = {
    "supply": words(
        """поставить поставлять отгрузить отгружать построить изготовить произвести продать продавать спроектировать доставить
        экспортировать разработать внедрить установить смонтировать отремонтировать запустить вывести оснастить собрать
        модернизировать обеспечить выиграть"""
    ),
    "financing": words("предоставить выдать выделить одобрить открыть профинансировать дать"),
    "licensing": words("предоставить передать продать разрешить"),
    "technology_transfer": words("передать передавать предоставить"),
    "distribution": words("производить выпускать поставлять поставить"),
}
_TAKES: dict[DealType, frozenset[str]] = {
    "supply": words(
        """закупить закупать купить покупать приобрести приобретать заказать получить получать импортировать выкупать
        обновить пополнить нанять"""
    ),
    "financing": words("привлечь занять взять получить потратить направить"),
    "licensing": words(
        "получить получать купить приобрести выплатить заплатить зарегистрировать"
    ),
    "technology_transfer": words("получить освоить перенять"),
    "distribution": words("распространять продавать представлять продвигать реализовывать"),
}
_MAKERS = words(
    """завод верфь производитель изготовитель поставщик комбинат фабрика экспортер судоверфь машиностроитель птицефабрика
    автозавод авиазавод подрядчик разработчик интегратор"""
)
_USERS = words(
    """заказчик покупатель перевозчик авиакомпания ритейлер сеть импортер министерство больница пароходство оператор администрация
    застройщик мэрия правительство аэропорт лизинговый закупочный судоходный лоукостер такси"""
)
_RESULTS = words(
    "выручка прибыль убыток доход разрешение одобрение премия награда статус согласие сертификат"
)
_REACH = 12
_BEFORE = 5
_TWO = 2
_STOPS = frozenset({",", ";", ":", "—", "–", "-", ".", "(", ")"})


class Giving:
    """Settles roles of claims by all that a text says of their parties."""

    def __init__(self, text: Text, named: dict[int, list[Mention]], phrases: Phrases) -> None:
        self._text = text
        self._named = named
        self._phrases = phrases

    def settled(self, claims: list[Claim]) -> list[Claim]:
        """The claims with roles where they had none, and could have some."""
        open_ = [one for one in claims if one.type in _SIDES and _is_open(one)]
        if not open_:
            return claims
        told = {one.who: self._with_roles(one) for one in open_}
        return [self._told_again(one, told) for one in claims]

    @staticmethod
    def _told_again(claim: Claim, told: dict[frozenset[int], Claim]) -> Claim:
        """A telling of the same as of no particular kind makes nobody partners."""
        sided = told.get(claim.who)
        if sided is None or not _is_open(claim) or claim.type not in {"agreement", sided.type}:
            return claim
        return replace(claim, parties=sided.parties)

    def _with_roles(self, claim: Claim) -> Claim:
        gives, takes = _SIDES[claim.type]
        votes = {party: self._vote(party, claim.type) for party in sorted(claim.who)}
        if len(claim.who) == _TWO:
            one, other = sorted(claim.who)
            lead = votes[one] - votes[other]
            votes = {one: lead, other: -lead}
        parties = tuple(
            (party, gives if votes[party] > 0 else takes if votes[party] < 0 else None)
            for party, _ in claim.parties
        )
        return replace(claim, parties=parties)

    def _vote(self, party: int, kind: DealType) -> int:
        """Above zero, a party gives; below, it takes; words for its trade weigh least."""
        if kind == "financing":
            return 1 if self._phrases.is_bank(party) or self._phrases.lends(party) else -1
        found = 0
        trade = 0
        for passage, mention in self._mentions(party):
            span = passage.span(mention.start, mention.end)
            if span is None:
                continue
            told = _before(passage, span[0])
            if kind == "supply":
                trade += bool(told & _MAKERS) - bool(told & _USERS)
            if not _is_led(passage, span[0]):
                found += 2 * self._does(passage, span[1] + 1, kind)
        return found or (trade > 0) - (trade < 0)

    def _mentions(self, party: int) -> Iterator[tuple[Passage, Mention]]:
        for number in sorted(self._named):
            for mention in self._named[number]:
                if mention.entity == party:
                    yield self._text.passages[number], mention

    def _does(self, passage: Passage, start: int, kind: DealType) -> int:
        """What the verbs of a clause behind a name tell: gives 1, takes -1."""
        others = {
            at for one in self._named[passage.number] for at in self._places(passage, one)
        }
        for at in range(start, min(start + _REACH, len(passage.words))):
            word = passage.at(at)
            if word in _STOPS or (at in others and not _is_led(passage, at)):
                return 0
            told = lemmas(word) if is_cyrillic(word) else frozenset()
            acts = told & _GIVES[kind] or told & _TAKES[kind]
            if acts and not _is_usual(passage, at, kind):
                return 1 if told & _GIVES[kind] else -1
        return 0

    @staticmethod
    def _places(passage: Passage, mention: Mention) -> range:
        at = bisect_left([word.start for word in passage.words], mention.start)
        return range(at, at + 1)


def _is_usual(passage: Passage, at: int, kind: DealType) -> bool:
    """Whether a verb tells a firm's trade, or its results: "поставляет", "получил прибыль"."""
    now = any("pres" in form.kinds for form in forms(passage.at(at).lower())[:1])
    behind = (passage.at(at + step) for step in range(1, 4))
    results = any(lemmas(word) & _RESULTS for word in behind if is_cyrillic(word))
    return results or (now and kind in {"supply", "distribution"})


def _is_open(claim: Claim) -> bool:
    return all(role in {None, "partner"} for _, role in claim.parties)


def _before(passage: Passage, first: int) -> frozenset[str]:
    """What a name is called: the words in front of it, up to a verb, a preposition or a mark."""
    found: set[str] = set()
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        word = passage.at(at)
        if word in {"«", '"', "„", "“"}:
            continue
        likely = forms(word.lower())[:1]
        if not is_cyrillic(word) or any(
            form.part in {"VERB", "PREP", "CONJ"} for form in likely
        ):
            break
        found |= lemmas(word)
        found |= {part for one in lemmas(word) for part in one.split("-")}
    return frozenset(found)


def _is_led(passage: Passage, first: int) -> bool:
    """Whether a preposition leads to a name, or a noun that it belongs to."""
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        word = passage.at(at)
        if word in {"«", '"', "„", "“"} or (is_cyrillic(word) and is_adjective(word)):
            continue
        likely = forms(word.lower())[:1]
        if any(form.part == "PREP" for form in likely):
            return True
        if not any(form.is_noun for form in likely):
            return False
    return False
