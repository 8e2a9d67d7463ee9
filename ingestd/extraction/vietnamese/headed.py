# ruff: noqa: PLR2004 - sizes of windows, in syllables
"""Names behind their class noun: "Công ty Cổ phần Cơ khí X", "Sở Nông nghiệp và Môi trường Y"."""

from dataclasses import dataclass

from ingestd.extraction.languages.pack import Head, phrases, words
from ingestd.extraction.languages.vi_words import (
    FOREIGN_JOINTS,
    SHORT_NOUNS,
    STOPS,
    TENSES,
    TITLES,
)
from ingestd.extraction.line import STATELY, Line
from ingestd.extraction.vietnamese.syllables import is_personal, is_syllable
from ingestd.extraction.vietnamese.tables import FIELD, HEAD, ROLE, WHOLE, role_ending

_LONGEST = 16
_OFFICE_REACH = 3
_FULL_NAME = 3
_HELD = frozenset({"company", "public_body", "organization"})
_NAMED_AFTER = phrases(
    "trường|trường đại học|trường thpt|đại học|bệnh viện|học viện|quỹ|quỹ học bổng|bảo tàng|thư viện|nhà hát|nhà xuất bản"
)
"""Class nouns of what is named after people."""
_OF_AN_EVENT = phrases("ban tổ chức|ban quản lý|ban giám khảo")
_ABROAD = frozenset({"thương vụ"})
_LEGAL = words("tnhh cp mtv phần viên")
_REGION = words("miền vùng")
_WHOLE = 2
"""Syllables behind the first from which a body's class noun may be all of its name."""
_SEATED = words("tỉnh thành phố huyện quận thị xã phường tp nhân dân")
_MOST_BRIDGED = 2


@dataclass(frozen=True, slots=True)
class Headed:
    """A class noun from `first`, the name from `begin` to `last`, and what it is."""

    first: int
    begin: int
    last: int
    kind: Head
    noun: str


def headed(line: Line, at: int) -> Headed | None:
    """The name whose class noun stands here in a capital, or small in front of a body."""
    whole = WHOLE.at(line, at)
    if whole and line.capital(at) and not _goes_on(line, whole[0] + 1):
        return Headed(at, at, whole[0], whole[1], line.span(at, whole[0]).lower())
    head = HEAD.at(line, at)
    if head is None or not _may_open(line, at, head):
        return None
    end, kind = head
    in_office = _in_office(line, at)
    noun = line.span(at, end).lower()
    held = kind in _HELD and noun not in _NAMED_AFTER
    if in_office and held and _is_holder(line, end + 1, least=_FULL_NAME):
        return None
    last = tail(line, end + 1, kind, in_office=in_office)
    if last is None and noun in _OF_AN_EVENT and line.capital(at):
        last = _event_end(line, end)
    if noun in _ABROAD:
        last = _abroad(line, end + 1)
    whole_noun = kind in STATELY and end >= at + _WHOLE and not line.opens(at)
    last = end if last is None and whole_noun and line.capital(at) else last
    return Headed(at, at, last, kind, line.span(at, end).lower()) if last is not None else None


def _abroad(line: Line, at: int) -> int | None:
    """Where a mission's name ends: "Thương vụ Việt Nam tại Pháp"; a deal has no country."""
    home = line.known(at)
    if home is None:
        return None
    host = line.known(home.last + 2) if line.low(home.last + 1) == "tại" else None
    return host.last if host else home.last


def _event_end(line: Line, last: int) -> int | None:
    """Where the small words end that say whose a committee is: "Ban tổ chức giải"."""
    end = last
    while end - last < _OFFICE_REACH and line.low(end + 1).isalpha():
        if line.low(end + 1) in STOPS | TENSES or line.capital(end + 1):
            break
        end += 1
    return end if end > last else None


def _may_open(line: Line, at: int, head: tuple[int, Head]) -> bool:
    """Whether a class noun may begin a name here: small ones only those of bodies."""
    if not line.capital(at):
        held = role_ending(line, at - 1) is not None and _is_holder(line, head[0] + 1)
        return head[0] > at and not held and _is_small_body(line, head)
    return head[0] > at or not _is_syllable_of_name(line, at, head[1])


def _in_office(line: Line, at: int) -> bool:
    """Whether a calling ends a few words in front, so that its holder may follow the name."""
    return any(
        role_ending(line, at - step) is not None
        for step in range(1, _OFFICE_REACH + 1)
        if at >= step
    )


def _goes_on(line: Line, at: int) -> bool:
    return line.capital(at) and FIELD.at(line, at) is not None


def _is_small_body(line: Line, head: tuple[int, Head]) -> bool:
    """A body's noun in small letters belongs, if its field or name follows at once.

    One syllable does not: it may be the second of a word, as in "trụ sở".
    """
    end, kind = head
    named = line.capital(end + 1) and ROLE.at(line, end + 1) is None
    return kind in STATELY and named


def _is_syllable_of_name(line: Line, at: int, kind: Head) -> bool:
    """Whether a class noun of one syllable only begins a name: "Hồ Văn An", "Trường Lộc"."""
    if _is_holder(line, at, least=3):
        return True
    if kind == "place" or line.low(at) not in SHORT_NOUNS:
        return False
    told = FIELD.at(line, at + 1) or HEAD.at(line, at + 1) or line.known(at + 1)
    return line.capital(at + 1) and told is None and is_syllable(line.text(at + 1))


def tail(line: Line, start: int, kind: Head, *, in_office: bool) -> int | None:
    """The last place of what a class noun is followed by; None where nothing is.

    `in_office`: a calling stands in front, so that its holder may follow.
    """
    last, at = None, start
    while at - start < _LONGEST:
        step = None if _is_seated(line, at, kind) else _step(line, at, start, kind)
        if step is None or (in_office and at > start and _is_holder(line, at)):
            break
        last, at = step, step + 1
    named = last is not None and any(line.capital(x) for x in range(start, last + 1))
    return last if named else None


def _is_seated(line: Line, at: int, kind: Head) -> bool:
    """Whether the seat of a body ends its name here: "UBND tỉnh X"."""
    return kind == "public_body" and any(
        (known := line.known(first)) is not None and known.last == at - 1
        for first in range(max(at - 4, 0), at)
        if line.low(first - 1) in _SEATED
    )


def _is_holder(line: Line, at: int, *, least: int = 2) -> bool:
    """Whether the rest of the capitals is a person: "Thứ trưởng Bộ X Trần Văn A"."""
    last = at
    while line.capital(last + 1) and last - at < 5:
        last += 1
    known = line.known(at)
    if known and known.last + least <= last and is_personal(line, known.last + 1, last):
        return False  # the seat of a body, then its holder
    if last - at + 1 >= least and is_personal(line, at, last):
        return True
    rest = range(at, last + 1)
    plain = len(rest) == _FULL_NAME and all(is_syllable(line.text(x)) for x in rest)
    return plain and _is_field(line, at - 1) and FIELD.at(line, at) is None


def _step(line: Line, at: int, start: int, kind: Head) -> int | None:
    """The last place of the next part of the name."""
    if at >= len(line):
        return None
    if not line.tokens[at].is_word:
        return _joined(line, at, kind)
    field = FIELD.at(line, at)
    if field and _belongs(line, at, field[0], kind):
        return field[0]
    known = line.known(at)
    if known:
        return known.last
    return _step_word(line, at, start, kind)


def _step_word(line: Line, at: int, start: int, kind: Head) -> int | None:
    if line.capital(at):
        return None if _begins_other(line, at, start) else at
    if line.text(at).isdigit():
        behind = line.low(at + 1)
        ends = not behind.isalpha() or behind in STOPS or behind in TENSES
        short = len(line.text(at)) <= 3 and kind == "company" and at > start
        return at if short and ends else None
    return _small(line, at, start, kind)


def _belongs(line: Line, at: int, end: int, kind: Head) -> bool:
    """Whether a field is part of the name: in a capital, or small in front of one."""
    if line.capital(at):
        return True
    if line.low(at) in STOPS and at == end:
        return False
    following = end + 1
    if line.capital(following) and ROLE.at(line, following) is None:
        return True
    further = FIELD.at(line, following)
    leads = further is not None and not line.capital(following) and line.capital(further[0] + 1)
    return leads and kind != "void"


def _begins_other(line: Line, at: int, start: int) -> bool:
    """Whether a calling, a title or another class noun begins here."""
    if ROLE.at(line, at) or (line.low(at) in TITLES and line.capital(at + 1) and at > start):
        return True
    head = None if line.low(at - 1) in _LEGAL else HEAD.at(line, at)
    other = head is not None and head[1] not in {"place", "product", "void"} and head[0] > at
    return other and at > start and FIELD.at(line, at) is None


def _small(line: Line, at: int, start: int, kind: Head) -> int | None:
    """Small syllables: inside a word that a capital began, or leading on to one."""
    low = line.low(at)
    if low == "và":
        return _coordinated(line, at, kind)
    if low in FOREIGN_JOINTS and not is_syllable(line.text(at - 1)) and at > start:
        return at + 1 if line.capital(at + 1) else None
    seat = at + 1 if low in _REGION and at > start else _seat(line, at, kind)
    if seat is not None and line.capital(seat):
        return seat
    if not low.isalpha() or low in STOPS or line.tokens[at - 1].is_acronym:
        return None
    return _bridged(line, at, start, kind)


def _seat(line: Line, at: int, kind: Head) -> int | None:
    """Where the seat of a body ends that begins here: "UBND tỉnh X"; its holder is no seat."""
    if line.low(at) not in _SEATED or kind not in STATELY:
        return None
    bridge = at + 1 if line.low(at + 1) in _SEATED else at
    known = line.known(bridge + 1)
    if known:
        return known.last
    held = _is_holder(line, bridge + 1, least=_FULL_NAME)
    return bridge + 1 if line.capital(bridge + 1) and not held else None


def _bridged(line: Line, at: int, start: int, kind: Head) -> int | None:
    """A word's second syllables; at the end of a name only a body's field has one."""
    begun = line.capital(at - 1) or (kind == "company" and _is_field(line, at - 1))
    if not begun or not is_syllable(line.text(at - 1)):
        return None
    for size in range(_MOST_BRIDGED):
        after = at + size + 1
        if line.capital(after):
            return at + size
        if line.low(after) in STOPS or not line.low(after).isalpha():
            break
    ends = not line.low(at + 1).isalpha() or line.low(at + 1) in STOPS
    return at if kind in STATELY and at == start + 1 and ends else None


def _coordinated(line: Line, at: int, kind: Head) -> int | None:
    """ "Nông nghiệp và Môi trường": a body's second field."""
    field, head = FIELD.at(line, at + 1), HEAD.at(line, at + 1)
    if field is None or kind not in STATELY or (head and head[0] >= field[0]):
        return None
    return field[0] if line.capital(at + 1) or _is_field(line, at - 1) else None


def _is_field(line: Line, last: int) -> bool:
    return FIELD.ends(line, last) and any(
        (field := FIELD.at(line, first)) is not None and field[0] == last
        for first in range(max(last - 3, 0), last + 1)
    )


def _joined(line: Line, at: int, kind: Head) -> int | None:
    """Marks inside names: "Văn hóa, Thể thao và Du lịch", "Khoa học - Công nghệ", "A&B"."""
    mark, named = line.text(at), line.capital(at + 1)
    field = FIELD.at(line, at + 1) if named else None
    if mark == "&" or (mark in "-/" and line.glued(at) and line.glued(at + 1)):
        plain = at + 1 if named or (line.text(at + 1).isdigit() and mark != "&") else None
        return field[0] if field else plain
    if field is None or not _is_field(line, at - 1):
        return None
    ends = line.low(field[0] + 1) in {"và", ","} or line.known(field[0] + 1) is not None
    listed = mark == "," and kind in STATELY and ends
    return field[0] if mark == "-" or listed else None
