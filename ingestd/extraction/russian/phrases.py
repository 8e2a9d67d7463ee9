# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Whom a noun phrase of a Russian tree means: names, "the firm", pronouns, coordinated ones."""

from collections.abc import Container, Iterable

from ingestd.events.facts import PartyRole
from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.russian.name import is_genitive
from ingestd.extraction.russian.nouns import ANAPHORS, INVESTS, MEDIA
from ingestd.extraction.russian.passage import Text
from ingestd.extraction.russian.roles import SIGNERS
from ingestd.extraction.russian.standing import is_verbal
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.words import cases, forms, lemma, lemmas

_FIRMS = frozenset({"company", "organization", "public_body"})
_PRONOUNS = frozenset({"он", "она", "оно", "они", "ним", "ней", "ними", "ему", "ей", "им", "него", "нее", "неё", "них"})  # fmt: skip
_PLURAL = frozenset({"они", "ними", "им", "них"})
_QUOTES = frozenset('«„“"')
_WHO = frozenset({"который", "кто"})
_SIDES = frozenset(
    {"стороны", "сторонами", "сторонам", "партнеры", "партнёры", "партнерами", "партнёрами"}
)
_MANY = frozenset(
    {"компания", "предприятие", "фирма", "банк", "сторона", "партнер", "организация"}
)
_PAPERS = frozenset({"ведомость", "известие", "вестник", "новость", "правда"})
_BEHIND_COMMA = 4
_AUTHORITIES = frozenset({"власть", "правительство", "администрация", "мэрия"})
_POSSESSIVE = frozenset({"его", "её", "ее", "их"})
_SPEAKS = frozenset(
    {
        "акционер", "совет", "правление", "менеджмент", "собственник", "структура", "дочка", "подразделение", "филиал",
        "представительство", "руководство", "делегация", "правительство", "власть",
    }
)  # fmt: skip
"""Who decides and signs for the one named behind."""
_FAR = 3
"""Sentences among which the one a clause is about was named, its own first."""


class Phrases:
    """Reads parties out of phrases; `parties` are those of the deal told last."""

    def __init__(self, text: Text, cast: Cast, named: dict[int, list[Mention]]) -> None:
        self._cast = cast
        self._named = named
        self._nouns = _nouns(text, cast, named)
        self.parties: list[int] = []
        self._nations = {
            entity.country: number
            for number, entity in enumerate(cast.entities)
            if (entity.reference or "").startswith("country:")
        }

    def who(self, tree: Tree, node: Node, *, cities: bool = False) -> list[int]:
        """All that a phrase and what is coordinated with it name; towns are where, not who."""
        found = self._own(tree, node)
        for child in tree.children(node, "conj"):
            found.extend(self.who(tree, child, cities=cities))
        wide = cities or node.has(_AUTHORITIES)
        counted = (party for party in found if self._counts(party, cities=wide))
        return list(dict.fromkeys(counted))

    def _own(self, tree: Tree, node: Node) -> list[int]:
        if node.owners:
            apposed = [
                one for child in tree.children(node, "appos", "flat") for one in child.owners
            ]
            firms = [one for one in apposed if self.is_firm(one)]
            return list(node.owners) if not firms or self.is_firm(node.owners[0]) else firms
        named = [one for child in tree.children(node, "appos", "flat", "nmod") for one in child.owners
                 if tree.preposition(child) == "" and (child.relation != "nmod" or self._is_called(node))]  # fmt: skip
        if named:
            persons = [one for one in named if self._cast.entities[one].type == "person"]
            return (persons or named)[:1]
        return self._meant(tree, node)

    @staticmethod
    def _is_called(node: Node) -> bool:
        return not lemmas(node.text).isdisjoint(ANAPHORS)

    def _meant(self, tree: Tree, node: Node) -> list[int]:
        """Who "the firm", "the parties", "it" are."""
        if node.low in _SIDES:
            return list(self.parties)
        size = _how_many(node)
        if size:
            return self._last_firms(tree, node, size)
        if node.has(_WHO):
            above = next((list(one.owners) for one in tree.above(node) if one.owners), [])
            return above or self._in_front(tree, node)
        return self._by_noun(tree, node) or self._led(tree, node)

    @staticmethod
    def _in_front(tree: Tree, node: Node) -> list[int]:
        """Whom "which" stands behind, where the parser lost it: "X, которым"."""
        for at in range(node.place - 1, max(node.place - _BEHIND_COMMA, 0), -1):
            if tree.nodes[at].text == ",":
                return list(tree.nodes[at - 1].owners)
        return []

    def _led(self, tree: Tree, node: Node) -> list[int]:
        """Whom those speak for who lead it: "руководители предприятий", "власти города"."""
        if not node.has(SIGNERS) and not node.has(_SPEAKS):
            return []
        if any(one.low in _POSSESSIVE for one in tree.children(node)):
            return self._last_firms(tree, node, 1)
        rules = node.has(_AUTHORITIES)
        below = [one for one in tree.children(node, "nmod") if tree.preposition(one) == ""]
        deeper = [one for child in below for one in tree.children(child, "nmod", "appos")]
        for level in (below, deeper):
            found = [
                party
                for one in level
                for party in (one.owners if rules else self.who(tree, one))
                if rules or self.is_firm(party)
            ]
            if found:
                return found
        return []

    def _by_noun(self, tree: Tree, node: Node) -> list[int]:
        """ "The firm", with one adjective at most: else it is another."""
        nouns = sorted(
            {
                form.lemma
                for form in forms(node.low)
                if form.number == "sing" and form.lemma in ANAPHORS
            }
        )
        described = tree.children(node, "amod", "nmod")
        if not nouns or len(described) > 1 or any(child.owners for child in described):
            return []
        kind = ANAPHORS[nouns[0]]
        if kind == "public_body" and tree.children(node, "nmod"):
            return []  # "министерство рыболовства" is one of its own
        called = self._called(tree, node, nouns[0])
        return called or self._last_firms(tree, node, 1, kind=kind)

    def _called(self, tree: Tree, node: Node, noun: str) -> list[int]:
        """The one named last whose own name has the noun, or that stood behind it."""
        for number in range(tree.passage.number, -1, -1):
            for mention in reversed(self._named.get(number, [])):
                if mention.start < node.start and noun in self._nouns[mention.entity]:
                    return [mention.entity]
        return []

    def _last_firms(
        self, tree: Tree, node: Node, size: int, kind: str | None = None
    ) -> list[int]:
        """The firms named last before a node, in its sentence or those before."""
        number = tree.passage.number
        before = [one for at in range(number - _FAR, number) for one in self._named.get(at, [])]
        before += [one for one in self._named.get(number, []) if one.start < node.start]
        beside = self._beside(tree, node)
        firms = [
            one.entity
            for one in before
            if self.is_firm(one.entity)
            and one.entity not in beside
            and self._can_be_meant(one.entity)
        ]
        if kind is not None:
            alike = [one for one in firms if self._cast.entities[one].type == kind]
            firms = alike or (firms if kind == "company" else [])
        distinct = list(dict.fromkeys(reversed(firms)))
        return list(reversed(distinct[:size])) if len(distinct) >= size else []

    @staticmethod
    def _beside(tree: Tree, node: Node) -> set[int]:
        """Who else does or suffers what a node does: "the bank lent it" tells of two."""
        head = tree.head(node)
        around = tree.children(head) if head is not None and is_verbal(head) else []
        return {owner for one in around if one is not node for owner in one.owners}

    def _can_be_meant(self, party: int) -> bool:
        """Papers are named as those who were told, not as whom a text is on."""
        return self._nouns[party].isdisjoint(MEDIA | _PAPERS)

    def topic(self, tree: Tree, known: set[int]) -> list[int]:
        """The one firm a clause can be about that does not name it; nobody, where two could."""
        number = tree.passage.number
        for at in range(number, max(number - _FAR, -1), -1):
            firms = {
                one.entity
                for one in self._named.get(at, [])
                if self.is_firm(one.entity)
                and one.entity not in known
                and self._can_be_meant(one.entity)
                and self._cast.entities[one.entity].type != "public_body"
            }
            if firms:
                return [*firms] if len(firms) == 1 else []
        return []

    def on_stage(self, tree: Tree) -> list[int]:
        """The firms that a sentence and the few (twice as far as usual) before it name."""
        number = tree.passage.number
        near = [
            one.entity
            for at in range(number - 2 * _FAR, number + 1)
            for one in self._named.get(at, [])
        ]
        firms = (one for one in near if self.is_firm(one) and self._can_be_meant(one))
        return list(dict.fromkeys(firms))

    def lends(self, party: int) -> bool:
        """Whether it is called a bank or a fund, or named as one."""
        name = self._cast.entities[party].name
        return not self._nouns[party].isdisjoint({"банк", "фонд"}) or bool(INVESTS.search(name))

    def is_bank(self, party: int) -> bool:
        """Whether it is called a bank, or named as one."""
        name = self._cast.entities[party].name.casefold()
        return "банк" in self._nouns[party] or "банк" in name or "bank" in name

    # -- places in a clause ------------------------------------------------------------------

    def subject(self, tree: Tree, verb: Node) -> list[int]:
        """Who does it: the subject, or that of what governs a verb that has none."""
        for node in [verb, *tree.above(verb)[:3]]:
            own = [
                child
                for child in tree.children(node, "nsubj")
                if child.relation != "nsubj:pass"
            ]
            own = own or self._misread(tree, node)
            if own:
                return [party for one in own for party in self.who(tree, one)]
            if node.relation.startswith("acl") and node.is_kind("PRTF"):
                head = tree.head(node)
                return self.who(tree, head) if head is not None else []
            if node is not verb and not (
                node.is_kind("VERB")
                or node.is_kind("INFN")
                or node.is_kind("PRTS")
                or node.is_kind("ADJS")
            ):
                break
        return []

    @staticmethod
    def _misread(tree: Tree, verb: Node) -> list[Node]:
        """A phrase that may be in the first case, whatever the tree says: in front of a verb, or

        behind it, where an object stands in front.
        """
        objects = [one for one in tree.children(verb, "obj") if one.place < verb.place]
        behind = [
            child
            for child in tree.children(verb, "obj", "iobj")
            if objects and child.place > verb.place and child.owners
        ]
        if behind and not any(_is_first(one) for one in objects):
            return [child for child in behind if _is_first(child)]
        return [
            child
            for child in tree.children(verb, "iobj", "obj", "obl", "nmod")
            if child.place < verb.place
            and tree.preposition(child) == ""
            and (child.owners or child.has(ANAPHORS))
            and _is_first(child)
        ]

    def agents(self, tree: Tree, verb: Node) -> list[int]:
        """By whom, of a passive: in the instrumental, without a preposition."""
        return [
            party
            for child in tree.children(verb, "obl", "nmod", "iobj")
            if tree.preposition(child) == ""
            and ("ablt" in cases(child.text) or not cases(child.text))
            for party in self.who(tree, child)
        ]

    def linked(
        self,
        tree: Tree,
        nodes: Iterable[Node],
        prepositions: Container[str],
        case: str = "ablt",
    ) -> list[int]:
        """Whom phrases with one of some prepositions name, below any of some nodes."""
        found: list[int] = []
        for node in nodes:
            for child in tree.children(node):
                if tree.preposition(child) in prepositions and child.may_stand(case):
                    found.extend(self.who(tree, child, cities="между" in prepositions))
        return list(dict.fromkeys(found))

    # -- what parties may be -----------------------------------------------------------------

    def is_firm(self, party: int) -> bool:
        """Whether it is an organisation of some kind."""
        return self._cast.entities[party].type in _FIRMS

    def signs(self, party: int) -> bool:
        """Whether it can sign: firms, persons and countries."""
        return self._counts(party, cities=False)

    def is_organization(self, party: int) -> bool:
        """Whether it works for no gain: a foundation, a union."""
        return self._cast.entities[party].type == "organization"

    def is_product(self, party: int) -> bool:
        """Whether it is something made."""
        return self._cast.entities[party].type == "product"

    def _counts(self, party: int, *, cities: bool) -> bool:
        """Whether it can be a party at all: firms, persons and countries."""
        entity = self._cast.entities[party]
        nation = (entity.reference or "").startswith("country:")
        nation = nation or (cities and entity.type == "place")
        return entity.type in _FIRMS or entity.type == "person" or nation

    def may(self, party: int, role: PartyRole) -> bool:
        """Whether it can have a role: countries are where goods go, no targets."""
        entity = self._cast.entities[party]
        return not (
            entity.type == "place" and role in {"target", "recipient", "investor"}
        ) and not (entity.type == "person" and role in {"target", "partner"})

    def as_nations(self, group: list[int]) -> list[int]:
        """Ministries that sign beside a country sign for theirs."""
        entities = self._cast.entities
        if not any(party in self._nations.values() for party in group):
            return group
        return [
            self._nations.get(entities[party].country, party)
            if entities[party].type == "public_body"
            else party
            for party in group
        ]

    def spoken_for(self, party: int) -> int | None:
        """The firm or country a person signs for; others for themselves."""
        entity = self._cast.entities[party]
        if entity.type != "person":
            return party
        for office in entity.offices:
            signs = any(lemma(word) in SIGNERS for word in office.title.split())
            if office.body is not None and signs:
                return office.body
        return self._nations.get(entity.country) if entity.country and entity.role else None


def _how_many(node: Node) -> int:
    """How many firms a word stands for that were named before: "им" two, "её" one, others none."""
    if node.low in _PLURAL or _is_many(node):
        return 2
    bought = node.low in _POSSESSIVE and node.relation.startswith("obj")
    return int(bought or node.low in _PRONOUNS)


def _is_first(node: Node) -> bool:
    """Whether a word may be in the first case; what does not bend may."""
    return "nomn" in cases(node.text) or not cases(node.text)


def _is_many(node: Node) -> bool:
    """Whether a word stands for several firms that were named: "предприятия"."""
    found = [form for form in forms(node.low) if form.lemma in _MANY]
    wanted = "nomn" if node.relation.startswith("nsubj") else ""
    fitting = [form for form in found if not wanted or form.case == wanted]
    return bool(fitting) and all(form.number == "plur" for form in fitting)


def _nouns(text: Text, cast: Cast, named: dict[int, list[Mention]]) -> list[set[str]]:
    """By entity: the class nouns in its name and in front of where it stands."""
    found = [{lemma(word) for word in entity.name.split()} for entity in cast.entities]
    for number, mentions in named.items():
        passage = text.passages[number]
        for mention in mentions:
            first, _ = passage.span(mention.start, mention.end) or (0, 0)
            quoted = passage.at(first - 1) in _QUOTES
            found[mention.entity].add(lemma(passage.at(first - 1 - quoted)))
            if is_genitive(passage.at(first - 1 - quoted)):
                found[mention.entity].add(lemma(passage.at(first - 2 - quoted)))
    return found
