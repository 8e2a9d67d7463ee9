# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand
"""Deals told by verbs and their nouns: who buys, sells, lends, supplies, gives what to whom."""

from collections.abc import Iterator

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.russian.acts import MONEY, PLANS, SHARES, UNITS, Frame
from ingestd.extraction.russian.papers import SIGNING
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.rows import linked
from ingestd.extraction.russian.standing import governing, is_verbal, status_of
from ingestd.extraction.russian.telling import Parties, Told, distinct, in_role
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.words import cases, lemmas
from ingestd.extraction.telling import Claim

_TWO = 2
_SOLD = frozenset({"бренд", "сервис", "платформа", "приложение", "марка", "портал", "сайт"})
"""Products that change hands as firms do."""
_WHOLE = frozenset({"бизнес", "компания", "капитал"})
_FROM = frozenset({"у", "от"})
_FAR = 14
_AGREED = frozenset({"одобрить", "согласовать", "завершить", "объявить", "утвердить"})
_OF_KNOWLEDGE = frozenset({"technology_transfer", "licensing"})


class Verbs:
    """Reads claims out of verbs and the nouns made of them."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def acted(self, tree: Tree, verb: Node, frame: Frame) -> Iterator[Claim]:
        """What a verb claims by one of its frames."""
        status = status_of(tree, verb, frame.status) if is_verbal(verb) else None
        if status is None:
            return
        subject, objects = self._sides(tree, verb)
        if frame.needs and not any(_holds(tree, one, frame.needs) for one in (verb, *objects)):
            return
        if (
            frame.type == "supply"
            and frame.needs
            and not any(one.has(frame.needs) for one in objects)
        ):
            return  # "получил сертификат на самолёт" is no delivery
        told = Told(tree, verb, status, objects[0].low if frame.needs and objects else "")
        if frame.type in _OF_KNOWLEDGE and verb.relation.startswith("acl"):
            yield from self._used(tree, verb, frame, subject)
        else:
            yield from self._claim(told, frame, subject, objects)

    def _sides(self, tree: Tree, verb: Node) -> tuple[list[int], list[Node]]:
        if verb.is_kind("PRTS") or verb.is_kind("pssv"):
            head = tree.head(verb) if verb.relation.startswith("acl") else None
            own = tree.children(verb, "nsubj") or ([head] if head is not None else [])
            return self._phrases.agents(tree, verb), own
        return self._phrases.subject(tree, verb), _objects(tree, verb)

    def _used(
        self, tree: Tree, verb: Node, frame: Frame, subject: list[int]
    ) -> Iterator[Claim]:
        """ "X начал выпуск по технологии, переданной Y": whoever uses it has got it."""
        above = governing(tree, verb)
        users = self._phrases.subject(tree, above) if above is not None else []
        others = in_role(users, frame.others[0][2])
        parties = distinct([*in_role(subject, frame.subject), *others])
        if subject and users and len(parties) >= _TWO:
            yield Told(tree, verb, "in_force").claim(frame.type, parties, verbal=True)

    def _claim(
        self, told: Told, frame: Frame, subject: list[int], objects: list[Node]
    ) -> Iterator[Claim]:
        tree = told.tree
        first = in_role(subject, frame.subject)
        others = self.others(tree, [told.node, *objects], frame)
        others = others or self._others_behind(told, frame, subject)
        kind: DealType = frame.type
        second: Parties = []
        if frame.object == "target":
            second = [pair for one in objects for pair in self.bought(tree, one)]
            second = second or self._of_topic(tree, objects, subject)
            if not second and not any(one.has(UNITS) for one in objects):
                kind, first, others = _as_goods(first, others)
        elif frame.object:
            whole = [party for one in objects for party in self._phrases.who(tree, one)]
            second = in_role(whole, frame.object)
        parties = distinct([*first, *second, *others])
        mutual = frame.type == "merger"
        if first and (second or others or mutual) and len(parties) >= _TWO:
            yield told.claim(kind, parties, verbal=True)
        elif kind == "acquisition" and len(parties) == 1:
            yield told.claim(kind, parties, verbal=True)  # the other side may follow

    def _of_topic(self, tree: Tree, objects: list[Node], subject: list[int]) -> Parties:
        """ "80% бизнеса купил X": of the one firm the text is on."""
        parts = [one for one in objects if _is_share(tree, one) and not one.has(MONEY)]
        inside = [child for one in parts for child in [one, *tree.children(one, "nmod")]]
        told = any(one.has(SHARES) or one.has(_WHOLE) for one in inside)
        found = self._phrases.topic(tree, set(subject)) if told and subject else []
        return in_role(found, "target")

    def bought(self, tree: Tree, node: Node) -> Iterator[tuple[int, PartyRole]]:
        """What is bought: a firm, shares of one; a unit of one makes it the seller."""
        if any(self._phrases.is_firm(party) for party in node.owners):
            yield from ((party, "target") for party in self._phrases.who(tree, node))
            return
        if node.owners and node.has(_SOLD):
            yield from ((party, "target") for party in node.owners)
            return
        unit = node.has(UNITS)
        if not unit and not _is_share(tree, node):
            return
        for child in tree.children(node, "nmod", "appos", "obl", "flat"):
            if tree.preposition(child) not in {"", "в"}:
                continue
            inside = self._firms(tree, child)
            bent = "nomn" not in cases(child.text) and not child.quoted
            # "сеть аптек «X»" is X, "завод концерна «X»" is X's
            many = child.text[0].islower() and child.is_kind("plur")
            owner = unit and bent and child.owners and child.relation == "nmod" and not many
            yield from ((party, "seller" if owner else "target") for party in inside)
            if not inside:
                yield from self.bought(tree, child)

    def _firms(self, tree: Tree, node: Node) -> list[int]:
        return [
            party for party in self._phrases.who(tree, node) if self._phrases.is_firm(party)
        ]

    def others(self, tree: Tree, nodes: list[Node], frame: Frame) -> Parties:
        """Those whom a frame's other places name, below any of some nodes."""
        children = [
            child
            for node in nodes
            for child in tree.children(node, "obl", "iobj", "nmod", "obj", "amod")
            if child not in nodes and (child.relation != "amod" or child.owners)
        ]
        return [
            (party, role)
            for preposition, case, role in frame.others
            for child in children
            if tree.preposition(child) == preposition
            and _stands(tree, child, preposition, case)
            for party in self._phrases.who(tree, child)
            if frame.type == "donation" or self._phrases.may(party, role)
        ]

    def _others_behind(self, told: Told, frame: Frame, subject: list[int]) -> Parties:
        """Those whom "from" leads to behind a verb, wherever the tree hung them."""
        roles = {lead: role for lead, _, role in frame.others if lead in _FROM}
        tree, start = told.tree, told.node.place
        for place, row in linked(tree, start, roles, self._phrases.signs) if roles else ():
            near = place - start < _FAR and ":" not in _texts(tree, start, place)
            able = [party for party in row if party not in subject] if near else []
            return in_role(able, roles[tree.nodes[place].low])
        return []

    # -- nouns of acts -----------------------------------------------------------------------

    def nominal(self, tree: Tree, noun: Node, frame: Frame) -> Iterator[Claim]:
        """ "объявил о покупке X", "закрыла сделку по приобретению X"."""
        verb = governing(tree, noun)
        if frame.type == "merger":
            yield from self._merged(tree, noun)
        if verb is None:
            return
        signs = sorted(lemmas(verb.text) & SIGNING.keys())
        if not signs and not verb.has(PLANS):
            return
        status = status_of(tree, verb, SIGNING[signs[0]] if signs else "announced")
        able = [
            one
            for one in self._phrases.subject(tree, verb)
            if self._phrases.may(one, frame.subject)
        ]
        objects = self._objects_of_noun(tree, noun, frame)
        others = self.others(tree, [noun, verb], frame)
        parties = distinct([*in_role(able, frame.subject), *objects, *others])
        if status is not None and able and objects and len(parties) >= _TWO:
            yield Told(tree, noun, status).claim(frame.type, parties, verbal=True)

    def _merged(self, tree: Tree, noun: Node) -> Iterator[Claim]:
        """ "слияние X и Y", "объединение X с Y": its parties are its own."""
        own = [child for child in tree.children(noun, "nmod") if tree.preposition(child) == ""]
        whole = [party for child in own for party in self._firms(tree, child)]
        whole += self._phrases.linked(tree, [noun], {"с", "со"}) if whole else []
        above = tree.head(noun)
        if not own and above is not None and above.has(_AGREED):
            whole = [
                one for one in self._phrases.subject(tree, above) if self._phrases.is_firm(one)
            ]
        ends = any(
            SIGNING.get(one) == "terminated"
            for up in tree.above(noun)[:3]
            for one in lemmas(up.text)
        )
        status = status_of(tree, noun, "terminated" if ends else "announced")
        parties = distinct(in_role(whole, "partner"))
        if status is not None and len(parties) >= _TWO:
            yield Told(tree, noun, status).claim("merger", parties, verbal=True)

    def _objects_of_noun(self, tree: Tree, noun: Node, frame: Frame) -> Parties:
        found: Parties = []
        for child in tree.children(noun, "nmod", "obl"):
            if tree.preposition(child) == "":
                inside = self._firms(tree, child)
                found.extend(in_role(inside, frame.object or "partner"))
                found.extend(self.bought(tree, child) if not inside else ())
        return found

    def through(self, tree: Tree, noun: Node) -> Iterator[Claim]:
        """ "начать поставки через дистрибьютора X"."""
        verb = governing(tree, noun)
        if verb is None:
            return
        agents = self._phrases.linked(tree, [noun, verb], {"через"}, case="accs")
        status = status_of(tree, verb, "announced")
        subject = self._phrases.subject(tree, verb)
        parties = distinct([*in_role(subject, "supplier"), *in_role(agents, "distributor")])
        if agents and subject and status is not None and len(parties) >= _TWO:
            yield Told(tree, noun, status).claim("distribution", parties, verbal=True)


def _texts(tree: Tree, start: int, end: int) -> set[str]:
    return {node.text for node in tree.nodes[start:end]}


def _objects(tree: Tree, verb: Node) -> list[Node]:
    """The objects; a count that the parser hung on as an adverbial is one: "30% акций"."""
    counts = [
        child
        for child in tree.children(verb, "obl", "nmod", "nummod")
        if tree.preposition(child) == "" and (child.text == "%" or child.has(SHARES))
    ]
    misread = [
        child
        for child in tree.children(verb, "nsubj")
        if not child.owners and (child.text == "%" or child.has(SHARES))
    ]
    return tree.children(verb, "obj") or counts or misread


def _is_share(tree: Tree, node: Node) -> bool:
    """Whether a noun counts parts of a whole: shares, per cent, money's worth."""
    counted = any(child.relation.startswith("nummod") for child in tree.children(node))
    return counted or node.text == "%" or node.has(SHARES) or node.has(MONEY)


def _stands(tree: Tree, node: Node, preposition: str, case: str) -> bool:
    """Whether a phrase may stand in a case; what does not bend, where the tree says so."""
    if preposition:
        return not case or node.may_stand(case)
    known = cases(node.text)
    agrees = node.quoted and any(case in cases(one.text) for one in tree.children(node, "amod"))
    return not case or agrees or case in known or (not known and node.relation == "iobj")


def _holds(tree: Tree, node: Node, wanted: frozenset[str]) -> bool:
    """Whether a phrase has one of some nouns, at its head or right below."""
    below = tree.children(node, "obj", "nmod", "nummod")
    below += [one for one in tree.children(node, "obl") if tree.preposition(one) == "в"]
    return node.has(wanted) or any(child.has(wanted) for child in below)


def _as_goods(first: Parties, others: Parties) -> tuple[DealType, Parties, Parties]:
    """Goods, not a firm, were sold: who buys, who supplies."""
    turned: dict[PartyRole | None, PartyRole] = {"acquirer": "buyer", "seller": "supplier"}
    goods = [
        [(party, turned.get(role, role)) for party, role in side] for side in (first, others)
    ]
    return "supply", goods[0], goods[1]
