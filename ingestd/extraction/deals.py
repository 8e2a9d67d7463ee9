# ruff: noqa: PLR2004 - a deal has two sides
"""From claims to deals: tellings of one agreement are one deal, with all its evidence."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from ingestd.events.facts import DealStatus, ExtractedDeal, ExtractedParty, PartyRole, Quote
from ingestd.extraction.claims import Claimant
from ingestd.extraction.dates import days
from ingestd.extraction.drafts import Draft, Merger
from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.following import Following
from ingestd.extraction.masking import MARK, entity_of, masked_sentences
from ingestd.extraction.spots import Reading
from ingestd.extraction.subjects import Subjects
from ingestd.extraction.telling import Claim
from ingestd.extraction.terms import Terms

_CONFIDENCE: dict[DealStatus, float] = {
    "signed": 0.85, "completed": 0.85, "in_force": 0.75, "terminated": 0.75, "announced": 0.7,
    "negotiating": 0.7, "planned": 0.6, "rumoured": 0.4,
}  # fmt: skip
_COMMON_IN_SPORTS = frozenset({"goals", "coach", "buts", "defender"})
"""Words of sport that a text on other things may use."""
_WITHOUT_PRODUCTS = frozenset({"acquisition", "merger", "financing", "trade"})


def deals(reading: Reading, cast: Cast, published: str | None) -> tuple[ExtractedDeal, ...]:
    """Every deal a text tells of, in the order of first mention."""
    if len(set(reading.language.frames.sports.findall(reading.view.low))) > 1:
        return ()
    return tuple(_Teller(reading, cast, _written(reading, published)).tell())


def _written(reading: Reading, published: str | None) -> str | None:
    """The day an article was written: by its dateline, else by its publication."""
    for sentence in reading.sentences:
        if sentence.kind == "dateline":
            low = reading.view.low[sentence.start : sentence.end]
            told = days(low, reading.language, published)
            return told[0].iso if told else published
    return published


class _Teller:
    def __init__(self, reading: Reading, cast: Cast, published: str | None) -> None:
        self._reading = reading
        self._cast = cast
        self._frames = reading.language.frames
        self._claimant = Claimant(reading.language, cast, published)
        self._subjects = Subjects(reading, cast)
        self._merger = Merger(cast)
        self._masked = masked_sentences(reading, cast)
        self._named: dict[int, list[Mention]] = defaultdict(list)
        for mention in cast.mentions:
            self._named[mention.entity].append(mention)
        self._claims = list(self._read_claims(published))
        claimed = frozenset(claim.sentence for claim in self._claims)
        self._following = Following(self._frames, self._masked, claimed)
        countries = (entity.country for entity in cast.entities)
        home = tuple(dict.fromkeys(country for country in countries if country))
        self._terms = Terms(
            reading, self._masked, self._following, home=home, published=published
        )

    def tell(self) -> Iterator[ExtractedDeal]:
        drafts = self._merger.drafts(self._claims)
        for draft in drafts:
            draft.confirmed = self._following.is_confirmed(draft)
            draft.closed = self._following.is_closed(draft)
            yield self._deal(draft, alone=len(drafts) == 1)

    def _read_claims(self, published: str | None) -> Iterator[Claim]:
        if self._reading.language.code == "ru":
            from ingestd.extraction.russian.claims import claims_of_russian  # noqa: PLC0415 - large

            yield from claims_of_russian(self._reading, self._cast, published)
            return
        for number in sorted(self._masked):
            sentence = self._masked[number]
            claims = self._claimant.claims(sentence)
            sports = self._frames.sports.findall(sentence.whole) if claims else ()
            if _COMMON_IN_SPORTS.issuperset(sports):
                yield from claims

    def _deal(self, draft: Draft, *, alone: bool) -> ExtractedDeal:
        roles = self._merger.roles(draft)
        if draft.type == "supply" and self._following.is_an_order(draft):
            roles = self._merger.ordered(roles)
        notes = tuple(dict.fromkeys(note for claim in draft.claims for note in claim.notes))
        doubt = 0.1 * len(notes) + 0.1 * (len(roles) < 2)
        subject, subject_told = self._subject(draft)
        worth = self._terms.worth(draft, alone=alone)
        made = self._terms.made(draft, alone=alone)
        return ExtractedDeal(
            type=draft.type,
            status=draft.status,
            parties=tuple(self._party(draft, *told) for told in roles.items()),
            evidence=self._evidence(draft),
            products=self._products(draft, alone=alone),
            subject=subject,
            value=worth.money if worth else None,
            date=made.iso if made else None,
            witnesses=tuple(x for x in self._witnesses(draft) if x not in roles),
            confidence=round(_CONFIDENCE[draft.status] - doubt, 2),
            notes=notes,
            trigger=self._reading.view.quote(*draft.telling.trigger),
            value_told=worth.told if worth else None,
            date_told=made.told if made else None,
            subject_told=subject_told,
        )

    def _party(self, draft: Draft, party: int, role: PartyRole | None) -> ExtractedParty:
        return ExtractedParty(entity=party, role=role, told=self._told(draft, party))

    def _told(self, draft: Draft, party: int) -> Quote | None:
        """Where the text names a party in this deal: in its sentences, else closest before."""
        named = self._named[party]
        for claim in draft.claims:
            sentence = self._reading.sentences[claim.sentence]
            inside = named[
                bisect_left(named, sentence.start, key=_start) : bisect_left(
                    named, sentence.end, key=_start
                )
            ]
            if inside and party in claim.who:
                return self._quote(min(inside, key=lambda m: abs(m.start - claim.trigger[0])))
        at = bisect_left(named, draft.telling.trigger[0], key=_start)
        return self._quote(named[max(at - 1, 0)]) if named else None

    def _quote(self, mention: Mention) -> Quote:
        return self._reading.view.quote(mention.start, mention.end)

    def _witnesses(self, draft: Draft) -> dict[int, None]:
        witnesses = dict.fromkeys(x for claim in draft.claims for x in claim.witnesses)
        for number in self._following.unclaimed(draft):
            seen = self._claimant.witnesses(self._masked[number].bare)
            witnesses.update(dict.fromkeys(seen))
        return witnesses

    def _evidence(self, draft: Draft) -> tuple[Quote, ...]:
        numbers = dict.fromkeys(claim.sentence for claim in draft.claims)
        spans = [self._reading.sentences[number] for number in numbers]
        return tuple(self._reading.view.quote(span.start, span.end) for span in spans)

    def _subject(self, draft: Draft) -> tuple[str, Quote] | tuple[None, None]:
        """What the agreement is on, by the first telling that says so."""
        told = (self._subjects.subject(claim, draft.who) for claim in draft.claims)
        subject = next((subject for subject in told if subject), None)
        if subject is None:
            return None, None
        return subject.text, self._reading.view.quote(subject.start, subject.end)

    def _products(self, draft: Draft, *, alone: bool) -> tuple[int, ...]:
        found = [product for claim in draft.claims for product in claim.products]
        if alone and draft.type not in _WITHOUT_PRODUCTS:
            first = draft.claims[0].sentence
            for number, sentence in sorted(self._masked.items()):
                # a later sentence that lists what is made or sold
                if number > first and self._frames.lists.search(sentence.whole):
                    marks = MARK.finditer(sentence.whole)
                    found.extend(entity_of(mark) for mark in marks if mark[1] == "r")
        return tuple(dict.fromkeys(found))


def _start(mention: Mention) -> int:
    return mention.start
