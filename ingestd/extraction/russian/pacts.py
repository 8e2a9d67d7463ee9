# ruff: noqa: RUF001, RUF002, RUF003 - Cyrillic letters are meant as they stand; a deal has two sides
"""Deals told by agreements: who signed, who talks, who ends what with whom, and on what."""

from collections.abc import Iterator

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.acts import NOUN_ACTS
from ingestd.extraction.russian.papers import (
    NEGOTIATES,
    ORDERED,
    SIGNING,
    TALKS,
    TENDERS,
)
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.purposes import is_joint, kind_of, subject_kind
from ingestd.extraction.russian.rows import in_front, linked
from ingestd.extraction.russian.standing import governing, is_verbal, status_of
from ingestd.extraction.russian.telling import Parties, Told, distinct, in_role
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.verbs import Verbs
from ingestd.extraction.russian.words import forms, lemmas
from ingestd.extraction.telling import Claim

_TWO = 2
_NEAR = 9
"""Words behind an agreement's noun in which its verb may follow."""
_FAR = 16
_BACK = 5
_VAGUE = words(
    "встреча визит переговоры консультация мир перемирие прекращение отсрочка процент цена условие дата время ничья правило"
)
"""What is agreed on where nothing is bought, made or done together."""
_WITH = frozenset({"с", "со"})
_NO_DEAL = words("мировой коллективный трудовой брачный досудебный избирательный общественный")
"""Adjectives of agreements that are none: "мировое соглашение" ends a suit."""
_WINS = frozenset({"выиграть"})
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
        if any(one.has(_NO_DEAL) for one in tree.children(noun, "amod")):
            return
        if noun.has(TALKS) and status not in _ENDED:
            status = "negotiating"
        kind = kind_of(tree, noun, kind)
        told = Told(tree, noun, status)
        first, second = self._groups(tree, noun, sign[0])
        if kind == "acquisition" and first:
            yield from self._deal_on_firm(told, first, second)
        else:
            each = list(self._each(told, kind, first))
            yield from each or self._agreement(told, kind, first, second)

    # -- agreements on a firm, or on shares of one ---------------------------------------------

    def _deal_on_firm(self, told: Told, first: list[int], second: list[int]) -> Iterator[Claim]:
        """ "закрыла сделку по покупке доли в X у Y", "подписал соглашение о продаже X"."""
        tree, purchases = told.tree, self._purchases(told)
        sells = any(one.has({"продажа"}) for one in purchases)
        own: PartyRole = "seller" if sells else "acquirer"
        other: PartyRole = "acquirer" if sells else "seller"
        parts = [part for one in purchases for part in tree.children(one, "nmod", "obl")]
        things = [part for part in parts if tree.preposition(part) in {"", "в"}]
        bought = [pair for part in things for pair in self._verbs.bought(tree, part)]
        bought = [(party, role) for party, role in bought if party not in first]
        if not sells:
            nodes = [told.node, *purchases, *parts]
            second = second or self._phrases.linked(tree, nodes, {"у"}, case="gent")
        sides = (in_role(first, own), bought, in_role(second, other))
        if purchases:
            yield told.claim("acquisition", distinct(pair for side in sides for pair in side))
        else:
            yield from self._agreement(told, "acquisition", first, second)

    @staticmethod
    def _purchases(told: Told) -> list[Node]:
        below = told.tree.children(told.node, "nmod", "obl", "acl")
        deeper = [one for child in below for one in told.tree.children(child, "nmod")]
        return [one for one in [*below, *deeper] if one.has(NOUN_ACTS)]

    # -- agreements with one side or many ------------------------------------------------------

    def _each(self, told: Told, kind: DealType, first: list[int]) -> Iterator[Claim]:
        """One paper with each: "подписал соглашения с X и Y", "два договора: с X - о…, с Y"."""
        first = self._signers(first)
        if len(first) != 1 or not _is_plural(told.node):
            return
        able = self._phrases.is_firm
        rows = list(linked(told.tree, told.node.place + 1, _WITH, able))
        groups = [
            party for _, row in rows for party in self._signers(row) if party not in first
        ]
        for party in dict.fromkeys(groups) if len(groups) > 1 else ():
            yield told.claim(kind, _sided(told, kind, first, [party]))

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
        if len(between) < _TWO:
            start = max(noun.place - _FAR, 0)
            rows = linked(tree, start, {"между"}, self._phrases.signs)
            between = next((row for at, row in rows if at < noun.place + _NEAR), [])
        if len(between) > 1:
            return between, []
        first = self._signing(tree, noun, verb) or self._in_front(tree, verb)
        above = [one for one in tree.above(noun)[:3] if one.place < noun.place]
        second = self._phrases.linked(tree, [noun, verb, *above, *below], _WITH)
        if not second and verb.has(_WINS):
            deeper = [one for child in below for one in tree.children(child, "nmod")]
            second = self._phrases.linked(
                tree, [noun, *below, *deeper], {"для", "у"}, case="gent"
            )
        if not second and is_verbal(verb):
            second = self._with_behind(tree, noun, verb)
        if len(first) < _TWO and not second and not verb.is_kind("PRTS"):
            row = self._in_front(tree, verb)
            first = row if set(first) < set(row) else first
        if not first and second and verb.is_kind("PRTS"):
            # "контракт с X подписан": by whom, the text said before
            first = self._phrases.topic(tree, set(second))
        if not first and not second and verb.is_kind("PRTS"):
            first = self._told_in_front(tree, noun)
        return (first, second) if first else ([], [])

    def _told_in_front(self, tree: Tree, noun: Node) -> list[int]:
        """ "X и Y построят завод, меморандум подписан": both that the sentence opens with."""
        verbs = (one for one in tree.nodes[: noun.place] if one.is_kind("VERB"))
        verb = next(verbs, None)
        row = in_front(tree, verb, self._phrases.is_firm) if verb is not None else []
        return row if len(row) > 1 else []

    def _in_front(self, tree: Tree, verb: Node) -> list[int]:
        """Who signs, by the order of words; by whom is behind what was signed."""
        passive = verb.is_kind("PRTS") or not is_verbal(verb)
        return [] if passive else in_front(tree, verb, self._phrases.signs)

    def _with_behind(self, tree: Tree, noun: Node, verb: Node) -> list[int]:
        """With whom, by the order of words."""
        start = min(noun.place, verb.place)
        rows = linked(tree, start, _WITH, self._phrases.signs)
        near = (row for at, row in rows if at - max(noun.place, verb.place) < _NEAR)
        return next(near, [])

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
        if not kinds and not talks and not any(one.has(_VAGUE) for one in objects):
            kinds = ["agreement" for _ in objects]
        status = status_of(tree, verb, "negotiating" if talks else "announced")
        idle = talks and kinds[:1] == ["agreement"]
        if not is_verbal(verb) or not kinds or status is None or idle:
            return
        first = self._phrases.subject(tree, verb)
        second = self._phrases.linked(tree, [verb, *objects], _WITH)
        if kinds[0] == "agreement" and not all(map(self._phrases.is_firm, [*first, *second])):
            return  # states and people agree on much that is no deal
        yield from self._agreement(Told(tree, verb, status), kinds[0], first, second)

    def contracted(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "законтрактовал у X два судна", "законтрактовал с X отгрузку"."""
        status = status_of(tree, verb, "signed")
        first = self._phrases.subject(tree, verb) or self._in_front(tree, verb)
        rows = [*linked(tree, verb.place, {*_WITH, "у"}, self._phrases.signs)]
        if status is not None and first and rows:
            bought = tree.nodes[rows[0][0]].low == "у"
            told = Told(tree, verb, status)
            second = [party for party in rows[0][1] if party not in first]
            roles: tuple[PartyRole | None, PartyRole | None] = (
                ("buyer", "supplier") if bought else (None, None)
            )
            parties = [*in_role(first, roles[0]), *in_role(second, roles[1])]
            if second:
                yield told.claim("supply", distinct(parties))

    def founded(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "создали совместное предприятие", "создание СП"."""
        for child in tree.children(verb, "obj", "nsubj", "nmod"):
            if not is_joint(tree, child):
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


def _is_plural(noun: Node) -> bool:
    """Whether a noun, or its count, tells of several."""
    found = [form for form in forms(noun.low) if form.case in {"nomn", "accs"}]
    return bool(found) and all(form.number == "plur" for form in found)


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
    """The verb beside a noun it should govern: the parser lost it in a long sentence."""
    behind = tree.nodes[noun.place + 1 : noun.place + _NEAR]
    in_front = reversed(tree.nodes[max(noun.place - _BACK, 0) : noun.place])
    for node in [*in_front, *behind]:
        found = sorted(lemmas(node.text) & SIGNING.keys())
        if found and SIGNING[found[0]] in {"signed", "terminated"} and is_verbal(node):
            return (node, SIGNING[found[0]]) if not tree.children(node, "obj") else None
    return None
