# ruff: noqa: RUF001, RUF002, RUF003 - Cyrillic letters are meant as they stand; a deal has two sides
"""Deals told by agreements: who signed, who talks, who ends what with whom, and on what."""

from collections.abc import Iterator

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.russian.acts import (
    ADJECTIVES,
    LOANS,
    NEGOTIATES,
    NOUN_ACTS,
    ORDERED,
    SHARES,
    SIGNING,
    SUBJECTS,
    TALKS,
    TENDERS,
    UNITS,
)  # fmt: skip
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.standing import governing, is_verbal, status_of
from ingestd.extraction.russian.telling import Parties, Told, distinct, in_role
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.verbs import Verbs
from ingestd.extraction.russian.words import lemma, lemmas
from ingestd.extraction.telling import Claim

_NEAR = 9
"""Words behind an agreement's noun in which its verb may follow."""
_ABOUT = frozenset({"о", "об", "на", "по", ""})
_WITH = frozenset({"с", "со"})
_WINS = frozenset({"выиграть"})
_VAGUE = frozenset({None, "agreement", "supply"})
_SIDED = frozenset(
    {"financing", "supply", "licensing", "distribution", "technology_transfer", "acquisition"}
)
_ENDED = frozenset({"terminated", "completed", "rumoured", "in_force"})


class Pacts:
    """Reads claims out of nouns for agreements, and verbs of agreeing."""

    def __init__(self, phrases: Phrases, verbs: Verbs) -> None:
        self._phrases = phrases
        self._verbs = verbs

    def agreed(self, tree: Tree, noun: Node, kind: DealType) -> Iterator[Claim]:
        """What an agreement's noun claims, by the verb that closes, opens or ends it."""
        sign = _sign(tree, noun)
        status = status_of(tree, *sign) if sign is not None else None
        if sign is None or status is None or (noun.has(TENDERS) and not sign[0].has(_WINS)):
            return
        if noun.has(TALKS) and status not in _ENDED:
            status = "negotiating"
        kind = kind_of(tree, noun, kind)
        told = Told(tree, noun, status)
        first, second = self._groups(tree, noun, sign[0])
        bought = self._bought(tree, noun) if kind == "acquisition" else []
        if bought and first and set(first).isdisjoint(party for party, _ in bought):
            sides = (in_role(first, "acquirer"), bought, in_role(second, "seller"))
            yield told.claim(kind, distinct(pair for side in sides for pair in side))
        else:
            yield from self._agreement(told, kind, first, second)

    def _bought(self, tree: Tree, noun: Node) -> Parties:
        """What an agreement on a purchase is about: "соглашение о покупке доли в X"."""
        purchases = [
            child for child in tree.children(noun, "nmod", "obl") if child.has(NOUN_ACTS)
        ]
        parts = [part for one in purchases for part in tree.children(one, "nmod", "obl")]
        return [pair for part in parts for pair in self._verbs.bought(tree, part)]

    def _agreement(
        self, told: Told, kind: DealType, first: list[int], second: list[int]
    ) -> Iterator[Claim]:
        first = self._signers(first)
        second = [party for party in self._signers(second) if party not in first]
        if told.node.is_kind("plur") and len(first) == len(second) > 1:
            for one, two in zip(first, second, strict=True):
                parties = _sided(told, kind, [one], [two])
                yield told.claim(kind, parties, note="inferred_by_order")
        elif len({*first, *second}) > 1:
            yield told.claim(kind, _sided(told, kind, first, second))

    def _signers(self, group: list[int]) -> list[int]:
        """People sign for whom they speak; who speaks for nobody signs no deal between firms."""
        found = [self._phrases.spoken_for(party) for party in group]
        signing = self._phrases.as_nations([party for party in found if party is not None])
        return list(dict.fromkeys(signing))

    def _groups(self, tree: Tree, noun: Node, verb: Node) -> tuple[list[int], list[int]]:
        """Those in front and those behind "with"; all in front, where it is "between" them."""
        below = tree.children(noun, "nmod", "obl", "acl")
        between = self._phrases.linked(tree, [noun, verb, *below], {"между"})
        if len(between) > 1:
            return between, []
        first = self._signing(tree, noun, verb)
        above = [one for one in tree.above(noun)[:3] if one.place < noun.place]
        second = self._phrases.linked(tree, [noun, verb, *above, *below], _WITH)
        if not second and verb.has(_WINS):
            deeper = [one for child in below for one in tree.children(child, "nmod")]
            second = self._phrases.linked(
                tree, [noun, *below, *deeper], {"для", "у"}, case="gent"
            )
        if not first and second and verb.is_kind("PRTS"):
            # "контракт с X подписан": by whom, the text said before
            first = self._phrases.topic(tree, set(second))
        return (first, second) if first else ([], [])

    def _signing(self, tree: Tree, noun: Node, verb: Node) -> list[int]:
        """Who signs; where the parser took the agreement for the subject, its object does."""
        if verb.is_kind("PRTS"):
            return self._phrases.agents(tree, verb)
        misread = [noun] == tree.children(verb, "nsubj")
        found = [] if misread else self._phrases.subject(tree, verb)
        objects = [one for one in tree.children(verb, "obj") if one is not noun]
        return found or [party for one in objects for party in self._phrases.who(tree, one)]

    # -- verbs of agreeing -------------------------------------------------------------------

    def agrees(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "договорились о поставке", "обсуждают покупку"."""
        talks = verb.has(NEGOTIATES)
        wanted = {""} if talks else {"о", "об"}
        complements = tree.children(verb, "obl", "obj", "iobj")
        objects = [child for child in complements if tree.preposition(child) in wanted]
        kinds = [kind for child in objects if (kind := subject_kind(tree, child)) is not None]
        status = status_of(tree, verb, "negotiating" if talks else "announced")
        if (
            not is_verbal(verb)
            or not kinds
            or status is None
            or (talks and kinds[0] == "agreement")
        ):
            return
        first = self._phrases.subject(tree, verb)
        second = self._phrases.linked(tree, [verb, *objects], _WITH)
        yield from self._agreement(Told(tree, verb, status), kinds[0], first, second)

    def founded(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "создали совместное предприятие", "создание СП"."""
        for child in tree.children(verb, "obj", "nsubj", "nmod"):
            if not _is_joint(tree, child):
                continue
            above = verb if is_verbal(verb) else governing(tree, verb)
            status = status_of(tree, above, "announced") if above is not None else None
            if above is not None and status is not None:
                first = self._phrases.subject(tree, above)
                second = self._phrases.linked(tree, [verb, child, above], _WITH)
                told = Told(tree, verb, status)
                yield from self._agreement(told, "joint_venture", first, second)


def _sided(told: Told, kind: DealType, first: list[int], second: list[int]) -> Parties:
    """Partners; roles where the noun tells them, none where one side has another than the other."""
    roles: tuple[PartyRole | None, PartyRole | None] = ("partner", "partner")
    behind = told.tree.nodes[told.node.place + 1 : told.node.place + _NEAR + 1]
    ordered = any(
        one.has(ORDERED) and told.tree.preposition(one) in {"на", ""} for one in behind
    )
    if kind == "supply" and _is_won(told):
        roles = ("supplier", "buyer")
    elif ordered and len(first) == len(second) == 1:
        roles = ("buyer", "supplier")
    elif kind in _SIDED:
        roles = (None, None)
    elif kind == "investment":
        roles = ("investor", None)
    return distinct([*in_role(first, roles[0]), *in_role(second, roles[1])])


def _is_won(told: Told) -> bool:
    return any(one.has(_WINS) for one in told.tree.above(told.node)[:2])


def _sign(tree: Tree, noun: Node) -> tuple[Node, DealStatus] | None:
    """The word that closes, opens or ends an agreement, and what that makes of it."""
    above = [
        one
        for one in tree.above(noun)[:4]
        if is_verbal(one) or one.has({"подписание", "заключение"})
    ]
    for node in [*above, *tree.children(noun, "acl")]:
        found = sorted(lemmas(node.text) & SIGNING.keys())
        if found:
            return node, SIGNING[found[0]]
    return _sign_near(tree, noun)


def _sign_near(tree: Tree, noun: Node) -> tuple[Node, DealStatus] | None:
    """The verb that follows a noun it should govern: the parser lost it in a long sentence."""
    for node in tree.nodes[noun.place + 1 : noun.place + _NEAR]:
        found = sorted(lemmas(node.text) & SIGNING.keys())
        if found and SIGNING[found[0]] in {"signed", "terminated"} and is_verbal(node):
            return (node, SIGNING[found[0]]) if not tree.children(node, "obj") else None
    return None


# -- what an agreement is for ----------------------------------------------------------------


def kind_of(tree: Tree, noun: Node, kind: DealType) -> DealType:
    """The type of an agreement, by its adjective or its complement."""
    adjectives = (ADJECTIVES.get(lemma(child.text)) for child in tree.children(noun, "amod"))
    told = next((one for one in adjectives if one is not None), None)
    if told is not None or kind != "agreement":
        return told or kind
    complements = [
        child
        for child in tree.children(noun, "nmod", "obl")
        if tree.preposition(child) in _ABOUT
    ]
    kinds = (subject_kind(tree, child) for child in complements)
    return next((one for one in kinds if one not in {None, "agreement"}), None) or kind


def subject_kind(tree: Tree, node: Node) -> DealType | None:
    """The type that the subject of an agreement makes of it, told there or one noun deeper."""
    found = sorted(lemmas(node.text) & SUBJECTS.keys())
    behind = tree.children(node, "nmod", "amod", "obj")
    if found and SUBJECTS[found[0]] != "agreement":
        return _narrowed(found[0], behind)
    # "о создании совместного предприятия", "о зоне свободной торговли"
    inner = (subject_kind(tree, one) for one in behind if one.relation != "amod")
    deeper = next((one for one in inner if one not in _VAGUE), None)
    return deeper or ("agreement" if found else None)


def _narrowed(word: str, behind: list[Node]) -> DealType:
    """A type whose noun tells it only in company: a joint venture, free trade, shares bought."""
    kind = SUBJECTS[word]
    if kind == "acquisition":
        firm = any(one.has(SHARES) or one.has(UNITS) or one.owners for one in behind)
        return kind if firm else "supply"
    needed = _NEEDED.get(word)
    return kind if needed is None or any(one.has(needed) for one in behind) else "agreement"


_NEEDED: dict[str, frozenset[str]] = {
    "предприятие": frozenset({"совместный"}), "торговля": frozenset({"свободный"}), "предоставление": LOANS,
}  # fmt: skip


def _is_joint(tree: Tree, node: Node) -> bool:
    joint = any(child.has({"совместный"}) for child in tree.children(node, "amod"))
    return node.has({"сп"}) or (node.has({"предприятие"}) and joint)
