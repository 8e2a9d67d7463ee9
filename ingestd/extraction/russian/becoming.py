# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand
"""Deals told by what follows of them: who became whose owner, who pays for whom, who serves."""

from collections.abc import Iterator

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.acts import LOANS, MONEY, SHARES
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.standing import is_verbal, status_of
from ingestd.extraction.russian.telling import Parties, Told, distinct, in_role
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.verbs import Verbs
from ingestd.extraction.telling import Claim

_Becoming = tuple[DealType, PartyRole, PartyRole]
_BECOMES: dict[str, _Becoming] = {
    **dict.fromkeys(
        ("владелец", "собственник", "хозяин", "владелица", "хозяйка"),
        ("acquisition", "acquirer", "target"),
    ),
    **dict.fromkeys(("совладелец", "акционер", "инвестор"), ("investment", "investor", "target")),
    "покупатель": ("acquisition", "acquirer", "target"),
    "поставщик": ("supply", "supplier", "buyer"),
    "подрядчик": ("agreement", "supplier", "buyer"),
    "исполнитель": ("agreement", "supplier", "buyer"),
    "арендатор": ("agreement", "buyer", "supplier"),
    "кредитор": ("financing", "lender", "borrower"),
    **dict.fromkeys(
        ("дистрибьютор", "дилер", "дистрибутор"), ("distribution", "distributor", "supplier")
    ),
    **dict.fromkeys(("партнер", "спонсор"), ("agreement", "partner", "partner")),
}  # fmt: skip
_STARTS = words("стать становиться выбрать назвать признать определить")
"""Who is an owner tells no deal; who becomes one does."""
_PASSES = words("перейти переходить отойти достаться попасть уйти")
_HANDS = words("крыло контроль собственность рука владение состав")
_PAYS = words("заплатить отдать выложить уплатить потратить")
_SERVES = words(
    """обслуживать обслужить ремонтировать отремонтировать перевозить возить повезти перевезти охранять
    утилизировать перерабатывать переработать модернизировать реконструировать достроить построить строить
    чистить убирать доставлять кормить освещать отапливать страховать застраховать"""
)
_UNDERTAKES = words("взяться обязаться подрядиться согласиться начать продолжить")
_GIVES = words("выделить перечислить подарить пожертвовать передать отдать направить")
_FREE = words("взамен безвозмездно бесплатно безвозвратно подарок дар пожертвование")
_POSSESSIVE = frozenset({"его", "её", "ее", "их"})
_LENDS = words("выдать предоставить одобрить")
_GROWS = words("нарастить увеличить довести повысить консолидировать")
_SHRINKS = words("снизить сократить уменьшить")
TELLS = frozenset([*_GROWS, *_SHRINKS, *_LENDS, *_BECOMES, *_PASSES, *_PAYS, *_SERVES, *_GIVES])
_TWO = 2
_REACH = 9
"""Words behind a verb of giving in which the sum is told."""


class Becoming:
    """Reads claims off words that tell a deal by its outcome; the other side may stand before."""

    def __init__(self, phrases: Phrases, verbs: Verbs) -> None:
        self._phrases = phrases
        self._verbs = verbs

    def told(self, tree: Tree, node: Node) -> Iterator[Claim]:
        """What one word of a tree claims."""
        if node.has(_BECOMES):
            yield from self._became(tree, node)
        readers = (
            (_PASSES, self._passed),
            (_PAYS, self._paid),
            (_SERVES, self._served),
            (_LENDS, self._lent),
            (_GIVES, self._given),
            (_GROWS | _SHRINKS, self._grown),
        )
        for wanted, read in readers if is_verbal(node) else ():
            if node.has(wanted):
                yield from read(tree, node)

    def _grown(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "X нарастил долю в Y", "X сократил пакет в Y"."""
        status = status_of(tree, verb, "announced")
        shares = [one for one in tree.children(verb, "obj") if one.has(SHARES)]
        owners = [
            one for one in self._phrases.subject(tree, verb) if self._phrases.is_firm(one)
        ]
        firms = (
            self._phrases.linked(tree, [verb, *shares], {"в"}, case="loct") if shares else []
        )
        targets = [one for one in firms if self._phrases.is_firm(one) and one not in owners]
        role: PartyRole = "acquirer" if verb.has(_GROWS) else "seller"
        parties = distinct([*in_role(owners, role), *in_role(targets, "target")])
        if status is not None and owners and targets:
            yield Told(tree, verb, status).claim("acquisition", parties, verbal=True)

    # -- "владельцем X стал Y" ---------------------------------------------------------------

    def _became(self, tree: Tree, noun: Node) -> Iterator[Claim]:
        kind, role, other = next(told for word, told in _BECOMES.items() if noun.has({word}))
        verb, who = self._predicate(tree, noun)
        status = status_of(tree, verb, "announced") if verb is not None else None
        if status is None or not who:
            return
        sides = self._possessors(tree, noun, set(who), goods=other == "buyer")
        parties = distinct([*in_role(who, role), *in_role(sides, other)])
        if sides and len(parties) >= _TWO:
            yield Told(tree, noun, status).claim(kind, parties, verbal=True)

    def _predicate(self, tree: Tree, noun: Node) -> tuple[Node | None, list[int]]:
        """The word that says who became it, and who did."""
        head = tree.head(noun)
        if head is not None and noun.is_kind("ablt") and head.has(_STARTS):
            own = tree.children(head, "nsubj")
            if any(one.has({"кто"}) for one in own):
                return None, []
            found = [party for one in own for party in self._phrases.who(tree, one)]
            return head, found or self._phrases.subject(tree, head)
        dash = any(one.text in {"—", "–"} for one in tree.children(noun, "punct"))
        new = any(one.has({"новый"}) for one in tree.children(noun, "amod"))
        if dash and new:
            return noun, self._own(tree, tree.children(noun, "nsubj", "appos"))
        if new and noun.relation == "nsubj" and head is not None and head.owners:
            return head, self._phrases.who(tree, head)
        return None, []

    def _own(self, tree: Tree, nodes: list[Node]) -> list[int]:
        return [party for one in nodes for party in self._phrases.who(tree, one)]

    def _possessors(self, tree: Tree, noun: Node, known: set[int], *, goods: bool) -> list[int]:
        """Whose owner: told behind, by a possessive, or by the sentence before."""
        below = [one for one in tree.children(noun, "nmod") if tree.preposition(one) == ""]
        found = [
            one
            for one in self._own(tree, below)
            if one not in known and self._phrases.is_firm(one)
        ]
        foreign = [one for one in below if one.low not in _POSSESSIVE]
        if found or (foreign and not goods):
            parts = [pair for one in foreign for pair in self._verbs.bought(tree, one)]
            return found or [party for party, _ in parts if party not in known]
        return self._phrases.topic(tree, known)

    # -- "X перешёл под крыло Y", "Y заплатит за X" ------------------------------------------

    def _passed(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        status = status_of(tree, verb, "announced")
        takers = self._phrases.linked(tree, [verb], {"к", "ко"}, case="datv")
        if verb.has({"достаться"}):
            takers += self._phrases.linked(tree, [verb], {""}, case="datv")
        hands = [one for one in tree.children(verb, "obl", "obj") if one.has(_HANDS)]
        inside = [part for one in hands for part in tree.children(one, "nmod")]
        takers += self._own(tree, inside)
        takers = [one for one in takers if self._phrases.is_firm(one)]
        if status is None or not takers:
            return
        targets = self._things(tree, tree.children(verb, "nsubj"), set(takers))
        parties = distinct([*in_role(takers, "acquirer"), *in_role(targets, "target")])
        if targets and len(parties) >= _TWO:
            yield Told(tree, verb, status).claim("acquisition", parties, verbal=True)

    def _things(self, tree: Tree, nodes: list[Node], known: set[int]) -> list[int]:
        """Firms that change hands, or those whose thing does: "его приложение"."""
        found: list[int] = []
        for node in nodes:
            firms = [one for one in self._phrases.who(tree, node) if self._phrases.is_firm(one)]
            found += firms or [party for party, _ in self._verbs.bought(tree, node)]
            if not found and any(one.low in _POSSESSIVE for one in tree.children(node)):
                found += self._phrases.topic(tree, known)
        return [one for one in found if one not in known]

    def _paid(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        status = status_of(tree, verb, "announced")
        bought = [
            one for one in tree.children(verb, "obl", "nmod") if tree.preposition(one) == "за"
        ]
        payers = self._phrases.subject(tree, verb) or self._misread(tree, verb)
        targets = self._things(tree, bought, set(payers))
        parties = distinct([*in_role(payers, "acquirer"), *in_role(targets, "target")])
        if status is not None and payers and targets and len(parties) >= _TWO:
            yield Told(tree, verb, status).claim("acquisition", parties, verbal=True)

    def _misread(self, tree: Tree, verb: Node) -> list[int]:
        """Who pays, where the parser took them for what is paid."""
        return [
            party
            for one in tree.children(verb, "obj")
            if one.place < verb.place and one.owners and self._phrases.is_firm(one.owners[0])
            for party in one.owners
        ]

    # -- "X будет обслуживать поезда Y", "X выделил Y деньги" --------------------------------

    def _served(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """Services to come, to those whose things they are for."""
        head = tree.head(verb)
        undertaken = head is not None and head.has(_UNDERTAKES)
        future = verb.is_kind("futr") or any(one.low in {"будет", "будут"} for one in tree.children(verb))  # fmt: skip
        status = status_of(tree, head if undertaken and head is not None else verb, "announced")
        if status is None or not (undertaken or future):
            return
        able = [one for one in self._phrases.subject(tree, verb) if self._phrases.is_firm(one)]
        things = tree.children(verb, "obj", "nsubj")
        served = self._phrases.linked(tree, [verb, *things], {"для"}, case="gent")
        served += [] if served else self._served_by_thing(tree, things, set(able))
        if not served and _has_possessor(tree, verb):
            served = self._phrases.topic(tree, set(able))
        served = [one for one in served if one not in able and self._phrases.is_firm(one)]
        parties = distinct([*in_role(able, "supplier"), *in_role(served, "buyer")])
        if able and served and len(parties) >= _TWO:
            kind: DealType = "supply" if verb.has({"построить", "строить"}) else "agreement"
            yield Told(tree, verb, status).claim(kind, parties, verbal=True)

    def _served_by_thing(self, tree: Tree, things: list[Node], able: set[int]) -> list[int]:
        found: list[int] = []
        for thing in things:
            if able.intersection(self._phrases.who(tree, thing)):
                continue
            below = [one for one in tree.children(thing, "nmod") if tree.preposition(one) == ""]
            found += self._own(tree, [thing, *below])
            if not found and any(one.low in _POSSESSIVE for one in tree.children(thing)):
                found += self._phrases.topic(tree, able)
        return found

    def _given(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """Gifts: of money by a foundation, or of anything for nothing."""
        status = status_of(tree, verb, "announced")
        givers = [
            one for one in self._phrases.subject(tree, verb) if self._phrases.is_firm(one)
        ]
        free = any(node.has(_FREE) for node in tree.nodes)
        money = any(one.has(MONEY) for one in tree.nodes[verb.place + 1 : verb.place + _REACH])
        kindly = all(self._phrases.is_organization(one) for one in givers) and money
        got = self._phrases.linked(tree, [verb], {""}, case="datv")
        got = [one for one in got if one not in givers and self._phrases.is_firm(one)]
        if (
            status is not None
            and money
            and got
            and givers
            and all(map(self._phrases.is_bank, givers))
        ):
            lent = distinct([*in_role(givers, "lender"), *in_role(got, "borrower")])
            yield Told(tree, verb, status).claim("financing", lent, verbal=True)
            return
        parties: Parties = distinct([*in_role(givers, "donor"), *in_role(got, "recipient")])
        if status is not None and givers and got and (free or kindly) and len(parties) >= _TWO:
            yield Told(tree, verb, status).claim("donation", parties, verbal=True)

    def _lent(self, tree: Tree, verb: Node) -> Iterator[Claim]:
        """ "Кредит выдан": by the one bank to the one other firm that the text is on."""
        loans = [one for one in tree.children(verb, "nsubj") if one.has(LOANS)]
        status = status_of(tree, verb, "announced")
        if not loans or status is None or not verb.is_kind("PRTS"):
            return
        both = self._phrases.on_stage(tree)
        banks = [one for one in both if self._phrases.lends(one)]
        if len(both) == _TWO and len(banks) == 1:
            others = [one for one in both if one not in banks]
            parties = [*in_role(banks, "lender"), *in_role(others, "borrower")]
            yield Told(tree, verb, status).claim("financing", parties, verbal=True)


def _has_possessor(tree: Tree, verb: Node) -> bool:
    """Whether "its" stands in front of a verb in its clause, wherever the parser hung it."""
    for node in reversed(tree.nodes[: verb.place]):
        if node.text in {",", ":", "—"}:
            return False
        if node.low in _POSSESSIVE:
            return True
    return False
