# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand; windows, in words
"""What Russian clauses say people are: "X, который возглавляет Y", "Y основала X"."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.words import forms, is_cyrillic, lemmas

_TITLES: dict[str, str] = {
    **dict.fromkeys(("возглавлять", "возглавить"), "глава"),
    **dict.fromkeys(("руководить", "заведовать", "управлять"), "руководитель"),
    **dict.fromkeys(
        ("основать", "создать", "учредить", "открыть", "придумать", "построить"), "основатель"
    ),
    **dict.fromkeys(("владеть",), "владелец"),
    **dict.fromkeys(("отвечать",), "ответственный"),
    **dict.fromkeys(("представлять",), "представитель"),
}
_HEADED = words("возглавлять возглавить руководить владеть основать создать учредить")
_WHO = frozenset({"который", "которая", "кто"})
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "(", ")"})
_NOT = frozenset({"не", "если", "бы"})
_BEHALF = frozenset({("от", "имени"), ("от", "лица"), ("со", "стороны")})
_REACH = 9
_BEFORE = 7


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb that tells an office, and the words among which the body is named."""

    verb: int
    title: str
    around: range


def clauses(
    passage: Passage, name: Name, following: Passage | None
) -> Iterator[tuple[Passage, Clause]]:
    """What tells of the bearer of a name, and where; `following` may say what "he" does."""
    around = (_behind(passage, name.last + 1), _before(passage, name.first - 1))
    yield from ((passage, clause) for clause in around if clause is not None)
    of_him = _of_him(following) if following is not None else None
    if following is not None and of_him is not None:
        yield following, of_him


def _of_him(passage: Passage) -> Clause | None:
    """ "Он возглавляет Y": what a sentence says of whom the one before named."""
    if passage.at(0) not in {"Он", "Она"}:
        return None
    for place in range(1, _REACH - 4):
        title = _title(passage.at(place)) if passage.at(place) else None
        if title is not None and passage.at(place - 1).lower() not in _NOT:
            return Clause(place, title, range(place + 1, _end(passage, place + 1)))
    return None


def on_behalf(passage: Passage, name: Name) -> Clause | None:
    """ "от имени Y подписал X": where the body Y is named."""
    for place in range(name.first - 1, max(name.first - 2 - _REACH, 0), -1):
        led = (passage.at(place - 1).lower(), passage.at(place).lower())
        if led in _BEHALF:
            return Clause(place, "", range(place + 1, min(place + 5, name.first)))
    return None


def _behind(passage: Passage, at: int) -> Clause | None:
    """ "X, который … руководит Y", "X, возглавляющий Y", "X возглавляет Y"."""
    comma = passage.at(at) == ","
    told = at + comma
    relative = passage.at(told).lower() in _WHO
    if comma and not relative and not _is_participle(passage.at(told)):
        return None
    for place in range(told, min(told + _REACH - 3, len(passage.words))):
        word = passage.at(place)
        if word in _STOPS or word.lower() in _NOT:
            return None
        title = _title(word)
        if title is not None:
            return Clause(place, title, range(place + 1, _end(passage, place + 1)))
    return None


def _before(passage: Passage, at: int) -> Clause | None:
    """ "Y возглавляет … X", "фонд создала … X": the body leads."""
    for place in range(at, max(at - _BEFORE, 0), -1):
        word = passage.at(place)
        if word in _STOPS:
            return None
        if is_cyrillic(word) and lemmas(word) & _HEADED and _title(word) is not None:
            if passage.at(place - 1).lower() in _NOT:
                return None
            return Clause(place, _title(word) or "", range(max(place - 5, 0), place))
    return None


def _is_participle(word: str) -> bool:
    return is_cyrillic(word) and any(
        "actv" in form.kinds and "PRTF" in form.kinds for form in forms(word.lower())[:1]
    )


def _title(word: str) -> str | None:
    if not is_cyrillic(word):
        return None
    found = forms(word.lower())[:1]
    told = (
        _TITLES.get(form.lemma)
        for form in found
        if "VERB" in form.kinds or "PRTF" in form.kinds
    )
    return next((title for title in told if title is not None), None)


def _end(passage: Passage, start: int) -> int:
    stop = min(start + _REACH, len(passage.words))
    return next((at for at in range(start, stop) if passage.at(at) in _STOPS), stop)
