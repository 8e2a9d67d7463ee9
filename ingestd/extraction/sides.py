"""Which role each side of an agreement takes, by its noun, its verb and its trade."""

import re

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Frames

Roles = tuple[tuple[int, PartyRole | None], ...]
"""Parties with their roles."""

_Pair = tuple[PartyRole | None, PartyRole | None]
_TWO = 2
_UNTOLD: _Pair = (None, None)
_PARTNERS: _Pair = ("partner", "partner")
_MAKERS: _Pair = ("manufacturer", "manufacturer")
# Who gives what the noun names, then who gets it: a supply contract is given by the buyer.
_GIVEN: dict[DealType, _Pair] = {
    "supply": ("buyer", "supplier"),
    "financing": ("lender", "borrower"),
    "licensing": ("licensor", "licensee"),
    "investment": ("investor", "target"),
    "distribution": ("supplier", "distributor"),
    "donation": ("donor", "recipient"),
}
_SIDED = frozenset({*_GIVEN, "technology_transfer", "acquisition"})
"""Kinds of papers whose sides are not alike."""
_PAIRS: dict[DealType, _Pair] = {
    "acquisition": ("acquirer", "target"),
    "investment": ("investor", None),
    "licensing": _UNTOLD,
    "technology_transfer": _UNTOLD,
}
_DEALING = re.compile(r"giao dịch|thương vụ")
"""A deal that both who sells and who buys announce, in Vietnamese."""
_BANK = re.compile(
    r"\b(?:adb|ebrd|eib|aiib|ifc|wb|bank|banque|banco|fund|fonds|caisse|financière|développement|monétaire|crédit|credit|finance|capital|ngân hàng)\b|банк\w*|фонд\w*",
    re.IGNORECASE,
)


def partners(group: list[int]) -> Roles:
    """Those who sign as equals."""
    return tuple((party, "partner") for party in group)


def between(kind: DealType, group: list[int]) -> Roles:
    """Those a paper is between: who gives what of them, it does not say."""
    return tuple((party, None if kind in _SIDED else "partner") for party in group)


def goods(first: list[int], second: list[int], *, paid: bool) -> Roles:
    """Who delivers, and to whom; who pays for it, buys."""
    return _as(("supplier", "buyer" if paid else "recipient"), first, second)


class Sides:
    """Gives roles to who signs first, and to whom with."""

    def __init__(self, frames: Frames, cast: Cast) -> None:
        self._frames = frames
        self._cast = cast

    def roles(
        self,
        kind: DealType,
        told: str,
        sides: tuple[list[int], list[int]],
        *,
        gives: bool | None,
    ) -> Roles:
        """Parties with roles; `told` is the noun with what follows, `gives` the verb's sense."""
        if kind == "financing" and not sides[1]:
            sides = self._by_bank(sides[0])
        if kind == "supply" and not sides[1] and len(sides[0]) == _TWO:
            sides = (sides[0][:1], sides[0][1:])
        first, second = sides
        return _as(self._pair(kind, told, sides, gives=gives), first, second)

    def _pair(
        self,
        kind: DealType,
        told: str,
        sides: tuple[list[int], list[int]],
        *,
        gives: bool | None,
    ) -> _Pair:
        given = _GIVEN.get("supply" if kind == "agreement" else kind)
        if given and gives is not None:
            return given if gives else _swapped(given)
        if kind == "acquisition" and len(sides[0]) == _TWO and _DEALING.match(told):
            return (None, "target")
        if kind == "acquisition" and self._frames.sells.match(told):
            return ("seller", "acquirer")
        return self._by_kind(kind, told, sides)

    def _by_kind(self, kind: DealType, told: str, sides: tuple[list[int], list[int]]) -> _Pair:
        """Which side gives, by the noun and who stands on it."""
        if kind == "supply":
            return self._under_which(told, sides) or self._supply(told, sides[1])
        if kind == "financing":
            return self._lending(sides)
        if kind == "distribution":
            return _GIVEN[kind] if self._takes_on(told, sides[1]) else _UNTOLD
        both_make = kind == "production" and self._frames.jointly.match(told)
        return _MAKERS if both_make else _PAIRS.get(kind, _PARTNERS)

    def _under_which(self, told: str, sides: tuple[list[int], list[int]]) -> _Pair | None:
        """Who does what by it: "under which it will deliver", "the latter will buy"."""
        which = self._frames.under_which.search(told)
        if which is None:
            return None
        who = which["who"]
        second = who.endswith("latter") or any(f"{party}}}" in who for party in sides[1])
        delivers = which["delivers"] is not None
        return ("supplier", "buyer") if delivers != second else ("buyer", "supplier")

    def _supply(self, told: str, second: list[int]) -> _Pair:
        if self._frames.sells.match(told):
            return ("supplier", "buyer")
        if self._frames.delivers.match(told):
            firms = all(self._cast.entities[party].type == "company" for party in second)
            paid = firms and self._frames.contract.search(told) is not None
            return ("supplier", "buyer" if paid else "recipient")
        return ("buyer", "supplier") if self._frames.buys.match(told) else _UNTOLD

    def _lending(self, sides: tuple[list[int], list[int]]) -> _Pair:
        """A bank lends to who is none."""
        if not sides[1]:
            return _UNTOLD
        lends, borrows = (
            all(_BANK.search(self._cast.entities[party].name) for party in side)
            for side in sides
        )
        if lends == borrows:
            return _UNTOLD
        return ("lender", "borrower") if lends else ("borrower", "lender")

    def _by_bank(self, signers: list[int]) -> tuple[list[int], list[int]]:
        """Banks apart from who borrows, where both sign in front of the verb."""
        banks = [x for x in signers if _BANK.search(self._cast.entities[x].name)]
        nations = [x for x in signers if self._cast.entities[x].type == "place"]
        banks = banks or [x for x in signers if nations and x not in nations]
        others = [x for x in signers if x not in banks]
        return (banks, others) if banks and others else (signers, [])

    def _takes_on(self, told: str, second: list[int]) -> bool:
        """Whether the second side sells what the first one makes: ", which will sell"."""
        ends = [
            match.end() for party in second for match in re.finditer(rf"\{{\w{party}\}}", told)
        ]
        return any(self._frames.takes_on.match(told, end) for end in ends)


def _as(pair: _Pair, first: list[int], second: list[int]) -> Roles:
    return tuple([(x, pair[0]) for x in first] + [(x, pair[1]) for x in second])


def _swapped(pair: _Pair) -> _Pair:
    return (pair[1], pair[0])
