"""Places in the text where somebody or something is named, each weighed where it stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ingestd.events.facts import BlockKind
from ingestd.extraction.countries import country_at
from ingestd.extraction.doubts import is_weak, is_word
from ingestd.extraction.evidence import Evidence
from ingestd.extraction.french_acting import acts_or_is_told, behind_class
from ingestd.extraction.french_described import names_itself
from ingestd.extraction.german.names import german_names
from ingestd.extraction.languages.choice import spoken
from ingestd.extraction.languages.pack import Language, phrases, words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.lists import carried
from ingestd.extraction.names import pieces
from ingestd.extraction.products import SHORTEST_DRUG, is_drug
from ingestd.extraction.sentences import Sentence
from ingestd.extraction.settling import Named, settled
from ingestd.extraction.surroundings import acts, titled
from ingestd.extraction.tokens import tokens
from ingestd.extraction.vietnamese.endings import endings
from ingestd.extraction.vietnamese.names import vietnamese_names
from ingestd.extraction.view import View, fold
from ingestd.extraction.weighing import weigh

FIRST_HAND: frozenset[BlockKind] = frozenset({"body", "question", "caption"})
"""Blocks whose sentences may bring up a name; the others only repeat."""

_SIGNED: frozenset[BlockKind] = frozenset({"dateline", "agency", "credit"})
_LONGEST_TOWN = 3
_NAMERS: dict[str, Callable[[Line], list[Named]]] = {
    "de": german_names,
    "vi": vietnamese_names,
}
_ADJECTIVE = re.compile(r"(?:ian|ese|ish|ean|ic|ist|ican)$")
_COMPASS = words(
    "north south east west central northern southern eastern western latin southeast northeast"
)
# Products told by what they are made of or for, with no name of their own.
_DEVICES = re.compile(
    r"\b(?:recombinant [\w-]+|\w+-\w+ing hormones?"
    r"|(?:(?:[\w]+-use|\w+able) (?:and|or) )?(?:(?:[\w]+-use|\w+able) )?insulin pens?)\b"
)


_MADE = words("recombinant hormone hormones pen pens")
"""Each of the devices has one of these words."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at one place. `piece` points into the tokens of its sentence."""

    sentence: int
    piece: Piece
    start: int
    end: int
    name: str
    evidence: tuple[Evidence, ...]
    country: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into sentences and tokens."""

    view: View
    language: Language
    sentences: tuple[Sentence, ...]
    lines: tuple[Line, ...]


def read(view: View, found: list[Sentence], language: Language) -> Reading:
    """Cut every sentence into tokens; each is read in its own language."""
    tongues = spoken(view.low, [(one.start, one.end) for one in found], language)
    lines = tuple(
        Line(tokens(view.plain, one.start, one.end, french=tongue.code == "fr"), tongue)
        for one, tongue in zip(found, tongues, strict=True)
    )
    return Reading(view, language, tuple(found), lines)


def spots(reading: Reading) -> list[Spot]:
    """Every name that its own place speaks for, in the order of the text."""
    found: list[Spot] = []
    told = _told(reading)
    for number, (sentence, line) in enumerate(
        zip(reading.sentences, reading.lines, strict=True)
    ):
        if number in told:
            found.extend(_placed(number, line, named) for named in told[number])
        elif sentence.kind in FIRST_HAND:
            found.extend(_of_line(number, line))
        elif sentence.kind in _SIGNED:
            found.extend(_of_agency(number, line, sentence.kind))
        if sentence.kind in {"dateline", "title", "heading"}:
            found.extend(_of_heading(number, line, sentence.kind))
    return _confirmed(_listed(found, reading), reading)


def _told(reading: Reading) -> dict[int, list[Named]]:
    """By sentence: the names of Vietnamese ones, and what repeats their endings."""
    if reading.language.code != "vi":
        return {}
    named = {
        number: vietnamese_names(line)
        for number, line in enumerate(reading.lines)
        if line.language.code == "vi" and reading.sentences[number].kind in FIRST_HAND
    }
    ends = endings((reading.lines[number], names) for number, names in named.items())
    return {
        number: ends.within(reading.lines[number], names) for number, names in named.items()
    }


def _listed(found: list[Spot], reading: Reading) -> list[Spot]:
    if reading.language.code != "en":
        return found
    kinds = carried(found, reading.view.low)
    return [
        replace(spot, evidence=(kinds[at],), weak=_titled(reading, spot))
        if at in kinds
        else spot
        for at, spot in enumerate(found)
    ]


def _titled(reading: Reading, spot: Spot) -> bool:
    """Whether a name stands in a title in quotes."""
    return titled(reading.lines[spot.sentence], spot.piece)


def _of_line(number: int, line: Line) -> Iterator[Spot]:
    if line.language.code in _NAMERS:
        yield from _of_namer(number, line)
        return
    taken: set[int] = set()
    for piece in _devices(line):
        taken.update(range(piece.first, piece.last + 1))
        made_of = Evidence("product", 6, "told by its make")
        yield replace(_spot(number, line, piece), evidence=(made_of,), weak=False, country=None)
    for piece in pieces(line):
        if piece.first in taken or _is_adjective(line, piece) or _is_class(line, piece):
            continue
        taken.update(range(piece.first, piece.last + 1))
        yield _spot(number, line, piece)
        yield from _listed_places(number, line, piece)
    for at in line.where(is_drug, least=SHORTEST_DRUG):
        if at not in taken:
            yield _spot(number, line, Piece(at, at))


def _of_namer(number: int, line: Line) -> Iterator[Spot]:
    """Where capitals tell little, or names are of another build, a language reads its own."""
    for named in _NAMERS[line.language.code](line):
        yield _placed(number, line, named)


def _placed(number: int, line: Line, named: Named) -> Spot:
    first, last = named.piece.first, named.piece.last
    return Spot(
        sentence=number,
        piece=named.piece,
        start=line.tokens[first].start,
        end=line.tokens[last].end,
        name=line.span(first, last),
        evidence=named.evidence,
        country=country_at(line, named.piece),
        weak=named.weak,
    )


def _of_agency(number: int, line: Line, kind: BlockKind) -> Iterator[Spot]:
    """Who sent the news: in brackets or slashes of a dateline, alone in a line, by a photo."""
    signed = Evidence("organization", 6, "signs the news")
    for first, last in _signatures(line, kind):
        piece = Piece(first, last)
        yield replace(_spot(number, line, piece), evidence=(signed,), weak=False, country=None)


def _of_heading(number: int, line: Line, kind: BlockKind) -> Iterator[Spot]:
    listed = [spot for spot in _of_line(number, line) if spot.piece.known]
    yield from listed
    if kind == "dateline" and not any(spot.piece.first == 0 for spot in listed):
        yield from _of_dateline(number, line)


def _of_dateline(number: int, line: Line) -> Iterator[Spot]:
    """The town no table knows, from where the news is sent: "PORTHAVEN, Aug 28 - "."""
    last = -1
    while line.capital(last + 1) and not line.text(last + 1).isdigit():
        last += 1
        while line.text(last + 1) == "-" and line.glued(last + 1) and line.glued(last + 2):
            # "SAINT-MALO"
            last += 2
    if not 0 <= last <= _LONGEST_TOWN or line.text(last + 1) not in {",", "(", "-", "/"}:
        return
    sent = Evidence("place", 6, "sends the news")
    yield replace(_spot(number, line, Piece(0, last)), evidence=(sent,), weak=False)


def _signatures(line: Line, kind: BlockKind) -> Iterator[tuple[int, int]]:
    first = None
    for at in range(len(line) + 1):
        if line.capital(at) and line.low(at) not in {"photo", "theo"}:
            first = at if first is None else first
            continue
        if first is not None and _signs(line, first, at - 1, kind):
            yield first, at - 1
        first = None


def _signs(line: Line, first: int, last: int, kind: BlockKind) -> bool:
    if kind == "agency":
        return True
    if kind == "dateline":
        return line.text(first - 1) in {"(", "/"} and line.text(last + 1) in {")", "/"}
    return first == last and line.tokens[first].is_acronym


_CLASSES = phrases(
    "công ty|nhà máy|tập đoàn|tổng công ty|ngân hàng|doanh nghiệp|hãng|công ty cổ phần|bộ trưởng|"
    "nhà đầu tư|nhà sản xuất|đại sứ|đại sứ quán|trường đại học|đại học|bệnh viện|trung tâm|ủy ban"
)


def _is_adjective(line: Line, piece: Piece) -> bool:
    """Whether it only says where something is from: "a Californian start-up"."""
    if piece.known or line.language.code != "en":
        return False
    compass = piece.last == piece.first + 1 and line.low(piece.first) in _COMPASS
    if piece.first != piece.last and not compass:
        return False
    return (
        bool(_ADJECTIVE.search(line.text(piece.last)))
        and line.text(piece.last + 1).islower()
        and line.low(piece.last + 1) not in line.names.says
    )


def _is_class(line: Line, piece: Piece) -> bool:
    """Whether it is a class noun or a sector alone: "the Group", "l'État"."""
    low = line.low(piece.first)
    if line.language.code == "vi" and line.span(piece.first, piece.last).lower() in _CLASSES:
        return True
    alone = piece.known is None and piece.first == piece.last
    if alone and line.language.code == "ru" and low in line.names.legal:
        return True
    if not alone or line.tokens[piece.first].is_acronym:
        return alone and line.language.code == "fr" and _is_number(line, piece.first)
    french = line.language.code == "fr" and names_itself(line, piece.first)
    if french or _is_owned(line, piece.first):
        return False
    return low in line.names.sectors or line.head(piece.first) not in {None, "public_body"}


_OWNED = 3
"""Words of "Vietnam's"."""


def _is_owned(line: Line, at: int) -> bool:
    """Whether a country has it: in "Chile's Lumber" the noun is the firm's name."""
    possessive = line.low(at - 1) == "s" and line.text(at - 2) == "'"
    country = line.known(at - 3) if possessive and at >= _OWNED else None
    return line.language.code == "en" and country is not None and line.text(at).istitle()


def _is_number(line: Line, at: int) -> bool:
    """Whether it numbers the word in front: "la phase III", "le tome II"."""
    numeral = not line.text(at).strip("IVX")
    return numeral and line.text(at - 1).islower() and at > 0


def _devices(line: Line) -> Iterator[Piece]:
    if not line.places_of(_MADE):
        return
    text = line.span(0, len(line) - 1)
    starts, ends, offset = {}, {}, 0
    for at, token in enumerate(line.tokens):
        offset += at > 0 and not line.glued(at)
        starts[offset] = at
        offset += len(token.text)
        ends[offset] = at
    for match in _DEVICES.finditer(text):
        if match.start() in starts and match.end() in ends:
            yield Piece(starts[match.start()], ends[match.end()])


def _spot(number: int, line: Line, piece: Piece) -> Spot:
    evidence = tuple(weigh(line, piece))
    return Spot(
        sentence=number,
        piece=piece,
        start=line.tokens[piece.first].start,
        end=line.tokens[piece.last].end,
        name=line.span(piece.first, piece.last),
        evidence=evidence,
        country=country_at(line, piece),
        weak=is_weak(line, piece, evidence),
    )


def _listed_places(number: int, line: Line, piece: Piece) -> Iterator[Spot]:
    """The members a union's name counts up, and the seat of an office: "Centre in X"."""
    inside = range(piece.first, piece.last)
    listed = any(line.text(at) == "," for at in inside)
    if piece.known or not (
        listed or any(line.low(at) in line.names.seat_links for at in inside)
    ):
        return
    for at in range(piece.first + 1, piece.last + 1):
        known = line.known(at)
        if known and known.known and (listed or line.low(at - 1) in line.names.seat_links):
            yield _spot(number, line, known)


_AUXILIARY = words(
    "will would is are was were be been being has have had can could may might does do did also now not already"
)


_OBJECTS = words("its their the a an his her all")


def _confirmed(found: list[Spot], reading: Reading) -> list[Spot]:
    """Weak ones stay only if the name stands firmly somewhere else."""
    firm = {fold(spot.name) for spot in found if not spot.weak}
    if reading.language.code in _NAMERS:
        return list(settled(found, firm))
    known = {word for name in firm for word in name.split()}
    open_ = {fold(spot.name) for spot in found if spot.weak} - known
    if open_:
        known |= _spoken([spot for spot in found if fold(spot.name) in open_], reading)
    return [spot for spot in found if not spot.weak or fold(spot.name) in known]


def _spoken(asked: list[Spot], reading: Reading) -> set[str]:
    """The names that somewhere stand as only somebody's do."""
    written = {token.text for line in reading.lines for token in line.tokens}
    return {
        fold(spot.name)
        for spot in asked
        if _speaks(reading, spot)
        and (reading.language.code == "fr" or not is_word(spot.name))
        and not _is_small(spot.name.lower(), written)
    }


def _is_small(low: str, written: set[str]) -> bool:
    """Whether a text also has a name in small letters, as a common word."""
    return low in written and low.islower()


def _speaks(reading: Reading, spot: Spot) -> bool:
    """Whether a verb that takes a somebody follows at once, or a possessive."""
    line, at = reading.lines[spot.sentence], spot.piece.last + 1
    if spot.name.endswith("s") and line.low(at) in {"have", "are", "were", "do", "say"}:
        return False
    if line.low(at) in line.names.ands:
        after = at + 1
        while (low := line.low(after)) in line.names.joints or low == "'":
            after += 1
        return line.capital(behind_class(line, after))
    if line.language.code == "en" and line.low(at) in _AUXILIARY:
        # "Half is being lent": anything will be, only somebody will buy
        while line.low(at) in _AUXILIARY:
            at += 1
        done = line.low(at).endswith("ed") and line.low(at + 1) in _OBJECTS
        return done or acts(line, at) or line.low(at) in line.names.says
    said = line.low(at) in line.names.says or line.low(at) in line.names.roles
    if said or acts(line, at) or (line.language.code == "fr" and acts_or_is_told(line, at)):
        return True
    return line.text(at) == "'" and line.low(at + 1) == "s"
