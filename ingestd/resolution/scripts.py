"""The sound of names across scripts: Cyrillic, and Vietnamese with or without its marks.

Keys only, never shown: two spellings of one name give one key. The Vietnamese part follows
the practical transcription that Russian papers use (Чан for Trần, Фам for Phạm).
"""
# ruff: noqa: RUF001  Cyrillic is what this table is about

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip

# What Latin spellings of Slavic names do differently for one sound, in this order.
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch|tsch", "sh"), (r"tch", "ch"), (r"kh", "h"), (r"ph", "f"), (r"ck", "k"),
        (r"x", "ks"), (r"w", "v"), (r"tz", "ts"), (r"y", "i"), (r"\bie", "e"),
        (r"der\b", "dr"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip

_VIETNAMESE_LATIN = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_VIETNAMESE_CYRILLIC = re.compile(
    r"(?:нг|нь|кх|тх|[бвгдзйклмнпрстфхчш])?ь?[аеёиоуыэюяй]{1,3}(?:нг|нь|ть|[кмнптть])?"
)
_LATIN_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\bngh", "ng"), (r"\bgh", "g"), (r"\bgi(?=[aeou])", "di"), (r"\bgi", "di"),
        (r"\bqu", "ku"), (r"\btr", "ch"), (r"\bx", "s"), (r"\bph", "f"), (r"\bc(?!h)", "k"),
        (r"c\b", "k"), (r"y", "i"), (r"uie", "ue"), (r"ii", "i"),
    )
)  # fmt: skip
_CYRILLIC_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\bть(?=и)", "ch"), (r"ть\b", "ch"), (r"нь\b", "nh"), (r"\bнь", "nh"), (r"нг", "ng"), (r"кх", "kh"),
        (r"тх", "th"), (r"ч", "ch"), (r"[зд]", "d"), (r"[сш]", "s"), (r"[ыу]", "u"),
        (r"ю", "u"), (r"[ийь]", "i"), (r"я", "ia"), (r"[эе]", "e"),
    )
)  # fmt: skip


_UKRAINIAN = frozenset("іїєґ")
_MARKS = "\u0300"


def is_cyrillic(text: str) -> bool:
    """Say whether any letter of the text is Cyrillic."""
    return not text.isascii() and any("Ѐ" <= letter <= "ӿ" for letter in text)


def alphabets_differ(one: str, other: str) -> bool:
    """Say whether two names are in different alphabets, as far as letters tell."""
    return _alphabet(one) != _alphabet(other)


def _alphabet(name: str) -> tuple[bool, bool]:
    return is_cyrillic(name), not _UKRAINIAN.isdisjoint(name.casefold())


def without_marks(text: str) -> str:
    """Return the text casefolded, with no accents, and đ as d."""
    if text.isascii():
        return text.lower()  # what is below comes to the same
    parts = unicodedata.normalize("NFKD", text.casefold())
    # marks begin where letters of Western languages end; most need not be asked
    bare = "".join([each for each in parts if each < _MARKS or not unicodedata.combining(each)])
    return bare.replace("đ", "d")


@lru_cache(maxsize=1 << 12)
def sound(text: str) -> str:
    """Return one Latin key for the spellings of a name: Юрий, Yuri and Yury are the same."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    key = without_marks("".join(_CYRILLIC.get(letter, letter) for letter in composed))
    for pattern, replacement in _SPELLINGS:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=1 << 12)
def vietnamese_sound(text: str) -> str | None:
    """Return one key for a Vietnamese name in Latin or Cyrillic; None where it can't be one.

    A single syllable says too little and gives None.
    """
    words = unicodedata.normalize("NFKC", text).casefold().split()
    if len(words) <= 1:
        return None
    if is_cyrillic(text):
        return _respelt(" ".join(words), _VIETNAMESE_CYRILLIC, _CYRILLIC_SOUNDS)
    return _respelt(without_marks(" ".join(words)), _VIETNAMESE_LATIN, _LATIN_SOUNDS)


def _respelt(
    name: str, syllable: re.Pattern[str], sounds: tuple[tuple[re.Pattern[str], str], ...]
) -> str | None:
    if not all(syllable.fullmatch(word) for word in name.split()):
        return None
    for pattern, replacement in sounds:
        name = pattern.sub(replacement, name)
    return "".join(_CYRILLIC.get(letter, letter) for letter in name)


def marks_conflict(one: str, other: str) -> bool:
    """Say whether two names that are equal without marks differ in them.

    Hùng is not Hưng; but Hung, written without marks, may be either, and where a tone mark
    sits (Hoà, Hòa) does not matter.
    """
    ours, theirs = _marked(one), _marked(other)
    return any(
        left != right and _has_marks(left) and _has_marks(right)
        for left, right in zip(ours, theirs, strict=False)
    )


def _marked(name: str) -> list[str]:
    words = unicodedata.normalize("NFD", name.casefold()).split()
    return ["".join(sorted(word)) for word in words]


def _has_marks(word: str) -> bool:
    return "đ" in word or any(unicodedata.combining(letter) for letter in word)
