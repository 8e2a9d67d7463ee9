# ruff: noqa: RUF001, RUF002, PLR2004 - Cyrillic letters are meant as they stand; a deal has two sides
"""What Russian sentences claim of deals, read off their trees: who did what to whom, by case."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.russian.acts import (
    ACTS_AS,
    ADJECTIVES,
    AGREES,
    DENIES,
    DOUBTS,
    FREELY,
    GIFTS,
    HEARSAY,
    LOANS,
    MONEY,
    NEGOTIATES,
    NOUN_ACTS,
    PACTS,
    PLANS,
    SHARES,
    SIGNING,
    SUBJECTS,
    TALKS,
    THROUGH,
    TOLD_ROLES,
    UNITS,
    VERBS,
    Frame,
)  # fmt: skip
from ingestd.extraction.russian.passage import Passage, text_of
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.trees import Node, Tree, trees_of
from ingestd.extraction.russian.words import lemma, lemmas
from ingestd.extraction.spots import Reading
from ingestd.extraction.telling import Claim, is_history

_Parties = list[tuple[int, PartyRole | None]]
_TELLS = frozenset({"body", "question"})
_TRIGGERS = frozenset(
    [*VERBS, *PACTS, *SIGNING, *NOUN_ACTS, *TOLD_ROLES, *AGREES, *THROUGH, *TALKS]
)
_NEAR = 9
"""Words behind an agreement's noun in which its verb may follow."""
_OPEN = frozenset(
    {"создать", "учредить", "зарегистрировать", "создание", "открыть", "создавать"}
)


def claims_of_russian(reading: Reading, cast: Cast, published: str | None) -> list[Claim]:
    """Every telling of a deal, in the order of the text."""
    text = text_of(reading)
    named = _by_passage(cast, [passage.sentence.start for passage in text.passages])
    passages = [
        one for one in text.passages if one.russian and one.kind in _TELLS and _may_tell(one)
    ]
    reader = _Reader(cast, named, published)
    for tree in trees_of(passages, cast, named):
        reader.read(
            tree, reading.view.low[tree.passage.sentence.start : tree.passage.sentence.end]
        )
    return reader.claims


def _by_passage(cast: Cast, starts: list[int]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in cast.mentions:
        at = bisect_right(starts, mention.start) - 1
        found.setdefault(at, []).append(mention)
    return found


def _may_tell(passage: Passage) -> bool:
    """Whether a word of deals is in it at all: parsing the others would be in vain."""
    return any(
        word.is_word and not lemmas(word.text).isdisjoint(_TRIGGERS) for word in passage.words
    )


class _Reader:
    def __init__(
        self, cast: Cast, named: dict[int, list[Mention]], published: str | None
    ) -> None:
        self._cast = cast
        self._phrases = Phrases(cast, named)
        self._named = named
        self._published = published
        self.claims: list[Claim] = []

    def read(self, tree: Tree, low: str) -> None:
        """Add what one sentence claims."""
        self._phrases.parties = [
            party for claim in self.claims[-1:] for party, _ in claim.parties
        ]
        found: list[Claim] = []
        for node in tree.nodes:
            for claim in self._of(tree, node):
                old = is_history(
                    low,
                    claim.trigger[0] - tree.passage.sentence.start,
                    claim.trigger[1] - tree.passage.sentence.start,
                    self._published,
                )
                if not (old and claim.status != "terminated") and not any(
                    claim.who <= one.who for one in found
                ):
                    found = [one for one in found if not one.who < claim.who] + [claim]
        self.claims.extend(self._with_products(claim, tree) for claim in found)
        self._tell_roles(tree)

    def _of(self, tree: Tree, node: Node) -> Iterator[Claim]:
        for word in sorted(lemmas(node.text)):
            for frame in GIFTS.get(word, ()) if _freely(tree, node) else VERBS.get(word, ()):
                yield from self._acted(tree, node, frame)
            if word in NOUN_ACTS:
                yield from self._nominal(tree, node, NOUN_ACTS[word])
            if word in PACTS:
                yield from self._agreed(tree, node, PACTS[word])
            if word in TALKS:
                yield from self._agreed(tree, node, "agreement")
            if word in AGREES or word in NEGOTIATES:
                yield from self._agrees(tree, node)
            if word in _OPEN:
                yield from self._founded(tree, node)
            if word in THROUGH:
                yield from self._through(tree, node)

    # -- verbs -------------------------------------------------------------------------------

    def _acted(self, tree: Tree, verb: Node, frame: Frame) -> Iterator[Claim]:
        if not _is_verbal(verb):
            return
        status = self._status(tree, verb, frame.status)
        if status is None:
            return
        if verb.is_kind("PRTS") or verb.is_kind("pssv"):
            subject, objects = (
                self._phrases.agents(tree, verb),
                self._passive_object(tree, verb),
            )
        else:
            subject, objects = self._phrases.subject(tree, verb), tree.children(verb, "obj")
        if frame.needs and not any(_holds(tree, one, frame.needs) for one in [verb, *objects]):
            return
        if frame.type in {"technology_transfer", "licensing"} and verb.relation.startswith(
            "acl"
        ):
            yield from self._used(tree, verb, frame, subject)
            return
        yield from self._claim(tree, verb, frame, status, subject, objects)

    def _used(
        self, tree: Tree, verb: Node, frame: Frame, subject: list[int]
    ) -> Iterator[Claim]:
        """ "X начал выпуск по технологии, переданной Y": whoever uses it has got it."""
        above = next((one for one in tree.above(verb) if _is_verbal(one)), None)
        users = self._phrases.subject(tree, above) if above is not None else []
        parties = _distinct(
            [
                *((one, frame.subject) for one in subject),
                *((one, frame.others[0][2]) for one in users),
            ]
        )
        if subject and users and len(parties) > 1:
            yield self._made(tree, verb, frame.type, "in_force", parties, verbal=True)

    def _passive_object(self, tree: Tree, verb: Node) -> list[Node]:
        head = tree.head(verb)
        own = tree.children(verb, "nsubj")
        return own or ([head] if head is not None and verb.relation.startswith("acl") else [])

    def _claim(
        self,
        tree: Tree,
        verb: Node,
        frame: Frame,
        status: DealStatus,
        subject: list[int],
        objects: list[Node],
    ) -> Iterator[Claim]:
        first: _Parties = [(party, frame.subject) for party in subject]
        others = self._others(tree, [verb, *objects], frame)
        kind: DealType = frame.type
        second: _Parties = []
        if frame.object == "target":
            second = [
                (party, role) for one in objects for party, role in self._bought(tree, one)
            ]
            if not second and kind == "acquisition":
                kind, first, others = _as_goods(first, others)
        elif frame.object:
            second = [
                (party, frame.object)
                for one in objects
                for party in self._phrases.who(tree, one)
            ]
        parties = _distinct([*first, *second, *others])
        if frame.type == "merger" and len(parties) < 2:
            return
        if (
            first
            and len(parties) > 1
            and not (kind == "acquisition" and not second and frame.subject == "acquirer")
        ):
            yield self._made(tree, verb, kind, status, parties, verbal=True)

    def _bought(self, tree: Tree, node: Node) -> Iterator[tuple[int, PartyRole]]:
        """What is bought: a firm, shares of one; a unit of one makes it the seller."""
        own = [party for party in node.owners if self._phrases.is_firm(party)]
        if own:
            yield from ((party, "target") for party in self._phrases.who(tree, node))
            return
        unit = node.has(UNITS)
        counted = (
            node.has(SHARES)
            or node.has(MONEY)
            or any(child.relation.startswith("nummod") for child in tree.children(node))
        )
        if not unit and not counted and node.text != "%":
            return
        for child in tree.children(node, "nmod", "appos", "obl", "flat"):
            if tree.preposition(child) not in {"", "в"}:
                continue
            inside = [
                party
                for party in self._phrases.who(tree, child)
                if self._phrases.is_firm(party)
            ]
            if inside:
                yield from ((party, "seller" if unit else "target") for party in inside)
            else:
                yield from self._bought(tree, child)

    def _others(self, tree: Tree, nodes: list[Node], frame: Frame) -> _Parties:
        found: _Parties = []
        for preposition, case, role in frame.others:
            for node in nodes:
                for child in tree.children(node, "obl", "iobj", "nmod", "obj"):
                    if (
                        child in nodes
                        or tree.preposition(child) != preposition
                        or not self._stands(child, case)
                    ):
                        continue
                    found.extend(
                        (party, role)
                        for party in self._phrases.who(tree, child)
                        if self._phrases.may(party, role)
                    )
        return found

    @staticmethod
    def _stands(node: Node, case: str) -> bool:
        if not case:
            return True
        from ingestd.extraction.russian.words import cases

        known = cases(node.text)
        if not known:
            return node.relation == "iobj"
        return case in known and (
            case != "datv" or node.relation.split(":")[0] in {"iobj", "obl", "nmod"}
        )

    # -- nouns of acts -----------------------------------------------------------------------

    def _nominal(self, tree: Tree, noun: Node, frame: Frame) -> Iterator[Claim]:
        """ "объявил о покупке X", "закрыла сделку по приобретению X"."""
        governing = [one for one in tree.above(noun) if _is_verbal(one)]
        if not governing:
            return
        verb = governing[0]
        signs = sorted(lemmas(verb.text) & SIGNING.keys())
        told: DealStatus = SIGNING[signs[0]] if signs else "announced"
        if not signs and not verb.has(PLANS):
            return
        status = self._status(tree, verb, told)
        if status is None:
            return
        subject = [
            party
            for party in self._phrases.subject(tree, verb)
            if self._phrases.may(party, frame.subject)
        ]
        objects: _Parties = []
        for child in tree.children(noun, "nmod", "obl"):
            if tree.preposition(child) == "":
                inside = [
                    party
                    for party in self._phrases.who(tree, child)
                    if self._phrases.is_firm(party)
                ]
                objects.extend((party, frame.object or "partner") for party in inside)
                if not inside:
                    objects.extend(self._bought(tree, child))
        with_ = [(party, role) for party, role in self._others(tree, [noun, verb], frame)]
        parties = _distinct([*((party, frame.subject) for party in subject), *objects, *with_])
        if subject and objects and len(parties) > 1:
            yield self._made(tree, noun, frame.type, status, parties, verbal=True)

    def _through(self, tree: Tree, noun: Node) -> Iterator[Claim]:
        """ "начать поставки через дистрибьютора X"."""
        verb = next((one for one in tree.above(noun) if _is_verbal(one)), None)
        if verb is None:
            return
        agents = [
            party
            for node in (noun, verb)
            for child in tree.children(node, "obl", "nmod")
            if tree.preposition(child) == "через"
            for party in self._phrases.who(tree, child)
        ]
        status = self._status(tree, verb, "announced")
        subject = self._phrases.subject(tree, verb)
        if agents and subject and status is not None:
            parties = _distinct(
                [
                    *((one, "supplier") for one in subject),
                    *((one, "distributor") for one in agents),
                ]
            )
            if len(parties) > 1:
                yield self._made(tree, noun, "distribution", status, parties, verbal=True)

    # -- agreements --------------------------------------------------------------------------

    def _agreed(self, tree: Tree, noun: Node, kind: DealType) -> Iterator[Claim]:
        sign = self._sign(tree, noun)
        if sign is None:
            return
        verb, told = sign
        status = self._status(tree, verb, told)
        if status is None:
            return
        talks = noun.has(TALKS)
        if talks:
            status = (
                "negotiating"
                if status in {"signed", "announced", "negotiating", "planned"}
                else status
            )
        kind = self._kind(tree, noun, kind)
        groups = self._groups(tree, noun, verb)
        yield from self._agreement(tree, noun, kind, status, *groups)

    def _agreement(
        self,
        tree: Tree,
        noun: Node,
        kind: DealType,
        status: DealStatus,
        first: list[int],
        second: list[int],
    ) -> Iterator[Claim]:
        first = self._signers(first)
        second = [party for party in self._signers(second) if party not in first]
        plural = noun.is_kind("plur") and len(first) == len(second) > 1
        if plural:
            for one, two in zip(first, second, strict=True):
                parties = self._with_roles(tree, noun, kind, [one], [two])
                yield replace(
                    self._made(tree, noun, kind, status, parties), notes=("inferred_by_order",)
                )
        elif len({*first, *second}) > 1:
            yield self._made(
                tree, noun, kind, status, self._with_roles(tree, noun, kind, first, second)
            )

    def _with_roles(
        self, tree: Tree, noun: Node, kind: DealType, first: list[int], second: list[int]
    ) -> _Parties:
        roles: tuple[PartyRole | None, PartyRole | None] = ("partner", "partner")
        if kind in {
            "financing",
            "supply",
            "licensing",
            "distribution",
            "technology_transfer",
            "acquisition",
        }:
            roles = (None, None)
        elif kind == "investment":
            roles = ("investor", None)
        ordered = noun.has({"контракт", "договор", "соглашение"}) and any(
            child.has(
                {"постройка", "закупка", "ремонт", "обслуживание", "строительство", "подряд"}
            )
            for child in tree.children(noun, "nmod")
        )
        if ordered and len(first) == 1 and len(second) == 1:
            roles = ("buyer", "supplier")
        return _distinct(
            [*((one, roles[0]) for one in first), *((one, roles[1]) for one in second)]
        )

    def _signers(self, group: list[int]) -> list[int]:
        """People sign for whom they speak; who speaks for nobody signs no deal between firms."""
        found = [self._phrases.spoken_for(party) for party in group]
        return list(dict.fromkeys(party for party in found if party is not None))

    def _sign(self, tree: Tree, noun: Node) -> tuple[Node, DealStatus] | None:
        """The verb that closes, opens or ends an agreement, and what that makes of it."""
        for above in tree.above(noun)[:4]:
            found = sorted(lemmas(above.text) & SIGNING.keys())
            if found and (_is_verbal(above) or found[0] in {"подписание", "заключение"}):
                return above, SIGNING[found[0]]
        participle = next(
            (
                child
                for child in tree.children(noun, "acl")
                if lemmas(child.text) & SIGNING.keys()
            ),
            None,
        )
        if participle is not None:
            return participle, SIGNING[sorted(lemmas(participle.text) & SIGNING.keys())[0]]
        return self._sign_near(tree, noun)

    @staticmethod
    def _sign_near(tree: Tree, noun: Node) -> tuple[Node, DealStatus] | None:
        """The verb that follows a noun it should govern: the parser lost it in a long sentence."""
        for node in tree.nodes[noun.place + 1 : noun.place + _NEAR]:
            found = sorted(lemmas(node.text) & SIGNING.keys())
            if found and SIGNING[found[0]] in {"signed", "terminated"} and _is_verbal(node):
                return (node, SIGNING[found[0]]) if not tree.children(node, "obj") else None
        return None

    def _groups(self, tree: Tree, noun: Node, verb: Node) -> tuple[list[int], list[int]]:
        between = self._phrases.linked(tree, [noun, verb], {"между"})
        if len(between) > 1:
            return between, []
        if verb.is_kind("PRTS"):
            first = self._phrases.agents(tree, verb)
        else:
            first = self._phrases.subject(tree, verb)
        chain = [
            noun,
            verb,
            *(
                one
                for one in tree.above(noun)[:3]
                if one.place < noun.place or one.place == verb.place
            ),
        ]
        below = [child for child in tree.children(noun, "nmod", "obl", "acl")]
        second = self._phrases.linked(tree, [*chain, *below], {"с", "со"})
        return (first, second) if first else ([], [])

    def _kind(self, tree: Tree, noun: Node, kind: DealType) -> DealType:
        """What an agreement is for, by its adjective or its complement."""
        for child in tree.children(noun, "amod"):
            told = ADJECTIVES.get(lemma(child.text))
            if told:
                return told
        if kind != "agreement":
            return kind
        for child in tree.children(noun, "nmod", "obl"):
            if tree.preposition(child) in {"о", "об", "на", "по", ""}:
                told = self._subject_kind(tree, child)
                if told and told != "agreement":
                    return told
        return kind

    def _subject_kind(self, tree: Tree, node: Node) -> DealType | None:
        found = sorted(lemmas(node.text) & SUBJECTS.keys())
        if not found:
            return None
        kind = SUBJECTS[found[0]]
        behind = tree.children(node, "nmod", "amod", "obj")
        if kind == "acquisition" and not any(
            one.has(SHARES) or one.has(UNITS) or one.owners for one in behind
        ):
            return "supply"
        if (
            kind == "joint_venture"
            and found[0] == "предприятие"
            and not any(one.has({"совместный"}) for one in behind)
        ):
            return "agreement"
        if kind == "trade" and not any(one.has({"свободный"}) for one in behind):
            return "agreement"
        if (
            kind == "financing"
            and "предоставление" in found
            and not any(one.has(LOANS) for one in behind)
        ):
            return "agreement"
        if kind == "agreement":
            # "о создании совместного предприятия"
            inner = [
                told
                for one in behind
                if (told := self._subject_kind(tree, one)) not in {None, "agreement", "supply"}
            ]
            return inner[0] if inner else kind
        return kind

    def _agrees(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "договорились о поставке", "обсуждают покупку"."""
        if not _is_verbal(verb):
            return
        talks = verb.has(NEGOTIATES)
        prepositions = {""} if talks else {"о", "об"}
        objects = [
            child
            for child in tree.children(verb, "obl", "obj", "iobj")
            if tree.preposition(child) in prepositions
        ]
        kinds = [
            kind for child in objects if (kind := self._subject_kind(tree, child)) is not None
        ]
        status = self._status(tree, verb, "negotiating" if talks else "announced")
        if not kinds or status is None or (talks and kinds[0] == "agreement"):
            return
        first = self._phrases.subject(tree, verb)
        second = self._phrases.linked(tree, [verb, *objects], {"с", "со"})
        yield from self._agreement(tree, verb, kinds[0], status, first, second)

    def _founded(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "создали совместное предприятие", "создание СП"."""
        for child in tree.children(verb, "obj", "nsubj", "nmod"):
            joint = child.has({"сп"}) or (
                child.has({"предприятие"})
                and any(one.has({"совместный"}) for one in tree.children(child, "amod"))
            )
            if not joint:
                continue
            governing = (
                verb
                if _is_verbal(verb)
                else next((one for one in tree.above(verb) if _is_verbal(one)), None)
            )
            status = (
                self._status(tree, governing, "announced") if governing is not None else None
            )
            if governing is None or status is None:
                return
            first = self._phrases.subject(tree, governing)
            second = self._phrases.linked(tree, [verb, child, governing], {"с", "со"})
            yield from self._agreement(tree, verb, "joint_venture", status, first, second)

    # -- roles told by nouns -----------------------------------------------------------------

    def _tell_roles(self, tree: Tree) -> None:
        """ "Продавцом выступил X": joins the deal that was told right before."""
        if not self.claims or tree.passage.number - self.claims[-1].sentence > 1:
            return
        for node in tree.nodes:
            told = sorted(lemmas(node.text) & TOLD_ROLES.keys())
            head = tree.head(node)
            if not told or not node.is_kind("ablt") or head is None or not head.has(ACTS_AS):
                continue
            last = self.claims[-1]
            added = [
                (party, TOLD_ROLES[told[0]])
                for party in self._phrases.subject(tree, head)
                if party not in last.who
            ]
            self.claims[-1] = replace(last, parties=(*last.parties, *added))

    # -- how far it has come -----------------------------------------------------------------

    def _status(self, tree: Tree, verb: Node, told: DealStatus) -> DealStatus | None:
        """By tense and by what governs the verb; None forbids the deal."""
        chain = [verb, *tree.above(verb)[:4]]
        marks = [child for node in chain[:3] for child in tree.children(node)]
        if _denied(chain, marks):
            return None
        if any(node.has(HEARSAY) for node in tree.nodes) and told != "terminated":
            hidden = any(node.low == "не" for node in tree.nodes)
            return None if hidden else "rumoured"
        if any(
            node.has(DOUBTS)
            for node in [*chain[:3], *marks]
            if node.place != verb.place or len(chain) == 1
        ):
            return "rumoured"
        if any(
            node.has(PLANS)
            for node in [
                *chain[:3],
                *(one for one in marks if one.relation in {"aux", "nsubj", "obl"}),
            ]
        ):
            return "planned"
        agreed = any(node.has(AGREES) and not node.is_kind("futr") for node in chain[1:3])
        if agreed:
            return "announced"
        if told == "negotiating":
            return told
        future = _is_future(verb, marks)
        return "planned" if future and told not in {"terminated", "in_force"} else told

    def _made(
        self,
        tree: Tree,
        node: Node,
        kind: DealType,
        status: DealStatus,
        parties: Iterable[tuple[int, PartyRole | None]],
        *,
        verbal: bool = False,
    ) -> Claim:
        return Claim(
            type=kind, status=status, parties=tuple(parties), sentence=tree.passage.number,
            noun=node.low, trigger=(node.start, node.end), verbal=verbal,
        )  # fmt: skip

    def _with_products(self, claim: Claim, tree: Tree) -> Claim:
        mentions = self._named.get(tree.passage.number, [])
        products = (
            one.entity for one in mentions if self._cast.entities[one.entity].type == "product"
        )
        return replace(claim, products=tuple(dict.fromkeys(products)))


def _is_verbal(node: Node) -> bool:
    return any(node.is_kind(kind) for kind in ("VERB", "INFN", "PRTS", "PRTF", "GRND"))


def _is_future(verb: Node, marks: list[Node]) -> bool:
    return (
        verb.is_kind("futr")
        or any(mark.low in {"будет", "будут"} for mark in marks)
        or verb.is_kind("INFN")
    )


def _denied(chain: list[Node], marks: list[Node]) -> bool:
    words = {mark.low for mark in marks}
    if words & {"не", "ни", "если", "бы", "нет"}:
        return True
    return any(node.has(DENIES) for node in chain)


def _holds(tree: Tree, node: Node, wanted: frozenset[str]) -> bool:
    """Whether a phrase has one of some nouns, at its head or right below."""
    return node.has(wanted) or any(
        child.has(wanted) for child in tree.children(node, "obj", "nmod", "nummod")
    )


def _as_goods(first: _Parties, others: _Parties) -> tuple[DealType, _Parties, _Parties]:
    """Goods, not a firm, were sold: who buys, who supplies."""
    turned: dict[PartyRole | None, PartyRole] = {"acquirer": "buyer", "seller": "supplier"}
    return (
        "supply",
        [(party, turned.get(role, role)) for party, role in first],
        [(party, turned.get(role, role)) for party, role in others],
    )


def _distinct(parties: Iterable[tuple[int, PartyRole | None]]) -> _Parties:
    """Each party once, in the role told first."""
    found: dict[int, PartyRole | None] = {}
    for party, role in parties:
        found.setdefault(party, role)
    return list(found.items())


def _freely(tree: Tree, verb: Node) -> bool:
    """Whether something is given for nothing."""
    return verb.has(GIFTS) and any(child.has(FREELY) for child in tree.children(verb))
