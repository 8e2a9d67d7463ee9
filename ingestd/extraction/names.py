# ruff: noqa: PLR2004, RUF001 - Cyrillic endings are meant; sizes of windows, in words, tuned on news
"""Runs of capitals: where names may stand, cut where one name ends and the next begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.extraction.gazetteer.people import given_names, vietnamese_surnames
from ingestd.extraction.gazetteer.places import Known, demonyms, key, longest, places
from ingestd.extraction.languages.pack import Head, Language, words
from ingestd.extraction.tokens import Token
from ingestd.extraction.view import fold

_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tokens that may be one name: `first` to `last`, both inside.

    `known` says what the gazetteer makes of the whole of it.
    """

    first: int
    last: int
    known: Known | None = None


class Line:
    """The tokens of one sentence, and what the language knows of each."""

    def __init__(self, tokens: list[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.names = language.names
        self._demonyms = demonyms(language.code)
        self.pairs = frozenset(name for name in self._demonyms if " " in name)

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, at: int) -> str:
        """The word at a place in lower case; nothing outside of the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def text(self, at: int) -> str:
        """The word at a place."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether no blank stands before this token."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def capital(self, at: int) -> bool:
        """Whether the word is written as names are."""
        return 0 <= at < len(self.tokens) and self.tokens[at].is_capital

    def opens(self, at: int) -> bool:
        """Whether the word stands where any word would have a capital."""
        if at == 0 or self.text(at - 1) == ":":
            return True
        if self.text(at - 1) == '"':
            return not self._quoted(at)
        return at <= 2 and not any(token.is_word for token in self.tokens[:at])

    def _quoted(self, at: int) -> bool:
        """Whether a few words alone stand in quotes, as names of firms do."""
        return any(self.text(place) == '"' for place in range(at + 1, at + 5))

    def stop(self, at: int) -> bool:
        """Whether the word belongs to no name; nouns may, where their capital means it."""
        low = self.low(at)
        if low not in self.names.stop:
            return False
        if self.opens(at):
            return True
        noun = low in self.names.sectors or low in self.names.heads
        return not noun and not self._surname(at)

    def _surname(self, at: int) -> bool:
        """Whether a small word is a family name here: "President To Lam"."""
        capitals = self.text(at).istitle() and self.text(at + 1).istitle()
        return capitals and self.low(at) in vietnamese_surnames()

    def demonym(self, at: int) -> str | None:
        """The country (or "") an adjective at this place stands for; None for others."""
        word = key(self.low(at), self.language.code)
        if self.language.code == "ru":
            return self._demonym_by_stem(word)
        for form in (word, *self._singular(word)):
            if form in self._demonyms:
                return self._demonyms[form] or ""
        return None

    def _singular(self, word: str) -> Iterator[str]:
        if self.language.code == "fr":
            for ending in ("nes", "ne", "es", "s", "e"):
                if word.endswith(ending):
                    yield word.removesuffix(ending) + (
                        "n" if ending in {"nes", "ne"} and word[-4:-3] != "n" else ""
                    )
                    yield word.removesuffix(ending)

    def _demonym_by_stem(self, word: str) -> str | None:
        stem, found, _ = word.partition("ск")
        return self._demonyms.get(stem + "ск", None) or None if found else None

    def head(self, at: int) -> Head | None:
        """What the word makes of a name as its class noun."""
        return self.names.heads.get(self.low(at))

    def known(self, at: int) -> Piece | None:
        """The longest name of the gazetteer that starts here."""
        if not self.capital(at):
            return None
        table = places(self.language.code)
        for size in range(min(longest(self.language.code), len(self) - at), 0, -1):
            last = at + size - 1
            found = table.get(key(self.span(at, last), self.language.code))
            if found and self._ends_name(at, last):
                return Piece(at, last, found)
        return None

    def _ends_name(self, at: int, last: int) -> bool:
        marks = {
            self.text(place) for place in range(at, last + 1) if not self.tokens[place].is_word
        }
        loose = self.names.loose and self.tokens[last].is_word
        return marks <= {"-", "'", "."} and (self.capital(last) or loose)

    def span(self, first: int, last: int) -> str:
        """The text of a stretch, blanks made one; apostrophes as they stand."""
        spaced = (
            self.tokens[at].text if self.glued(at) else " " + self.tokens[at].text
            for at in range(first + 1, last + 1)
        )
        return self.tokens[first].text + "".join(spaced)


def pieces(line: Line) -> list[Piece]:
    """Every stretch that may be a name, in order, without overlap."""
    found: list[Piece] = []
    at = 0
    while at < len(line):
        last = run(line, at)
        if last is None:
            at += 1
            continue
        found.extend(cut(line, at, last))
        at = last + 1
    return found


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
    if not line.tokens[at].is_word:
        return False
    if line.capital(at):
        return not line.stop(at) or line.known(at) is not None
    return line.names.loose and line.head(at) in _STATELY and _leads_to_name(line, at + 1)


_STATELY = frozenset({"public_body", "organization"})


def _leads_to_name(line: Line, at: int) -> bool:
    after = _after_joints(line, at)
    return after > at and line.capital(after) and not line.stop(after)


def _after_joints(line: Line, at: int) -> int:
    """The first place behind prepositions and articles inside a name."""
    for _ in range(4):
        if line.low(at) not in line.names.joints and line.low(at) != "'":
            break
        at += 1
    return at


def _step(line: Line, first: int, last: int) -> int | None:
    """The next place of the run, or None where it ends."""
    following = last + 1
    if following >= len(line):
        return None
    inner = line.names.joints | line.names.ands | line.names.seat_links
    inside = line.low(following) in inner or line.text(following) in _PARTICLES
    if line.tokens[following].is_word and not inside:
        return _step_word(line, first, following)
    for rule in (
        _step_particle,
        _step_people,
        _step_seat,
        _step_hyphen,
        _step_joint,
        _step_and,
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
    if line.capital(at):
        return None if line.stop(at) and not line.tokens[at].is_acronym else at
    if line.text(at).isdigit():
        return at if len(line.text(at)) <= 3 and not _counts(line, at + 1) else None
    return at if line.names.loose and _loose(line, first, at) else None


def _counts(line: Line, at: int) -> bool:
    numbers = line.language.numbers
    counted = line.low(at) in numbers.scales or line.low(at) in numbers.months
    return counted or line.text(at) in {"%", ".", ","}


def _loose(line: Line, first: int, at: int) -> bool:
    """Lower-case words that belong: "Assemblée nationale", "Bộ Quốc phòng"."""
    if line.stop(at):
        return False
    if line.language.code == "vi":
        return line.capital(at - 1) and line.head(first) is not None and line.low(at).isalpha()
    if line.language.code == "ru" and _leads_to_head(line, first, at):
        return True
    inside = line.low(at) in line.names.sectors or line.demonym(at) is not None
    return inside and any(
        line.head(place) in {"public_body", "organization"} for place in range(first, at)
    )


_PARTICLES = words(
    "von van der den ten de da di del della la dos das bin binti ibn al el ul bint"
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


_ADJECTIVES = (
    "ая",
    "ий",
    "ый",
    "ой",
    "ое",
    "ую",
    "ого",
    "ому",
    "ым",
    "им",
    "ом",
    "ем",
    "ые",
    "ие",
    "ых",
)


def _step_particle(line: Line, first: int, at: int) -> int | None:
    """Particles of persons' names: "Ursula von der Leyen", "Saad al-Kaabi"."""
    sure = line.low(at) in _SURE_PARTICLES and line.text(at).islower()
    given = fold(line.text(first)) in given_names() and at == first + 1
    if line.text(at) not in _PARTICLES or not (sure or given):
        return None
    after = at + 1
    while line.low(after) in _PARTICLES or (line.text(after) == "-" and line.glued(after)):
        after += 1
    return after if line.capital(after) and line.known(after) is None else None


_PEOPLE = words("people women children farmers workers veterans youth men")


def _step_people(line: Line, _: int, at: int) -> int | None:
    """A possessive inside a name: "People's Committee"."""
    if line.text(at) != "'" or line.low(at + 1) != "s" or line.low(at - 1) not in _PEOPLE:
        return None
    return at + 2 if line.capital(at + 2) and line.head(at + 2) else None


def _step_seat(line: Line, first: int, at: int) -> int | None:
    """An embassy is told by its seat: "Vietnamese Embassy in Russia"."""
    if line.low(at) not in line.names.seat_links:
        return None
    seated = any(line.low(place) in line.names.seats for place in range(first, at))
    known = line.known(at + 1)
    return known.last if seated and known else None


def _step_hyphen(line: Line, _: int, at: int) -> int | None:
    if line.text(at) not in "-/" or not line.glued(at) or not line.glued(at + 1):
        return None
    joined = line.capital(at + 1) or line.text(at + 1).isdigit()
    apart = line.known(at + 1) and _ends_known(line, at - 1)
    return at + 1 if joined and not apart else None


def _ends_known(line: Line, last: int) -> bool:
    """Whether a name of the gazetteer ends here."""
    for first in range(max(last - 3, 0), last + 1):
        known = line.known(first)
        if known and known.last == last:
            return True
    return False


def _step_joint(line: Line, first: int, at: int) -> int | None:
    if line.low(at) not in line.names.joints:
        return None
    after = _after_joints(line, at)
    if line.names.loose and line.low(after) in line.names.sectors and _bound(line, first, at):
        return after
    if not line.capital(after) or (line.stop(after) and line.known(after) is None):
        return None
    known = line.known(after)
    called = known is None and line.names.loose and _called(line, first)
    if not called and not _bound(line, first, at):
        return None
    return known.last if known else after


def _bound(line: Line, first: int, at: int) -> bool:
    return any(_binds(line, place, first) for place in range(first, at))


def _called(line: Line, first: int) -> bool:
    """Whether a noun in front says that a firm's name begins here."""
    nouns = (line.names.apposed.get(line.low(place)) for place in range(first - 3, first))
    return "company" in nouns


def _binds(line: Line, at: int, first: int) -> bool:
    """A body's name goes on behind "of"; a firm's only where the noun opens it."""
    head = line.head(at)
    return head in _STATELY or (head in {"company", "place"} and at == first)


def _step_and(line: Line, first: int, at: int) -> int | None:
    if line.low(at) not in line.names.ands and line.text(at) != ",":
        return None
    after = _after_joints(line, at + 1)
    if line.text(at) == "&" and line.capital(after):
        return after
    if line.text(at) == "," and not _series(line, after):
        return None
    if (line.capital(after) or line.names.loose) and _same_kind(line, first, at - 1, after):
        known = line.known(after)
        return known.last if known else after
    return None


def _series(line: Line, at: int) -> bool:
    """Whether a comma's item is followed by "and": "Culture, Sports and Tourism"."""
    for place in range(at + 1, min(at + 6, len(line))):
        if line.low(place) in line.names.ands:
            return True
        if (
            line.tokens[place].is_word
            and not line.capital(place)
            and line.low(place) not in line.names.joints
        ):
            return False
    return False


def _heads_both(line: Line, after: int) -> bool:
    """Whether a class noun behind heads both: "Oil and Gas Group"."""
    for at in range(after, min(after + 4, len(line))):
        if line.head(at) and line.low(at) not in line.names.sectors:
            return True
        if line.low(at) not in line.names.sectors:
            return False
    return False


def _same_kind(line: Line, first: int, before: int, after: int) -> bool:
    sectors = line.names.sectors
    if line.low(before) in sectors and line.low(after) in sectors:
        inside = any(line.low(place) in line.names.joints for place in range(first, before))
        return inside or _heads_both(line, after)
    joined = any(
        line.low(place) in line.names.joints and line.known(place + 1)
        for place in range(first, before)
    )
    union = any(
        line.low(place) in {"union", "alliance", "community"} for place in range(first, before)
    )
    return joined and union and line.known(before) is not None and line.known(after) is not None


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


def cut(line: Line, first: int, last: int) -> Iterator[Piece]:
    """Part a run at titles, roles and papers; known places stand alone where they do."""
    begin = first
    for at in range(first, last + 2):
        if at <= last and not _parts(line, at, first):
            continue
        if begin < at:
            yield from _trim(line, begin, at - 1)
        begin = at + 1


def _parts(line: Line, at: int, first: int) -> bool:
    """Whether the word stands between names and belongs to none."""
    low = line.low(at)
    if low in line.names.titles or (low in line.names.roles and line.head(at) is None):
        return True
    if _leads_to_role(line, at):
        return True
    return line.head(at) == "void" or _leads_to_void(line, at, first)


def _leads_to_role(line: Line, at: int) -> bool:
    """Whether the word is part of a role: the Health of "Health Minister"."""
    names, place = line.names, at
    while line.low(place) in names.ranks | names.sectors or (
        place > at and line.low(place) in names.ands
    ):
        place += 1
    if place == at or line.low(place) not in names.roles:
        return _in_portfolio(line, at)
    if line.low(place) in names.offices:
        return True
    return all(word in names.ranks for word in (line.low(x) for x in range(at, place)))


def _in_portfolio(line: Line, at: int) -> bool:
    """Whether the word says what an office is for: "Minister of Foreign Affairs"."""
    names = line.names
    if line.low(at) not in names.sectors | names.joints | names.ands | {",", "'"}:
        return False
    for place in range(at - 1, max(at - 9, -1), -1):
        if line.low(place) in names.offices:
            return line.low(place + 1) in names.joints | {"'"} or names.heads_first
        inside = names.sectors | names.joints | names.ands | {",", "'"}
        if line.low(place) not in inside and line.demonym(place) is None:
            return False
    return False


def _leads_to_void(line: Line, at: int, first: int) -> bool:
    """Whether the word only says which paper: the Free Trade of "Free Trade Agreement"."""
    place = at
    qualifiers = line.names.sectors | {"free", "comprehensive"}
    while line.low(place) in qualifiers and place - at < 4:
        place += 1
    return place > at and line.head(place) == "void" and (at > first or line.capital(at))


def _trim(line: Line, first: int, last: int) -> Iterator[Piece]:
    """Take off what leans on a name: articles, adjectives of peoples, loose joints."""
    joints = line.names.joints | line.names.ands | {",", "'", ".", "-", "/"}
    while first <= last and line.low(first) in joints:
        first += 1
    while last >= first and (
        line.low(last) in joints
        or (line.text(last).isdigit() and not line.glued(last) and last == first)
    ):
        last -= 1
    if first > last:
        return
    known = line.known(first)
    if known and known.last == last:
        yield known
        return
    first = _without_demonym(line, first, last)
    if (
        first == last
        and line.text(first - 1).isdigit()
        and line.low(last + 1) in line.names.products
    ):
        first -= 1
    if first <= last:
        yield from _apart(line, first, last)


def _without_demonym(line: Line, first: int, last: int) -> int:
    if first < last and f"{line.low(first)} {line.low(first + 1)}" in line.pairs:
        return first + 2
    if line.demonym(first) is None:
        return first
    if line.names.heads_first:
        return first + (first == last)
    generic = line.names.sectors | line.names.heads.keys()
    links = line.names.joints | line.names.seat_links
    rest = [line.low(at) for at in range(first + 1, last + 1)]
    front = rest[: next((n for n, word in enumerate(rest) if word in links), len(rest))]
    return first if front and all(word in generic for word in front) else first + 1


def _apart(line: Line, first: int, last: int) -> Iterator[Piece]:
    """A body and the person after it: "Federation Council Valentina Matvienko"."""
    split = _person_from(line, first, last)
    if split:
        yield Piece(first, split - 1, _whole(line, first, split - 1))
        yield Piece(split, last)
        return
    known = line.known(first)
    if (
        known
        and known.last < last
        and _role_before(line, first)
        and _personal(line, known.last + 1, last)
    ):
        yield known
        yield Piece(known.last + 1, last)
        return
    for at in range(first + 1, last - 1):
        if (
            line.head(at) in _STATELY
            and _role_before(line, first)
            and _personal(line, at + 1, last)
        ):
            yield Piece(first, at, _whole(line, first, at))
            yield Piece(at + 1, last)
            return
    yield Piece(first, _with_noun(line, first, last), _whole(line, first, last))


def _person_from(line: Line, first: int, last: int) -> int | None:
    """Where a person begins behind whom they speak for: "РФПИ Кирилл Дмитриев"."""
    if line.tokens[first].is_acronym and last - first == 2:
        return first + 1 if fold(line.text(first + 1)) in given_names() else None
    if line.language.code != "vi" or line.head(first) is None or not _role_before(line, first):
        return None
    for at in range(first + 2, last - 1):
        if fold(line.text(at)) in vietnamese_surnames() and last - at <= 3:
            return at if all(line.capital(place) for place in range(at, last + 1)) else None
    return None


def _with_noun(line: Line, first: int, last: int) -> int:
    """A name of initials needs its noun: "T&T group", not "Toyota" out of "Toyota group"."""
    initials = first == last and (line.tokens[first].is_acronym or "&" in line.text(first))
    short = initials and len(line.text(first)) <= 4
    return (
        last + 1 if short and line.low(last + 1) in {"group", "groupe", "corporation"} else last
    )


def _whole(line: Line, first: int, last: int) -> Known | None:
    known = line.known(first)
    return known.known if known and known.last == last else None


def _role_before(line: Line, first: int) -> bool:
    return any(line.low(at) in line.names.roles for at in range(max(first - 4, 0), first))


def _personal(line: Line, first: int, last: int) -> bool:
    odd = line.names.sectors | line.names.heads.keys() | line.names.joints | line.names.legal
    return 1 <= last - first <= 3 and not any(
        line.low(at) in odd for at in range(first, last + 1)
    )
