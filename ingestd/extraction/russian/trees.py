# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand; windows, in words
"""Russian sentences as trees of few words: names are put into the nouns they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingestd.extraction.entities import Mention
from ingestd.extraction.russian.models import trees
from ingestd.extraction.russian.nouns import CLASSES, LEGAL
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.words import (
    cases,
    forms,
    is_adjective,
    is_cyrillic,
    is_verb,
    lemmas,
    people_of,
)

_QUOTES = frozenset('«»„“”"')
_DASHES = frozenset("—–-")
_MOST_WORDS = 120
_MOST_BETWEEN = 4
"""Words that may stand between a class noun and the name it calls."""
_DATELINE = 16
_DEALERS = frozenset(
    {
        "дистрибьютор",
        "дилер",
        "покупатель",
        "заказчик",
        "продавец",
        "поставщик",
        "экспортер",
        "импортер",
    }
)
"""Nouns behind which goods are told, and then whose those are."""


@dataclass(slots=True)
class Node:
    """A word of a tree, and the entities that its phrase names by itself."""

    place: int
    start: int
    end: int
    text: str
    owners: list[int] = field(default_factory=list)
    quoted: bool = False
    head: int = -1
    relation: str = ""
    children: list[int] = field(default_factory=list)

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether it may be a form of one of some words."""
        return not lemmas(self.text).isdisjoint(wanted)

    def may_stand(self, case: str) -> bool:
        """Whether it can be in a case; acronyms, names in quotes and foreign ones show none."""
        known = cases(self.text)
        bare = bool(self.owners) and (
            self.quoted or (self.text.isupper() and len(self.text) > 1)
        )
        return not known or bare or case in known

    def is_kind(self, kind: str) -> bool:
        """Whether its likeliest reading has a grammeme: `past`, `INFN`, `ablt`."""
        found = forms(self.low)
        likely = found if self.relation == "root" else found[:1]
        return any(kind in form.kinds for form in likely)


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's nodes in the order of the text."""

    passage: Passage
    nodes: tuple[Node, ...]

    def children(self, node: Node, *relations: str) -> list[Node]:
        """What hangs on a node, of some relations if told; `obl` stands for `obl:agent` too."""
        found = [self.nodes[at] for at in node.children]
        return [
            one for one in found if not relations or one.relation.split(":")[0] in relations
        ]

    def head(self, node: Node) -> Node | None:
        """What a node hangs on."""
        return self.nodes[node.head] if 0 <= node.head < len(self.nodes) else None

    def preposition(self, node: Node) -> str:
        """The preposition of a phrase, in lower case; a coordinated phrase has that of the first."""
        own = next((one.low for one in self.children(node, "case")), "")
        if own or node.relation != "conj":
            return own
        head = self.head(node)
        return self.preposition(head) if head is not None and head.place != node.place else ""

    def above(self, node: Node) -> list[Node]:
        """All that a node hangs on, the nearest first."""
        found: list[Node] = []
        head = self.head(node)
        while head is not None and head not in found:
            found.append(head)
            head = self.head(head)
        return found


def trees_of(passages: Sequence[Passage], named: dict[int, list[Mention]]) -> list[Tree]:
    """Parse sentences; `named` has the mentions of each, by its number."""
    made = [_nodes(passage, named.get(passage.number, [])) for passage in passages]
    found = trees([[node.text for node in nodes] for nodes in made])
    parsed: list[Tree] = []
    for passage, nodes, words in zip(passages, made, found, strict=True):
        for node, word in zip(nodes, words, strict=True):
            node.head, node.relation = word.head, word.relation
        for node in nodes:
            _uproot(node, nodes)
        for node in nodes:
            if 0 <= node.head < len(nodes):
                nodes[node.head].children.append(node.place)
        parsed.append(Tree(passage, tuple(nodes)))
    return parsed


def _uproot(node: Node, nodes: list[Node]) -> None:
    """Cut a ring of words that hang on each other, as the parser makes of odd texts."""
    met: set[int] = set()
    while 0 <= node.head < len(nodes):
        met.add(node.place)
        if node.head in met:
            node.head = -1
            return
        node = nodes[node.head]


def _nodes(passage: Passage, mentions: list[Mention]) -> list[Node]:
    """One node for each word that tells structure: of names one word, of brackets none."""
    kept: list[Node] = []
    owners, heads = _owners(passage, mentions)
    depth = 0
    begin = _behind_dateline(passage, owners)
    for at, word in list(enumerate(passage.words[:_MOST_WORDS]))[begin:]:
        if word.text in "()":
            depth = max(depth + (1 if word.text == "(" else -1), 0)
            continue
        if depth or word.text in _QUOTES:
            continue
        owner = owners.get(at)
        if owner is None:
            kept.append(Node(len(kept), word.start, word.end, word.text))
        elif heads[owner[1]] == at:
            first = next(place for place in range(at, -1, -1) if owners.get(place - 1) != owner)
            quoted = passage.at(first - 1) in _QUOTES
            _put(kept, word.start, word.end, word.text, owner[0], quoted)
    return kept


def _behind_dateline(passage: Passage, owners: dict[int, tuple[int, int]]) -> int:
    """Where a sentence begins that opens with a place, a date and a dash."""
    if 0 not in owners:
        return 0
    for at in range(1, min(len(passage.words), _DATELINE)):
        word = passage.at(at)
        if word in _DASHES:
            return at + 1
        if is_verb(word) or (at in owners and word.islower()):
            break
    return 0


def _put(kept: list[Node], start: int, end: int, text: str, owner: int, quoted: bool) -> None:  # noqa: FBT001, PLR0917 - the pieces of one node
    """A name in quotation marks or in Latin letters belongs to the class noun in front."""
    leans = quoted or not is_cyrillic(text)
    called = _called(kept) if leans else None
    if called is not None:
        called.owners.append(owner)
        return
    kept.append(Node(len(kept), start, end, text, [owner], quoted))


def _called(kept: list[Node]) -> Node | None:
    """The class noun or legal form in front of a name, genitives between or none."""
    if kept and kept[-1].text in LEGAL and not kept[-1].owners:
        return kept[-1]
    for back, node in enumerate(reversed(kept[-_MOST_BETWEEN - 1 :])):
        if node.owners or not is_cyrillic(node.text):
            break
        noun = node.has(CLASSES) and not is_adjective(node.text)
        if noun and (back == 0 or not node.has(_DEALERS)):
            return node
        if people_of(node.text) is not None or not _describes(node, back):
            break  # "немецких насосов X": those of X
    return None


def _describes(node: Node, back: int) -> bool:
    """Whether a word may stand between: "разработчик игр X"."""
    genitive = node.text.islower() and "gent" in cases(node.text)
    return genitive or (back > 0 and is_adjective(node.text))


def _owners(
    passage: Passage, mentions: list[Mention]
) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
    """By word: whose name it is part of, and which name; by name: the word that stands for it."""
    owners: dict[int, tuple[int, int]] = {}
    heads: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        span = passage.span(mention.start, mention.end)
        if span is None or any(at in owners for at in range(span[0], span[1] + 1)):
            continue
        owners.update(dict.fromkeys(range(span[0], span[1] + 1), (mention.entity, number)))
        heads[number] = _head(passage, *span)
    return owners, heads


def _head(passage: Passage, first: int, last: int) -> int:
    """The noun a name is headed by; the last word of one without any."""
    for at in range(first, last + 1):
        found = forms(passage.at(at).lower())
        if passage.words[at].is_word and (not found or found[0].is_noun):
            return at
    return last
