"""Whom ministers, governors and mayors are with, where only their field or their place is told."""

from collections.abc import Sequence

from ingestd.events.facts import ExtractedEntity
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.words import lemmas, stem

RULERS = words(
    "губернатор вице-губернатор замгубернатор мэр вице-мэр глава замглава врио хоким аким градоначальник заместитель"
)
_AREAS = words("республика край область регион город округ район автономия")
_OFFICES = ("администрация", "мэрия")
_OF_TOWNS = words("мэр вице-мэр градоначальник аким хоким заммэр")
_MINISTERS = words("министр замминистр министерство")
_LEAST = 4


def ministry(
    title: Sequence[str], country: str | None, cast: Sequence[ExtractedEntity]
) -> int | None:
    """The one ministry of a minister's field and country that the text names."""
    if not any(lemmas(word) & _MINISTERS for word in title):
        return None
    field = {stem(word) for word in title if len(word) >= _LEAST and word.islower()}
    field -= {stem("министр"), stem("министра"), stem("заместитель"), stem("первый")}
    found = [
        number
        for number, entity in enumerate(cast)
        if entity.type == "public_body"
        and entity.name.lower().startswith("министерств")
        and (field <= _stems(entity.name) if field else country and entity.country == country)
        and (country is None or entity.country in {None, country})
    ]
    return found[0] if len(found) == 1 else None


def area(
    title: Sequence[str],
    named: int | None,
    before: Sequence[int],
    cast: Sequence[ExtractedEntity],
) -> int | None:
    """The place somebody rules; of a mayor, the town hall: `named` in the title, or told `before` it."""
    if not any(lemmas(word) & RULERS for word in title):
        return None
    place = named if named is not None else _meant(title, before, cast)
    if place is None:
        return None
    if not any(lemmas(word) & _OF_TOWNS for word in title):
        return place
    home = stem(cast[place].name.split()[0])
    seat = (
        number
        for number, entity in enumerate(cast)
        if entity.type == "public_body"
        and entity.name.lower().startswith(_OFFICES)
        and any(stem(word) == home for word in entity.name.split()[1:])
    )
    return next(seat, place)


def _meant(
    title: Sequence[str], before: Sequence[int], cast: Sequence[ExtractedEntity]
) -> int | None:
    """The place that "губернатор края", or a mayor, leads to: the last one so called."""
    nouns = lemmas(title[-1]) & _AREAS
    if nouns:
        called = [one for one in before if nouns & _lemmas(cast[one].name)]
        free = [one for one in before if not _is_country(cast[one]) and not _AREAS & _lemmas(cast[one].name)]  # fmt: skip
        return next(iter(called or free), None)
    bare = len(title) == 1 and lemmas(title[0]) & {"мэр", "губернатор"}
    return next((one for one in before if not _is_country(cast[one])), None) if bare else None


def _is_country(entity: ExtractedEntity) -> bool:
    return (entity.reference or "").startswith("country:")


def _lemmas(name: str) -> set[str]:
    return {one for word in name.split() for one in lemmas(word)}


def _stems(name: str) -> set[str]:
    return {stem(word) for word in name.split()}
