"""All names of a Vietnamese sentence, each weighed where it stands."""

import re

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.places import places
from ingestd.extraction.languages.pack import phrases, words
from ingestd.extraction.languages.vi_words import (
    APPOSED,
    COMMON,
    FOREIGN_FIRM,
    FOREIGN_FORMS,
    LOAN_WORDS,
    PORTFOLIOS,
    SEATS,
    SHORT_NOUNS,
    TITLES,
)
from ingestd.extraction.line import STATELY, Line, Piece
from ingestd.extraction.settling import Named
from ingestd.extraction.vietnamese.headed import Headed, headed, tail
from ingestd.extraction.vietnamese.runs import (
    behind_body,
    class_before,
    is_transliterated,
    run,
    weigh,
)
from ingestd.extraction.vietnamese.syllables import is_personal, is_syllable
from ingestd.extraction.vietnamese.tables import (
    DUTY,
    FIELD,
    HEAD,
    ROLE,
    WHOLE,
    role_ending,
)
from ingestd.extraction.weighing import known_type

_FIRM = 4.0
_LONGEST_NAME = 5
_OF_ONE = frozenset({"called thành phố", "called tp", "called thị xã", "called thị trấn"})
"""Class nouns that one syllable names, too: "thành phố Vinh"."""
_SEATS_OF_ONE = phrases("thành phố|thị xã|thị trấn|huyện")
_GOVERNMENT = "chính phủ"
_FULL_NAME = 3
_CLASSES = phrases(
    "công ty|tập đoàn|ngân hàng|quỹ|quỹ đầu tư|tổng công ty|doanh nghiệp|siêu thị"
)
"""Class nouns that are part of a name."""
_STUDIOS = phrases("hãng phim|hãng luật|hãng đĩa")
_TRADES = words("thép sữa bia gạch giấy nhựa gốm dược kính sơn mía xi")
"""Trades of one syllable that firms are named by: "Thép Nam Hưng"."""
_LEGAL = re.compile(
    r"cổ phần|\bcp\b|tnhh|trách nhiệm|tmcp|hợp danh|liên doanh|tổng|^ctcp|\bcon$|\bmẹ$"
)
_CONTINENT = "châu"
_SPEAKS = phrases("cho biết|cho hay|xác nhận|khẳng định|từ chối")


def vietnamese_names(line: Line) -> list[Named]:
    """Every name of a sentence, in order, without overlap."""
    found: list[Named] = []
    behind = 0
    for at in line.opening(_OPENING):
        if at >= behind:
            named, behind = _at(line, at)
            found.extend(named)
    return found


def _at(line: Line, at: int) -> tuple[list[Named], int]:
    """The names that start here, and where to go on."""
    rules = _RULES if line.capital(at) else _RULES_FOR_SMALL
    for rule in rules:
        found = rule(line, at)
        if found is not None:
            return found
    return [], _past_phrase(line, at) + 1


def _past_phrase(line: Line, at: int) -> int:
    """The end of a phrase in small letters: the second syllable of "tập đoàn" heads nothing."""
    head, field = HEAD.at(line, at), FIELD.at(line, at)
    end = max(head[0] if head else at, field[0] if field else at)
    if end > at and any(line.capital(place) for place in range(at, end + 1)):
        return at
    return end


_Found = tuple[list[Named], int] | None


def _titled(line: Line, at: int) -> _Found:
    """ "ông X": whoever follows a title is a person."""
    if line.low(at) not in TITLES or not line.capital(at + 1):
        return None
    inside = line.capital(at) and not line.opens(at) and not _follows_role(line, at)
    if inside and line.low(at - 1) in SEATS:
        return [_of_place(at, at + 1)], at + 2
    known = line.known(at)
    if known and (known.last > at or (not line.opens(at) and not _follows_role(line, at))):
        return None  # "nhà nhập khẩu Anh X": the country
    last = run(line, at + 1)
    if last is None or ROLE.at(line, at + 1):
        return None
    last = min(last, at + 5)
    told = Evidence("person", 8, f"title {line.low(at)}")
    return [Named(Piece(at + 1, last), (told,))], last + 1


def _follows_role(line: Line, at: int) -> bool:
    return at > 0 and (line.text(at - 1) in {",", "-", '"'} or _ends_role(line, at - 1))


def _ends_role(line: Line, last: int) -> bool:
    return role_ending(line, last) is not None


def _of_place(first: int, last: int) -> Named:
    return Named(Piece(first, last), (Evidence("place", 3, "told as where"),))


def _with_class(line: Line, at: int) -> _Found:
    known, found = line.known(at), headed(line, at)
    told = known.known.reference if known and known.known else ""
    if known and told.startswith("organization:") and (not found or found.last <= known.last):
        return [_gazetted(known)], known.last + 1
    if found is None:
        return _past_class(line, at)
    if found.kind == "void":
        return [], found.last + 1
    if found.noun == _GOVERNMENT and line.known(found.last + 1):
        return [], found.last + 1  # the country is meant
    return _apart(line, found), found.last + 1


def _past_class(line: Line, at: int) -> _Found:
    """A class noun in a capital without a name is none; its words begin no name."""
    head = HEAD.at(line, at)
    if head is None or not line.capital(at) or line.known(at):
        return None
    begins = not line.opens(at) or line.low(at) in SHORT_NOUNS
    if head[0] == at and begins and line.capital(at + 1):
        return None
    return [], head[0] + 1


def _apart(line: Line, found: Headed) -> list[Named]:
    """Country and firm parted; small class nouns and those of places taken off."""
    noun_end = found.first + len(found.noun.split()) - 1
    known = line.known(noun_end + 1)
    foreign = known is not None and known.last < found.last
    if foreign and known and found.kind not in STATELY and _is_foreign(line, known.last + 1):
        rest = Named(Piece(known.last + 1, found.last), (_class(found),))
        return [_gazetted(known), rest]
    if found.kind == "company" and _is_described(line, found, noun_end):
        return _behind_description(line, noun_end + 1, found)
    return _without_class(line, found, noun_end)


def _without_class(line: Line, found: Headed, noun_end: int) -> list[Named]:
    """Class nouns that only describe taken off, and those of places and products."""
    begin, known = found.first, line.known(noun_end + 1)
    carrier = found.noun.startswith("hãng ") and found.noun not in _STUDIOS
    carrier = carrier and FIELD.at(line, noun_end + 1) is None
    if found.noun in APPOSED or carrier:
        begin = next(x for x in range(noun_end + 1, found.last + 1) if line.capital(x))
        return [Named(Piece(begin, found.last), (_class(found),))]
    if found.kind in {"place", "product"}:
        if known and known.last == found.last:
            return [_gazetted(known)]
        begin = next(
            (x for x in range(noun_end + 1, found.last + 1) if line.capital(x)), noun_end + 1
        )
        if begin == found.last and is_syllable(line.text(begin)):
            return [_of_place(begin, begin)] if found.noun in _SEATS_OF_ONE else []
    return [Named(Piece(begin, found.last), (_class(found),))]


def _is_described(line: Line, found: Headed, noun_end: int) -> bool:
    """Whether small words say what a foreign firm is: "Tập đoàn bảo hiểm X", no legal form."""
    named = [x for x in range(noun_end + 1, found.last + 1) if line.capital(x)]
    small = bool(named) and named[0] > noun_end + 1
    proper = any(line.capital(x) for x in range(found.first + 1, noun_end + 1))
    if not named or proper or _LEGAL.search(found.noun):
        return False
    if not small and found.noun in _CLASSES:
        return False
    known = line.known(named[0])
    return _is_foreign(line, named[0] if known is None else known.last + 1)


def _behind_description(line: Line, at: int, found: Headed) -> list[Named]:
    first = next(x for x in range(at, found.last + 1) if line.capital(x))
    known = line.known(first)
    if known is None or known.last >= found.last:
        return [Named(Piece(first, found.last), (_class(found),))]
    return [_gazetted(known), Named(Piece(known.last + 1, found.last), (_class(found),))]


def _is_foreign(line: Line, at: int) -> bool:
    return line.capital(at) and not is_syllable(line.text(at))


def _class(found: Headed) -> Evidence:
    return Evidence(found.kind, 7, f"class noun {found.noun}")


def _role(line: Line, at: int) -> _Found:
    """A calling in a capital is no name."""
    role = ROLE.at(line, at)
    head = HEAD.at(line, at)
    if role is None or (head and head[0] > role[0]):
        return None
    end = role[0]
    fields = FIELD if line.low(at) in PORTFOLIOS else DUTY
    duty = fields.at(line, end + 1)
    while duty and line.capital(end + 1) and not _heads_firm(line, end + 1, duty[0]):
        end = duty[0]
        duty = fields.at(line, end + 1)
    return [], end + 1


def _heads_firm(line: Line, at: int, end: int) -> bool:
    """Whether a field behind a calling heads a firm's name: "Giám đốc Năng lượng Xanh, ông X"."""
    if HEAD.at(line, end + 1) or FIELD.at(line, at) is None or line.known(end + 1):
        return False
    last = end
    while line.capital(last + 1) and last - end < _LONGEST_NAME:
        last += 1
    whole = range(end + 1, last + 1)
    native = all(is_syllable(line.text(x)) for x in whole)
    return bool(whole) and native and not is_personal(line, end + 1, last)


def _of_field(line: Line, at: int) -> _Found:
    """ "Điện gió X", "Chứng khoán Y": a field in a capital heads a firm's name."""
    field = FIELD.at(line, at)
    if field is None or line.low(at - 1) in SEATS:
        return None
    if field[0] == at and not (line.low(at) in _TRADES and line.capital(at + 2)):
        return None
    first = field[0] + 1
    while further := FIELD.at(line, first) if line.capital(first) else None:
        first = further[0] + 1
    last = run(line, first)
    if (
        last is None
        or (at and _is_duty(line, at))
        or (last > first + 1 and is_personal(line, first, last))
    ):
        return None
    if line.known(first) and not _is_told_to_act(line, at, last):
        return None
    told = Evidence("company", 5, f"field {line.span(at, field[0]).lower()}")
    return [Named(Piece(at, last), (told,))], last + 1


def _is_duty(line: Line, at: int) -> bool:
    duty = DUTY.at(line, at)
    return duty is not None and _ends_role(line, at - 1) and not _heads_firm(line, at, duty[0])


def _is_told_to_act(line: Line, at: int, last: int) -> bool:
    """Whether a field with a place does what firms do; "Du lịch Huế" in front may be a trade."""
    speaks = f"{line.low(last + 1)} {line.low(last + 2)}" in _SPEAKS
    return speaks or (not line.opens(at) and line.known(at) is None)


def _continent(line: Line, at: int) -> _Found:
    """ "châu Âu": the class noun is small and belongs."""
    if line.low(at) != _CONTINENT or not line.capital(at + 1):
        return None
    known = places(line.language.code).get(f"{_CONTINENT} {line.low(at + 1)}")
    return ([_gazetted(Piece(at, at + 1, known))], at + 2) if known else None


def _known(line: Line, at: int) -> _Found:
    known = line.known(at)
    if known is None or (known.last == at and _is_common(line, at)):
        return None
    last = run(line, at)
    longer = last is not None and last > known.last
    if longer and last and _goes_on(line, at, known.last, last):
        return None
    return [_gazetted(known)], known.last + 1


def _goes_on(line: Line, at: int, known: int, last: int) -> bool:
    """Whether a place only begins a longer name: a firm's, a person's."""
    if is_transliterated(line, known + 1, last) or _is_held(line, known, last):
        return False
    called = class_before(line, at)
    firm = not is_syllable(line.text(known + 1)) and not called
    town = line.known(at)
    in_town = town and town.known and town.known.reference.startswith("city:")
    formed = line.low(last) in FOREIGN_FIRM | FOREIGN_FORMS
    if formed and not called and (in_town or line.low(at - 1) not in SEATS | {"của"}):
        return True
    if firm and (in_town or line.low(last) in FOREIGN_FIRM or not is_syllable(line.text(at))):
        return True
    if is_personal(line, at, last) or line.text(known + 1) in {"-", "&"}:
        return True
    return known == at and is_syllable(line.text(at + 1)) and not line.opens(at)


def _is_held(line: Line, known: int, last: int) -> bool:
    """Whether somebody in office stands behind the country: "Đại sứ Việt Nam tại Pháp Lê Văn A"."""
    if last - known >= _FULL_NAME and is_personal(line, known + 1, last):
        return True
    return last > known + 1 and behind_body(line, known + 1)


def _is_common(line: Line, at: int) -> bool:
    """Whether a short country's name is a word here: "Anh sẽ", "Ý tưởng"."""
    pair = f"{line.low(at)} {line.low(at + 1)}"
    return (line.opens(at) and line.low(at) in TITLES) or pair in COMMON


def _gazetted(piece: Piece) -> Named:
    kind = known_type(piece.known) if piece.known else "place"
    return Named(piece, (Evidence(kind, 10, "gazetteer"),))


def _plain(line: Line, at: int) -> _Found:
    last = run(line, at)
    if last is None:
        return None
    called = class_before(line, at)
    if called and called[0] == "product":
        # titles of works go on in small letters: "loạt phim Vó ngựa Thiên Mã"
        last = max(last, tail(line, at, "product", in_office=False) or last)
    split = _holder_from(line, at, last)
    if split:
        found = [Piece(at, split - 1), Piece(split, last)]
        told = [tuple(weigh(line, piece.first, piece.last)) for piece in found]
        held = (*told[1], Evidence("person", 5, "a calling and its body in front"))
        firm = (*told[0], Evidence("company", 5, "has a calling's holder"))
        return [Named(found[0], firm), Named(found[1], held)], last + 1
    piece = Piece(at, last)
    evidence = tuple(weigh(line, at, last))
    return [Named(piece, evidence, weak=_is_weak(line, piece, evidence))], last + 1


def _holder_from(line: Line, at: int, last: int) -> int | None:
    """Where a person begins behind whom they speak for: "Chủ tịch Sao Mai Lê Văn A"."""
    if at == 0 or not _ends_role(line, at - 1) or is_personal(line, at, last):
        return None
    firm = next((x for x in range(at + 1, last - 1) if line.low(x) in FOREIGN_FIRM), None)
    if firm is not None and line.low(firm + 1) not in FOREIGN_FIRM:
        return firm + 1
    seat = next((known.last for x in range(at + 1, last - 1) if (known := line.known(x))), last)
    if seat < last - 1:
        return seat + 1  # "Tổng giám đốc X Việt Nam Y Z"
    return next((x for x in range(at + 1, last - 1) if is_personal(line, x, last)), None)


def _is_weak(line: Line, piece: Piece, evidence: tuple[Evidence, ...]) -> bool:
    """One syllable names nothing, nor does the word that opens a sentence."""
    text = line.text(piece.first)
    if piece.first != piece.last or any(x.isupper() or x.isdigit() for x in text[1:]):
        return False
    if any(item.reason in _OF_ONE for item in evidence):
        return False
    firm = sum(item.weight for item in evidence) >= _FIRM
    loan = line.opens(piece.first) and line.low(piece.first) in LOAN_WORDS
    return is_syllable(text) or (loan and not firm)


_RULES = (_titled, _role, _with_class, _of_field, _continent, _known, _plain)
_RULES_FOR_SMALL = (_titled, _role, _with_class, _continent)
_TABLES = (ROLE, WHOLE, HEAD, FIELD)
_OPENING = TITLES.union({_CONTINENT}, *(table.openings for table in _TABLES))
"""Small words that a rule, or a phrase that heads nothing, may begin with; no other is asked."""
