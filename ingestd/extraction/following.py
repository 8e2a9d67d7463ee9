"""Which sentences tell of a deal: those that claim it, and those that go on about it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingestd.extraction.drafts import Draft
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.masking import Masked
from ingestd.extraction.telling import ANOTHER, guard_of

_NEVER_CONFIRMED = frozenset({"merger", "acquisition"})
_SIGNED = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been) signed|(?:a|ont) été (?:signée?s?|paraphée?s?)|(?:contrat|accord|convention|protocole), (?:signée?|conclue?|paraphée?) (?:le|hier|la veille)"
    r"|подписан[аоы]?|(?:được|đã) (?:hai bên |các bên |ba bên )?ký|\bký (?:ngày|hôm|sáng|chiều|tối) \d|lễ ký(?: kết)? (?:diễn ra|được tổ chức))\b"
)
_CLOSED = re.compile(r"\b(?:đã |được |vừa )?hoàn tất\b(?! (?:thủ tục|hồ sơ|báo cáo))")
_THE_DEAL = re.compile(
    r"\W*(?:(?:the|this|la|cette|le|ce) |l')(?:sale|purchase|transaction|acquisition|takeover|loan|order|investment|vente|opération|prêt|commande)\b"
)
_DEFINITE = re.compile(
    r"\W*(?:the|this|le|la|cet|cette|ce|l'|thỏa thuận|hợp đồng|этот|эта|данн\w+) ?(?:[\w$€£%.,-]+ ){0,4}(?:agreement|deal|contract|accord|pact|memorandum|mou|order"
    r"|loan|licen[cs]e|sale|purchase|acquisition|takeover|merger|transaction|partnership|venture|contrat|protocole|mémorandum|commande|prêt|vente|opération|договор|контракт|соглашени|сделк|меморандум)"
)
_OPENING_LETTERS = 60
_BACK = 30
"""Sentences in front that "the contract" may point to."""
_FAR = 4
"""Sentences behind one of a deal's own that may still tell of it."""


class Following:
    """Follows a deal through the sentences of a text."""

    def __init__(
        self, frames: Frames, masked: dict[int, Masked], claimed: frozenset[int]
    ) -> None:
        self._frames = frames
        self._masked = masked
        self._order = sorted(masked)
        self._claimed = claimed

    def sentences(self, draft: Draft) -> Iterator[int]:
        """Its sentences, then those behind each that go on about "the deal"."""
        numbers = list(dict.fromkeys(claim.sentence for claim in draft.claims))
        yield from numbers
        for number in numbers:
            yield from self._behind(draft, bisect_left(self._order, number) + 1)

    def _behind(self, draft: Draft, first: int) -> Iterator[int]:
        """The next sentences, as long as no other deal is told and not two are on other things."""
        last = first
        for place in range(first, min(first + _FAR, len(self._order))):
            number = self._order[place]
            if number in self._claimed or place - last > 1:
                return
            opening = self._masked[number].whole[:_OPENING_LETTERS]
            if ANOTHER.match(opening):
                return
            named = _DEFINITE.match(opening) is not None
            tells = named or self._goes_on(opening)
            tells = tells or (place == first and self._is_about_deal(opening))
            if tells and not self._is_of_another(draft, opening, number):
                last = place
                yield number

    def _goes_on(self, opening: str) -> bool:
        return self._frames.goes_on.match(opening) is not None

    def is_an_order(self, draft: Draft) -> bool:
        """Whether a sentence behind it speaks of "the order"."""
        openings = (self._masked[n].whole[:_OPENING_LETTERS] for n in self.unclaimed(draft))
        return any(self._frames.the_order.match(opening) for opening in openings)

    def unclaimed(self, draft: Draft) -> Iterator[int]:
        """The sentences that only go on about it."""
        return (number for number in self.sentences(draft) if number not in self._claimed)

    def is_confirmed(self, draft: Draft) -> bool:
        """Whether the next sentence says that what "will" be was signed already."""
        if draft.status not in {"planned", "announced"} or draft.type in _NEVER_CONFIRMED:
            return False
        for number in self.unclaimed(draft):
            text = self._masked[number].whole
            signed = _SIGNED.search(text[:_OPENING_LETTERS])
            told = text[: signed.end()] if signed else text
            if signed and not guard_of(self._frames, told, told):
                return True
        return False

    def is_closed(self, draft: Draft) -> bool:
        """Whether the next sentence says that a takeover is done."""
        if draft.status not in {"announced", "signed"} or draft.type not in _NEVER_CONFIRMED:
            return False
        for number in self.unclaimed(draft):
            text = self._masked[number].whole
            done = _CLOSED.search(text)
            if done and not self._is_ahead(text[: done.start()]):
                return True
        return False

    def _is_ahead(self, text: str) -> bool:
        """Whether words say that what follows is to come."""
        return any(
            cue.status in {None, "planned", "rumoured"} and cue.pattern.search(text)
            for cue in self._frames.cues
        )

    def _is_of_another(self, draft: Draft, opening: str, number: int) -> bool:
        """Whether "the contract" is one told of in front of a deal that verbs alone tell."""
        may = self._frames.pacts_in.of(opening)
        nouns = [match for pact in may if (match := pact.pattern.search(opening))]
        if not nouns or not all(claim.verbal for claim in draft.claims):
            return False
        own = {claim.sentence for claim in draft.claims}
        word = nouns[0].group()
        place = bisect_left(self._order, number)
        return any(
            other not in own and word in self._masked[other].whole
            for other in self._order[max(place - _BACK, 0) : place]
        )

    def _is_about_deal(self, opening: str) -> bool:
        if any(pact.pattern.search(opening) for pact in self._frames.pacts_in.of(opening)):
            return True
        if _THE_DEAL.match(opening):
            return True
        return any(
            sign.status == "signed" and sign.pattern.search(opening)
            for sign in self._frames.signs_in.of(opening)
        )
