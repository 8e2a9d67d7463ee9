"""What Russian sentences claim of deals, read off their trees: who did what to whom, by case."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.russian.acts import (
    FREELY,
    GIFTS,
    NOUN_ACTS,
    TOLD_ROLES,
    VERBS,
)
from ingestd.extraction.russian.becoming import TELLS, Becoming
from ingestd.extraction.russian.giving import Giving
from ingestd.extraction.russian.joining import joined
from ingestd.extraction.russian.pacts import Pacts
from ingestd.extraction.russian.papers import (
    AGREES,
    CLOSES,
    CONTRACTS,
    FOUNDS,
    NEGOTIATES,
    PACTS,
    PAPERS,
    SIGNING,
    TALKS,
    THROUGH,
)
from ingestd.extraction.russian.passage import Passage, text_of
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.rounds import RAISES, raised
from ingestd.extraction.russian.trees import Node, Tree, trees_of
from ingestd.extraction.russian.verbs import Verbs
from ingestd.extraction.russian.words import lemmas
from ingestd.extraction.spots import Reading
from ingestd.extraction.telling import Claim, is_history

_TELLS = frozenset({"body", "question"})
_TRIGGERS = frozenset(
    [
        *VERBS,
        *PACTS,
        *SIGNING,
        *NOUN_ACTS,
        *TOLD_ROLES,
        *AGREES,
        *THROUGH,
        *TALKS,
        *CONTRACTS,
        *FOUNDS,
        *TELLS,
        *RAISES,
        "инвестор",
        "лидер",
    ]
)
_GOES_ON = 2
"""Sentences behind a deal that may still say it was closed."""


def claims_of_russian(reading: Reading, cast: Cast, published: str | None) -> list[Claim]:
    """Every telling of a deal, in the order of the text."""
    text = text_of(reading)
    named = by_passage(cast, [passage.sentence.start for passage in text.passages])
    passages = [
        one for one in text.passages if one.russian and one.kind in _TELLS and _may_tell(one)
    ]
    phrases = Phrases(text, cast, named)
    reader = _Reader(phrases, named, published)
    for tree in trees_of(passages, named):
        sentence = tree.passage.sentence
        reader.read(tree, reading.view.low[sentence.start : sentence.end])
    return Giving(text, named, phrases).settled(reader.claims)


def by_passage(cast: Cast, starts: list[int]) -> dict[int, list[Mention]]:
    """The mentions of each passage, by its number; `starts` are where the passages begin."""
    found: dict[int, list[Mention]] = {}
    for mention in cast.mentions:
        found.setdefault(bisect_right(starts, mention.start) - 1, []).append(mention)
    return found


def _may_tell(passage: Passage) -> bool:
    """Whether a word of deals is in it at all: parsing the others would be in vain."""
    return any(
        word.is_word and not _words_of(word.text).isdisjoint(_TRIGGERS)
        for word in passage.words
    )


def _has_below(tree: Tree, node: Node, wanted: frozenset[str]) -> bool:
    return any(child.has(wanted) for child in tree.children(node, "amod", "nmod"))


def _words_of(text: str) -> frozenset[str]:
    """The first forms of a word; of "офтейк-контракт" that of the contract, too."""
    found = lemmas(text)
    return found | lemmas(text.rpartition("-")[2]) & PACTS.keys() if "-" in text else found


def _tells_no_more(claim: Claim, other: Claim) -> bool:
    """Whether a claim tells neither other parties nor what the deal is on."""
    special = claim.type not in {"agreement", other.type} and other.type == "agreement"
    return claim.who <= other.who and not (special and claim.who == other.who)


class _Reader:
    def __init__(
        self, phrases: Phrases, named: dict[int, list[Mention]], published: str | None
    ) -> None:
        self._named = named
        self._published = published
        self._phrases = phrases
        self._verbs = Verbs(phrases)
        self._pacts = Pacts(phrases, self._verbs)
        self._becoming = Becoming(phrases, self._verbs)
        self._half: Claim | None = None
        self.claims: list[Claim] = []

    def read(self, tree: Tree, low: str) -> None:
        """Add what one sentence claims."""
        self._phrases.parties = [
            party for claim in self.claims[-1:] for party, _ in claim.parties
        ]
        found: list[Claim] = []
        for claim in (claim for node in tree.nodes for claim in self._of(tree, node)):
            told_more = any(_tells_no_more(claim, one) for one in found)
            if not told_more and not self._is_history(claim, tree, low):
                found = [one for one in found if not _tells_no_more(one, claim)]
                found.append(claim)
        self._complete(tree)
        self.claims.extend(
            self._with_products(claim, tree) for claim in found if len(claim.who) > 1
        )
        self._half = next((claim for claim in found if len(claim.who) == 1), self._half)
        if self.claims and tree.passage.number - self.claims[-1].sentence <= _GOES_ON:
            self.claims[-1] = joined(tree, self.claims[-1], self._phrases)
            self._close(tree, told=bool(found))

    def _complete(self, tree: Tree) -> None:
        """A deal of which one side was told before, and the other is here."""
        half = self._half
        if half is None or tree.passage.number - half.sentence > _GOES_ON:
            return
        whole = joined(tree, half, self._phrases)
        if len(whole.who) > 1:
            self._half = None
            self.claims.append(self._with_products(whole, tree))

    def _is_history(self, claim: Claim, tree: Tree, low: str) -> bool:
        start = tree.passage.sentence.start
        ends = (claim.trigger[0] - start, claim.trigger[1] - start)
        return claim.status != "terminated" and is_history(low, *ends, self._published)

    def _of(self, tree: Tree, node: Node) -> Iterator[Claim]:
        told = sorted(_words_of(node.text) & _TRIGGERS)
        frames = GIFTS if any(child.has(FREELY) for child in tree.children(node)) else VERBS
        for word in told:
            acted = (
                list(self._verbs.acted(tree, node, frame)) for frame in frames.get(word, ())
            )
            yield from next(filter(None, acted), [])
            if word in NOUN_ACTS:
                yield from self._verbs.nominal(tree, node, NOUN_ACTS[word])
            if word in THROUGH:
                yield from self._verbs.through(tree, node)
        if not lemmas(node.text).isdisjoint(RAISES):
            yield from raised(tree, node, self._phrases)
        if not lemmas(node.text).isdisjoint(TELLS):
            yield from self._becoming.told(tree, node)
        yield from self._of_pacts(tree, node, told)

    def _of_pacts(self, tree: Tree, node: Node, told: list[str]) -> Iterator[Claim]:
        for word in told:
            means = word not in PAPERS or _has_below(tree, node, PAPERS[word])
            if (word in PACTS and means) or word in TALKS:
                yield from self._pacts.agreed(tree, node, PACTS.get(word, "agreement"))
            if word in AGREES or word in NEGOTIATES:
                yield from self._pacts.agrees(tree, node)
            if word in CONTRACTS:
                yield from self._pacts.contracted(tree, node)
            if word in FOUNDS:
                yield from self._pacts.founded(tree, node)

    # -- what the next sentences say of a deal -------------------------------------------------

    def _close(self, tree: Tree, *, told: bool) -> None:
        """ "Сделка закрыта": of the deal told before, where no other is told in between."""
        closed = any(node.has(CLOSES) and node.is_kind("PRTS") for node in tree.nodes)
        about = any(node.has({"сделка"}) for node in tree.nodes[:3])
        if closed and about and not told and self.claims[-1].status in {"announced", "signed"}:
            self.claims[-1] = replace(self.claims[-1], status="completed")

    def _with_products(self, claim: Claim, tree: Tree) -> Claim:
        named = [mention.entity for mention in self._named.get(tree.passage.number, [])]
        made = (one for one in named if self._phrases.is_product(one))
        return replace(claim, products=tuple(dict.fromkeys(made)))
