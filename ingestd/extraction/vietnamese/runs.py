# ruff: noqa: PLR2004 - sizes of windows, in syllables
"""Runs of capitals without a class noun of their own, and what speaks for their type."""

from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import Head, phrases, words
from ingestd.extraction.languages.vi_words import (
    FOREIGN_FIRM,
    FOREIGN_FORMS,
    FOREIGN_JOINTS,
    LOAN_WORDS,
    LOANS,
    NO_NAMES,
    OPENERS,
    SEATS,
    STOPS,
    TENSES,
    TITLES,
    UNITS,
)
from ingestd.extraction.line import Line
from ingestd.extraction.vietnamese.syllables import is_personal, is_surname, is_syllable
from ingestd.extraction.vietnamese.tables import (
    ACTION,
    FIELD,
    HEAD,
    ROLE,
    in_field,
    role_ending,
)
from ingestd.extraction.view import fold

_LONGEST = 14
_CLASS_REACH = 7
_CODE = 3
_SITES = words(
    "máy cảng mỏ kho trụ xưởng phòng sở lễ buổi diễn cuộc họp đặt nằm xây dựng hàng phủ bay bến sân khu trung tổ chức sinh sống dự"
)
_SERVED = words("cổ phần vốn sở_hữu đốc tịch viên gia làm đông góp nghiệp")
_OF_MANY = phrases(
    "nông dân|ngư dân|công nhân|sinh viên|học sinh|cán bộ|nhân viên|cổ đông|cầu thủ|chuyên gia|lãnh đạo"
)
_NAMED_KINDS = frozenset({"company", "organization", "public_body", "product"})
_BESIDE = frozenset({"place", "product"})
"""Class nouns of one syllable that must stand right in front of their name."""
_INSIDE = words(
    "khu vực châu vùng miền phụ trách tại của ở tỉnh thành phố huyện quận thị xã nhân dân và"
)


def run(line: Line, first: int) -> int | None:
    """Where the capitals end that start here; None where no name can start."""
    if not line.capital(first) or _is_no_name(line, first):
        return None
    last = first
    while last - first < _LONGEST:
        step = _step(line, first, last + 1)
        if step is None:
            break
        last = step
    return last


def _is_no_name(line: Line, at: int) -> bool:
    low = line.low(at)
    if line.text(at + 1) == "." and line.glued(at + 1) and line.glued(at + 2):
        return not line.capital(at + 2) or len(low) > 1
    if low in NO_NAMES or _is_code(line, at) or _is_glued(line, at):
        return True
    return line.opens(at) and (low in OPENERS or low in STOPS) and line.known(at) is None


def _is_code(line: Line, at: int) -> bool:
    """Whether it is a unit, a number with a letter, or a rating: "MW", "kWh", "4G", "mức Ba3"."""
    text, unit = line.text(at), line.low(at) in UNITS
    measured = text.isupper() and (unit or line.text(at - 1)[-1:].isdigit())
    rated = line.low(at - 1) == "mức" and text[-1].isdigit()
    return (
        measured
        or rated
        or (unit and not text.istitle())
        or (text[0].isdigit() and len(text) <= _CODE)
    )


def _is_glued(line: Line, at: int) -> bool:
    """Whether it ends a word that names nothing: the League of "V-League"."""
    if line.text(at - 1) in {"AI", "IoT", "IT", "EV", "LED"} and not line.glued(at):
        return True  # "AI Factory"
    hyphen = line.text(at - 1) == "-" and line.glued(at) and line.glued(at - 1)
    return hyphen and len(line.text(at - 2)) == 1


def _step(line: Line, first: int, at: int) -> int | None:
    text = line.text(at)
    initial = text == "." and len(line.text(at - 1)) == 1 and line.glued(at + 1)
    if initial and line.capital(at + 1):
        return at + 1
    if line.capital(at):
        begins = ROLE.at(line, at) or _heads_other(line, at) or line.low(at) in UNITS
        return None if begins else at
    if text in {"-", "&", "'"} and line.glued(at) and line.glued(at + 1):
        known = line.known(first)
        apart = known is not None and known.last == at - 1 and text == "-"
        return at + 1 if line.tokens[at + 1].is_word and not apart else None
    if text.isdigit() and len(text) <= 3 and not is_syllable(line.text(at - 1)):
        parted = line.text(at + 1) in {",", "."} and line.text(at + 2)[:1].isdigit()
        return None if parted or line.low(at + 1) in {"%", "triệu", "tỷ"} else at
    foreign = text in FOREIGN_JOINTS and not is_syllable(line.text(at - 1))
    return at + 1 if foreign and line.capital(at + 1) else None


def _heads_other(line: Line, at: int) -> bool:
    head = HEAD.at(line, at)
    return head is not None and (head[0] > at or FIELD.at(line, head[0] + 1) is not None)


def weigh(line: Line, first: int, last: int) -> Iterator[Evidence]:
    """All that speaks for one type or another."""
    if is_personal(line, first, last):
        yield Evidence("person", 4 if last - first >= 2 else 2, "vietnamese family name")
    yield from _foreign(line, first, last)
    loan = line.opens(first) and line.low(first) in LOANS
    if is_transliterated(line, first, last) and line.low(first - 1) not in SEATS and not loan:
        yield Evidence("person", 3, "spelt by syllables")
    yield from _in_office(line, first, last)
    yield from _seated(line, first, last)
    if line.opens(first) and last - first <= 2 and _is_dateline(line, last + 1):
        yield Evidence("place", 5, "opens a dateline")
    if last > first and _acts(line, last + 1):
        yield Evidence("company", 2, "acts as firms do")
    if last > first and _is_owned(line, first):
        yield Evidence("company", 3, "has shares")
    called = class_before(line, first)
    if called:
        yield Evidence(called[0], 5, f"called {called[1]}")
    told = None if called else _class_behind(line, first, last)
    if told:
        yield Evidence(told, 5, "told what it is behind")


def _class_behind(line: Line, first: int, last: int) -> Head | None:
    """What a name is told to be behind a comma: "X, công ty con của Y, đã mua"."""
    at = last + 2 if line.text(last + 1) == "," else 0
    at += line.low(at) in {"một", "là"}
    head = HEAD.at(line, at) if at and not line.capital(at) else None
    reached = line.low(first - 1) not in SEATS and not is_personal(line, first, last)
    return head[1] if head and reached and head[1] in _NAMED_KINDS else None


def _is_owned(line: Line, first: int) -> bool:
    """Whether it has shares: "35% vốn của X", "cổ phần X"."""
    at = first - 1 - (line.low(first - 1) in {"của", "tại", "trong", "vào"})
    pair = f"{line.low(at - 1)} {line.low(at)}"
    return line.low(at) == "vốn" or pair in {"cổ phần", "cổ phiếu", "cổ đông", "sở hữu"}


def is_transliterated(line: Line, first: int, last: int) -> bool:
    """ "Vích-to Khơ-re-nin": a foreign name by Vietnamese syllables, the later ones small."""
    return any(
        line.text(at) == "-" and line.text(at + 1).islower() for at in range(first + 1, last)
    )


def _foreign(line: Line, first: int, last: int) -> Iterator[Evidence]:
    lows = [line.low(at) for at in range(first, last + 1)]
    if lows[-1] in FOREIGN_FORMS and first < last:
        yield Evidence("company", 8, f"legal form {lows[-1]}")
    if first < last and any(low in FOREIGN_FIRM for low in lows[1:]):
        yield Evidence("company", 5, f"bears {lows[-1]}")
    text = line.text(first)
    foreign = [word for word in lows if word.isalpha() and not is_syllable(word)]
    if (first < last or line.text(first)[0].isalpha()) and line.text(last)[-1].isdigit():
        yield Evidence("product", 4, "numbered like a model")
    if foreign and first < last <= first + 3 and fold(text) in given_names():
        yield Evidence("person", 4, "given name")
    elif foreign and not (first == last and line.opens(first) and lows[0] in LOAN_WORDS):
        yield Evidence("company", 1, "a foreign name")
    if any(letter.isupper() for letter in text[1:]) and not text.isupper():
        yield Evidence("company", 2, "written like a brand")
    if first == last and line.tokens[first].is_acronym and len(text) > 2:
        yield Evidence("company", 1, "initials")


def _in_office(line: Line, first: int, last: int) -> Iterator[Evidence]:
    """A calling in front, or behind a comma."""
    small = last - first <= 4 and not line.tokens[first].is_acronym
    role = role_ending(line, first - 1) if small and first else None
    if role is not None:
        foreign = not is_syllable(line.text(first))
        apposed = foreign and line.text(role - 1) == "," and line.capital(role - 2)
        held = (
            line.text(last + 1) == ","
            and line.low(last + 2) in TITLES
            and line.capital(last + 3)
        )
        if apposed or held:
            yield Evidence("company", 2, "has a calling's holder")
        elif last > first and (
            (foreign and _is_one(line, role)) or is_surname(line.text(first))
        ):
            yield Evidence("person", 2 if foreign else 6, "a calling in front")
    elif small and last > first and behind_body(line, first):
        yield Evidence("person", 5, "a calling and its body in front")
    behind = ROLE.at(line, last + 2) if line.text(last + 1) in {",", "("} else None
    if small and behind and last > first:
        yield Evidence("person", 5, f"{behind[1]} behind")


def _is_one(line: Line, role: int) -> bool:
    """Whether a calling is of one rather than of many: farmers are of a place."""
    return f"{line.low(role)} {line.low(role + 1)}" not in _OF_MANY


def behind_body(line: Line, first: int) -> bool:
    """Whether a calling and then a body stands between a calling and this: "Phó Chủ tịch UBND tỉnh X Y"."""
    for at in range(first - 1, max(first - 12, -1), -1):
        role = role_ending(line, at) if at < first - 1 else None
        if role is not None:
            return HEAD.at(line, role) is None  # a "nhà sản xuất" is a firm, too
        noun = any(
            (found := HEAD.at(line, x)) and found[0] >= at for x in range(at - 2, at + 1)
        )
        inside = line.capital(at) or line.low(at) in _INSIDE or in_field(line, at) or noun
        if not inside:
            return False
    return False


def _is_dateline(line: Line, at: int) -> bool:
    spaced = not line.glued(at) and not line.glued(at + 1)
    return line.text(at) == "-" and spaced and line.capital(at + 1)


def _acts(line: Line, at: int) -> bool:
    while line.low(at) in TENSES:
        at += 1
    return ACTION.at(line, at) is not None


def _seated(line: Line, first: int, last: int) -> Iterator[Evidence]:
    """Where something is; a lone foreign word may be a town that nobody knows, or a firm."""
    before, at = line.low(first - 1), line.low(first - 1) in {"tại", "ở"}
    if last - first > 3 or before not in SEATS:
        return
    if all(is_syllable(line.text(at)) for at in range(first, last + 1)):
        yield Evidence("place", 3 if at else 1.5, "told as where")
    elif at and first == last and _is_site(line, first):
        yield Evidence("place", 2, "told as where")


def _is_site(line: Line, first: int) -> bool:
    """Whether works or an event stand in front of "at": nobody owns or serves a town."""
    plain = line.text(first).istitle() and line.low(first + 1) not in FOREIGN_FIRM
    around = {line.low(at) for at in range(max(first - 6, 0), first)}
    return plain and bool(around & _SITES) and not around & _SERVED


def class_before(line: Line, first: int) -> tuple[Head, str] | None:
    """The small class noun a name is told with: "công ty nhập khẩu X", "hãng Y"."""
    at = first - 1
    at -= line.text(at) == '"'
    floor = max(at - _CLASS_REACH, -1)
    best = None
    while at > floor:
        # the noun that comes first heads the phrase: "nền tảng chiếu phim X" is no film
        found = _class_ending(line, at)
        beside = at >= first - 2 or (found and (" " in found[1] or found[0] not in _BESIDE))
        if found and beside:
            best, at = (found[0], found[1]), at - len(found[1].split())
            continue
        country = _country_ending(line, at)
        if country is not None:
            at = country - 1
            continue
        field = _field_ending(line, at)
        if field is not None:
            at = field - 1
            continue
        low = line.low(at)
        if not low.isalpha() or line.capital(at) or low in STOPS or low in TITLES:
            break
        at -= 1
    return best


def _field_ending(line: Line, last: int) -> int | None:
    """Where a field in small letters begins that ends here: the "bán lẻ" of "hãng bán lẻ X"."""
    for first in range(max(last - 3, 0), last) if FIELD.ends(line, last) else ():
        field = FIELD.at(line, first)
        if field and field[0] == last and not line.capital(first):
            return first
    return None


def _class_ending(line: Line, last: int) -> tuple[Head, str] | None:
    """The longest class noun in small letters that ends here."""
    best = None
    if not HEAD.ends(line, last):
        return None
    for first in range(last, max(last - 6, -1), -1):
        head = HEAD.at(line, first)
        small = not line.capital(first) or line.opens(first)
        whole = first < last or not in_field(line, last)
        if head and head[0] == last and small and whole:
            best = (head[1], line.span(first, last).lower())
    return best


def _country_ending(line: Line, last: int) -> int | None:
    """Where a country begins that ends here: "tập đoàn Hàn Quốc X"."""
    for first in range(last, max(last - 4, -1), -1):
        known = line.known(first)
        if known and known.last == last:
            return first
    return None
