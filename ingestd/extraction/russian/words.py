# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand
"""What a Russian word may be: its first form, part of speech, case, number, gender."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingestd.extraction.gazetteer.places import demonyms
from ingestd.extraction.russian.models import analyzer

_MOST = 8
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LEAST_SCORE = 0.02


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word; grammemes as OpenCorpora names them, "" where there is none."""

    lemma: str
    part: str
    case: str
    number: str
    gender: str
    kinds: frozenset[str]
    score: float

    @property
    def is_adjective(self) -> bool:
        """Whether it agrees with a noun: adjectives, participles, ordinals."""
        return self.part in {"ADJF", "PRTF"}

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.part == "NOUN"


@lru_cache(maxsize=1 << 15)
def forms(word: str) -> tuple[Form, ...]:
    """All readings of a word, the likeliest first."""
    if not is_cyrillic(word):
        return ()
    return tuple(_form(parse) for parse in analyzer().parse(word)[:_MOST])


def _form(parse: object) -> Form:
    tag = parse.tag  # type: ignore[attr-defined]  # the dictionary ships no types
    return Form(
        lemma=str(parse.normal_form).replace("ё", "е"),  # type: ignore[attr-defined]  # as above
        part=str(tag.POS or ""),
        case=_CASES.get(str(tag.case or ""), str(tag.case or "")),
        number=str(tag.number or ""),
        gender=str(tag.gender or ""),
        kinds=frozenset(str(one) for one in tag.grammemes),
        score=float(parse.score),  # type: ignore[attr-defined]  # as above
    )


_CASES = {"gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}  # fmt: skip


def is_cyrillic(word: str) -> bool:
    """Whether a word has Russian letters."""
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=1 << 15)
def lemma(word: str) -> str:
    """The likeliest first form of a word, in lower case, ё as е; of hyphened ones, as a whole."""
    found = forms(word.lower())
    return found[0].lemma if found else word.lower()


@lru_cache(maxsize=1 << 15)
def lemmas(word: str) -> frozenset[str]:
    """Every first form a word may have."""
    low = word.lower()
    return frozenset({form.lemma for form in forms(low)} or {low})


@lru_cache(maxsize=1 << 14)
def noun(word: str) -> Form | None:
    """The likeliest reading as a noun."""
    return next((form for form in forms(word.lower()) if form.is_noun), None)


@lru_cache(maxsize=1 << 14)
def cases(word: str) -> frozenset[str]:
    """The cases a word may stand in; every one, where it does not bend."""
    return frozenset(
        form.case for form in forms(word.lower()) if form.case and form.score >= _LEAST_SCORE
    )


@lru_cache(maxsize=1 << 14)
def is_adjective(word: str) -> bool:
    """Whether a word is likeliest to agree with a noun."""
    found = forms(word.lower())
    return bool(found) and found[0].is_adjective


@lru_cache(maxsize=1 << 14)
def is_verb(word: str) -> bool:
    """Whether a word is likeliest a verb that has a subject, or an infinitive."""
    found = forms(word.lower())
    return bool(found) and found[0].part in {"VERB", "INFN"}


@lru_cache(maxsize=1 << 14)
def bent(word: str, wanted: frozenset[str], kinds: frozenset[str]) -> str | None:
    """A word in its first case: of the readings with these grammemes, as the first would stand.

    `wanted` are grammemes that the reading must have (such as `gent`, `masc`), `kinds` such of
    which it must have one (`Name`, `Surn`), if any. Capitals are kept.
    """
    for parse in _parses(word):
        have = frozenset(str(one) for one in parse.tag.grammemes)  # type: ignore[attr-defined]  # the dictionary ships no types
        if not wanted <= have or (kinds and not kinds & have):
            continue
        target = {"nomn", *(have & {"sing", "plur"})}
        if "ADJF" in have or "PRTF" in have:
            target |= have & {"masc", "femn", "neut"}
        straight = parse.inflect(target)  # type: ignore[attr-defined]  # as above
        if straight is not None:
            return capitals_of(word, str(straight.word))
    return None


def _parses(word: str) -> Iterator[object]:
    if is_cyrillic(word):
        yield from analyzer().parse(word.lower())


def capitals_of(model: str, word: str) -> str:
    """A word written as another one is: in capitals, with a capital, with capital parts."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:] if model[:1].isupper() else word
    return "-".join(
        part[:1].upper() + part[1:] if shown[:1].isupper() else part
        for part, shown in zip(parts, models, strict=True)
    )


_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ой", "ей", "ом", "ем", "ым", "им", "ую", "юю", "ая", "яя",
    "ое", "ее", "ые", "ие", "ых", "их", "ою", "ею", "ью", "ам", "ям", "ах", "ях", "ый", "ий", "ия", "ии", "ию", "у", "ю", "а", "я", "о", "е", "ы", "и", "й", "ь",
)  # fmt: skip
_LEAST_STEM = 3
_OF_PEOPLES = ("ск", "цк", "еск")


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without what bending changes; rough, the same for all cases of most names."""
    low = word.lower().replace("ё", "е")
    if not is_cyrillic(low):
        return low
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM:
            return low.removesuffix(ending)
    return low


def same_word(one: str, two: str) -> bool:
    """Whether two words are cases of one, as far as endings and the dictionary tell."""
    if one.lower().replace("ё", "е") == two.lower().replace("ё", "е"):
        return True
    if not (is_cyrillic(one) and is_cyrillic(two)):
        return False
    if one.isupper() or two.isupper():
        return stem(one) == stem(two) and one.isupper() != two.isupper()
    return stem(one) == stem(two) or bool(lemmas(one) & lemmas(two))


@lru_cache(maxsize=1 << 14)
def people_of(word: str) -> str | None:
    """The country whose people an adjective names; "" where it is of none in particular."""
    low = word.lower().replace("й", "и").replace("ё", "е")
    for ending in _OF_PEOPLES:
        head, found, _ = low.rpartition(ending)
        if found and head + ending in demonyms("ru"):
            return demonyms("ru")[head + ending] or ""
    return None
