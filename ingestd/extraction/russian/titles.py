"""The words of Russian titles: what is a role, what belongs to it, how it stands alone."""

from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.naming import phrase_first
from ingestd.extraction.russian.nouns import CLASSES
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.roles import OF_BODIES, PRAISES, ROLES
from ingestd.extraction.russian.words import (
    capitals_of,
    cases,
    forms,
    is_adjective,
    is_cyrillic,
    lemma,
    lemmas,
    people_of,
)

QUOTES = frozenset('«»„“”"')
LINKS = frozenset({"по", "в", "во", "при", "на", "и", "из"})
_LIKELY = 0.15


def titled(words: list[str]) -> str:
    """A title in its first case; a small letter, unless it is written large."""
    title = phrase_first([_as_role(words[0]), *words[1:]])
    return title if words[0].isupper() else title[:1].lower() + title[1:]


def _as_role(word: str) -> str:
    """A role in its first case, where it is one in another only: "аналитика" is no science here."""
    roles = [form for form in forms(word.lower()) if form.lemma in ROLES]
    bent = roles and all(form.case != "nomn" and form.number == "sing" for form in roles)
    return capitals_of(word, roles[0].lemma) if bent else word


def is_role(word: str) -> bool:
    """Whether a word says what somebody is; "после" is a preposition, no ambassador."""
    found = forms(word.lower())
    likely = {form.lemma for form in found if form.score >= _LIKELY * found[0].score}
    return bool(likely & ROLES) or lemma(word.rsplit("-", maxsplit=1)[-1]) in OF_BODIES


def is_one(word: str, case: str = "") -> bool:
    """Whether a word stands for one person, in some case if told: "избран мэром"."""
    return any(
        form.number == "sing" and (not case or form.case == case)
        for form in forms(word.lower())
    )


def tells_office(adjective: str) -> bool:
    """Whether an adjective belongs to a title; where from and how well known somebody is do not."""
    low = adjective.lower()
    place = "ск" in low and not low.rpartition("ск")[0].endswith(("че", "тиче", "ориче"))
    return not place and lemma(adjective) not in PRAISES


def agree(one: str, two: str) -> bool:
    """Whether two words may stand in one case."""
    return bool(cases(one) & cases(two))


def without_links(passage: Passage, role: int, last: int, body: Name) -> int:
    """Take off what only leads to the body: "директор компании «X»" is a director."""
    while last > role:
        word = passage.at(last)
        class_noun = (
            is_cyrillic(word) and word.islower() and bool(lemmas(word) & CLASSES.keys())
        )
        leads = word in QUOTES or word.lower() in LINKS or is_acronym(word)
        people = people_of(word) is not None
        if leads or people or (class_noun and not _is_part(word)):
            last -= 1
            continue
        if is_adjective(word) and class_before(passage, last, body):
            last -= 1
            continue
        break
    return last


def is_acronym(word: str) -> bool:
    """Whether it is all capitals."""
    return len(word) > 1 and word.isupper()


def class_before(passage: Passage, at: int, body: Name) -> bool:
    """Whether an adjective describes the class noun of a body: "индийской компании X"."""
    return at + 1 < body.first and CLASSES.get(lemma(passage.at(at + 1))) is not None


def _is_part(word: str) -> bool:
    """Nouns of what is inside a body: a board, a department."""
    return bool(
        lemmas(word)
        & {"совет", "правление", "комитет", "комиссия", "управление", "департамент"}
    )


def nouns_of(name: Name) -> set[str]:
    """The class nouns in a name and in front of it."""
    inside = {lemma(word) for word in name.text.split() if is_cyrillic(word)}
    return {noun for noun in (name.noun, *inside) if noun in CLASSES}
