# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""Spots that name the same: short forms, surnames, acronyms, legal forms, spellings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import vietnamese_surnames
from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.languages.pack import Head, words
from ingestd.extraction.spots import Reading, Spot
from ingestd.extraction.view import fold
from ingestd.extraction.weighing import Verdict, verdict

_SAME_STEM = 5


@dataclass(slots=True)
class Chain:
    """All spots of one thing, and what they together say it is."""

    key: str
    keys: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    known: Known | None = None
    weighed: Verdict | None = None
    hints: list[Evidence] = field(default_factory=list)
    words: list[str] = field(init=False)
    """The words of its key."""

    def __post_init__(self) -> None:
        """Part the key once: it is compared with many."""
        self.words = self.key.split()

    @property
    def evidence(self) -> list[Evidence]:
        """Each reason once: repeating a name does not make it likelier."""
        told = [item for spot in self.spots for item in spot.evidence]
        return list(dict.fromkeys([*told, *self.hints]))

    @property
    def type(self) -> Head:
        """What the thing most likely is."""
        if self.weighed is None:
            self.weighed = verdict(self.evidence)
        return self.weighed.type

    @property
    def weight(self) -> float:
        """How sure that is."""
        if self.weighed is None:
            self.weighed = verdict(self.evidence)
        return self.weighed.weight

    def take(self, other: "Chain") -> None:
        """Take over what another chain has."""
        self.spots.extend(other.spots)
        self.aliases.extend(other.aliases)
        self.hints.extend(other.hints)
        self.keys.extend([other.key, *other.keys])
        self.known = self.known or other.known
        self.weighed = None


def chains(found: list[Spot], reading: Reading) -> list[Chain]:
    """Everything named, in the order of first mention."""
    groups = _by_key(found, reading)
    _link_acronyms(groups, reading)
    _hint(groups, reading)
    ordered = sorted(
        groups.values(), key=lambda chain: (-len(chain.words), chain.spots[0].start)
    )
    kept: list[Chain] = []
    index: dict[str, list[Chain]] = {}
    for chain in ordered:
        targets = _fuller(chain, index, reading)
        if targets:
            _join(targets, chain, kept)
            continue
        kept.append(chain)
        spelt = fold(chain.spots[0].name).split() if chain.known else chain.words
        if len(spelt) > 1 and (not chain.known or chain.type in _BODIES):
            index.setdefault("=" + "".join(word[0] for word in spelt), []).append(chain)
        for word in dict.fromkeys(chain.words):
            index.setdefault(word, []).append(chain)
            index.setdefault(word[:_SAME_STEM] + "~", []).append(chain)
    for chain in kept:
        chain.spots.sort(key=lambda spot: spot.start)
    return sorted(kept, key=lambda chain: (chain.spots[0].start, chain.spots[0].end))


def _hint(groups: dict[str, Chain], reading: Reading) -> None:
    """People are named again by their last word, firms by their first."""
    generic = reading.language.names.nouns
    for chain in groups.values():
        if chain.known or not 2 <= len(chain.words) <= 4 or generic & set(chain.words):
            continue
        first, last = groups.get(chain.words[0]), groups.get(chain.words[-1])
        if last and not first and last.type in {"person", "company"}:
            weight = 4 if last.type == "person" and last.weight >= _WEAK else 2
            chain.hints.append(Evidence("person", weight, "named again by the last word"))
        elif first and not last and first.type == "company":
            chain.hints.append(Evidence("company", 2, "named again by the first word"))


def _join(targets: list[Chain], chain: Chain, kept: list[Chain]) -> None:
    """Join a short name with its long ones: two long ones that share it are one."""
    first = targets[0]
    first.take(chain)
    for other in targets[1:]:
        if other in kept and first.type == other.type and _agree(first, other):
            first.take(other)
            kept.remove(other)


def _agree(one: Chain, two: Chain) -> bool:
    """Whether both are bodies of the same country, as far as that is told."""
    countries = {spot.country for spot in one.spots + two.spots if spot.country}
    return one.type in {"public_body", "organization"} and len(countries) <= 1


def name_key(name: str, reading: Reading) -> str:
    """A name without case, marks and legal forms."""
    words = fold(name).split()
    legal = reading.language.names.legal
    kept = [word for word in words if word not in legal] or words
    return reading.language.names.generic.sub("", " ".join(kept)) or " ".join(kept)


def _by_key(found: list[Spot], reading: Reading) -> dict[str, Chain]:
    groups: dict[str, Chain] = {}
    for spot in found:
        known = spot.piece.known
        key = known.reference if known else name_key(spot.name, reading)
        if not key:
            continue
        if key not in groups:
            groups[key] = Chain(key=key, known=known)
        groups[key].spots.append(spot)
    return groups


def _link_acronyms(groups: dict[str, Chain], reading: Reading) -> None:
    """ "Long Name (ABC)" and "ABC (Long Name)" name one thing."""
    for long_key, short_key in list(_equated(groups, reading)):
        longer, shorter = groups.get(long_key), groups.get(short_key)
        if longer and shorter and longer is not shorter:
            longer.aliases.append(shorter.spots[0].name)
            longer.take(shorter)
            del groups[short_key]


def _equated(groups: dict[str, Chain], reading: Reading) -> Iterator[tuple[str, str]]:
    by_sentence: dict[int, list[tuple[Spot, str]]] = {}
    for key, chain in groups.items():
        for spot in chain.spots:
            by_sentence.setdefault(spot.sentence, []).append((spot, key))
    for _, listed in sorted(by_sentence.items()):
        listed.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        for (left, left_key), (right, right_key) in pairwise(listed):
            if left_key == right_key or not _in_brackets(reading, left, right):
                continue
            if _abbreviates(right.name, left.name) or _fills_brackets(reading, left, right):
                yield left_key, right_key
            elif _abbreviates(left.name, right.name):
                yield right_key, left_key


def _in_brackets(reading: Reading, left: Spot, right: Spot) -> bool:
    between = _TICKER.sub("(", reading.view.plain[left.end : right.start].strip().lower())
    return between in {"(", "( ", ", or", "(hereinafter", '("'} and right.start - left.end < 16


def _fills_brackets(reading: Reading, left: Spot, right: Spot) -> bool:
    """A brand alone in brackets behind a firm's full name: "Oil and Gas Group (Brand)"."""
    closed = reading.view.plain[right.end : right.end + 1] == ")"
    short = " " not in right.name or right.name.isupper() or _is_brand(reading, right)
    alone = short and right.piece.known is None and left.piece.known is None
    firm = verdict(list(left.evidence)).type in {"company", "public_body", "organization"}
    return closed and alone and firm and " " in left.name


def _is_brand(reading: Reading, spot: Spot) -> bool:
    """Whether a Vietnamese text has a firm's trade name in brackets, without a class noun."""
    if reading.language.code != "vi":
        return False
    return not any(item.reason.startswith("class noun") for item in spot.evidence)


def _abbreviates(short: str, long: str) -> bool:
    if not (2 <= len(short) <= 10) or " " in short or len(long) <= len(short):
        return False
    letters = fold(short).replace(" ", "")
    initials = "".join(word[0] for word in fold(long).split())
    if _capitals(short) == initials.upper():
        return True
    return short.isupper() and (letters[0] == initials[:1] or _in_order(letters, fold(long)))


def _capitals(short: str) -> str:
    """The capitals of "AfDB", where small letters stand between them; else nothing."""
    found = "".join(letter for letter in short if letter.isupper())
    return found if len(found) > 2 and not short.isupper() else ""


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _fuller(chain: Chain, index: dict[str, list[Chain]], reading: Reading) -> list[Chain]:
    """The chains with a longer name that this one shortens, the likeliest first."""
    if chain.known or not chain.words:
        return []
    capitals = _capitals(chain.spots[0].name).lower()
    if capitals and index.get("=" + capitals):
        return index["=" + capitals][:1]
    # what a hundred names share tells none of them, and would be compared for ever
    seen = index.get(chain.words[-1], [])[:_MANY] + index.get(chain.words[0], [])[:_MANY]
    near = index.get(chain.words[0][:_SAME_STEM] + "~", [])[:_MANY]
    spelt = index.get("=" + chain.key, [])[:_MANY] if _is_initials(chain) else []
    found = [other for other in seen if not other.known and _shortens(chain, other, reading)]
    found = found or [other for other in spelt if other.type in {"company", *_BODIES}]
    if not found:
        found = [
            other for other in near if not other.known and _respells(chain, other, reading)
        ]
    return list({id(other): other for other in found}.values())


def _is_initials(chain: Chain) -> bool:
    """Whether it may stand for the first letters of a longer name; an agency's sign does not."""
    signs = any(item.reason == "signs the news" for item in chain.evidence)
    return chain.spots[0].name.isupper() and not signs


def _shortens(short: Chain, long: Chain, reading: Reading) -> bool:
    if len(short.words) >= len(long.words) or long.type == "person":
        return len(short.words) < len(long.words) and _names_person(short, long)
    if short.type == "person" and short.weight > _WEAK:
        return False
    names = reading.language.names
    if len(short.words) == 1 and short.words[0] in names.nouns:
        return long.words[0] == short.words[0] and short.spots[0].name.isupper()
    closes = reading.language.code == "vi" and _closes(short, long)
    return closes or _names_firm_or_body(short, long)


def _closes(short: Chain, long: Chain) -> bool:
    """What a Vietnamese name ends in names it again: class noun and field stand in front."""
    alone = short.weight <= _WEAK or short.type == long.type
    told = len(short.key) > _SAME_STEM - 2 or short.spots[0].name.isupper()
    words = long.words[:-2] if long.words[-2:] == _VIETNAM else long.words
    whole = words[-len(short.words) :] == short.words and told
    return whole and alone and long.type in {"company", *_BODIES}


def _names_firm_or_body(short: Chain, long: Chain) -> bool:
    if long.type in _BODIES:
        whole = _within(short.words, long.words) and len(short.words) > 1
        return (whole and short.type == long.type) or _names_school(short, long)
    opens = long.words[: len(short.words)] == short.words
    if long.words[0] in _FRONTED and long.type == "company":
        opens = opens or (long.words[1:] == short.words and short.type == "company")
    if long.type == short.type == "product" or (long.type == "product" and not short.evidence):
        # "the Susi" for the "K6 Susi"
        sign = any(letter.isdigit() for letter in long.words[0])
        opens = opens or (sign and long.words[1:] == short.words)
        if opens and sign:
            return True
    if opens and long.type == "product" and not short.evidence:
        # "the Bjorn" for the "Bjorn 4"
        return all(word.isdigit() for word in long.words[len(short.words) :])
    return opens and (long.type == "company" or long.type == short.type == "product")


def _names_school(short: Chain, long: Chain) -> bool:
    """ "Strathmore" for "Strathmore University": a lone name that little else speaks for."""
    first = short.words == long.words[:1] and len(long.words) == 2
    return (
        first
        and long.type == "organization"
        and short.type == "company"
        and short.weight < _WEAK
    )


_FRONTED = words(
    """banque banco banca banka bank grupo groupe gruppo maison casa société compagnie laboratoires laboratorios
    editions éditions industrias construtora constructora minera bodegas chateau domaine cantieri ateliers brasserie"""
)
"""Class nouns that stand in front of a firm's own name, which may go without: "Banco X"."""
_TICKER = re.compile(
    r"\((?:mã(?: (?:ck|cp|cổ phiếu|chứng khoán))?|hose|hnx|upcom|ticker|nyse|nasdaq) ?:?$"
)
"""What stands in front of a share's letters."""
_VIETNAM = ["viet", "nam"]
_BODIES: frozenset[Head] = frozenset({"public_body", "organization"})
_WEAK = 5.0
_MANY = 100


def _names_person(short: Chain, long: Chain) -> bool:
    """Surname, given name, patronymic: whatever stands last, or first in the East."""
    if short.type != "person" and short.weight >= _WEAK:
        return False
    if long.words[-len(short.words) :] == short.words:
        return True
    eastern = long.words[0] in vietnamese_surnames() or len(long.words[0]) <= 4
    return (
        eastern
        and len(short.words) == 1
        and long.words[0] == short.words[0]
        and short.type == "person"
    )


def _within(short: list[str], long: list[str]) -> bool:
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _respells(chain: Chain, other: Chain, reading: Reading) -> bool:
    """ "Federal Chamber" for "Federation Chamber"; case endings in Russian."""
    if reading.language.code == "ru":
        return _same_stems(chain.words, other.words) and chain.type in {other.type, "company"}
    if len(chain.words) < 2 or chain.type not in {"public_body", "organization"}:
        return False
    if chain.type != other.type:
        return False
    spellings = [key.split() for key in (other.key, *other.keys)]
    return any(
        words[-1:] == chain.words[-1:] and _same_stems(chain.words, words)
        for words in spellings
    )


def _same_stems(left: list[str], right: list[str]) -> bool:
    return len(left) == len(right) and all(
        one == two or (_shared(one, two) >= max(_SAME_STEM - 1, min(len(one), len(two)) - 3))
        for one, two in zip(left, right, strict=True)
    )


def _shared(one: str, two: str) -> int:
    size = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        size += 1
    return size
