"""Who owns whom, as Russian tells it: "X, принадлежащая Y", "доля X в Y", "X владеет Y"."""

from collections.abc import Iterator

from ingestd.events.facts import ExtractedRelation, RelationKind
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.claims import by_passage
from ingestd.extraction.russian.passage import text_of
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.trees import Node, Tree, trees_of
from ingestd.extraction.russian.words import cases, lemmas
from ingestd.extraction.spots import Reading

_BELONGS = words("принадлежать принадлежащий")
_OWNS = words("владеть контролировать")
_SHARE = words("доля пакет акция")
_DAUGHTER = words("дочка структура")
_TRIGGERS = _BELONGS | _OWNS | _SHARE | _DAUGHTER | {"дочерний"}
_HEARD = frozenset({"body", "question", "caption"})
_Pair = tuple[RelationKind, int, int]


def owners(reading: Reading, cast: Cast) -> tuple[ExtractedRelation, ...]:
    """Every ownership a sentence tells outright; what is denied or only supposed is none."""
    text = text_of(reading)
    named = by_passage(cast, [passage.sentence.start for passage in text.passages])
    heard = [
        passage
        for passage in text.passages
        if passage.russian and passage.kind in _HEARD and len(named.get(passage.number, ())) > 1
        and any(not lemmas(word.text).isdisjoint(_TRIGGERS) for word in passage.words)
    ]  # fmt: skip
    phrases = Phrases(text, cast, named)
    found: dict[_Pair, ExtractedRelation] = {}
    for tree in trees_of(heard, named):
        sentence = tree.passage.sentence
        quote = reading.view.quote(sentence.start, sentence.end)
        for kind, one, other in _of(tree, phrases):
            told = ExtractedRelation(kind=kind, one=one, other=other, evidence=quote)
            found.setdefault((kind, one, other), told)
    return tuple(found.values())


def _of(tree: Tree, phrases: Phrases) -> Iterator[_Pair]:
    for node in tree.nodes:
        if any(child.low in {"не", "бы", "если"} for child in tree.children(node)):
            continue
        if node.has(_BELONGS):
            yield from _belonging(tree, node, phrases)
        elif node.has(_OWNS):
            yield from _owning(tree, node, phrases)
        elif node.has(_SHARE):
            yield from _sharing(tree, node, phrases)
        elif node.has(_DAUGHTER) or any(
            one.has({"дочерний"}) for one in tree.children(node, "amod")
        ):
            yield from _daughter(tree, node, phrases)


def _held(group: list[int], owned: list[int], phrases: Phrases) -> Iterator[_Pair]:
    """Each of a group holds each of what is owned; countries and persons are no property."""
    for one in owned:
        for holder in group:
            if phrases.is_firm(one) and holder != one:
                yield "shareholder", one, holder


def _belonging(tree: Tree, verb: Node, phrases: Phrases) -> Iterator[_Pair]:
    """ "X, принадлежащая Y", "X принадлежит Y"."""
    to = [
        child
        for child in tree.children(verb, "iobj", "obl", "obj")
        if tree.preposition(child) == "" and _may(child, "datv")
    ]
    head = tree.head(verb)
    described = verb.relation.split(":")[0] == "acl" and verb.relation != "acl:relcl"
    owned = (
        phrases.who(tree, head)
        if described and head is not None
        else phrases.subject(tree, verb)
    )
    yield from _held([party for one in to for party in phrases.who(tree, one)], owned, phrases)


def _owning(tree: Tree, verb: Node, phrases: Phrases) -> Iterator[_Pair]:
    """ "X владеет Y", "X владеет 30% акций Y"."""
    owned: list[int] = []
    for child in tree.children(verb, "obj", "obl", "iobj"):
        if tree.preposition(child) == "":
            owned.extend(phrases.who(tree, child) or _below(tree, child, phrases))
    yield from _held(phrases.subject(tree, verb), owned, phrases)


def _sharing(tree: Tree, noun: Node, phrases: Phrases) -> Iterator[_Pair]:
    """ "доля X в Y"."""
    inside = phrases.linked(tree, [noun], {"в"}, case="loct")
    holders = [
        party
        for child in tree.children(noun, "nmod")
        if tree.preposition(child) == "" and _may(child, "gent")
        for party in phrases.who(tree, child)
    ]
    yield from _held(holders, inside, phrases)


def _daughter(tree: Tree, noun: Node, phrases: Phrases) -> Iterator[_Pair]:
    """ "X, дочерняя компания Y", "дочка Y — X"."""
    parents = [
        party
        for child in tree.children(noun, "nmod")
        if tree.preposition(child) == "" and _may(child, "gent")
        for party in phrases.who(tree, child)
    ]
    head = tree.head(noun)
    own = list(noun.owners) or [
        one for child in tree.children(noun, "appos") for one in child.owners
    ]
    if not own and head is not None and noun.relation == "appos":
        own = phrases.who(tree, head)
    for one in parents:
        yield from (
            ("subsidiary", one, other)
            for other in own
            if other != one and phrases.is_firm(other)
        )


def _below(tree: Tree, node: Node, phrases: Phrases) -> list[int]:
    """Whose shares: "30% акций X"."""
    found: list[int] = []
    for child in tree.children(node, "nmod"):
        found.extend(phrases.who(tree, child) or _below(tree, child, phrases))
    return found


def _may(node: Node, case: str) -> bool:
    return not cases(node.text) or case in cases(node.text)
