# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Verbs that move something from one party to another: who buys, lends, supplies, merges."""

import re
from collections.abc import Iterator, Sequence

from ingestd.events.facts import DealStatus, PartyRole
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Act, Frames
from ingestd.extraction.masking import MARK, entity_of, marks_in
from ingestd.extraction.parties import Parties
from ingestd.extraction.telling import (
    PRONOUN,
    SAID,
    Claim,
    clause_of,
    guard_of,
    is_history,
    is_idle,
)

_Roles = list[tuple[int, PartyRole | None]]
_PIECE = r"(?:business|unit|division|operations|assets|arm|plant|portfolio|activit)"
_OWNS = re.compile(rf"'s? (?:[\w-]+ ){{0,4}}{_PIECE}")
_NO_TARGET = re.compile(
    r"\b(?:from|for|by|with|to|via|auprès|pour|у|от|từ)\b"
    r"|\b\d[\d,. ]*(?! ?(?:%|per ?cent|percent|pour cent|процент))\b(?= [^\W\d]{3})"
)
_NO_INVESTEE = re.compile(
    r"\b(?:in|at|near|from|for|by|with|to|à|dans|en|près|pour|в|на|для|tại|ở|cho)\b"
)
_FROM = re.compile(
    r"\b(?:from|à|au|auprès d[eu]|auprès d'|у|từ)(?!\w)(?= ?(?:[\w'-]+ ){0,4}\x22?\{[cbo])"
)
_OFF_FIRST = re.compile(
    r"^ (?:à la |à l'|à |au |aux |auprès d[eu] (?:la |l')?)(?:[\w'-]+ ){0,4}\{[cbo](\d+)\},?(?= (?:la |le |l'|les |son |sa )?(?:[\w'-]+ ){0,5}\{c)"
)
"""Where French names from whom before what: "racheter à X la société Y"."""
_BOUGHT_OFF = re.compile(
    r"(?<!\w)(?:auprès d(?:e|u|es|')|à|au|aux)(?!\w)(?= ?(?:[\w'-]+ ){0,4}\{[cbo])"
    r"|\d [^\W\d]{4,}(?: [\w'-]+){0,2} d(?:e|u|')(?= ?(?:[\w'-]+ ){0,2}\{c)"
)
_SOURCE = re.compile(r", (?:selon|d'après) ")
"""Behind it, French texts say who told so."""
_ROUTINE = re.compile(r"export|xuất khẩu|экспорт")
_BOUGHT_FROM = re.compile(r' у (?:[\w-]+ ){0,3}"?\{[cbo](\d+)\}"?')
_SALE_OF = re.compile(
    r"\b(?:sale of|sell|selling|vente de|cession de|vendre|céder) (?:[\w'-]+ ){0,6}?(?:[\w'-]+, )?\{[cbo](\d+)\}"
)
_COUNTED = re.compile(
    r"^ (?:up to |about |some |another |an additional )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|twenty|thirty|deux|trois|quatre|cinq|dix|vingt|trente)(?: [\w-]+){0,2} (\{c\d+\})"
)


_PART_OF = re.compile(
    r"\b(?:filiale|branche|division|activités?|pôle|usines?|réseau|actifs|participation)\b(?: [\w'-]+){0,3} (?:de la|de l'|du|de|d')(?: ?[\w'-]+){0,3} ?\{[cbo]\d+\}"
)
"""A part of somebody, in French, where the noun comes first."""
_RELATIVE = re.compile(r"\{[cbo](\d+)\}, which$")
"""Who does what a relative clause tells: "X, which last week bought"."""
_REACH = 60
_LEAST = 2


class Acts:
    """Reads claims out of verbs."""

    def __init__(
        self, frames: Frames, cast: Cast, parties: Parties, published: str | None
    ) -> None:
        self._frames = frames
        self._cast = cast
        self._parties = parties
        self._firms = {
            entity.name: number
            for number, entity in enumerate(cast.entities)
            if entity.type == "company"
        }
        self._published = published

    def claims(self, text: str, sentence: int, topics: Sequence[int] = ()) -> Iterator[Claim]:
        """What the verbs of a masked sentence claim; of overlapping ones, the first listed.

        `topics` are whom the text named first, then whom it spoke of last, the nearest first.
        """
        taken: list[tuple[int, int]] = []
        named = len(marks_in(text))
        for act in self._frames.acts_in.of(text) if named else ():
            if named < _LEAST and not (act.alone or (act.apart and topics)):
                continue
            for match in act.pattern.finditer(text):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                claim = self._claim(act, match, sentence, topics)
                if claim:
                    taken.append(match.span())
                    yield claim
                    break

    def _claim(
        self, act: Act, match: re.Match[str], sentence: int, topics: Sequence[int]
    ) -> Claim | None:
        text = match.string
        if act.needs and not act.needs.search(text[match.start() :]):
            return None
        clause = clause_of(self._frames, text, match.start())
        told = match.groupdict().get("first")
        first = [int(told)] if told else self._actors(text, clause, match.start())
        result = self._result(act, text, match.end())
        second = [result] if result else self._second(act, match, text)
        second = second or self._acted_upon(act, text[clause : match.start()])
        second = [] if act.mutual and not act.links and len(first) > 1 else second
        second = [(party, role) for party, role in second if party not in first]
        if act.apart and bool(first) != bool(second):
            near = "" if act.topical else text
            told_of = self._told_of(first or [party for party, _ in second], near, topics)
            first = first or told_of
            second = second or [(party, act.after) for party in told_of]
        between_nations = act.type == "agreement" and self._parties.are_nations(
            frozenset(first)
        )
        if between_nations or self._is_routine(match, second):
            return None
        if not first or not (second or act.alone or (act.mutual and len(first) > 1)):
            return None
        guard = guard_of(self._frames, text[clause : match.end()], text[: match.end()])
        history = is_history(text, *match.span(), self._published) and not act.alone
        history = history or is_idle(self._frames, guard, text[clause : match.end()], text)
        if history or (guard and guard.status is None):
            return None
        told = guard.status if guard else None
        return Claim(
            type=act.type,
            status=self._status(
                act, told, text, match.start(), told_by=clause > 0, result=result is not None
            ),
            parties=tuple(
                [(party, self._before(act, text[clause : match.start()])) for party in first]
                + self._paying(act, second, text)
            ),
            sentence=sentence,
            noun=match.group(),
            trigger=match.span(),
            verbal=True,
        )

    def _paying(self, act: Act, second: _Roles, text: str) -> _Roles:
        """A firm that goods go to under a contract buys them."""
        if act.type != "supply" or self._frames.contract.search(text) is None:
            return second
        firms = self._cast.entities
        return [
            (party, "buyer" if role == "recipient" and firms[party].type == "company" else role)
            for party, role in second
        ]

    @staticmethod
    def _before(act: Act, subject: str) -> PartyRole:
        """What who stands in front is: "a unit of X was sold" makes X the seller."""
        part = act.before == "target" and _PART_OF.search(subject)
        return "seller" if part else act.before

    @staticmethod
    def _told_of(known: list[int], text: str, topics: Sequence[int]) -> list[int]:
        """The other side: who stands first in the sentence, else whom the text is about.

        Who was named last, but not first of all, is too often a bystander.
        """
        here = [entity_of(mark) for mark in MARK.finditer(text) if mark[1] in "cbo"]
        others = [one for one in here if one not in known]
        if others:
            return others[:1]
        nearest = next((one for one in topics[1:] if one not in known), None)
        return [nearest] if nearest is not None and nearest == topics[0] else []

    def _is_routine(self, match: re.Match[str], second: _Roles) -> bool:
        """Whether it is mere trade: what a firm exports to a country is no deal with it."""
        buyers = frozenset(party for party, _ in second)
        return bool(_ROUTINE.match(match.group()) and self._parties.are_nations(buyers))

    def _result(self, act: Act, text: str, end: int) -> tuple[int, PartyRole] | None:
        """Who makes it thereby: "so that X can produce"."""
        if not act.links or act.type not in {"technology_transfer", "licensing", "supply"}:
            return None
        made = self._frames.result.search(text, end)
        return (int(made[1][2:-1]), "manufacturer") if made else None

    def _actors(self, text: str, clause: int, verb: int) -> list[int]:
        """Who acts: in front of the verb; behind "said it would", who said so."""
        subject = text[clause:verb]
        named = self._parties.before(subject) if MARK.search(subject) else []
        if named or (MARK.search(subject) and not PRONOUN.search(subject)):
            return named
        relative = _RELATIVE.search(text[:clause])
        if relative:
            return [int(relative[1])]
        told_by = SAID.search(text[:clause]) or PRONOUN.search(subject)
        return self._parties.after(text[:clause]) if told_by else []

    def _is_signed_for(self, text: str, verb: int) -> bool:
        """Whether the verb tells what an agreement is signed for: "signed a contract to buy"."""
        before = text[max(verb - _REACH, 0) : verb]
        signs = [sign for sign in self._frames.signs if sign.status == "signed"]
        signed = next((found for sign in signs if (found := sign.pattern.search(before))), None)
        if signed is None:
            return False
        nouns = (pact.pattern.search(before, signed.end()) for pact in self._frames.pacts)
        return any(noun and len(before[noun.end() :].split()) <= _LEAST for noun in nouns)

    def _status(
        self,
        act: Act,
        told: DealStatus | None,
        text: str,
        verb: int,
        *,
        told_by: bool,
        result: bool,
    ) -> DealStatus:
        if act.alone:
            return "in_force"
        if self._frames.under.search(text) and told in {None, "planned", "announced"}:
            return "announced" if act.type in {"acquisition", "merger"} else "signed"
        if told == "planned" and act.type in {"acquisition", "merger"} and told_by:
            return "announced"
        if told in {None, "announced"} and self._is_signed_for(text, verb):
            return "signed"
        return told or ("in_force" if result else act.status)

    # -- the other side -----------------------------------------------------------------

    def _second(self, act: Act, match: re.Match[str], text: str) -> _Roles:
        ends = self._frames.breaks.search(text, match.end())
        region = text[match.end() : ends.start() if ends else len(text)]
        source = _SOURCE.search(region)
        region = region[: source.start()] if source else region
        if act.links is None:
            return self._at_once(act, region)
        found: _Roles = []
        for link in act.links.finditer(region):
            if act.type == "acquisition" and act.after == "target":
                return self._holding(act, region[link.end() :])
            group = self._linked(act, region[link.end() :])
            found.extend((party, act.after) for party in group)
            if group and act.before == "seller":
                sold = self._parties.after(region[: link.start()])
                of = None if sold else _SALE_OF.search(region, link.end())
                sold = [int(of[1])] if of else sold
                found.extend((party, "target") for party in sold if party not in group)
            if group and not act.several:
                break
        return found or [(party, act.after) for party in self._makers(act, region)]

    def _acted_upon(self, act: Act, before: str) -> _Roles:
        """Who stands in front of "was … by": "{c1} được {c2} mua lại"."""
        by = self._frames.passive.search(before)
        group = self._parties.before(before[: by.start()]) if by else []
        return [(party, act.after) for party in group]

    def _holding(self, act: Act, behind: str) -> _Roles:
        """A stake in, or the purchase of, somebody; unnamed, from whom."""
        found = self._at_once(act, behind)
        from_ = None if found else _FROM.search(behind)
        sellers = self._parties.after(behind[from_.end() :]) if from_ else []
        return found or [(party, "seller") for party in sellers]

    def _linked(self, act: Act, behind: str) -> list[int]:
        group = self._parties.after(behind)
        if group and act.type == "investment" and not act.several:
            beside = _NO_INVESTEE.search(self._until(group[0], behind))
            return [] if beside or self._parties.are_nations(frozenset(group)) else group
        usual = act.type == "supply" and group and " such as" in self._until(group[0], behind)
        return [] if usual else group

    def _at_once(self, act: Act, region: str) -> _Roles:
        """Behind the verb; what is bought out of a firm makes it the seller."""
        if act.before == "seller":
            return self._sold(region)
        from_whom = _BOUGHT_FROM.match(region) or _OFF_FIRST.match(region)
        if from_whom and act.after == "target":
            sold = self._parties.after(region[from_whom.end() :])
            return [*((party, act.after) for party in sold), (int(from_whom[1]), "seller")]
        group = self._parties.after(region)
        if act.type != "acquisition" or act.after != "target":
            return [(party, act.after) for party in group]
        if not group or _NO_TARGET.search(self._until(group[0], region)):
            # what is bought has no name of its own
            from_ = _BOUGHT_OFF.search(region)
            sellers = self._parties.after(region[from_.end() :]) if from_ else []
            return [(party, "seller") for party in sellers]
        behind = region[len(self._until(group[0], region)) :]
        owns = _OWNS.match(behind[behind.find("}") + 1 :]) or _PART_OF.search(
            region[: len(region) - len(behind) + behind.find("}") + 1]
        )
        found: _Roles = [(party, "seller" if owns else "target") for party in group]
        from_ = _FROM.search(behind)
        sellers = self._parties.after(behind[from_.end() :]) if from_ else []
        return found + [(party, "seller") for party in sellers if party not in group]

    @staticmethod
    def _sold(region: str) -> _Roles:
        """Where cases tell, not words: what is sold comes first, then to whom."""
        marks = [mark for mark in MARK.finditer(region) if mark[1] in "cbo"]
        roles: tuple[PartyRole, PartyRole] = ("target", "acquirer")
        return [(entity_of(mark), role) for mark, role in zip(marks, roles, strict=False)]

    @staticmethod
    def _until(party: int, region: str) -> str:
        """The words in front of a party."""
        place = re.search(rf"\{{\w{party}\}}", region)
        return region[: place.start()] if place else region

    def _makers(self, act: Act, region: str) -> list[int]:
        """Whose goods are bought: "20 Boeing 737" has its maker's name in front."""
        if act.before != "buyer":
            return []
        counted = _COUNTED.match(region)
        if counted:
            return [int(counted[1][2:-1])]
        products = [entity_of(mark) for mark in MARK.finditer(region) if mark[1] == "r"]
        makers = [self._cast.entities[product].name.split()[0] for product in products]
        return list(
            dict.fromkeys(self._firms[maker] for maker in makers if maker in self._firms)
        )
