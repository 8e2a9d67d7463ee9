"""Offices of persons: all that a text tells of what they are, and whom they are with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingestd.events.facts import ExtractedEntity, Office
from ingestd.extraction.chains import Chain
from ingestd.extraction.engagements import engaged, engages, raised
from ingestd.extraction.french_offices import offices as french_offices
from ingestd.extraction.french_offices import recent
from ingestd.extraction.french_posts import calling as french_calling
from ingestd.extraction.german.posts import calling as german_calling
from ingestd.extraction.line import Line
from ingestd.extraction.people import Post, post
from ingestd.extraction.spots import Reading, Spot
from ingestd.extraction.stand_ins import StandIn
from ingestd.extraction.tenures import tenure
from ingestd.extraction.topics import Topics
from ingestd.extraction.vietnamese.belonging import Belonging
from ingestd.extraction.vietnamese.posts import calling as vietnamese_calling

_POSSESSIVES = frozenset({"its", "their"})
_CALLINGS = {"de": german_calling, "vi": vietnamese_calling}
_BODIES = frozenset({"company", "public_body", "organization"})
_ENVOY = re.compile(r"ambassad|đại sứ|посол|посла|послом|послу")
_OWNING = re.compile(r"(?:co)?fondat|propriétaire|gérant|héritier|dirigeant")
_LEADING = re.compile(r"director|chief|president|owner|founder|partner|chair|manager|head|ceo")
_EMBASSY = re.compile(r"\b(?:embassy|ambassade|đại sứ quán|посольств\w+)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says of somebody."""

    post: Post
    sentence: int


@dataclass(slots=True)
class Offices:
    """Gives persons their offices, out of the sentences that name them.

    `published` is the day of the article, for months told without their year.
    """

    entities: Sequence[ExtractedEntity]
    kept: Sequence[Chain]
    reading: Reading
    published: str | None
    standing: Sequence[StandIn] = ()
    topics: Topics = field(init=False)
    bodies: dict[int, dict[int, int]] = field(init=False)
    belonging: Belonging | None = field(init=False)

    def __post_init__(self) -> None:
        """Learn which organisation stands where."""
        self.topics = Topics(self.entities, self.kept)
        self.bodies = self._bodies()
        vietnamese = self.reading.language.code == "vi"
        self.belonging = (
            Belonging(self.entities, self.reading.lines, self.bodies) if vietnamese else None
        )

    def given(self) -> Iterator[ExtractedEntity]:
        """All entities in their order, persons with what they are."""
        for number, entity in enumerate(self.entities):
            yield self._person(number, entity) if entity.type == "person" else entity

    def _person(self, number: int, entity: ExtractedEntity) -> ExtractedEntity:
        told = [one for spot in self.kept[number].spots for one in self._told(spot)]
        if not told:
            return replace(entity, affiliation=None)
        foremost = self._foremost(told, entity)
        body = self.entities[foremost.affiliation] if foremost.affiliation is not None else None
        country = foremost.country or (body.country if body else None) or entity.country
        return replace(
            entity,
            role=foremost.title or None,
            affiliation=body.name if body else None,
            country=country,
            offices=tuple(self._offices(number, told, foremost)),
        )

    def _foremost(self, told: list[Told], entity: ExtractedEntity) -> Post:
        """The first title with a body, else the first title, with whom else it may be with."""
        posts = [one.post for one in told]
        # a title outweighs what a verb makes of somebody: "leads" a leader
        titled = sorted((one for one in posts if one.title), key=lambda one: one.verbal)
        whole = next(
            (one for one in titled if one.affiliation is not None and not one.verbal), None
        )
        if whole:
            return whole
        body = next((one.affiliation for one in posts if one.affiliation is not None), None)
        found = titled[0] if titled else posts[0]
        if body is None:
            found, body = self._of_topic(titled or posts[:1], told, entity.name)
        return self._at_embassy(replace(found, affiliation=body), entity)

    def _of_topic(
        self, listed: list[Post], told: list[Told], name: str
    ) -> tuple[Post, int | None]:
        """The first title that somebody's the text is about may be, and whose; else the first."""
        for found in listed:
            sentence = next(one.sentence for one in told if one.post is found)
            body = self._topic(found, sentence, name)
            if body is not None:
                return found, body
        return listed[0], None

    def _topic(self, found: Post, sentence: int, name: str) -> int | None:
        if self.reading.language.code != "en":
            return None
        namesake = self._namesake_in_english(found, name)
        if namesake is not None:
            return namesake
        line = self.reading.lines[sentence]
        if line.low(found.first - 1) in _POSSESSIVES:
            return recent(self.bodies, sentence).get("recent")
        before = line.tokens[found.first].start
        return self.topics.of(found.title, found.country, before)

    def _namesake_in_english(self, found: Post, name: str) -> int | None:
        """The firm that bears the family's name: "Anne Teller, managing director"."""
        family = name.rpartition(" ")[2]
        for at, one in enumerate(self.entities) if _LEADING.search(found.title.lower()) else ():
            if one.type == "company" and family in one.name.split():
                return at
        return None

    def _at_embassy(self, found: Post, entity: ExtractedEntity) -> Post:
        """An ambassador without a body is with the one embassy of the text."""
        if found.affiliation is not None or not _ENVOY.match(found.title.lower()):
            return found
        seats = [
            at for at, one in enumerate(self.entities) if _EMBASSY.search(one.name.lower())
        ]
        home = found.country or entity.country
        if len(seats) != 1 or home not in {None, self.entities[seats[0]].country}:
            return found
        return replace(found, affiliation=seats[0])

    def _offices(self, number: int, told: list[Told], foremost: Post) -> Iterator[Office]:
        """Each title once, the foremost first; an office with a body tells more than without."""
        if self.reading.language.code == "fr":
            spots = self.kept[number].spots
            yield from french_offices(spots, self.reading, self.bodies, self.topics.first)
            return
        listed = [Told(foremost, self._place(told, foremost)), *told]
        seen: dict[str, int | None] = {}
        for one in listed:
            title, body = one.post.title, one.post.affiliation
            key = title.casefold()
            if not title or (key in seen and body in {None, seen[key]}):
                continue
            seen[key] = body
            yield self._office(one)

    def _place(self, told: list[Told], foremost: Post) -> int:
        same = (foremost.title, foremost.first)
        return next(one.sentence for one in told if (one.post.title, one.post.first) == same)

    def _office(self, one: Told) -> Office:
        line = self.reading.lines[one.sentence]
        start, end = line.tokens[one.post.first].start, line.tokens[one.post.last].end
        sentence = self.reading.sentences[one.sentence]
        around = (sentence.start, start, end, sentence.end)
        since, until = tenure(
            self.reading.view.low, around, self.reading.language, self.published
        )
        return Office(
            title=one.post.title,
            told=self.reading.view.quote(start, end),
            body=one.post.affiliation,
            since=since,
            until=until,
        )

    def _told(self, spot: Spot) -> Iterator[Told]:
        line, bodies = self.reading.lines[spot.sentence], self.bodies.get(spot.sentence, {})
        for found in self._posts(line, spot, bodies):
            yield Told(found, spot.sentence)

    def _posts(self, line: Line, spot: Spot, bodies: dict[int, int]) -> Iterator[Post]:
        if line.language.code == "fr":
            known = self.topics.first | recent(self.bodies, spot.sentence)
            held = french_calling(line, spot.piece, bodies, known)
            if held:
                body = self._namesake(spot, held.title, held.body)
                yield Post(held.title, body, held.country, held.first, held.last)
            return
        calling = _CALLINGS.get(line.language.code)
        if calling:
            called = calling(line, spot.piece, bodies, self.topics.first)
            if called:
                body = self._with(spot, called.body, called.first, called.last)
                yield Post(called.title, body, called.country, called.first, called.last)
            return
        found = post(line, spot, bodies)
        if found:
            yield found
        title = spot.piece.first - 1
        if line.low(title) == "professor" and line.language.code == "en":
            yield Post(line.text(title), None, None, title, title)
        if line.language.code == "en":
            yield from raised(line, spot.piece.first, spot.piece.last, bodies)
            yield from engages(line, spot.piece.first - 1, bodies)
            yield from engaged(line, spot.piece.last + 1, bodies)

    def _with(self, spot: Spot, body: int | None, first: int, last: int) -> int | None:
        """Whom a Vietnamese calling is with, where the words behind it name nobody."""
        if self.belonging is None:
            return body
        name, sentence = (spot.piece.first, spot.piece.last), spot.sentence
        told = self.belonging.founded(sentence, name)
        told = self.belonging.by_noun(sentence, (first, last)) if told is None else told
        if told is not None or body is not None:
            return body if told is None else told
        return self.belonging.of(sentence, (first, last), name)

    def _namesake(self, spot: Spot, title: str, body: int | None) -> int | None:
        """Who founded or owns a firm may have given it the family's name."""
        if not _OWNING.match(title.lower()):
            return body
        family = spot.name.rpartition(" ")[2]
        named = (
            at
            for at, one in enumerate(self.entities)
            if one.type == "company" and family in one.name.split()[1:]
        )
        return next(named, body)

    def _bodies(self) -> dict[int, dict[int, int]]:
        """By sentence and token: which organisation stands there."""
        found: dict[int, dict[int, int]] = {}
        for number, chain in enumerate(self.kept):
            if self.entities[number].type in _BODIES:
                for spot in chain.spots:
                    places = found.setdefault(spot.sentence, {})
                    for at in range(spot.piece.first, spot.piece.last + 1):
                        places[at] = number
        for one in self.standing:
            places = found.setdefault(one.sentence, {})
            for at in range(one.first + 1, one.last + 1):
                places.setdefault(at, one.entity)
        return found
