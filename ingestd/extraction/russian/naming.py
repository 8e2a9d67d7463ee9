# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant as they stand; lengths of names
"""Names as they would stand alone: the fullest form of a chain, in its first case."""

from collections.abc import Sequence

from ingestd.extraction.cases import first_case
from ingestd.extraction.gazetteer.people import russian_given_names
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.russian.chains import Chain, words_of
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.passage import Passage, Text
from ingestd.extraction.russian.words import (
    bent,
    cases,
    forms,
    is_adjective,
    is_cyrillic,
    is_verb,
)

_GOVERN = {
    "в": "loct", "во": "loct", "на": "loct", "о": "loct", "об": "loct", "при": "loct",
    "с": "ablt", "со": "ablt", "под": "ablt", "над": "ablt", "между": "ablt", "перед": "ablt",
    "из": "gent", "от": "gent", "для": "gent", "у": "gent", "до": "gent", "после": "gent", "без": "gent",
    "к": "datv", "ко": "datv", "по": "datv",
}  # fmt: skip
_OBLIQUE = ("gent", "datv", "accs", "ablt", "loct")
_LIMIT = 5
_TABLE_CASES = {"gen": "gent", "dat": "datv", "ins": "ablt"}
_HARD = {"gent": "а", "accs": "а", "datv": "у", "ablt": "ом"}
_VOWELS = frozenset("аеёиоуыэюяь")
_FAMILY = frozenset({"Surn", "Patr"})


def name_of(chain: Chain, kind: Head, text: Text) -> str:
    """The fullest name of a chain, in its first case where that can be told."""
    if chain.known:
        return chain.known.name
    longest = max(len(words_of(name.text)) for name in chain.names)
    fullest = [name for name in chain.names if len(words_of(name.text)) == longest]
    spelt = [name for name in fullest if not _is_shouted(name)] or fullest
    if not is_cyrillic(spelt[0].text):
        return spelt[0].text
    if kind == "person":
        return _person(spelt, chain.names)
    straight = next(
        (name for name in spelt if _stands_first(name, text.passages[name.passage])), None
    )
    if straight is not None:
        return straight.text
    return _unbent(spelt[0], text.passages[spelt[0].passage])


def _is_shouted(name: Name) -> bool:
    return name.text.isupper() and len(name.text) > _LIMIT


def _person(spelt: Sequence[Name], names: Sequence[Name]) -> str:
    alone = [name.text for name in names if len(words_of(name.text)) == 1]
    for name in spelt:
        man = _man(name.text, alone)
        if man is not None:
            return man
    given = russian_given_names()
    straight = (
        name.text for name in spelt if given.get(name.text.split()[0], ("", ""))[1] == "nom"
    )
    return next(straight, None) or person_first(spelt[0].text)


def _man(name: str, alone: Sequence[str]) -> str | None:
    """ "Валерия Пименова" is no woman, where the text goes on with "Пименов"."""
    first, _, last = name.rpartition(" ")
    if not first or last[:-1] not in alone or not last.endswith(("а", "у")):
        return None
    for case in ("gent", "accs", "datv"):
        straight = bent(first, frozenset({case, "masc", "sing"}), frozenset({"Name"}))
        if straight is not None:
            return f"{straight} {last[:-1]}"
    return None


def person_first(name: str) -> str:
    """A person's name in its first case: the given name tells sex and case, the others follow."""
    parts = name.split(" ")
    if len(parts) == 1:
        return _single(parts[0])
    known = russian_given_names().get(parts[0])
    by_table = first_case(name).split(" ")
    if known is not None and known[1] == "nom":
        return name
    told = _given(parts[0]) if known is None else (known[0], _TABLE_CASES[known[1]])
    if told is None:
        return " ".join(by_table)
    given, case = told
    return " ".join(
        [
            given,
            *(
                _follow(*pair, given, case)
                for pair in zip(parts[1:], by_table[1:], strict=True)
            ),
        ]
    )


def _given(word: str) -> tuple[str, str] | None:
    """A given name's first form and its case, where that is not the first already."""
    found = next(
        (form for form in forms(word) if "Name" in form.kinds and form.number == "sing"), None
    )
    if found is None or found.case == "nomn":
        return None
    wanted = frozenset({found.case, found.gender, "sing"})
    return bent(word, wanted, frozenset({"Name"})) or word, found.case


def _follow(word: str, tabled: str, given: str, case: str) -> str:
    """A family name or patronymic behind a given name: by the table, the dictionary, the ending."""
    if tabled != word:
        return tabled
    woman = given.endswith(("а", "я")) and not _is_man(given)
    wanted = frozenset({case, "femn" if woman else "masc", "sing"})
    known = bent(word, wanted, _FAMILY)
    if known is not None or woman:
        return known or word
    ending = _HARD.get(case, "-")
    stem = word.removesuffix(ending)
    return stem if stem != word and stem[-1:] not in _VOWELS else word


def _is_man(given: str) -> bool:
    """Whether a name that ends as women's do is a man's: "Никита"."""
    found = [form for form in forms(given) if "Name" in form.kinds and form.case == "nomn"]
    return bool(found) and found[0].gender == "masc"


def _single(word: str) -> str:
    found = [form for form in forms(word) if "Surn" in form.kinds and form.number == "sing"]
    if not found or any(form.case == "nomn" for form in found):
        return word
    return (
        bent(word, frozenset({found[0].case, found[0].gender, "sing"}), frozenset({"Surn"}))
        or word
    )


def _stands_first(name: Name, passage: Passage) -> bool:
    """Whether it is surely in its first case: a class noun in front bends in its place."""
    if name.quoted and name.noun:
        return True
    words = words_of(name.text)
    head = next(
        (word for word in words if is_cyrillic(word) and not is_adjective(word)), words[-1]
    )
    if head.isupper() and len(head) <= 6:
        return True
    adjectives = words[: words.index(head)]
    if adjectives:
        shared = frozenset.intersection(*(cases(word) for word in (*adjectives, head)))
        if shared:
            return "nomn" in shared and (
                "accs" not in shared or _case_told(name, passage) is None
            )
    told = _case_told(name, passage)
    if told is not None:
        return False
    return not cases(head) or any(
        form.case == "nomn" and (form.number == "sing" or "Pltm" in form.kinds)
        for form in forms(head.lower())
    )


def _case_told(name: Name, passage: Passage) -> str | None:
    """The case that the word in front asks for; None where it asks for none."""
    at = name.first - 1 - name.quoted
    before = passage.at(at).lower()
    if before in _GOVERN:
        return _GOVERN[before]
    if not before or not is_cyrillic(before):
        return None
    found = forms(before)
    if found and found[0].part == "NOUN" and not _acts_next(name, passage):
        return "gent"
    return None


def _acts_next(name: Name, passage: Passage) -> bool:
    behind = passage.at(name.last + 1 + name.quoted)
    return is_verb(behind)


def _unbent(name: Name, passage: Passage) -> str:
    """Bend the adjectives and the head noun back; the genitives behind it stay."""
    words = name.text.split(" ")
    head = _head(words)
    if head is None:
        return name.text
    told = _case_told(name, passage)
    if len(words) == 1 and (likely := _likeliest(words[0], told)) is not None:
        return likely
    front = [word for word in words[: head + 1] if is_cyrillic(word)]
    shared = [case for case in _OBLIQUE if all(case in cases(word) for word in front)]
    if told in shared:
        shared = [told]
    if not shared:
        return name.text
    case = frozenset({shared[0]})
    plural = _number(words[head], shared[0])
    if plural == {"plur"} and len(front) == 1:
        return name.text
    return " ".join([*_straight(words[: head + 1], case | plural), *words[head + 1 :]])


def _likeliest(word: str, told: str | None) -> str | None:
    """A single word bent back by its likeliest reading, where its place allows that one."""
    first = next(iter(forms(word.lower())), None)
    if (
        first is None
        or first.case in {"", "nomn"}
        or first.number != "sing"
        or told not in {None, first.case}
    ):
        return None
    return bent(word, frozenset({first.case, "sing", first.gender} - {""}), frozenset())


def _straight(words: Sequence[str], wanted: frozenset[str]) -> list[str]:
    """Adjectives and their noun in the first case; its gender tells theirs."""
    gender = next(
        (form.gender for form in forms(words[-1].lower()) if form.is_noun and form.gender), ""
    )
    agreed = wanted | {gender} if gender and "plur" not in wanted else wanted
    front = [
        bent(word, agreed, frozenset()) or bent(word, wanted, frozenset()) or word
        for word in words[:-1]
    ]
    return [*front, bent(words[-1], wanted, frozenset()) or words[-1]]


def _number(word: str, case: str) -> frozenset[str]:
    """One thing rather than many, where both can be."""
    numbers = [form.number for form in forms(word.lower()) if form.case == case and form.number]
    return frozenset(sorted(numbers, key=lambda number: number != "sing")[:1])


def _head(words: Sequence[str]) -> int | None:
    for place, word in enumerate(words):
        if not is_cyrillic(word):
            return None
        found = forms(word)
        if found and not found[0].is_adjective and any(form.is_noun for form in found):
            return place
    return len(words) - 1


def phrase_first(words: Sequence[str]) -> str:
    """A phrase such as "генерального директора завода" as it would stand alone."""
    head = next(
        (
            at
            for at, word in enumerate(words)
            if any(f.is_noun for f in forms(word.lower())) and not is_adjective(word)
        ),
        None,
    )
    if head is None:
        return " ".join(words)
    one = {form.case for form in forms(words[head].lower()) if form.number == "sing"}
    for case in ("nomn", *_OBLIQUE):
        stands = case in one or not one
        if stands and all(
            case in cases(word) or not is_cyrillic(word) for word in words[: head + 1]
        ):
            if case == "nomn":
                break
            number = _number(words[head], case)
            straight = _straight(words[: head + 1], frozenset({case}) | number)
            return " ".join([*straight, *words[head + 1 :]])
    return " ".join(words)
