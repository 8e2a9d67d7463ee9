"""What a French sentence says somebody is: the title, whom it is with, since when and until when."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingestd.extraction.languages.fr_words import LEADERS
from ingestd.extraction.languages.pack import union, words
from ingestd.extraction.line import Line, Piece

_REACH = 14
_LONGEST = 9
_ARTICLES = words("le la l les un une")
_OWN = words("son sa leur ses")
_FORMER = words("ancien ancienne ex anciens anciennes")
_LEADING = _ARTICLES | _FORMER | {"'", "-", "actuel", "actuelle"}
_LINKS = words("de du des d à au aux en pour chez et la le l les '") | {"'", "-", '"'}
_ENDS = words(
    "qui que dont où lors pendant depuis jusqu avant après dans par avec selon sur mais"
)
_STAND_INS = words(
    "entreprise société groupe compagnie maison banque firme régie club institut agence association coopérative fonds laboratoire holding chaîne biotech fintech pousse filiale plateforme éditeur consortium coentreprise studio hôpital centre école musée "
    "ministère université syndicat organisation fédération établissement mutuelle brasserie armateur assureur fabricant constructeur opérateur distributeur enseigne start"
)
_LED = words("secrétaire recteur rectrice doyen doyenne") | LEADERS.difference(
    words("économiste analyste analystes actionnaire numéro cadre cadres")
)
_MAYORS = words("maire mayor bourgmestre")
_HALLS = words("mairie ville municipalité métropole commune")
_PLAYERS = words(
    "entraîneur entraîneuse sélectionneur capitaine gardien gardienne attaquant défenseur milieu buteur ailier joueur joueuse"
)
_STAFF = words("cadre membre salarié salariée employé employée élève")
_LEADS = words(
    "dirige préside pilote gère conduit gouverne représente codirige emmène anime administre"
)
_TITLES = {"dirige": "dirigeant", "préside": "président", "gère": "gérant"}
"""What a verb makes of somebody; the others say whom one is with, not as what."""
_HELM = words("tête commandes manettes barre rênes gouvernail")
_GOVERNING = words("conseil comité directoire surveillance administration")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Calling:
    """A title as it stands in the text, its place in the sentence, and the body it is with.

    `since` and `until` are years; `former` says that it is over; `country` is one the title
    names ("ambassadeur du Vietnam"); `told`, the title itself names the body.
    """

    title: str
    first: int
    last: int
    body: int | None
    since: str | None = None
    until: str | None = None
    former: bool = False
    country: str | None = None
    told: bool = False


def calling(
    line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> Calling | None:
    """The foremost of the titles that a sentence gives a person.

    `bodies` says by token which organisation stands there; `topics` by type and by first word
    which one the text is about, `recent` the one it spoke of last.
    """
    found = list(callings(line, piece, bodies, topics))
    return max(found, key=_weight, default=None)


def _weight(one: Calling) -> tuple[bool, bool, bool]:
    """What somebody is tells more than what they were, or whose counterpart they are."""
    return (not one.former, not one.title.startswith("homologue"), one.body is not None)


def callings(
    line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> Iterator[Calling]:
    """Every title in front of a name and behind it."""
    reader = _Reader(line, piece, bodies, topics)
    yield from reader.before(piece.first - 1)
    yield from reader.behind(piece.last + 1)
    yield from reader.leads(piece.last + 1)
    yield from reader.led(piece.first - 1)


class _Reader:
    """Reads the titles of one sentence."""

    def __init__(
        self, line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
    ) -> None:
        self._line = line
        self._bodies = bodies
        self._topics = topics
        self._belongs = self._beside(piece.last + 1)

    def before(self, at: int) -> Iterator[Calling]:
        """ "le directeur général de X, Anne Roy", "l'économiste Anne Roy"."""
        line = self._line
        at -= line.text(at) == "." and line.low(at - 1) in line.names.titles
        at -= line.low(at) in line.names.titles
        at -= line.low(at) in {"le", "la"} and line.text(at - 1) == ","
        comma = line.text(at) == ","
        if not comma and line.low(at) in _LINKS:
            return
        at -= comma
        role = self._role_before(at)
        if role is None:
            return
        first = self._start(role)
        yield self._called(first, at)
        # "son président, l'ancien attaquant X" is both
        article = first - 1 - (line.text(first - 1) == "'")
        if not comma and line.text(article - 1) == ",":
            yield from self.before(article - 1)

    def behind(self, at: int) -> Iterator[Calling]:
        """ "Anne Roy, 45 ans, directrice de X et ancienne ministre"."""
        line = self._line
        if line.text(at) not in {",", "(", "-"}:
            return
        at += 1
        if line.text(at).isdigit() and line.low(at + 1) == "ans":
            at += 3
        yield from self._of_one(self._listed(at))

    def _listed(self, at: int) -> Iterator[Calling]:
        """Two titles, one after the other."""
        for _ in range(2):
            role = self._role_behind(at)
            if role is None:
                return
            first, last = self._start(role), self._end(role)
            yield self._called(first, last)
            at = last + 1
            if self._line.low(at) not in {"et", ","}:
                return
            at += 1

    def _of_one(self, found: Iterator[Calling]) -> Iterator[Calling]:
        """ "Cofondateur et directeur général de X": both are of X; a former title is not."""
        listed = list(found)
        told = next((one.body for one in listed if one.told), None)
        for one in listed:
            guessed = told is not None and not one.told and not one.former
            yield replace(one, body=told) if guessed else one

    def leads(self, at: int) -> Iterator[Calling]:
        """ "Anne Roy, qui dirige le groupe depuis 2011", "Anne Roy, à la tête de X"."""
        line = self._line
        at += line.text(at) == ","
        if line.low(at) in {"à", "aux"} and _HELM & {line.low(at + 1), line.low(at + 2)}:
            body = self._next(at + 2)
            if body is not None:
                yield Calling("", at, at, body)
            return
        verbs = (place for place in range(at + 1, at + 9) if line.low(place) in _LEADS)
        verb = next(verbs, None) if line.low(at) == "qui" else None
        if verb is None:
            return
        stands = _STAND_INS & {line.low(place) for place in range(verb + 1, verb + 8)}
        body = self._next(verb + 1)
        body = self._spoken_of() if body is None and stands else body
        if body is not None:
            title = _TITLES.get(line.low(verb), "")
            yield Calling(title, verb, verb, body, *self._years(verb + 3))

    def _next(self, at: int) -> int | None:
        """The first body behind, before the clause ends."""
        for place in range(at, at + 8):
            if place in self._bodies:
                return self._bodies[place]
            if self._line.text(place) in {".", ";", ""}:
                return None
        return None

    def led(self, at: int) -> Iterator[Calling]:
        """ "X, que dirige depuis 2014 Anne Roy", "X, dont le patron est Anne Roy"."""
        line = self._line
        for place in range(at, max(at - _REACH, -1), -1):
            low = line.low(place)
            if place in self._bodies or line.text(place) in {".", ";", '"'}:
                return
            verb = low in _LEADS and line.low(place - 1) == "que"
            role = self._is_role(place) and line.low(at) in {"est", "était", "reste"}
            start = place - 1 if verb else self._whose(place) if role else None
            body = self._nearest_in(start) if start is not None else None
            if body is not None:
                first = place if verb else self._start(place)
                title = _TITLES.get(low, "") if verb else line.span(first, place)
                yield Calling(title, first, place, body)
                return

    def _whose(self, role: int) -> int | None:
        places = range(role - 1, max(role - 4, -1), -1)
        return next((place for place in places if self._line.low(place) == "dont"), None)

    def _nearest_in(self, at: int) -> int | None:
        places = range(at - 1, max(at - _REACH, -1), -1)
        near = next((self._bodies[place] for place in places if place in self._bodies), None)
        stands = any(self._line.low(place) in _STAND_INS for place in places)
        return self._spoken_of() if near is None and stands else near

    def _beside(self, at: int) -> int | None:
        """ "Anne Roy, de l'université de X"."""
        line = self._line
        if line.text(at) == ",":
            at += 1
        if line.low(at) not in {"de", "d", "du", "chez"}:
            return None
        for place in range(at + 1, at + 6):
            if place in self._bodies:
                return self._bodies[place]
            if line.low(place) not in _ARTICLES | {"'", '"'} and not line.text(place).islower():
                return None
        return None

    # -- where a title stands -------------------------------------------------------------

    def _role_before(self, at: int) -> int | None:
        for place in range(at, max(at - _REACH, -1), -1):
            if place not in self._bodies and self._is_role(place):
                return place
            if not self._inside(place):
                return None
        return None

    def _role_behind(self, at: int) -> int | None:
        line = self._line
        for place in range(at, at + 5):
            if self._is_role(place) and place not in self._bodies:
                return place
            low = line.low(place)
            lead = low in _LEADING or low in line.names.ranks
            if not lead and line.demonym(place) is None:
                return None
        return None

    def _is_role(self, at: int) -> bool:
        line = self._line
        plural = line.low(at).endswith("s") and line.low(at)[:-1] in line.names.roles
        was = line.low(at) in _STAFF and line.low(at - 1) in _FORMER
        return line.low(at) in line.names.roles or plural or was

    def _inside(self, at: int) -> bool:
        line, low = self._line, self._line.low(at)
        if at in self._bodies or low in _LINKS or line.demonym(at) is not None:
            return True
        if (
            not line.tokens[at].is_word
            or low.isdigit()
            or low in _ENDS
            or low in line.names.says
        ):
            return False
        return not line.stop(at) or low in line.names.ranks

    def _start(self, role: int) -> int:
        """Where the title begins: "vice-présidente", "ancien premier ministre"."""
        line, first = self._line, role
        while first > 0:
            low = line.low(first - 1)
            if low in line.names.roles or low in line.names.ranks or low in _FORMER:
                first -= 1
            elif low == "-" and line.glued(first) and first > 1:
                first -= 2
            else:
                break
        return first

    def _end(self, role: int) -> int:
        """Where what describes the title ends: at a comma, a verb, another title."""
        line, last = self._line, role
        for place in range(role + 1, min(role + _REACH + 2, len(line))):
            if place not in self._bodies and not self._inside(place):
                break
            if line.low(place) == "et" and self._role_behind(place + 1) is not None:
                break
            last = place
        while last > role and line.low(last) in _LINKS:
            last -= 1
        return last

    # -- what it says ---------------------------------------------------------------------

    def _called(self, first: int, last: int) -> Calling:
        line = self._line
        inner = [at for at in range(first + 1, last + 1) if at in self._bodies]
        end = (inner[0] - 1) if inner else last
        while end > first and line.low(end) in union(_LINKS, _ARTICLES):
            end -= 1
        body = self._bodies[inner[0]] if inner else self._belongs
        body = body if body is not None else self._meant(first, end)
        end = self._without_stand_in(first, min(end, first + _LONGEST))
        former = line.low(first) in _FORMER
        since, until = self._years(last + 1)
        country = self._country(first, end)
        title = line.span(first, end)
        return Calling(title, first, end, body, since, until, former, country, told=bool(inner))

    def _without_stand_in(self, first: int, end: int) -> int:
        """ "Directrice générale de la mutuelle" is a directrice générale."""
        line = self._line
        for at in range(first + 1, end + 1):
            if line.low(at) in _STAND_INS and line.low(at - 1) in _LINKS:
                last = at - 1
                while last > first and line.low(last) in _LINKS:
                    last -= 1
                return last
        return end

    def _country(self, first: int, last: int) -> str | None:
        line = self._line
        for at in range(first, last + 1):
            known = line.known(at)
            code = known.known.country if known and known.known else line.demonym(at)
            if code:
                return code
        return None

    def _meant(self, first: int, last: int) -> int | None:
        """Whom a title is with that names nobody: "son président", "le patron du club"."""
        line = self._line
        stand_in = next(
            (line.low(at) for at in range(first, last + 1) if line.low(at) in _STAND_INS), None
        )
        if stand_in and not any(line.low(at) in _GOVERNING for at in range(first, last + 1)):
            named = self._topics.get(stand_in)
            return named if named is not None else self._nearest(first)
        said = {line.low(at) for at in range(first, last + 1)}
        if said & _MAYORS:
            halls = (self._topics.get(noun) for noun in _HALLS)
            return next((hall for hall in halls if hall is not None), None)
        if said & _PLAYERS:
            return self._topics.get("organization")
        ours = "homologue" not in said and self._is_ours(first, last)
        return self._subject(first) if ours else None

    def _is_ours(self, first: int, last: int) -> bool:
        """Whether a title is with whom the sentence is about: "son président", ", directeur"."""
        line = self._line
        led = any(line.low(at) in _LED for at in range(first, last + 1))
        own = line.low(first - 1) in _OWN or line.low(first - 2) in _OWN
        bare = line.low(first - 1) in _ARTICLES | {"'", ","} and not any(
            line.low(at) in {"de", "du", "d", "à", "aux"} for at in range(first, last + 1)
        )
        return own or (led and (bare or line.low(last) in _GOVERNING))

    def _subject(self, at: int) -> int | None:
        """The body that a sentence is about, or that the text spoke of last."""
        own = next((self._bodies[place] for place in range(at) if place in self._bodies), None)
        return own if own is not None else self._spoken_of()

    def _nearest(self, at: int) -> int | None:
        near = (self._bodies[place] for place in range(at - 1, -1, -1) if place in self._bodies)
        found = next(near, None)
        return found if found is not None else self._spoken_of()

    def _spoken_of(self) -> int | None:
        recent = self._topics.get("recent")
        return recent if recent is not None else self._topics.get("company")

    def _years(self, at: int) -> tuple[str | None, str | None]:
        """ "depuis 2019", "jusqu'en 2024", "de 2010 à 2018"."""
        line = self._line
        near = [line.low(place) for place in range(at, at + 7)]
        if near[0] == "depuis":
            return next((word for word in near[1:4] if _YEAR.fullmatch(word)), None), None
        if near[0] == "jusqu":
            return None, next((word for word in near[1:6] if _YEAR.fullmatch(word)), None)
        if near[0] in {"de", "entre"} and _YEAR.fullmatch(near[1]) and _YEAR.fullmatch(near[3]):
            return near[1], near[3]
        return None, None
