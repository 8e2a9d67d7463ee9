"""What is left of a word's sound in every script: its consonants, by kind.

Spellings of one name in other languages differ in vowels, in endings, and in how a hiss or a
breath is written. For comparing only, never shown: Merkelová, Merkel and Меркель are one.
"""
# ruff: noqa: RUF001  Cyrillic is what this table is about

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from string import ascii_lowercase

_CYRILLIC = {
    "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "ж": "s", "з": "s", "к": "k", "л": "l",
    "м": "m", "н": "n", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "v", "х": "h", "ц": "s",
    "ч": "č", "ш": "s", "щ": "s", "ј": "j", "љ": "l", "њ": "n", "ђ": "d", "ћ": "č", "џ": "j",
    "а": "a", "е": "e", "ё": "e", "є": "e", "и": "i", "і": "i", "ї": "i", "й": "i", "о": "o",
    "у": "u", "ў": "u", "ы": "i", "э": "e", "ю": "u", "я": "a", "ъ": "a",
}  # fmt: skip
_LATIN = {"ć": "č", "š": "s", "ś": "s", "ž": "s", "ż": "s", "ź": "s", "ł": "l", "đ": "d",
          "ř": "r", "ç": "s", "č": "č"}  # fmt: skip
_PLAIN = _CYRILLIC | _LATIN | {letter: letter for letter in ascii_lowercase}
_SILENT_LETTERS = "ьʼ'’"
# Longer ones first.
_TOGETHER = {
    "tsch": "č", "tch": "č", "sch": "s", "dzh": "j", "cz": "č", "sh": "s", "sz": "s", "ck": "k",
    "ph": "v", "th": "t", "kh": "h", "gh": "h", "tz": "s", "ts": "s", "qu": "k", "q": "k", "x": "ks",
    "дж": "j", "dž": "j",
}  # fmt: skip
_DIGRAPHS = re.compile("|".join(_TOGETHER))
_SILENT = re.compile(r"(?<!c)h(?![aeiouy])")
_KINDS = str.maketrans({"w": "v", "f": "v", "g": "h", "z": "s", "č": "c", "y": "i", "j": "i"})
_VOWELS = "aeiouyj"
_NO_VOWELS = str.maketrans("", "", _VOWELS)
WAYS = tuple((ch, c) for ch in ("č", "h", "k") for c in ("k", "s"))
"""How ch and c are read, in English, German and Slavic names."""
_AGAIN = re.compile(r"(.)\1+")
Words = tuple[str, ...]
Differ = Callable[[str, str], int | None]
ONE_WORD, SEVERAL_WORDS = 0.34, 0.45
"""Of its letters, so many may differ at most: vowels, as the consonants are the same."""
SHORTEST_HERS = 5
LEAST = 3
"""Consonants from which on a word tells something."""


@lru_cache(maxsize=1 << 13)
def skeletons(word: str) -> frozenset[str]:
    """Return the consonants of a word, by kind, in each way that it may be read.

    A vowel that it begins with stays.
    """
    return frozenset(_bares(word))


@lru_cache(maxsize=1 << 13)
def readings(word: str) -> tuple[str, ...]:
    """Return how a word may sound, in few Latin letters: one way, or one for each of WAYS."""
    letters = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
    letters = _DIGRAPHS.sub(lambda found: _TOGETHER[found[0]], letters)
    if not (letters.isascii() and letters.isalnum()):
        letters = "".join([_PLAIN.get(letter) or _plain(letter) for letter in letters])
    if "c" not in letters:
        return (_smooth(letters),)
    return tuple(_smooth(letters.replace("ch", ch).replace("c", c)) for ch, c in WAYS)


def _plain(letter: str) -> str:
    """Return a letter without its marks; nothing where it has no sound of its own."""
    if letter in _SILENT_LETTERS:
        return ""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(each for each in parts if not unicodedata.combining(each))


def _smooth(letters: str) -> str:
    if letters.startswith(("au", "eu")):
        letters = f"{letters[0]}v{letters[2:]}"
    if "h" in letters:
        letters = _SILENT.sub("", letters)
    return _AGAIN.sub(r"\1", letters).translate(_KINDS)


@lru_cache(maxsize=1 << 13)
def _bares(word: str) -> tuple[str, ...]:
    """Return the consonants of each of a word's readings."""
    return tuple([_bare(reading) for reading in readings(word)])


def _bare(reading: str) -> str:
    head, rest = reading[:1], reading[1:].translate(_NO_VOWELS)
    return f"a{rest}" if head and head in _VOWELS else head + rest


@lru_cache(maxsize=1 << 12)
def sound_keys(words: Words) -> tuple[str, ...]:
    """Return the keys of all that may sound like this name: to find them, not to tell them.

    None where there are too few consonants to find anything by.
    """
    read = [_bares(his(word) or word) for word in words]
    most = max(map(len, read), default=0)
    if most == 1:
        keys = [" ".join(sorted([each[0] for each in read]))]
    else:
        keys = [
            " ".join(sorted([each[way if len(each) > 1 else 0] for each in read]))
            for way in range(most)
        ]
    return tuple(dict.fromkeys([key for key in keys if len(key.replace(" ", "")) >= LEAST]))


def his(word: str) -> str | None:
    """Return a man's surname of which this may be his wife's, as Czechs form it, or None."""
    return word[:-3] if len(word) > SHORTEST_HERS and word.endswith(("ova", "ова")) else None


def apart(one: str, other: str) -> int | None:
    """Return how many letters words of the same consonants differ in; None if they have others."""
    if skeletons(one).isdisjoint(skeletons(other)):
        return None
    return min(_apart(mine, yours) for mine in readings(one) for yours in readings(other))


def names_apart(one: str, other: str) -> int | None:
    """Return the same of words in persons' names: Petrova is not Petrov, Merkelová is Merkel."""
    if is_her(one) == is_her(other):
        return apart(one, other)
    his_one, his_other = his(one), his(other)
    if his_one and not his_other:
        return apart(his_one, other)
    return apart(one, his_other) if his_other and not his_one else None


def words_alike(ours: Words, theirs: Words, differ: Differ = apart) -> bool:
    """Say whether each word of one name sounds like a word of the other, in whatever order."""
    if len(ours) != len(theirs) or not sound_keys(ours):
        return False
    left, differences = list(theirs), 0
    for word in ours:
        found = [(0 if word == each else differ(word, each), each) for each in left]
        near = min(((far, each) for far, each in found if far is not None), default=None)
        if near is None:
            return False
        differences += near[0]
        left.remove(near[1])
    letters = max(sum(map(len, ours)), sum(map(len, theirs)))
    return differences <= (letters * ONE_WORD if len(ours) == 1 else letters * SEVERAL_WORDS)


def is_her(word: str) -> bool:
    """Say whether a Slavic name has the ending of a woman's: Petrova is not Petrov."""
    return readings(word)[0].endswith("a")


@lru_cache(maxsize=1 << 12)
def _apart(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or exchanged."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        now = [at]
        for place, its in enumerate(other, start=1):
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + (letter != its)))
        before = now
    return before[-1]
