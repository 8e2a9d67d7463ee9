# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Money raised: "стартап X привлёк 5 млн долларов от Y", "X закрыл раунд", banks' money likewise."""

from collections.abc import Iterator

from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.acts import MONEY
from ingestd.extraction.russian.phrases import Phrases
from ingestd.extraction.russian.standing import is_verbal, status_of
from ingestd.extraction.russian.telling import Told, distinct, in_role
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.telling import Claim

RAISES = words("привлечь получить поднять собрать закрыть привлекать получать")
_ROUNDS = words(
    "раунд инвестиция инвестор венчурный посевной предпосевной серия стартап бизнес-ангел"
)
_FROM = frozenset({"у", "от"})


def raised(tree: Tree, verb: Node, phrases: Phrases) -> Iterator[Claim]:
    """Who got whose money; where nobody says whose, the next sentences may."""
    objects = tree.children(verb, "obj", "obl")
    money = [one for one in objects if one.has(MONEY) or one.has({"раунд"})]
    status = status_of(tree, verb, "announced") if is_verbal(verb) else None
    if status is None or not money:
        return
    targets = [one for one in phrases.subject(tree, verb) if phrases.is_firm(one)]
    givers = phrases.linked(tree, [verb, *money], _FROM, case="gent")
    givers = [one for one in givers if one not in targets and phrases.may(one, "investor")]
    told = Told(tree, verb, status, money[0].low)
    if targets and givers and all(phrases.is_bank(one) for one in givers):
        parties = distinct([*in_role(targets, "borrower"), *in_role(givers, "lender")])
        yield told.claim("financing", parties, verbal=True)
    elif targets and (_is_round(tree) or any(phrases.lends(one) for one in givers)):
        parties = distinct([*in_role(targets, "target"), *in_role(givers, "investor")])
        yield told.claim("investment", parties, verbal=True)


def _is_round(tree: Tree) -> bool:
    return any(node.has(_ROUNDS) for node in tree.nodes)
