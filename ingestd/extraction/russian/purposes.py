# ruff: noqa: RUF001, RUF003 - Cyrillic letters are meant as they stand
"""What a Russian agreement is for, by its adjective, its complement or the parts of its noun."""

from ingestd.events.facts import DealType
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.acts import LOANS, MONEY, SHARES, UNITS
from ingestd.extraction.russian.nouns import CLASSES
from ingestd.extraction.russian.papers import ADJECTIVES, SUBJECTS
from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.words import lemma, lemmas

_ABOUT = frozenset({"о", "об", "на", "по", ""})
_VAGUE = frozenset({None, "agreement", "supply"})
_PROTECTS = words("защита поощрение страхование избежание гарантия")
"""Treaties on investments in general are none."""
_COUNTED = words("год месяц день неделя лет раз человек очередь этап час")
_NEAR = 6
_MAKING = words("строительство постройка изготовление сборка производство")
_COMPOUNDS: dict[str, DealType] = {
    "офтейк": "supply", "оффтейк": "supply", "экспорт": "supply", "спг": "supply", "форвард": "supply", "кредит": "financing",
    "лиценз": "licensing",
}  # fmt: skip
_NEEDED: dict[str, frozenset[str]] = {
    "предприятие": frozenset({"совместный"}), "торговля": frozenset({"свободный"}), "предоставление": LOANS,
    "линия": frozenset({"кредитный"}), "открытие": LOANS, "испытание": words("клинический совместный"),
    "эксперимент": frozenset({"совместный"}), "лаборатория": frozenset({"совместный"}),
}  # fmt: skip


def kind_of(tree: Tree, noun: Node, kind: DealType) -> DealType:
    """The type of an agreement, by its adjective or its complement."""
    adjectives = (ADJECTIVES.get(lemma(child.text)) for child in tree.children(noun, "amod"))
    parts = noun.low.split("-")
    told = next((one for one in [*adjectives, *map(_COMPOUNDS.get, parts)] if one is not None), None)  # fmt: skip
    if told is not None or kind != "agreement":
        return told or kind
    complements = [
        child
        for child in tree.children(noun, "nmod", "obl")
        if tree.preposition(child) in _ABOUT
    ]
    kinds = (subject_kind(tree, child) for child in complements)
    told = next((one for one in kinds if one not in {None, "agreement"}), None)
    goods = any(_is_goods(tree, one) or _is_made(tree, one) for one in complements)
    return told or ("supply" if goods else kind)


def _is_made(tree: Tree, node: Node) -> bool:
    """Whether a vehicle or machine is made to order: "строительство танкеров"."""
    behind = tree.nodes[node.place + 1 : node.place + _NEAR]
    return node.has(_MAKING) and any(_is_machine(one.text) for one in behind)


def _is_machine(word: str) -> bool:
    parts = [word, *word.split("-")]
    return any(CLASSES.get(one) == "product" for part in parts for one in lemmas(part))


def subject_kind(tree: Tree, node: Node) -> DealType | None:
    """The type that the subject of an agreement makes of it, told there or one noun deeper."""
    if node.has(_PROTECTS):
        return "agreement"
    found = sorted(lemmas(node.text) & SUBJECTS.keys())
    behind = tree.children(node, "nmod", "amod", "obj")
    if found and SUBJECTS[found[0]] != "agreement":
        return _narrowed(found[0], behind)
    # "о создании совместного предприятия", "о зоне свободной торговли"
    inner = (subject_kind(tree, one) for one in behind if one.relation != "amod")
    deeper = next((one for one in inner if one not in _VAGUE), None)
    return deeper or ("agreement" if found else None)


def _narrowed(word: str, behind: list[Node]) -> DealType:
    """A type whose noun tells it only in company: a joint venture, free trade, shares bought."""
    kind = SUBJECTS[word]
    if kind == "acquisition" or word == "продажа":
        firm = any(one.has(SHARES) or one.has(UNITS) or one.owners for one in behind)
        return "acquisition" if firm else "supply"
    needed = _NEEDED.get(word)
    return kind if needed is None or any(one.has(needed) for one in behind) else "agreement"


def _is_goods(tree: Tree, node: Node) -> bool:
    """Whether it is so many of something: "контракт на 40 вагонов"."""
    counted = any(child.relation.startswith("nummod") for child in tree.children(node))
    told = tree.preposition(node) == "на" and counted
    return told and not node.has(_COUNTED) and not node.has(MONEY) and node.text != "%"


def is_joint(tree: Tree, node: Node) -> bool:
    """Whether it is a venture of several: "СП", "совместное предприятие"."""
    joint = any(child.has({"совместный"}) for child in tree.children(node, "amod"))
    return node.has({"сп"}) or (node.has({"предприятие", "компания"}) and joint)
