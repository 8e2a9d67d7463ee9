"""Which sentences tell of a deal: those that claim it, and those that go on about it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingestd.extraction.drafts import Draft
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.masking import Masked
from ingestd.extraction.telling import guard_of

_NEVER_CONFIRMED = frozenset({"merger", "acquisition"})
_SIGNED = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been) signed|(?:a|ont) été (?:signée?s?|paraphée?s?)"
    r"|подписан[аоы]?|(?:được|đã) ký)\b"
)
_THE_DEAL = re.compile(
    r"\W*(?:(?:the|this|la|cette|le|ce) |l')(?:sale|purchase|transaction|acquisition|takeover|loan|order|investment|vente|opération|prêt|commande)\b"
)
_OPENING_LETTERS = 60


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
        """Its sentences, then the one behind each that goes on about "the deal"."""
        numbers = list(dict.fromkeys(claim.sentence for claim in draft.claims))
        yield from numbers
        for number in numbers:
            place = bisect_left(self._order, number) + 1
            if place < len(self._order) and self._order[place] not in self._claimed:
                behind = self._order[place]
                opening = self._masked[behind].whole[:_OPENING_LETTERS]
                of_another = self._is_of_another(draft, opening, behind)
                if self._is_about_deal(opening) and not of_another:
                    yield behind

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
            if signed and not guard_of(self._frames, text, text[: signed.end()]):
                return True
        return False

    def _is_of_another(self, draft: Draft, opening: str, number: int) -> bool:
        """Whether "the contract" is one told of in front of a deal that verbs alone tell."""
        nouns = [
            match for pact in self._frames.pacts if (match := pact.pattern.search(opening))
        ]
        if not nouns or not all(claim.verbal for claim in draft.claims):
            return False
        own = {claim.sentence for claim in draft.claims}
        word = nouns[0].group()
        return any(
            other < number and other not in own and word in sentence.whole
            for other, sentence in self._masked.items()
        )

    def _is_about_deal(self, opening: str) -> bool:
        if any(pact.pattern.search(opening) for pact in self._frames.pacts):
            return True
        if _THE_DEAL.match(opening):
            return True
        return any(
            sign.status == "signed" and sign.pattern.search(opening)
            for sign in self._frames.signs
        )
