"""Names as they are compared: folded, without legal form, article and class noun."""

import re
from functools import lru_cache

from ingestd.resolution.scripts import without_marks
from ingestd.resolution.vocabulary import (
    CLASS_NOUNS,
    GENERIC,
    HONORIFICS,
    LEGAL_FORMS,
    SMALL_WORDS,
)

_BETWEEN_INITIALS = re.compile(r"\b(\w) ?& ?(\w)\b")
_POSSESSIVE = re.compile(r"['’]s\b")  # noqa: RUF001  the typographic apostrophe is meant
_PUNCTUATION = re.compile(r"[^\w&+]+|_")
_BLANKS = {code: " " for code in range(128) if not re.match(r"[a-zA-Z0-9&+]", chr(code))}
_WORDS = re.compile(r"\w+")
_ARTICLES = ("the ", "le ", "la ", "les ", "l ")
SHORTEST_INITIALS = 3
ACRONYM_LENGTHS = range(2, 9)


Edges = tuple[dict[str, list[str]], dict[str, list[str]]]
"""What a name may begin or end with, by its first or last word, the longest first."""


def _edges(forms: list[str]) -> Edges:
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for form in forms:
        first.setdefault(form.partition(" ")[0], []).append(f"{form} ")
        last.setdefault(form.rpartition(" ")[2], []).append(f" {form}")
    return first, last


_LEGAL_EDGES, _NOUN_EDGES = _edges(LEGAL_FORMS), _edges(CLASS_NOUNS)


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Return the name without case, accents, punctuation and leading article.

    Letters keep their script; `&` and `+` stay inside names. Never longer than it must be,
    empty only where nothing but punctuation was given.
    """
    bare = without_marks(text)
    if "'" in bare or "’" in bare:  # noqa: RUF001  as above
        bare = _POSSESSIVE.sub("", bare)
    # patterns take longer than all the rest
    blanked = bare.translate(_BLANKS) if bare.isascii() else _PUNCTUATION.sub(" ", bare)
    folded = " ".join(blanked.split())
    if "&" in folded:
        folded = _BETWEEN_INITIALS.sub(r"\1&\2", folded)
    if folded.startswith(_ARTICLES):
        return folded.partition(" ")[2]
    return folded


@lru_cache(maxsize=1 << 14)
def core(text: str) -> str:
    """Return the folded name without its legal forms, at either end, as often as they come."""
    return _without(fold(text), _LEGAL_EDGES)


@lru_cache(maxsize=1 << 14)
def short_core(text: str) -> str:
    """Return the core without class nouns: A&B for A&B Group and Tập đoàn A&B."""
    return _without(core(text), _NOUN_EDGES)


def _without(name: str, edges: Edges) -> str:
    first, last = edges
    while True:
        starts = first.get(name.partition(" ")[0], ())
        ends = last.get(name.rpartition(" ")[2], ())
        if not starts and not ends:  # as of most names
            return name
        start = next((each for each in starts if name.startswith(each)), "")
        end = next((each for each in ends if name.endswith(each)), "")
        if not start and not end:
            return name
        if (-len(end), end[1:]) <= (-len(start), start[:-1]):
            name = name.removesuffix(end)
        else:
            name = name.removeprefix(start)


@lru_cache(maxsize=1 << 14)
def person_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a person's name, without honorifics."""
    words = fold(text).split()
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return tuple(words)


@lru_cache(maxsize=1 << 14)
def is_generic(text: str) -> bool:
    """Say whether a name is made of nothing but nouns of a kind: "the Fund", "State Bank"."""
    words = [word for word in fold(text).split() if word not in SMALL_WORDS]
    return all(word in GENERIC for word in words)


@lru_cache(maxsize=1 << 14)
def initials(text: str) -> str | None:
    """Return the acronym that a name of three words or more would have, folded."""
    words = _WORDS.findall(text)
    if len(words) < SHORTEST_INITIALS:
        return None
    # most words are plain, and are not worth remembering
    bare = [word.lower() if word.isascii() and word.isalpha() else fold(word) for word in words]
    letters = [
        without_marks(word)[0]
        for word, folded in zip(words, bare, strict=True)
        if folded not in SMALL_WORDS
    ]
    return "".join(letters) if len(letters) >= SHORTEST_INITIALS else None


def is_acronym(text: str) -> bool:
    """Say whether a name is one word of two to eight capitals, such as NASA."""
    word = text.strip()
    return len(word) in ACRONYM_LENGTHS and word.isupper() and word.isalnum()


def is_long(text: str) -> bool:
    """Say whether a name has two words or more, so that an acronym may stand for it."""
    return len(core(text).split()) > 1


@lru_cache(maxsize=1 << 12)
def numbers(names: tuple[str, ...]) -> frozenset[str]:
    """Return the numbers in names: Plant 5 is not Plant 7."""
    return frozenset(re.findall(r"\d+", " ".join(names)))
