# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""French: what the words around a name say of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.french_acting import in_business
from ingestd.extraction.french_compounds import names_firm
from ingestd.extraction.french_described import behind_hyphen, called
from ingestd.extraction.french_introductions import oblique
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages import fr_words as nouns
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

_ARTICLES = words("le la l les")
_FUSED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
_PLURAL = words("les des aux")
_PREPOSITIONS = words(
    "de à en vers depuis par chez avec pour contre sur sous dans entre selon et ou puis"
)
_REACH = 7


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a name: a preposition, an article, and the place in front of both.

    "vers la X": `link` is "vers", `article` "la". "du X" is "de" and "du".
    """

    link: str
    article: str
    at: int


def clues(line: Line, piece: Piece) -> Iterator[Evidence]:
    """All that French words around a name, and its own shape, say of it."""
    if piece.first == piece.last and len(line.text(piece.first)) == 1:
        return
    lead = lead_of(line, piece.first)
    single, plain = _is_single(line, piece), _is_plain(line, piece)
    if single and plain:
        yield from _of_place(line, piece, lead)
    elif plain and lead.link in {"à", "en", "vers"} and not _is_given(line, lead.at):
        yield Evidence("place", 3, "told as where")
    if not single and line.low(piece.last) in nouns.GROUNDS:
        yield Evidence("place", 5, f"{line.low(piece.last)} at the end")
    if plain:
        yield from _of_somebody(line, piece, lead, single=single)
    yield from _acts(line, piece, single=single)
    if single and plain and not lead.article:
        yield from _bare(line, piece, lead)
    if not single and names_firm(line, piece.first) and not lead.article:
        yield Evidence("company", 3, "a common noun opens it")
    yield from oblique(line, piece, single=single)
    yield from _signs(line, piece, lead)
    yield from _called(line, piece)
    yield from _beside(line, piece)
    yield from _title(line, piece)


def lead_of(line: Line, first: int) -> Lead:
    """Read the small words in front of a name."""
    at = first - 1
    at -= line.text(at) == "'"
    article = ""
    word = line.low(at)
    if word in _FUSED:
        return Lead(_FUSED[word], word, at - 1)
    if word in _ARTICLES:
        article, at = word, at - 1
        at -= line.text(at) == "'"
        word = line.low(at)
    link = "de" if word == "d" else word if word in _PREPOSITIONS else ""
    return Lead(link, article, at - 1)


def _is_single(line: Line, piece: Piece) -> bool:
    """Whether it is one word, hyphens inside allowed."""
    return all(
        line.text(at) == "-" or line.text(at - 1) == "-"
        for at in range(piece.first + 1, piece.last + 1)
    )


def _is_plain(line: Line, piece: Piece) -> bool:
    """Whether it is written in words: no sign, no number, no class noun."""
    names = line.names
    for at in range(piece.first, piece.last + 1):
        text = line.text(at)
        if text in "-.'":
            continue
        if not text.isalpha() or (len(text) > 1 and text.isupper()):
            return False
        low = line.low(at)
        if low in names.sectors or low in names.heads or low in names.joints:
            return False
    return True


def _of_place(line: Line, piece: Piece, lead: Lead) -> Iterator[Evidence]:
    """ "à X", "en X", "le X", "la ville de X"."""
    noun = line.low(lead.at)
    if (
        lead.article in _PLURAL
        and line.text(piece.last).endswith("s")
        and not _has_hyphen(line, piece)
    ):
        yield Evidence("void", 2, "a people or its like")
    elif lead.article:
        yield Evidence("place", 3, f"led by {lead.article}")
    if lead.link == "à" and not _is_given(line, lead.at):
        yield Evidence("place", 3, "told as where")
    if lead.link in {"en", "vers", "depuis"} and not lead.article:
        yield Evidence("place", 2, "told as where")
    if lead.link == "de" and noun in nouns.LOCAL_NOUNS:
        yield Evidence("place", 4, f"{noun} of")
    elif lead.link == "de" and not (
        noun in nouns.FIRM_NOUNS or noun in nouns.HUMAN_NOUNS or noun == "auprès"
    ):
        yield Evidence("place", 1, "of")
    if line.text(piece.first - 1) == "(" and line.text(piece.last + 1) == ")":
        yield Evidence("place", 2, "in brackets")


def _has_hyphen(line: Line, piece: Piece) -> bool:
    return any(line.text(at) == "-" for at in range(piece.first, piece.last + 1))


def _is_given(line: Line, at: int) -> bool:
    """Whether "à" leads to somebody: "vend sa filiale à X", "face à X"."""
    for place in range(at, max(at - _REACH, -1), -1):
        if line.low(place) in nouns.GIVING:
            return True
        if line.text(place) in {",", ";", ":", '"'}:
            return False
    return False


def _of_somebody(line: Line, piece: Piece, lead: Lead, *, single: bool) -> Iterator[Evidence]:
    """ "réalisé par X", "le rachat de X", "chez X", and names of two plain words."""
    noun = line.low(lead.at)
    near = {line.low(at) for at in range(lead.at - 5, lead.at + 1)}
    if not single and piece.last - piece.first < 5 and not lead.article:
        named = fold(line.text(piece.first)) in given_names()
        yield Evidence("person", 2 if named or not in_business(line) else 0.5, "plain words")
    if lead.link == "de" and (noun in nouns.FIRM_NOUNS or near & nouns.LEADERS):
        yield Evidence("company", 3, f"{noun} of")
    elif lead.link == "de" and noun in nouns.HUMAN_NOUNS and not lead.article:
        yield Evidence("person", 3, f"{noun} of")
    if single and fold(line.text(piece.first)) in given_names() and not lead.article:
        yield Evidence("person", 2, "given name alone")
    if not lead.article and (lead.link == "chez" or noun == "auprès"):
        yield Evidence("company", 2, "at whose")
    if lead.link == "par" and not lead.article:
        yield from _by(noun, business=in_business(line))
    if lead.link == "face" or (lead.link == "à" and noun == "face"):
        yield Evidence("person", 2, "faced")


def _bare(line: Line, piece: Piece, lead: Lead) -> Iterator[Evidence]:
    """A name with nothing to it: where no word of business stands, it is no firm's."""
    if lead.link in {"de", "à", "en", "vers"} or in_business(line):
        return
    listed = line.text(piece.first - 1) == "," and line.low(piece.last + 1) in {",", "et", "ou"}
    yield Evidence("place" if listed else "person", 0.5, "no word of business near")


_INSIDE = words("le la les d l sur sous lès de du des en")
_NUMERALS = words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xviii")


def _signs(line: Line, piece: Piece, lead: Lead) -> Iterator[Evidence]:
    """ "la LNH" is a body; "Jean-Paul II" a man; "les Flammes de Calgary" play together."""
    if piece.first == piece.last and line.tokens[piece.first].is_acronym and lead.article:
        yield Evidence("organization", 2, "letters with an article")
    numbered = line.low(piece.last) in _NUMERALS and line.text(piece.last).isupper()
    if numbered and fold(line.span(piece.first, piece.last - 1)) in given_names():
        yield Evidence("person", 6, "given name and number")
    if any(
        line.text(at) == "-" and line.low(at + 1) in _INSIDE
        for at in range(piece.first, piece.last)
    ):
        yield Evidence("place", 5, "spelt like a town")
    linked = any(line.low(at) in {"de", "d"} for at in range(piece.first + 1, piece.last))
    if (
        linked
        and lead.article
        and line.head(piece.first) is None
        and line.text(piece.first).istitle()
    ):
        yield Evidence("organization", 3, "a name in the plural with its place")


def _called(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What a noun with its adjectives calls it, alone or in a list: "les laiteries X, Y et Z"."""
    if line.demonym(piece.first - 1) is not None and line.text(piece.first - 1).islower():
        led = line.low(behind_hyphen(line, piece.first - 2))
        if led in _ARTICLES or led in _FUSED or led == "'":
            yield Evidence("company", 5, "called by its people")
    kind = called(line, _first_listed(line, piece.first))
    if kind:
        yield Evidence(kind, 5, "called in front")
    lows = [line.low(at) for at in range(piece.first, piece.first + 2)]
    if lows == ["banque", "centrale"]:
        yield Evidence("public_body", 9, "a central bank")
    if line.low(piece.first - 1) in {"baptisé", "baptisée", "baptisés", "dénommé", "dénommée"}:
        yield Evidence("product", 3, "named so")


def _first_listed(line: Line, first: int) -> int:
    """Where the list begins that a name ends: "les laiteries X, Y et Z"."""
    for _ in range(_LISTED):
        before = (
            next(_listed_before(line, first, ""), None)
            if line.low(first - 1) in _MARKS
            else None
        )
        if before is None:
            break
        first = before.first
    return first


def _by(deed: str, *, business: bool) -> Iterator[Evidence]:
    if deed in nouns.FIRMS_WORK:
        yield Evidence("company", 3, f"{deed} by")
    elif deed in nouns.MADE_BY:
        yield Evidence("person", 0.5 if business else 3, f"{deed} by")
    else:
        yield Evidence("person", 1, "by")


_AUXILIARY = words("a ont avait avaient aura auront")
_FIRMS_TOO = words(
    "tombe rejoint quitte devient réalise remporte participe termine retrouve bat affronte précise souligne assure confirme"
)
_ADVERBS = words(
    "ne n' n en y se s' s lui leur également aussi ainsi par ailleurs notamment déjà ensuite donc outre"
)


def _acts(line: Line, piece: Piece, *, single: bool) -> Iterator[Evidence]:
    """What the verb behind says of who does it."""
    at = piece.last + 1
    while line.low(at) in _ADVERBS or line.text(at) == "'":
        at += 1
    verb = line.low(at)
    if line.text(at) != verb:
        return
    if verb in nouns.FIRM_VERBS:
        yield Evidence("company", 3, f"{verb}")
    elif verb in nouns.HUMAN_VERBS and not (verb in _FIRMS_TOO and in_business(line)):
        yield Evidence("person", 2 if single else 3, f"{verb}")
    elif verb in _AUXILIARY:
        near = [line.low(place) for place in range(at + 1, at + 5)]
        if any(word in nouns.FIRM_DEEDS for word in near):
            yield Evidence("company", 3, "has done what firms do")


def _beside(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What a name is listed with: "Tournai, X et Cambrai", "X, Anne Durand et"."""
    for other in _listed(line, piece):
        if lead_of(line, other.first).link in {"à", "en"} and not _is_given(
            line, other.first - 2
        ):
            yield Evidence("place", 2, "listed with where something is")
        known = line.known(other.first)
        if known and known.last == other.last and known.known:
            if not known.known.reference.startswith("organization:"):
                yield Evidence("place", 3, "listed with a place")
        elif fold(line.text(other.first)) in given_names() and other.last > other.first:
            yield Evidence("person", 2, "listed with a person")


_MARKS = words(", et ou puis")
_LISTED = 5


def _listed(line: Line, piece: Piece) -> Iterator[Piece]:
    """The names that stand in one list with this one.

    All must be led alike: "A&B du Maroc et X" lists X with A&B, not with Maroc.
    """
    link = _link(line, piece.first)
    at = piece.last
    for _ in range(_LISTED):
        first = _behind_small(line, at + 2)
        if line.low(at + 1) not in _MARKS or not line.capital(first):
            break
        at = _end_of_capitals(line, first)
        if _link(line, first) == link or (first == at + 2 and link in {"à", "en"}):
            yield Piece(first, at)
    yield from _listed_before(line, piece.first, link)


def _link(line: Line, first: int) -> str:
    link = lead_of(line, first).link
    return "" if link in _MARKS else link


def _listed_before(line: Line, first: int, link: str) -> Iterator[Piece]:
    for _ in range(_LISTED):
        lead = lead_of(line, first)
        at = lead.at + (not lead.link) if lead.article or lead.link in _LEADS else first - 1
        if line.low(at) not in _MARKS or not line.capital(at - 1):
            return
        last = first = at - 1
        while line.capital(first - 1) or (line.text(first - 1) == "-" and line.glued(first)):
            first -= 1
        led = _link(line, first)
        if led == link or (not link and led in {"à", "en", "entre", "dans", "par", "avec"}):
            yield Piece(first, last)


_LEADS = words("de à en")


_SMALL = _ARTICLES | _FUSED.keys() | {"de", "d", "en", "à", "'"}


def _behind_small(line: Line, at: int) -> int:
    for _ in range(3):
        if line.low(at) in _SMALL:
            at += 1
    return at


def _end_of_capitals(line: Line, at: int) -> int:
    while line.capital(at + 1) or (
        line.text(at + 1) == "-" and line.glued(at + 1) and line.capital(at + 2)
    ):
        at += 1
    return at


def _title(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What stands in quotes: the title of a work, or a part of one."""
    if not line.has({'"'}):
        return
    opening = next(
        (
            at
            for at in range(piece.first - 1, max(piece.first - 8, -1), -1)
            if line.text(at) == '"'
        ),
        None,
    )
    closing = next(
        (
            at
            for at in range(piece.last + 1, min(piece.last + 9, len(line)))
            if line.text(at) == '"'
        ),
        None,
    )
    if (
        opening is None
        or closing is None
        or not line.capital(opening + 1)
        or closing - opening > 10
    ):
        return
    before = {line.low(at) for at in range(max(opening - 3, 0), opening)}
    whole = opening == piece.first - 1 and closing == piece.last + 1
    if before & nouns.WORKS:
        yield Evidence("void", 9, "a work's title")
    elif not whole:
        yield Evidence("void", 5, "part of a title")
    else:
        yield Evidence("product", 4, "alone in quotes")
