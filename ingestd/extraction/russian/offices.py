# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand; windows, in words
"""What Russians say people are, and with whom: "глава «X» Иван Петров", "Иван Петров, мэр Y"."""

from collections.abc import Iterator
from dataclasses import replace

from ingestd.events.facts import Office
from ingestd.extraction.entities import Cast
from ingestd.extraction.russian.cast import Scene
from ingestd.extraction.russian.clauses import Clause, clauses, on_behalf
from ingestd.extraction.russian.meant import Bodies
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.roles import HONOURS, MAKES, OF_FIRMS, RANKS
from ingestd.extraction.russian.ruling import area, ministry
from ingestd.extraction.russian.seats import Role, in_office, of_body
from ingestd.extraction.russian.titles import (
    LINKS,
    QUOTES,
    agree,
    is_acronym,
    is_one,
    is_role,
    tells_office,
    titled,
    without_links,
)
from ingestd.extraction.russian.words import (
    cases,
    is_adjective,
    is_cyrillic,
    is_verb,
    lemma,
    lemmas,
    people_of,
)
from ingestd.extraction.view import View

_REACH = 14
_MOST_TITLE = 8
_MOST_OFFICES = 3
_BODIES = frozenset({"company", "public_body", "organization"})
_POSSESSIVE = frozenset({"его", "ее", "её", "их"})


def with_offices(scene: Scene, view: View) -> Cast:
    """The cast with what each person is, and where, as told beside their names."""
    reader = _Reader(scene)
    offices: dict[int, list[Office]] = {}
    countries: dict[int, str] = {}
    for passage_number, person, role in reader.told():
        passage = scene.text.passages[passage_number]
        words = [word.text for word in passage.words[role.first : role.last + 1]]
        start, end = passage.words[role.first].start, passage.words[role.last].end
        title = role.title or titled(words)
        body = role.body if role.body is not None else reader.seat(passage, role)
        office = Office(title=title, told=view.quote(start, end), body=body)
        if role.country:
            countries.setdefault(person, role.country)
        listed = offices.setdefault(person, [])
        if all(
            (one.title.lower(), one.body) != (office.title.lower(), office.body)
            for one in listed
        ):
            listed.append(office)
    members = reader.members()
    entities = tuple(
        of_body(
            in_office(
                replace(entity, country=entity.country or countries.get(number)),
                offices.get(number, []),
                scene.cast.entities,
            ),
            members.get(number),
            scene.cast.entities,
        )
        for number, entity in enumerate(scene.cast.entities)
    )
    return replace(scene.cast, entities=entities)


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bodies = Bodies(scene)
        self._at = self._bodies.at

    def told(self) -> Iterator[tuple[int, int, Role]]:
        """Every office that stands beside a person's name: passage, person, role."""
        for name, owner in zip(self._scene.names, self._scene.owners, strict=True):
            if self._scene.cast.entities[owner].type != "person":
                continue
            passage = self._scene.text.passages[name.passage]
            roles = [*self._before(passage, name), *self._behind(passage, name)]
            for role in roles or filter(None, [self._made(passage, name)]):
                yield name.passage, owner, self._from(passage, name, role)
            for where, clause in clauses(passage, name, self._next(name)):
                told = self._in_clause(where, clause)
                if told is not None:
                    yield where.number, owner, told

    def seat(self, passage: Passage, role: Role) -> int | None:
        """The ministry or the place of those whose title tells no body."""
        entities = self._scene.cast.entities
        owned = self._at.get(passage.number, {})
        title = [passage.at(at) for at in range(role.first, role.last + 1)]
        inside = [owned[at][1] for at in range(role.first, role.last + 1) if at in owned]
        places = [one for one in inside if entities[one].type == "place"]
        before = self._bodies.places_before(passage.words[role.first].start)
        found = ministry(title, role.country, entities)
        return (
            found
            if found is not None
            else area(title, next(iter(places), None), before, entities)
        )

    def _next(self, name: Name) -> Passage | None:
        """The sentence behind the only person of one: "he" in it is that person."""
        owned = self._at.get(name.passage, {}).values()
        people = {o for _, o in owned if self._scene.cast.entities[o].type == "person"}
        passages = self._scene.text.passages
        last = name.passage + 1 >= len(passages)
        return None if last or len(people) != 1 else passages[name.passage + 1]

    def members(self) -> dict[int, int]:
        """Whom people are from, where no title is told: "X из компании Y"."""
        found: dict[int, int] = {}
        for name, owner in zip(self._scene.names, self._scene.owners, strict=True):
            passage = self._scene.text.passages[name.passage]
            body = None
            if passage.at(name.last + 1) in {"из", "от"}:
                body = self._bodies.behind(passage, name.last + 2)
            spoken = on_behalf(passage, name)
            if body is None and spoken is not None:
                told = self._in_clause(passage, spoken)
                body = told.body if told is not None else None
            if body is not None:
                found.setdefault(owner, body)
        return found

    def _in_clause(self, passage: Passage, clause: Clause) -> Role | None:
        """The office a clause tells, where it names a body or "the firm"."""
        owned = self._at.get(passage.number, {})
        for at in clause.around:
            inside = owned.get(at)
            if inside is not None and self._scene.cast.entities[inside[1]].type in _BODIES:
                return Role(clause.verb, clause.verb, inside[1], title=clause.title)
            word = passage.at(at)
            if word.lower() in _POSSESSIVE:
                body = self._bodies.subject_before(passage)
                return (
                    Role(clause.verb, clause.verb, body, title=clause.title)
                    if body is not None
                    else None
                )
            plain = inside is None and (word.islower() or at == 0)
            meant = self._bodies.called(passage, at, word) if plain else None
            if meant is not None:
                return Role(clause.verb, clause.verb, meant, title=clause.title)
        return None

    # -- in front of the name --------------------------------------------------------------

    def _before(self, passage: Passage, name: Name) -> Iterator[Role]:
        end = name.first - 1
        for _ in range(_MOST_OFFICES):
            role = self._nearest_role(passage, end)
            if role is None:
                return
            found = self._role(passage, role, end)
            yield found
            # "бывший глава X и совладелец Y Иван Петров", "главный врач X профессор Иван Петров"
            joined = passage.at(found.first - 1) in {"и", ","}
            if not joined and not lemmas(passage.at(role)) & HONOURS:
                return
            end = found.first - 1 - joined

    def _nearest_role(self, passage: Passage, end: int) -> int | None:
        """The role farthest to the left of those that lead to the name in unbroken genitives."""
        found: int | None = None
        for at in range(end, max(end - _REACH, -1), -1):
            if self._is_role(passage, at):
                if found is not None and "gent" not in cases(passage.at(found)):
                    break
                found = at
            elif not self._inside(passage, at):
                break
        return found

    def _is_role(self, passage: Passage, at: int) -> bool:
        word = passage.at(at)
        inside = self._at.get(passage.number, {}).get(at)
        part = inside is not None and inside[0].first != inside[0].last
        if not word or part or not is_cyrillic(word):
            return False
        return is_role(word) and is_one(word)

    def _inside(self, passage: Passage, at: int) -> bool:
        """Whether a word may stand between a role and the name."""
        word = passage.at(at)
        owned = self._at.get(passage.number, {}).get(at)
        if owned is not None:
            return self._scene.cast.entities[owned[1]].type != "person"
        if word in QUOTES or word == "-" or word.lower() in LINKS or is_acronym(word):
            return True
        if word.isupper() and len(word) > 1:
            return True
        if not word[0].isalpha() or is_verb(word):
            return False
        return (
            bool(cases(word) & {"gent", "datv", "loct"})
            or is_adjective(word)
            or not is_cyrillic(word)
        )

    def _role(self, passage: Passage, role: int, end: int) -> Role:
        first = self._with_ranks(passage, role)
        body, last = self._complement(passage, role, end)
        country = self._country(passage, first, last)
        return Role(first, min(last, role + _MOST_TITLE), body, country)

    def _country(self, passage: Passage, first: int, last: int) -> str | None:
        """The country a title names: "президент Франции", "российский министр"."""
        for at in range(first, last + 1):
            inside = self._at.get(passage.number, {}).get(at)
            if inside is not None and self._scene.cast.entities[inside[1]].type == "place":
                return self._scene.cast.entities[inside[1]].country
        return people_of(passage.at(first - 1)) or None

    def _with_ranks(self, passage: Passage, role: int) -> int:
        first = role
        while first > 0:
            before = passage.at(first - 1)
            if not is_cyrillic(before) or (first - 1) in self._at.get(passage.number, {}):
                break
            if lemma(before) in RANKS or (
                is_adjective(before)
                and agree(before, passage.at(role))
                and tells_office(before)
            ):
                first -= 1
            elif before.lower() == "и" and first > 1 and lemma(passage.at(first - 2)) in RANKS:
                first -= 2
            else:
                break
        return first

    def _complement(self, passage: Passage, role: int, end: int) -> tuple[int | None, int]:
        """Whom the role is with, and the last word of the title."""
        owned = self._at.get(passage.number, {})
        last = role
        for at in range(role + 1, end + 1):
            inside = owned.get(at)
            if inside is not None:
                kind = self._scene.cast.entities[inside[1]].type
                if kind in _BODIES:
                    return inside[1], without_links(passage, role, at - 1, inside[0])
                if kind == "place":
                    last = at
                continue
            word = passage.at(at)
            if word in QUOTES:
                continue
            if word.islower() and word not in LINKS:
                body = self._bodies.called(passage, at, word)
                if body is not None and not any(
                    place in owned for place in range(at + 1, end + 1)
                ):
                    return body, at - 1
                last = at
        return None, last

    # -- behind the name -------------------------------------------------------------------

    def _behind(self, passage: Passage, name: Name) -> Iterator[Role]:
        at = name.last + 1
        if passage.at(at) not in {",", "(", "—", "–", "-"}:
            return
        for _ in range(_MOST_OFFICES):
            role = self._role_from(passage, at + 1)
            if role is None:
                return
            end = self._end(passage, role)
            yield self._role(passage, role, end)
            at = end + 1
            if passage.at(at) not in {",", "и"}:
                return

    def _role_from(self, passage: Passage, at: int) -> int | None:
        """The role that an apposition opens with, behind its adjectives."""
        for place in range(at, min(at + 5, len(passage.words))):
            if self._is_role(passage, place):
                return place
            word = passage.at(place)
            leads = is_adjective(word) or lemma(word) in RANKS or word.lower() == "и"
            if not is_cyrillic(word) or not leads:
                return None
        return None

    def _end(self, passage: Passage, role: int) -> int:
        """The last word of what an apposition says of a role."""
        last = role
        for at in range(role + 1, min(role + _REACH, len(passage.words))):
            if not self._inside(passage, at) or passage.at(at).lower() == "из":
                break
            last = at
        while last > role and passage.at(last).lower() in LINKS:
            last -= 1
        return last

    def _made(self, passage: Passage, name: Name) -> Role | None:
        """ "мэром избран X", "X стал мэром"."""
        verbs = [
            at
            for at in range(max(name.first - 8, 0), min(name.last + 6, len(passage.words)))
            if is_cyrillic(passage.at(at)) and lemmas(passage.at(at)) & MAKES
        ]
        for verb in verbs:
            span = (
                range(verb + 1, min(verb + 8, len(passage.words)))
                if verb > name.first
                else range(max(verb - 8, 0), verb)
            )
            for at in span:
                if self._is_role(passage, at) and is_one(passage.at(at), "ablt"):
                    end = (
                        self._end(passage, at)
                        if at > name.last
                        else min(self._end(passage, at), verb - 1)
                    )
                    return self._role(passage, at, end)
        return None

    # -- whom they are with, told elsewhere ------------------------------------------------

    def _from(self, passage: Passage, name: Name, role: Role) -> Role:
        """ "аналитик X из «Y»"; "ее директор X"; "директор X", where one firm is spoken of."""
        if role.body is not None:
            return role
        if passage.at(name.last + 1) in {"из", "от"}:
            behind = self._bodies.behind(passage, name.last + 2)
            if behind is not None:
                return replace(role, body=behind)
        words = (passage.at(at) for at in range(role.first, role.last + 1))
        head = next((word for word in words if is_role(word)), "")
        bare = role.last == role.first or passage.at(role.last) == head
        if passage.at(role.first - 1).lower() in _POSSESSIVE:
            return replace(role, body=self._bodies.owner(passage, role.first))
        if bare and lemmas(head) & OF_FIRMS:
            return replace(role, body=self._bodies.last(passage, name.start))
        return role
