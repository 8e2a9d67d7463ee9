"""Words and marks, with what their letters look like."""

import re
from dataclasses import dataclass
from functools import lru_cache

# French nouns and countries that take an article where a sentence opens; brands keep theirs.
_NOUNS = (
    "Office|Institut|Union|Association|Agence|Académie|Organisation|Ambassade|Autorité|Italie|Inde|Iran|Irak|Allemagne|"
    "Espagne|Ukraine|Europe|Afrique|Asie|Algérie|Australie|Autriche|Argentine|Arménie|Angleterre|Arabie|Indonésie|"
    "Irlande|Islande|Ouganda|Angola|Azerbaïdjan|Alliance|Assemblée|Université|Usine|Accord|Acquisition|Entreprise|"
    "Opération|Investissement|Objectif|Ancien|Ancienne|Ensemble|Appareil|Annonce|Avion|Industrie|Armée|Action|Ouverture"
)
_LETTER = r"[\w\u0300-\u036f]"
_TOKEN = re.compile(
    rf"[a-zß-öø-ÿ]{_LETTER}*(?:&{_LETTER}+)*"  # most words: nothing below begins so
    r"|(?=[A-Z])(?:"
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![\w]))?"  # U.S.
    r"|[A-Z]{1,3}\$"  # US$
    rf"|(?<![^\W\d_])(?:O|D|L)'(?!(?:{_NOUNS})\b)[A-ZÀ-ÖØ-Þ]{_LETTER}+(?<=[a-zé])(?<!^)"  # O'Brien, L'Oréal
    r")"
    rf"|{_LETTER}+(?:&{_LETTER}+)*"  # R&B
    r"|[^\w\s]"
)


# Not frozen: a text has hundreds of them, and they are made in a third of the time.
@dataclass(slots=True)
class Token:
    """A word or a mark at its place in `View.plain`; `low` is it in lower case.

    `is_word`: it has letters or digits; `is_capital`: it is written as names are, Word, WORD,
    eWord, 3M; `is_acronym`: it is all capitals, two letters or more.
    """

    start: int
    end: int
    text: str
    low: str
    is_word: bool
    is_capital: bool
    is_acronym: bool


@lru_cache(maxsize=1 << 15)
def _look(text: str) -> tuple[str, bool, bool, bool]:
    """A token's word in lower case, and what its letters say."""
    first, rest = text[0], text[1:]
    capital = not text.endswith("$") if first.isupper() else _has_capital(first, rest)
    return text.lower(), first.isalnum(), capital, bool(rest) and text.isupper()


def _has_capital(first: str, rest: str) -> bool:
    return first.isalnum() and any(letter.isupper() for letter in rest)


def tokens(plain: str, start: int, end: int, *, french: bool = False) -> list[Token]:
    """The words and marks of a sentence between two offsets.

    A French sentence that opens with "L'X" has an article there, unless the text writes
    "L'X" in the middle of sentences too.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(plain, start, end):
        text = match[0]
        low, is_word, is_capital, is_acronym = _look(text)
        found.append(
            Token(match.start(), match.end(), text, low, is_word, is_capital, is_acronym)
        )
    for at, token in enumerate(found[:_OPENING] if french else []):
        if token.text.startswith("L'") and token.text not in _brands(plain):
            return [*found[:at], *_parted(token), *found[at + 1 :]]
        if token.is_word:
            break
    return found


_OPENING = 3
_BRAND = re.compile(r"(?<=[\wà-ÿ,;] )L'[A-ZÀ-ÖØ-Þ][\w\u0300-\u036f]+")


@lru_cache(maxsize=2)
def _brands(plain: str) -> frozenset[str]:
    """The names that keep their article in the middle of sentences: "de L'Oréal"."""
    return frozenset(_BRAND.findall(plain))


def _parted(token: Token) -> list[Token]:
    return [
        Token(token.start + first, token.start + last, text, *_look(text))
        for first, last in ((0, 1), (1, 2), (2, len(token.text)))
        if (text := token.text[first:last])
    ]
