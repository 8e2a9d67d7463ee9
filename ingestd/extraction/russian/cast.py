# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant as they stand
"""Everybody and everything a Russian text names; passages in other languages join in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from ingestd.events.facts import EntityType, ExtractedEntity
from ingestd.extraction.entities import Cast, Mention, cast_of
from ingestd.extraction.gazetteer.places import key, places
from ingestd.extraction.languages.choice import LANGUAGES
from ingestd.extraction.languages.pack import Head, Language
from ingestd.extraction.russian.chains import Chain, chains, words_of
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.names import names
from ingestd.extraction.russian.naming import name_of
from ingestd.extraction.russian.nouns import CLASSES
from ingestd.extraction.russian.passage import Passage, Text, text_of
from ingestd.extraction.russian.words import is_adjective, lemma, people_of, same_word, stem
from ingestd.extraction.sentences import Sentence
from ingestd.extraction.spots import Reading, read
from ingestd.extraction.view import fold

_TYPES = frozenset(get_args(EntityType))
_REPEATS = frozenset({"title", "heading", "credit", "byline", "metadata"})
"""Blocks that only repeat: who stands nowhere else is no entity."""
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Scene:
    """A Russian text with its cast, and the places of everybody in it."""

    text: Text
    cast: Cast
    names: tuple[Name, ...]
    owners: tuple[int, ...]
    """By place in `names`: which entity of the cast it is."""


def scene_of(reading: Reading) -> Scene:
    """Find the entities of a Russian text."""
    text = text_of(reading)
    kept = [chain for chain in chains(names(text), text) if _is_entity(chain, text)]
    own = [name for chain in kept for name in chain.names]
    repeated = list(_repeats(kept, own, text))
    entities: list[ExtractedEntity] = []
    listed: list[tuple[Name, int]] = []
    for number, chain in enumerate(kept):
        told = sorted(
            [*chain.names, *(name for name, owner in repeated if owner == number)],
            key=lambda name: name.start,
        )
        entities.append(_entity(chain, told, text, reading))
        listed.extend((name, number) for name in told)
    listed.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    mentions = tuple(Mention(name.start, name.end, owner) for name, owner in listed)
    cast = _with_foreign(Cast(tuple(entities), mentions), text, reading)
    return Scene(
        text, cast, tuple(name for name, _ in listed), tuple(owner for _, owner in listed)
    )


def _is_entity(chain: Chain, text: Text) -> bool:
    if chain.kind not in _TYPES or not any(x.isalpha() for x in chain.names[0].text):
        return False
    if len(chain.names[0].text) > _LONGEST or all(len(name.text) == 1 for name in chain.names):
        return False
    alone = len(text.passages) <= 2
    kinds = {text.passages[name.passage].kind for name in chain.names}
    return alone or chain.known is not None or not kinds <= _REPEATS


def _entity(chain: Chain, told: list[Name], text: Text, reading: Reading) -> ExtractedEntity:
    kind: EntityType = next(kind for kind in get_args(EntityType) if kind == chain.kind)
    known = chain.known
    return ExtractedEntity(
        name=name_of(chain, kind, text),
        type=kind,
        mentions=tuple(reading.view.quote(name.start, name.end) for name in told),
        aliases=tuple(dict.fromkeys(chain.aliases)),
        reference=known.reference if known else None,
        country=known.country if known else _country(chain, kind, text),
        reasons=chain.reasons,
    )


# -- repeats -------------------------------------------------------------------------------


def _repeats(kept: list[Chain], own: list[Name], text: Text) -> Iterator[tuple[Name, int]]:
    """Places that the tagger passed over, of names it knows from elsewhere."""
    index = _index(kept)
    covered = sorted((name.start, name.end) for name in own)
    for passage in text.passages:
        if passage.kind == "metadata" or not passage.russian:
            continue
        at = 0
        while at < len(passage.words):
            found = _repeat(passage, at, index)
            last, owner = found or (at, -1)
            start, end = passage.words[at].start, passage.words[last].end
            if found and not _is_taken(start, end, covered):
                yield _as_name(passage, at, last), owner
            at = last + 1


def _is_taken(start: int, end: int, covered: list[tuple[int, int]]) -> bool:
    at = bisect_right(covered, (start, end)) - 1
    return any(one < end and start < two for one, two in covered[max(at - 2, 0) : at + 3])


def _index(kept: list[Chain]) -> dict[str, list[tuple[list[str], int]]]:
    rows: dict[str, list[tuple[list[str], int]]] = {}
    for number, chain in enumerate(kept):
        for words in chain.others:
            common = len(words) == 1 and (
                len(words[0]) < 4 or (chain.kind == "place" and not chain.known)
            )
            if not common:
                rows.setdefault(stem(words[0])[:4], []).append((words, number))
    for listed in rows.values():
        listed.sort(key=lambda row: (-len(row[0]), row[1]))
    return rows


def _repeat(
    passage: Passage, at: int, index: dict[str, list[tuple[list[str], int]]]
) -> tuple[int, int] | None:
    word = passage.words[at]
    if not word.is_capital:
        return None
    for words, owner in index.get(stem(word.text)[:4], ())[:40]:
        last = at + len(words) - 1
        if last < len(passage.words) and all(
            _reads(passage.at(at + n), one) for n, one in enumerate(words)
        ):
            return last, owner
    return None


def _reads(word: str, told: str) -> bool:
    same_start = word[:1].isupper() == told[:1].isupper()
    return same_start and same_word(word.replace("ё", "е"), told)


def _as_name(passage: Passage, first: int, last: int) -> Name:
    words = passage.words
    shown = " ".join(word.text for word in words[first : last + 1])
    return Name(passage.number, first, last, words[first].start, words[last].end, shown, "")


# -- countries -----------------------------------------------------------------------------


def _country(chain: Chain, kind: Head, text: Text) -> str | None:
    """Whose it is: an adjective of a people in front, a country in its name or right behind."""
    if kind in {"product", "place"}:
        return None
    votes = Counter(code for name in chain.names if (code := _country_at(name, text)))
    return votes.most_common(1)[0][0] if votes else None


def _country_at(name: Name, text: Text) -> str | None:
    passage = text.passages[name.passage]
    for at in range(name.first - 1 - name.quoted, max(name.first - 6, -1), -1):
        word = passage.at(at)
        code = people_of(word)
        if code:
            return code
        if (
            word not in {"«", '"', "„", "“"}
            and not is_adjective(word)
            and lemma(word) not in CLASSES
        ):
            break
    inside = (people_of(word) or _nation(word) for word in words_of(name.text))
    return next((code for code in inside if code), None)


def _nation(word: str) -> str | None:
    known = places("ru").get(key(word, "ru"))
    return known.country if known and known.reference.startswith("country:") else None


# -- other languages -----------------------------------------------------------------------


def _with_foreign(cast: Cast, text: Text, reading: Reading) -> Cast:
    """Add what passages in other languages name, each read by the rules of its own."""
    for language, sentences in _foreign(text, reading):
        cast = _joined(cast, cast_of(read(reading.view, sentences, language)))
    return cast


def _foreign(text: Text, reading: Reading) -> Iterator[tuple[Language, list[Sentence]]]:
    """The passages that are not in Russian, by their language."""
    others = [language for language in LANGUAGES if language.code != "ru"]
    found: dict[str, list[Sentence]] = {}
    for passage in text.passages:
        if not passage.russian:
            low = reading.view.low[passage.sentence.start : passage.sentence.end].split()
            chosen = max(others, key=lambda one: sum(word in one.common for word in low))
            found.setdefault(chosen.code, []).append(passage.sentence)
    yield from ((one, found[one.code]) for one in others if one.code in found)


def _joined(cast: Cast, added: Cast) -> Cast:
    """Two casts as one: the same names are the same."""
    places: list[int] = []
    entities = list(cast.entities)
    known = {fold(one.name): number for number, one in reversed(list(enumerate(entities)))}
    for one in added.entities:
        home = known.get(fold(one.name))
        if home is None:
            entities.append(one)
            places.append(len(entities) - 1)
        else:
            joined = {*entities[home].mentions, *one.mentions}
            ordered = tuple(sorted(joined, key=lambda quote: (quote.start, -quote.end)))
            entities[home] = replace(entities[home], mentions=ordered)
            places.append(home)
    entities = [
        _moved(one, places, added=at >= len(cast.entities)) for at, one in enumerate(entities)
    ]
    mentions = [
        *cast.mentions,
        *(replace(one, entity=places[one.entity]) for one in added.mentions),
    ]
    mentions.sort(key=lambda one: (one.start, -one.end))
    return replace(cast, entities=tuple(entities), mentions=tuple(mentions))


def _moved(entity: ExtractedEntity, places: list[int], *, added: bool) -> ExtractedEntity:
    if not added:
        return entity
    offices = tuple(
        replace(office, body=places[office.body]) if office.body is not None else office
        for office in entity.offices
    )
    return replace(entity, offices=offices)
