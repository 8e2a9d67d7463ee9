"""The making of claims: one word of a tree, and the parties it was read to have."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.telling import Claim

Parties = list[tuple[int, PartyRole | None]]


@dataclass(frozen=True, slots=True)
class Told:
    """The word that tells a deal, in its tree, and how far the deal has come."""

    tree: Tree
    node: Node
    status: DealStatus
    about: str = ""
    """Its object, where that tells more of what the deal is on than the word itself."""

    def claim(
        self, kind: DealType, parties: Parties, *, verbal: bool = False, note: str = ""
    ) -> Claim:
        """The claim that these parties have such a deal."""
        return Claim(
            type=kind, status=self.status, parties=tuple(parties), sentence=self.tree.passage.number,
            noun=self.about or self.node.low, trigger=(self.node.start, self.node.end), verbal=verbal,
            notes=(note,) if note else (),
        )  # fmt: skip


def distinct(parties: Iterable[tuple[int, PartyRole | None]]) -> Parties:
    """Each party once, in the role told first."""
    found: dict[int, PartyRole | None] = {}
    for party, role in parties:
        found.setdefault(party, role)
    return list(found.items())


def in_role(group: Iterable[int], role: PartyRole | None) -> Parties:
    """A whole group in one role."""
    return [(party, role) for party in group]
