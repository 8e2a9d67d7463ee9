# ruff: noqa: RUF001, RUF002, PLR2004 - Cyrillic letters are meant as they stand; windows, in words
"""What kind of thing a Russian name stands for: the tagger, class nouns, forms, company kept."""

import re
from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.languages.en_names import NAMES as ENGLISH
from ingestd.extraction.languages.pack import Head, words
from ingestd.extraction.products import is_drug
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.nouns import (
    AUTHORITIES,
    CLASSES,
    COMPOUND,
    INVESTS,
    ISSUING,
    LEGAL,
    STATE_ACRONYMS,
)
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.words import cases, forms, is_adjective, is_cyrillic, lemma
from ingestd.extraction.weighing import known_type

_TAGS: dict[str, tuple[tuple[Head, float], ...]] = {
    "PER": (("person", 5),), "LOC": (("place", 4),), "ORG": (("company", 2), ("organization", 0.5)), "": (("company", 1),),
}  # fmt: skip
_TELLING = words(
    "сообщать сообщить передавать передать писать написать рассказать уточнять уточнить"
)
_CODE = 3
_MODEL = re.compile(r"-\d+[^\W\d_]{1,2}$")
_HIRED = words(
    "рекламный маркетинговый кадровый рекрутинговый консалтинговый креативный брендинговый коммуникационный туристический коллекторский модельный аналитический аукционный страховой исследовательский"
)
"""Agencies that are firms."""
_FIRMLY: frozenset[Head] = frozenset({"company", "public_body", "organization"})
_SIGNED = frozenset({"dateline", "agency", "credit"})


def evidence(name: Name, passage: Passage) -> list[Evidence]:
    """All that speaks for one kind or another where the name stands."""
    if name.known:
        return [Evidence(known_type(name.known), 10, "gazetteer")]
    found = [
        Evidence(kind, weight, f"tagged {name.tag or 'by rule'}")
        for kind, weight in _TAGS[name.tag]
    ]
    for rule in (_class_before, _class_inside, _form, _latin, _told, _signed):
        found.extend(rule(name, passage))
    return found


def _class_before(name: Name, passage: Passage) -> Iterator[Evidence]:
    """ "завод «X»", "ООО «X»", "город X"; a person's name follows whom they work for, too."""
    before = passage.at(name.first - 1 - name.quoted)
    if before in LEGAL:
        yield Evidence("company", 8, f"legal form {before}")
    kind = CLASSES.get(name.noun)
    if kind is None or name.tag == "PER":
        return
    if name.tag == "LOC" and kind != "place":
        return
    apposed = name.quoted or not is_cyrillic(name.text) or kind == "place" or name.tag == "ORG"
    if apposed:
        invests = name.noun == "фонд" and INVESTS.search(name.text)
        firm = invests or (name.noun == "агентство" and _is_hired(name, passage))
        yield Evidence(
            "company" if firm else kind, 6 if name.quoted else 4, f"called {name.noun}"
        )


def _is_hired(name: Name, passage: Passage) -> bool:
    """Whether an agency works for clients: "рекламное агентство «X»"."""
    at = name.first - 2 - name.quoted
    return lemma(passage.at(at)) in _HIRED or passage.at(at + 1).count("-") > 0


def _class_inside(name: Name, passage: Passage) -> Iterator[Evidence]:
    if name.tag == "PER":
        return
    parts = [passage.at(at) for at in range(name.first, name.last + 1)]
    for place, word in enumerate(parts):
        first = lemma(word.rsplit("-", maxsplit=1)[-1])
        kind = CLASSES.get(first) or ("public_body" if first == "сила" else None)
        if kind and first == "банк" and any(lemma(one) in ISSUING for one in parts[:place]):
            kind = "public_body"
        if kind and name.quoted and (kind not in _FIRMLY or 0 < place < len(parts) - 1):
            continue
        if kind and (len(parts) > 1 or kind == "public_body"):
            yield Evidence(kind, 6, f"class noun {first}")
            return
        if (
            "gent" in cases(word)
            and "nomn" not in cases(word)
            and place
            and not is_adjective(word)
        ):
            return


def _form(name: Name, passage: Passage) -> Iterator[Evidence]:
    """Acronyms and compounds of authorities; names of models; drugs."""
    word = passage.at(name.first)
    low = word.lower()
    if word in STATE_ACRONYMS:
        yield Evidence("public_body", 8, "an authority's acronym")
    elif name.tag != "PER" and _is_authority(low):
        yield Evidence("public_body", 6, "a compound as authorities have")
    elif COMPOUND.fullmatch(word) and name.first == name.last:
        yield Evidence("company", 4, "a compound as firms have")
    last = passage.at(name.last)
    coded = last[-1].isdigit() or _MODEL.search(last)
    lettered = any(x.isalpha() for x in name.text) and "№" not in name.text
    if coded and lettered and name.tag != "PER":
        yield Evidence("product", _CODE, "numbered like a model")
    if INVESTS.search(name.text) and name.tag != "PER":
        yield Evidence("company", 3, "named for investing")
    if is_drug(low):
        yield Evidence("product", 6, "drug stem")


def _is_authority(low: str) -> bool:
    stem = low.rstrip("аеуыоимй")
    if (
        low.startswith("мин")
        and len(low) > 5
        and low[3:5] not in {"ск", "ут", "ер", "ин", "и-", "ус"}
    ):
        return True
    return low.startswith(("рос", "гос", "нац", "обл")) and stem.endswith(
        tuple(x.rstrip("аеуыоимйя") for x in AUTHORITIES)
    )


def _latin(name: Name, passage: Passage) -> Iterator[Evidence]:
    """English class nouns and legal forms end the names of foreign bodies."""
    if is_cyrillic(name.text) or name.tag == "PER":
        return
    low = passage.at(name.last).lower()
    kind = ENGLISH.heads.get(low)
    if kind and name.last > name.first:
        yield Evidence(kind, 3, f"class noun {low}")
    if low in ENGLISH.legal:
        yield Evidence("company", 6, f"legal form {low}")


def _told(name: Name, passage: Passage) -> Iterator[Evidence]:
    """Who tells the news, or is told it: "пишет газета «X»", "рассказали «X»"."""
    if name.tag == "PER":
        return
    before = passage.at(name.first - 1 - name.quoted).lower()
    found = forms(before)
    if found and found[0].part in {"VERB", "GRND"} and found[0].lemma in _TELLING:
        bends = name.tag == "ORG" or name.quoted
        if bends:
            yield Evidence("organization", 3, "told the news")


def _signed(name: Name, passage: Passage) -> Iterator[Evidence]:
    if passage.kind in _SIGNED and name.tag != "LOC" and not name.known and name.tag != "PER":
        yield Evidence("organization", 6, "signs the news")
    elif (
        name.start - passage.sentence.start < 60
        and name.quoted
        and not name.noun
        and _in_dateline(name, passage)
    ):
        yield Evidence("organization", 4, "signs the news")


def _in_dateline(name: Name, passage: Passage) -> bool:
    """Whether a date and a dash stand around it at the start: "Город, 20 января, «X» - "."""
    front = [passage.at(at) for at in range(name.first)]
    dated = any(word.isdigit() for word in front)
    behind = passage.at(name.last + 2)
    small = [word for word in front if word.islower() and len(word) > 2]
    return len(small) <= 3 and (
        (dated and behind in {"—", "–", "-", ")"})
        or (bool(front) and behind == "," and not small)
    )
