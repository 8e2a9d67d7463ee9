"""Words and marks, with what their letters look like."""

import re
from dataclasses import dataclass

# French nouns and countries that take an article where a sentence opens; brands keep theirs.
_NOUNS = (
    "Office|Institut|Union|Association|Agence|Académie|Organisation|Ambassade|Autorité|Italie|Inde|Iran|Irak|Allemagne|"
    "Espagne|Ukraine|Europe|Afrique|Asie|Algérie|Australie|Autriche|Argentine|Arménie|Angleterre|Arabie|Indonésie|"
    "Irlande|Islande|Ouganda|Angola|Azerbaïdjan|Alliance|Assemblée|Université|Usine|Accord|Acquisition|Entreprise|"
    "Opération|Investissement|Objectif|Ancien|Ancienne|Ensemble|Appareil|Annonce|Avion|Industrie|Armée|Action|Ouverture"
)
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![\w]))?"  # U.S.
    r"|[A-Z]{1,3}\$"  # US$
    rf"|(?<![^\W\d_])(?:O|D|L)'(?!(?:{_NOUNS})\b)[A-Z][\w\u0300-\u036f]+(?<=[a-zé])(?<!^)"  # O'Brien, L'Oréal
    r"|[\w\u0300-\u036f]+(?:&[\w\u0300-\u036f]+)*"  # R&B
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark at its place in `View.plain`."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are: Word, WORD, eWord, 3M."""
        first = self.text[0]
        if first.isupper():
            return not self.text.endswith("$")
        rest = self.text[1:]
        return first.isalnum() and any(letter.isupper() for letter in rest)

    @property
    def is_acronym(self) -> bool:
        """Whether it is all capitals, two letters or more."""
        return len(self.text) > 1 and self.text.isupper()


def tokens(plain: str, start: int, end: int) -> list[Token]:
    """The words and marks between two offsets."""
    return [
        Token(match.start(), match.end(), match.group(), match.group().lower())
        for match in _TOKEN.finditer(plain, start, end)
    ]
