"""Names that only their capital speaks for."""

import re

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.surroundings import titled

_STRONG = 4.0


_COMMON = re.compile(r"(?:ies|ations?|ings|ers|ments?|ness|ity|ances?|ences?|ées?|eurs)$")


def _bare(line: Line, piece: Piece) -> bool:
    """Whether nothing tells a lone word for a name: no verb behind, no article of a body."""
    if piece.first != piece.last:
        return False
    at = piece.last + 1
    if line.tokens[piece.first].is_acronym:
        long_form = line.text(piece.first - 1) == "(" and line.capital(piece.first - 2)
        told = line.low(piece.first - 1) == "the" or line.low(at) in line.names.says
        return not (told or long_form)
    if line.low(at) in line.names.says or (line.text(at) == "'" and line.low(at + 1) == "s"):
        return False
    return not _listed_with(line, piece)


def _listed_with(line: Line, piece: Piece) -> bool:
    """Whether it is a party to something: "with X", "between X and Y"."""
    return line.low(piece.first - 1) in {"with", "between", "by", "to"}


def is_weak(line: Line, piece: Piece, evidence: tuple[Evidence, ...]) -> bool:
    """Whether only its place in the sentence, or in a title, gave it its capital."""
    if line.language.code == "en" and titled(line, piece):
        return True
    if piece.known:
        return False
    bare = line.language.code == "en" and not evidence and _bare(line, piece)
    strong = sum(item.weight for item in evidence) >= _STRONG
    return bare or (not strong and (_of_event(line, piece) or _opens(line, piece)))


def _of_event(line: Line, piece: Piece) -> bool:
    """ "Berlin Energy Dialogue": an event's name, unless a firm bears it too."""
    return line.head(piece.last + 1) == "void" and line.capital(piece.last + 1)


def _opens(line: Line, piece: Piece) -> bool:
    """Whether it is the first word of a sentence, written as any first word is."""
    if not line.opens(piece.first) or piece.first != piece.last:
        return False
    return not any(
        letter.isupper() or letter.isdigit() for letter in line.text(piece.first)[1:]
    )


def is_word(text: str) -> bool:
    """Whether its ending is that of a common noun in the plural, or of an abstract one."""
    return bool(_COMMON.search(text))
