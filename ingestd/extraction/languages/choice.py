"""Which language's rules read a text."""

from ingestd.extraction.languages.en import ENGLISH
from ingestd.extraction.languages.fr import FRENCH
from ingestd.extraction.languages.pack import Language
from ingestd.extraction.languages.ru import RUSSIAN
from ingestd.extraction.languages.vi import VIETNAMESE

LANGUAGES: tuple[Language, ...] = (ENGLISH, FRENCH, VIETNAMESE, RUSSIAN)
_SAMPLE = 4000


def language_of(code: str | None, low: str) -> Language:
    """The rules of a language, else those whose common words the text uses most."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    found = low[:_SAMPLE].split()
    return max(LANGUAGES, key=lambda language: sum(word in language.common for word in found))
