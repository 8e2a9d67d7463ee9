# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Parties that the sentences behind a deal add to it: "покупателем стал X", "инвесторы — X и Y"."""

from collections.abc import Iterator
from dataclasses import replace

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.acts import ACTS_AS, TOLD_ROLES
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.rows import row_from
from ingestd.extraction.russian.telling import distinct
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.words import lemmas
from ingestd.extraction.telling import Claim

_FITS: dict[PartyRole, frozenset[DealType]] = {
    "seller": frozenset({"acquisition", "supply"}),
    "acquirer": frozenset({"acquisition"}),
    "investor": frozenset({"investment", "financing", "joint_venture"}),
    "lender": frozenset({"financing"}),
    "borrower": frozenset({"financing"}),
    "licensor": frozenset({"licensing"}),
}
_LEADS = words("лидер якорь координатор")
_ROUND = words("раунд сделка инвестор")
_TAKES_PART = words("участвовать поучаствовать присоединиться вложиться возглавить войти")
_DASHES = frozenset({"—", "–", "-", ":"})
_REACH = 7


def joined(tree: Tree, claim: Claim, phrases: Phrases) -> Claim:
    """A deal with those whom a sentence behind it names in a role."""
    added = [
        (party, role)
        for node in tree.nodes
        for party, role in _told(tree, node, phrases)
        if claim.type in _FITS[role] and party not in claim.who
    ]
    return replace(claim, parties=tuple(distinct([*claim.parties, *added])))


def _told(tree: Tree, node: Node, phrases: Phrases) -> Iterator[tuple[int, PartyRole]]:
    role = _role(tree, node)
    if role is not None:
        yield from ((party, role) for party in _bearers(tree, node, phrases))
    elif node.has(_TAKES_PART) and _on_round(tree, node):
        yield from ((party, "investor") for party in phrases.subject(tree, node))


def _role(tree: Tree, node: Node) -> PartyRole | None:
    """The role that a noun tells: "покупатель", "лидер раунда"."""
    if node.has(_LEADS):
        below = tree.children(node, "nmod")
        return "investor" if any(one.has(_ROUND) for one in below) else None
    told = sorted(lemmas(node.text) & TOLD_ROLES.keys())
    return TOLD_ROLES[told[0]] if told and not node.owners else None


def _bearers(tree: Tree, node: Node, phrases: Phrases) -> list[int]:
    """Who it is: the subject of "became", or those behind a dash."""
    head = tree.head(node)
    if head is not None and node.is_kind("ablt") and head.has(ACTS_AS):
        return phrases.subject(tree, head)
    for dash in tree.nodes[node.place + 1 : node.place + _REACH]:
        if dash.text in _DASHES:
            return row_from(tree, dash.place + 1, phrases.signs)
    return []


def _on_round(tree: Tree, verb: Node) -> bool:
    """Whether it is a round that somebody takes part in, not a fair."""
    parts = tree.children(verb, "obl", "obj")
    told = any(one.has(_ROUND) or one.low in {"нём", "нем"} for one in parts)
    return told or (not parts and any(one.has(_ROUND) for one in tree.nodes))
