"""What a Vietnamese sentence says somebody is: the calling, and whom it is with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingestd.extraction.languages.pack import phrases, words
from ingestd.extraction.languages.vi_words import DEGREES, PORTFOLIOS, STOPS, TITLES
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.vietnamese.syllables import is_personal
from ingestd.extraction.vietnamese.tables import DUTY, FIELD, HEAD, ROLE, role_ending

_REACH = 18
_FIELDS = 5
_LINKS = words("của tại cho thuộc ở từ")
_FAR = 11
_OF_STATE = (
    "bộ trưởng",
    "thứ trưởng",
    "thủ tướng",
    "phó thủ tướng",
    "chủ tịch nước",
    "ngoại trưởng",
)
"""Offices that a Vietnamese text need not say the country of."""
_SEATED = words("tỉnh thành phố huyện quận thị xã phường")
_ACTS = words(
    "đã sẽ đang vừa nói biết hay thấy là được bị có theo rằng nhận khẳng chia phát trả nhấn đánh bày và với cùng ký đại"
)
"""Words behind a calling that end it."""
_UNITS = words("ban phòng khoa đoàn")
_APPOINTED = words("là hiện làm giữ đảm vào thay")
_NOW = words(
    "giữ chức vụ vị trí đảm nhiệm cương vị vào thay làm hiện nay là nguyên cựu kiêm đồng thời một người vừa cũng đang làm"
)
# Callings whose holder belongs to whom the text is about, by what that is.
_TOPICAL = {
    "thẩm phán": "public_body", "chánh án": "public_body", "huấn luyện viên": "organization",
    "huấn luyện viên trưởng": "organization", "hlv": "organization", "hlv trưởng": "organization",
    "thủ môn": "organization", "tiền đạo": "organization", "tiền vệ": "organization",
    "hậu vệ": "organization", "trung vệ": "organization", "cầu thủ": "organization",
    "đội trưởng": "organization", "cổ đông": "company", "hiệu trưởng": "organization",
}  # fmt: skip


_LEADING = phrases(
    "nhà sáng lập|ceo|tổng giám đốc|người phát ngôn|chủ tịch hđqt|giám đốc điều hành"
)
_HEADING = ("giám đốc", "phó giám đốc", "phó tổng giám đốc")
"""Callings that a text on one firm need not say the firm of."""


@dataclass(frozen=True, slots=True)
class Calling:
    """A title as it stands in the text, its place, and the organisation it is with."""

    title: str
    first: int
    last: int
    body: int | None
    country: str | None = None


def calling(
    line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> Calling | None:
    """The calling a sentence gives a person, in front of the name or behind it.

    `bodies` says by token which organisation stands there; `topics` by type and by class
    noun which one the text is about.
    """
    told = [_before(line, piece, bodies), _behind(line, piece.last + 1, bodies)]
    found = max((one for one in told if one), key=_weight, default=None)
    if found is None or found.body is not None:
        return found
    country = _country(line, found.last + 1, piece.first)
    if country:
        return replace(found, country=country)
    body = _belongs(line, piece.last + 1, bodies)
    body = _topic(line, found, bodies, topics) if body is None else body
    native = is_personal(line, piece.first, piece.last)
    home = "VN" if native and found.title.lower().startswith(_OF_STATE) else None
    return replace(found, body=body, country=home)


def _country(line: Line, first: int, end: int) -> str | None:
    """The country an office is told with: "Bộ trưởng Quốc phòng Lào X"."""
    for at in range(first, end):
        known = line.known(at)
        if known and known.known and known.known.reference.startswith("country:"):
            return known.known.country
    return None


def _belongs(line: Line, at: int, bodies: Mapping[int, int]) -> int | None:
    """Whom somebody speaks for, right behind the name: "người phát ngôn X của Y"."""
    return bodies.get(at + 1) if line.low(at) in {"của", "từ", "thuộc"} else None


def _weight(found: Calling) -> tuple[bool, bool]:
    """A post with a body tells most, a degree or trade least."""
    return found.body is not None, found.title.lower() not in DEGREES


def _behind(line: Line, at: int, bodies: Mapping[int, int]) -> Calling | None:
    appointed = line.low(at) in _APPOINTED
    if line.text(at) not in {",", "(", "-"} and not appointed:
        return None
    at += not line.tokens[at].is_word
    if line.text(at).isdigit() and line.low(at + 1) == "tuổi":
        at += 2 + (line.text(at + 2) == ",")
    for _ in range(5):
        if ROLE.at(line, at) or line.low(at) not in _NOW:
            break
        at += 1
    role = ROLE.at(line, at)
    if role:
        return _called(line, at, role[0], bodies)
    return _clause(line, at - (line.low(at - 1) == "người"), bodies)


def _clause(line: Line, at: int, bodies: Mapping[int, int]) -> Calling | None:
    """ "người nối nghiệp cha quản lý X": a clause in the place of a title."""
    if line.low(at) != "người" or line.capital(at) or line.low(at + 1) in STOPS:
        return None
    last = at
    while last - at < _FIELDS + 1 and _in_clause(line, last + 1, bodies):
        last += 1
    behind = last + 1 + (line.low(last + 1) in _LINKS)
    return Calling(line.span(at, last), at, last, bodies.get(behind)) if last > at else None


def _in_clause(line: Line, at: int, bodies: Mapping[int, int]) -> bool:
    low = line.low(at)
    return low.isalpha() and not line.capital(at) and low not in STOPS and at not in bodies


def _called(line: Line, first: int, end: int, bodies: Mapping[int, int]) -> Calling:
    last = _field_end(line, end, bodies)
    return Calling(line.span(first, last), first, last, _body_behind(line, last + 1, bodies))


def _body_behind(line: Line, at: int, bodies: Mapping[int, int]) -> int | None:
    """Whom a calling is with, behind what it is for and where: "phụ trách miền Bắc của X"."""
    end, linked = at + _FAR, True
    while at < end and at not in bodies:
        passed = _past(line, at)
        if passed is None and (line.capital(at) or not _leads_on(line, at)):
            return None
        linked = linked if passed is not None else line.low(at) in _LINKS | {"trách"}
        at = passed + 1 if passed is not None and passed not in bodies else at + 1
    return bodies.get(at) if linked else None


def _past(line: Line, at: int) -> int | None:
    """The end of a place or of a small class noun that begins here."""
    known, noun = line.known(at), HEAD.at(line, at)
    if known:
        return known.last
    return noun[0] if noun and not line.capital(at) else None


def _leads_on(line: Line, at: int) -> bool:
    return line.low(at).isalpha() and line.low(at) not in _ACTS


def _field_end(line: Line, end: int, bodies: Mapping[int, int]) -> int:
    """Where a title ends with what it is for: "Giám đốc Phát triển sản phẩm"."""
    last = end
    if line.low(end) in _UNITS and line.text(end + 1).istitle():
        return end  # "Trưởng ban Quản lý X" heads the Ban Quản lý X
    while last - end < _FIELDS and last + 1 not in bodies:
        fields = FIELD if line.low(end - 1) in PORTFOLIOS else DUTY
        field, role = fields.at(line, last + 1), ROLE.at(line, last + 1)
        if line.low(last + 1) == "kiêm" and ROLE.at(line, last + 2):
            last += 1
        elif role and line.low(last) == "kiêm":
            last = role[0]
        elif field and not any(place in bodies for place in range(last + 1, field[0] + 1)):
            last = field[0]
        else:
            break
    return last


def _before(line: Line, piece: Piece, bodies: Mapping[int, int]) -> Calling | None:
    at = piece.first - 1
    at -= line.low(at) in TITLES and not _ends_role(line, at)
    apposed = line.text(at) == ","
    at -= line.text(at) in {",", "-"}
    for end in range(at, max(at - _REACH, -1), -1):
        first = role_ending(line, end)
        if first is not None and line.low(first - 1) == "kiêm":
            earlier = role_ending(line, first - 2)
            first = first if earlier is None else earlier
        if apposed and first is not None and end < at and not _starts(line, first):
            apposed = _inside(line, end, bodies)
        if first is not None and end not in bodies:
            return _with_body(line, (first, end), at, bodies)
        if not _inside(line, end, bodies) and not (apposed and line.low(end).isalpha()):
            return None
    return None


def _starts(line: Line, at: int) -> bool:
    """Whether a phrase begins the sentence or what stands between commas."""
    return line.opens(at) or line.text(at - 1) in {",", '"'}


def _ends_role(line: Line, at: int) -> bool:
    return role_ending(line, at) is not None


def _with_body(
    line: Line, role: tuple[int, int], at: int, bodies: Mapping[int, int]
) -> Calling:
    first, end = role
    last = min(_field_end(line, end, bodies), at)
    body = next((bodies[place] for place in range(last + 1, at + 1) if place in bodies), None)
    return Calling(line.span(first, last), first, last, body)


def _inside(line: Line, at: int, bodies: Mapping[int, int]) -> bool:
    """Whether a word can stand between a calling and its holder."""
    low = line.low(at)
    if at in bodies or low in _LINKS | _SEATED or line.capital(at):
        return True
    field = any(
        max(at, first + 1) <= end
        for first in range(max(at - 3, 0), at + 1)
        for end in _ends(line, first)
    )
    duty = DUTY.at(line, at) or any(
        (found := DUTY.at(line, first)) and found[0] == at
        for first in range(max(at - 3, 0), at)
    )
    return field or bool(duty) or (FIELD.at(line, at) is not None and low not in STOPS)


def _ends(line: Line, first: int) -> Iterator[int]:
    """Where a field or a class noun ends that begins here."""
    field, noun = FIELD.at(line, first), HEAD.at(line, first)
    yield from (found[0] for found in (field, noun) if found)


def _topic(
    line: Line, found: Calling, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> int | None:
    """Whose it is when the sentence does not say at once: whom it, or the text, is about."""
    role = ROLE.at(line, found.first)
    kind = _TOPICAL.get(role[1]) if role else None
    if kind:
        return topics.get(kind)
    if line.low(found.last) in _UNITS and line.text(found.last + 1).istitle():
        return topics.get(line.low(found.last))
    noun = HEAD.at(line, found.last + 1)
    if noun and line.text(found.last + 1).islower():
        return topics.get(line.low(found.last + 1))
    if role and not bodies and (role[1] in _LEADING or role[1].startswith(_HEADING)):
        return topics.get("company")
    earlier = [place for place in sorted(bodies) if place < found.first]
    return bodies[earlier[0]] if earlier and line.text(found.first - 1) == "," else None
