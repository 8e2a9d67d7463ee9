# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant as they stand; lengths of names
"""Russian names of the same: cases, surnames, initials, short forms, acronyms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.russian.kinds import evidence
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.nouns import CLASSES
from ingestd.extraction.russian.passage import Text
from ingestd.extraction.russian.words import is_cyrillic, lemma, same_word, stem
from ingestd.extraction.weighing import verdict

_WORDS = re.compile(r"[^\W_]+(?:[-‑'’&.][^\W_]+)*")
_PATRONYMIC = ("ович", "евич", "овна", "евна", "ична", "ьич")
_MOST_CANDIDATES = 40
_MOST_INITIALS = 6


@dataclass(slots=True, eq=False)
class Chain:
    """All names of one thing, the words of its longest one, and what they make of it."""

    words: list[str]
    names: list[Name]
    evidence: list[Evidence]
    aliases: list[str] = field(default_factory=list)
    others: list[list[str]] = field(default_factory=list)

    @property
    def known(self) -> Known | None:
        """Its entry in the gazetteer."""
        return next((name.known for name in self.names if name.known), None)

    @property
    def kind(self) -> Head:
        """What it most likely is; each reason counts once, the tagger's by how often."""
        return verdict(self._weighed()).type

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why."""
        return verdict(self._weighed()).reasons

    def _weighed(self) -> list[Evidence]:
        tags = [one for one in self.evidence if one.reason.startswith("tagged")]
        once = dict.fromkeys(
            one for one in self.evidence if not one.reason.startswith("tagged")
        )
        share = 1 / max(1, len(self.names))
        return [*once, *(Evidence(one.type, one.weight * share, one.reason) for one in tags)]


def chains(found: list[Name], text: Text) -> list[Chain]:
    """Everything named, in the order of first mention."""
    kept: list[Chain] = []
    index: dict[str, list[Chain]] = {}
    ordered = sorted(found, key=lambda name: (-len(words_of(name.text)), name.start))
    for name in ordered:
        words = words_of(name.text)
        if not words:
            continue
        told = evidence(name, text.passages[name.passage])
        home = _home(name, words, index)
        if home is None:
            home = Chain(words, [], [])
            kept.append(home)
        home.names.append(name)
        home.evidence.extend(told)
        if words not in home.others:
            home.others.append(words)
            for key in _keys(name, words):
                listed = index.setdefault(key, [])
                if home not in listed:
                    listed.append(home)
    _join_acronyms(kept, text)
    _join_initials(kept)
    for chain in kept:
        chain.names.sort(key=lambda name: name.start)
    return sorted(kept, key=lambda chain: (chain.names[0].start, -chain.names[0].end))


def words_of(shown: str) -> list[str]:
    """The words of a name, initials apart from each other."""
    return [word.replace("ё", "е") for word in _WORDS.findall(shown)]


def _keys(name: Name, words: list[str]) -> Iterator[str]:
    if name.known:
        yield name.known.reference
    for word in dict.fromkeys((words[0], words[-1])):
        yield stem(word)[:4]


def _home(name: Name, words: list[str], index: dict[str, list[Chain]]) -> Chain | None:
    candidates: list[Chain] = []
    for key in _keys(name, words):
        candidates.extend(index.get(key, [])[:_MOST_CANDIDATES])
    if name.known:
        return next(
            (
                one
                for one in candidates
                if one.known and one.known.reference == name.known.reference
            ),
            None,
        )
    same = next(
        (one for one in candidates if any(_equal(words, other) for other in one.others)), None
    )
    if same is not None:
        return same
    return next((one for one in candidates if _shortens(name, words, one)), None)


def _equal(one: list[str], two: list[str]) -> bool:
    return len(one) == len(two) and all(same_word(a, b) for a, b in zip(one, two, strict=True))


def _shortens(name: Name, words: list[str], chain: Chain) -> bool:
    if chain.known:
        return False
    long = chain.words
    if name.tag == "PER" or (
        chain.names[0].tag == "PER" and len(words) == 1 and not name.quoted
    ):
        return chain.names[0].tag == "PER" and _names_person(words, long)
    if len(words) >= len(long) or chain.names[0].tag == "PER" or name.tag == "LOC":
        return False
    generic = len(words) == 1 and (lemma(words[0]) in CLASSES)
    if generic or not all(same_word(a, b) for a, b in zip(words, long, strict=False)):
        return False
    # the start of a longer name: "Минтранс" of "Минтранс России", a firm without its noun
    return len(long) - len(words) <= 3


def _names_person(words: list[str], long: list[str]) -> bool:
    if len(words) > len(long):
        return False
    if len(words) == len(long) == 2 and words[1].lower().endswith(_PATRONYMIC):
        return same_word(words[0], long[0])
    if not same_word(words[-1], long[-1]):
        return (
            len(words) == 1
            and len(long) > 1
            and same_word(words[0], long[0])
            and len(words[0]) > 3
        )
    given = words[:-1]
    return not given or all(
        any(
            same_word(one, other)
            or (len(one) == 1 and other.startswith(one))
            or (len(other) == 1 and one.startswith(other))
            for other in long[:-1]
        )
        for one in given
    )


def _join_acronyms(kept: list[Chain], text: Text) -> None:
    """ "Long Name (ABC)" names one thing twice."""
    by_end = {name.end: chain for chain in kept for name in chain.names}
    for chain in list(kept):
        for name in chain.names:
            before = text.text[max(name.start - 4, 0) : name.start].replace("«", "").rstrip()
            closed = text.text[name.end : name.end + 2].replace("»", "").startswith(")")
            if not before.endswith("(") or not closed:
                continue
            gap = text.text[max(name.start - 5, 0) : name.start]
            end = name.start - len(gap) + len(gap.rstrip(' («»"'))
            longer = by_end.get(end)
            if longer is None or longer is chain or longer.known or len(longer.words) < 2:
                continue
            if _abbreviates(name.text, longer.words):
                longer.aliases.append(name.text)
                longer.names.extend(replace(one, known=None) for one in chain.names)
                longer.evidence.extend(chain.evidence)
                kept.remove(chain)
                break


def _join_initials(kept: list[Chain]) -> None:
    """ "КПИ" behind "Камский политехнический институт": the one body with such initials."""
    long = [chain for chain in kept if len(chain.words) > 2 and not chain.known]
    initials = [("".join(word[0] for word in chain.words).upper(), chain) for chain in long]
    for chain in list(kept):
        short = chain.names[0].text
        alone = len(chain.words) == 1 and short.isupper() and 3 <= len(short) <= _MOST_INITIALS
        russian = alone and is_cyrillic(short)
        called = [other for told, other in initials if told == short] if russian else []
        if chain.known or len(called) != 1 or called[0].names[0].tag == "PER":
            continue
        called[0].aliases.append(short)
        called[0].names.extend(chain.names)
        kept.remove(chain)


def _abbreviates(short: str, long: list[str]) -> bool:
    if not short.isupper() or not 2 <= len(short) <= 8:
        return False
    letters = iter("".join(long).lower())
    return short[0].lower() == long[0][0].lower() and all(x in letters for x in short.lower())
