"""How far a deal has come, by the tense of its verb and by what governs it."""

from ingestd.events.facts import DealStatus
from ingestd.extraction.russian.acts import DENIES, DOUBTS, HEARSAY, PLANS
from ingestd.extraction.russian.papers import AGREES
from ingestd.extraction.russian.trees import Node, Tree

_NEGATIONS = frozenset({"не", "ни", "бы", "нет"})
_FIXED = frozenset({"terminated", "in_force"})
_REACH = 3
_VERBAL = ("VERB", "INFN", "PRTS", "PRTF", "GRND")


def is_verbal(node: Node) -> bool:
    """Whether a word is a verb, or a participle of one."""
    return any(node.is_kind(kind) for kind in _VERBAL)


def governing(tree: Tree, node: Node) -> Node | None:
    """The verb that a word hangs on, at whatever distance."""
    return next((one for one in tree.above(node) if is_verbal(one)), None)


def status_of(tree: Tree, verb: Node, told: DealStatus) -> DealStatus | None:
    """What `told` becomes by tense, mood and who says so; None forbids the deal."""
    chain = [verb, *tree.above(verb)[: _REACH + 1]]
    marks = [child for node in chain[:_REACH] for child in tree.children(node)]
    conditional = any(node.low == "если" for node in tree.nodes)
    if conditional or _is_denied(chain, marks):
        return None
    if told != "terminated" and any(node.has(HEARSAY) for node in tree.nodes):
        return None if any(node.low == "не" for node in tree.nodes) else "rumoured"
    around = [node for node in [*chain[:_REACH], *marks] if node is not verb]
    if any(node.has(DOUBTS) for node in around):
        return "rumoured"
    if any(node.has(PLANS) for node in [verb, *around] if node in chain or _tells_plan(node)):
        return "planned"
    return _by_tense(verb, chain, marks, told)


def _tells_plan(node: Node) -> bool:
    return node.relation in {"aux", "nsubj", "obl"}


def _by_tense(verb: Node, chain: list[Node], marks: list[Node], told: DealStatus) -> DealStatus:
    if any(node.has(AGREES) and not node.is_kind("futr") for node in chain[1:_REACH]):
        return "announced"
    if told == "negotiating" or told in _FIXED:
        return told
    auxiliary = any(mark.low in {"будет", "будут"} for mark in marks)
    future = auxiliary or verb.is_kind("futr") or verb.is_kind("INFN")
    return "planned" if future else told


def _is_denied(chain: list[Node], marks: list[Node]) -> bool:
    if not _NEGATIONS.isdisjoint(mark.low for mark in marks):
        return True
    return any(node.has(DENIES) for node in chain)
