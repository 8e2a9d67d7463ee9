# ruff: noqa: PLR2004, RUF001 - Cyrillic endings are meant; sizes of windows, in words
"""Runs of capitals: where a name may stand, and how far it may reach."""

from ingestd.extraction.coordination import after_joints, step_and
from ingestd.extraction.english_runs import goes_on, is_korean, is_label, is_romance
from ingestd.extraction.french_names import (
    against,
    behind_field,
    is_adjective,
    is_field,
    leads_away,
    step_french,
)
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import union, words
from ingestd.extraction.line import STATELY, Line, Piece
from ingestd.extraction.view import fold

_LONGEST_NAME = 16
_INITIALS = 3
"""A slash joins initials, as in "AC/DC"; between longer words it parts."""
_ISSUING = words(
    """state national central reserve export import development commercial agricultural industrial investment savings
    cooperative housing infrastructure trade people"""
)
_SHORT_MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")


def run(line: Line, first: int) -> int | None:
    """Where the run that starts here ends; None where no name can start."""
    if not _starts(line, first):
        return None
    known = line.known(first)
    last = known.last if known else first
    closing = _closing_quote(line, first)
    if closing:
        return closing - 1
    while last - first < _LONGEST_NAME:
        step = _step(line, first, last)
        if step is None:
            break
        last = step
    return last


def _closing_quote(line: Line, first: int) -> int | None:
    """Where the quotes end that hold nothing but a title: "Call of Duty"."""
    if line.text(first - 1) != '"' or first == 0:
        return None
    for at in range(first + 2, min(first + 6, len(line))):
        if line.text(at) == '"':
            return at if line.capital(at - 1) else None
        if not line.tokens[at].is_word:
            return None
    return None


def _starts(line: Line, at: int) -> bool:
    if not line.tokens[at].is_word or is_label(line, at):
        return False
    if line.low(at) in _SHORT_MONTHS and line.text(at + 1).isdigit():
        return False
    if (
        line.text(at + 1) == "."
        and line.low(at) in _SHORT_MONTHS
        and line.text(at + 2).isdigit()
    ):
        return False
    if line.capital(at):
        return not line.stop(at) or line.known(at) is not None or line.own_article(at)
    return _starts_small(line, at)


def _starts_small(line: Line, at: int) -> bool:
    """Nouns in lower case that open names: "hôpital de Lyon", "golfe de Gabès"."""
    low = line.low(at)
    if low in line.names.sites:
        after = after_joints(line, at + 1)
        far = line.low(at + 1) in {"au", "aux", "pour", "le", "la", "les"}
        return line.capital(after) and not line.stop(after) and not far
    opens = line.head(at) in STATELY and low not in line.names.proper
    opens = opens and line.low(at - 1) not in _ANY
    return line.names.loose and opens and _leads_to_name(line, at + 1)


_ANY = words("un une plusieurs chaque quelque")
"""In front of them, French class nouns in lower case name nobody."""


def _leads_to_name(line: Line, at: int) -> bool:
    if line.language.code == "fr":
        # "conseil régional d'Occitanie"
        at += line.low(at) in line.names.sectors or line.demonym(at) is not None
        at = behind_field(line, at)
    after = after_joints(line, at)
    if line.language.code == "ru":
        while line.low(after) in line.names.sectors and after - at < 5:
            after += 1
        return after > at and line.known(after) is not None
    return after > at and line.capital(after) and not line.stop(after)


def _step(line: Line, first: int, last: int) -> int | None:
    """The next place of the run, or None where it ends."""
    following = last + 1
    if following >= len(line):
        return None
    inner = line.names.inner
    inside = line.low(following) in inner or line.text(following) in _PARTICLES
    if line.tokens[following].is_word and not inside:
        step = _step_word(line, first, following)
        return against(line, first, following) if step is None else step
    for rule in (
        _step_article,
        _step_particle,
        _step_people,
        _step_seat,
        _step_hyphen,
        step_french,
        _step_joint,
        step_and,
        _step_initial,
    ):
        step = rule(line, first, following)
        if step is not None:
            return step
    return None


def _step_word(line: Line, first: int, at: int) -> int | None:
    known = line.known(at)
    if known:
        return known.last
    if line.capital(at) and not _changes_script(line, at):
        inside = line.tokens[at].is_acronym or goes_on(line, at)
        return None if line.stop(at) and not inside else at
    if line.text(at).isdigit():
        if line.language.code == "fr" and _ends_known(line, at - 1):
            # "achète à la France 42 avions"
            return None
        return at if len(line.text(at)) <= 3 and not _counts(line, at + 1) else None
    return at if line.names.loose and _loose(line, first, at) else None


def _changes_script(line: Line, at: int) -> bool:
    """Whether a Russian name follows a Latin one: "Airbus Кристиан Шерер"."""
    before = line.text(at - 1)
    return (
        before.isascii()
        and before.isalpha()
        and line.text(at)[0] >= "Ѐ"
        and (line.language.code == "ru")
    )


def _counts(line: Line, at: int) -> bool:
    numbers = line.language.numbers
    if line.language.code == "ru" and line.low(at).endswith(("ов", "ев", "ей")):
        return True
    counted = line.low(at) in numbers.scales or line.low(at) in numbers.months
    if line.language.code == "fr":
        # "le Frelon 2, un drone", not "Acme 3,5 millions"
        return counted or line.text(at) == "%" or line.text(at + 1).isdigit()
    return counted or line.text(at) in {"%", ".", ","}


def _loose(line: Line, first: int, at: int) -> bool:
    """Lower-case words that belong: "Assemblée nationale", "Bộ Quốc phòng"."""
    if line.stop(at):
        return False
    if line.language.code == "ru" and _leads_to_head(line, first, at):
        return True
    inside = line.low(at) in line.names.sectors or line.demonym(at) is not None
    if inside and first < at and line.head(first) == "company" and line.capital(first):
        return True
    headed = any(line.head(place) in STATELY for place in range(first, at))
    return (inside and headed) or is_adjective(line, first, at)


_PARTICLES = words(
    """von van der den ten de da di del della la dos das bin binti ibn al el ul bint
    do du des degli delle dei"""
)
_SURE_PARTICLES = words("von van der den bin binti ibn al el ul bint")


def _leads_to_head(line: Line, first: int, at: int) -> bool:
    """Adjectives before their noun: "Китайская национальная корпорация"."""
    if not line.low(first).endswith(_ADJECTIVES):
        return False
    for place in range(at, min(at + 4, len(line))):
        if line.head(place):
            return True
        if not line.low(place).endswith(_ADJECTIVES):
            return False
    return False


_ADJECTIVES = tuple(sorted(words("ая ий ый ой ое ую ого ому ым им ом ем ые ие ых")))


def _step_article(line: Line, _: int, at: int) -> int | None:
    """An article in capitals inside a name: "Marie Le Goff"."""
    return at + 1 if line.own_article(at) else None


def _step_particle(line: Line, first: int, at: int) -> int | None:
    """Particles of persons' names: "Ursula von der Leyen", "Saad al-Kaabi"."""
    if line.text(at) not in _PARTICLES:
        return None
    sure = line.low(at) in _SURE_PARTICLES or is_romance(line, at)
    given = fold(line.text(first)) in given_names() and at == first + 1
    if not (sure or given):
        return None
    after = at + 1
    while line.low(after) in _PARTICLES or (line.text(after) == "-" and line.glued(after)):
        after += 1
    return after if line.capital(after) and line.known(after) is None else None


_PEOPLE = words("people women children farmers workers veterans youth men")


def _step_people(line: Line, _: int, at: int) -> int | None:
    """A possessive inside a name: "People's Committee", "Steelworkers' Union"."""
    if line.text(at) != "'":
        return None
    if line.low(at + 1) == "s" and line.low(at - 1) in _PEOPLE:
        return at + 2 if line.capital(at + 2) and line.head(at + 2) else None
    workers = line.low(at - 1).endswith("s") and line.head(at + 1) == "organization"
    return at + 1 if workers and line.capital(at + 1) and line.language.code == "en" else None


def _step_seat(line: Line, first: int, at: int) -> int | None:
    """An embassy is told by its seat: "Vietnamese Embassy in Russia"."""
    if line.low(at) not in line.names.seat_links:
        return None
    seated = any(line.low(place) in line.names.seats for place in range(first, at))
    known = line.known(at + 1)
    return known.last if seated and known else None


def _step_hyphen(line: Line, first: int, at: int) -> int | None:
    if line.text(at) not in "-/" or not line.glued(at) or not line.glued(at + 1):
        return None
    if line.text(at) == "/" and min(len(line.text(at - 1)), len(line.text(at + 1))) > _INITIALS:
        return None
    joined = line.capital(at + 1) or line.text(at + 1).isdigit() or _small_part(line, at + 1)
    joined = joined or (at == first + 2 and is_korean(line, first))
    joined = joined or (line.text(at - 1) == "Co" and line.low(at + 1) in {"operative", "op"})
    apart = line.known(at + 1) and _ends_known(line, at - 1) and line.head(first) not in STATELY
    return at + 1 if joined and not apart else None


def _small_part(line: Line, at: int) -> bool:
    """A short part of a hyphened family name: "Chan-o-cha", "Kim Dae-jung"."""
    word = line.text(at)
    eastern = len(word) <= 5 and word.islower() and line.language.code == "fr"
    eastern = eastern and line.capital(at - 3) and line.text(at - 2).istitle()
    return (len(word) <= 3 or eastern) and word.isalpha() and line.low(at) != "led"


def _ends_known(line: Line, last: int) -> bool:
    """Whether a name of the gazetteer ends here."""
    for first in range(max(last - 3, 0), last + 1):
        known = line.known(first)
        if known and known.last == last:
            return True
    return False


def _step_joint(line: Line, first: int, at: int) -> int | None:
    after = after_joints(line, at)
    if line.low(at) not in line.names.joints or leads_away(line, first, at, after):
        return None
    if line.language.code == "fr" and line.text(at) in {"la", "le", "les", "l"}:
        # "l'Institut X la technologie": what comes next in the sentence
        return None
    field = line.low(after) in line.names.sectors or is_field(line, first, at, after)
    if line.names.loose and field and _bound(line, first, at):
        return after
    if not line.capital(after) or (line.stop(after) and line.known(after) is None):
        return None
    known = line.known(after)
    return (known.last if known else after) if _joined(line, first, at, known) else None


def _joined(line: Line, first: int, at: int, known: Piece | None) -> bool:
    """Whether what stands behind a joint belongs to the name."""
    if known and line.language.code == "en" and _named_already(line, first, at):
        return False
    called = known is None and line.names.loose and _called(line, first)
    return called or _bound(line, first, at)


def _named_already(line: Line, first: int, at: int) -> bool:
    """Whether the name is whole before its country: "Acme University of Scotland"."""
    generic = union(line.names.nouns, line.names.roles, _GENERAL)
    if at - first < 2 or line.head(at - 1) is None:
        return False
    words_before = [line.low(place) for place in range(first, at - 1)]
    return not any(word in generic or line.demonym(first) is not None for word in words_before)


_GENERAL = words(
    """national royal state central federal supreme high grand great first people s new free open general american
    technical polytechnic agricultural democratic islamic catholic republic trade chartered constitutional
    communist socialist workers house chief union parliamentary sovereign"""
)


def _bound(line: Line, first: int, at: int) -> bool:
    return any(_binds(line, place, first) for place in range(first, at))


def _called(line: Line, first: int) -> bool:
    """Whether a noun in front says that a firm's name begins here."""
    nouns = (line.names.apposed.get(line.low(place)) for place in range(first - 3, first))
    return "company" in nouns


def _binds(line: Line, at: int, first: int) -> bool:
    """A body's name goes on behind "of"; a firm's only where the noun opens it."""
    head = line.head(at)
    if line.low(at) == "bank" and line.low(at - 1) in _ISSUING:
        return True
    if line.language.code == "en" and head == "company" and line.low(first).endswith("s"):
        # "Hotels on Harris" are hotels
        return False
    return head in STATELY or (head in {"company", "place"} and at == first)


def _step_initial(line: Line, first: int, at: int) -> int | None:
    """An initial's or a legal form's full stop: "John F. Kennedy", "Co., Ltd."."""
    if line.text(at) not in ".,":
        return None
    before, after = line.text(at - 1), at + 1
    if line.text(at) == "." and line.text(after) == ",":
        after += 1
    if line.low(after) in line.names.legal and line.capital(after):
        return after
    initial = len(before) == 1 and before.isupper() and line.text(at) == "."
    return after if initial and line.capital(after) and at - first <= 3 else None
