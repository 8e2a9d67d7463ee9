# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""French: who acts: a name in front of its verb, with asides and "et Y" between."""

import re
from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.languages.fr_verbs import ACTING, DEALING, done, finite, infinitives
from ingestd.extraction.languages.fr_words import SUPPOSED_FIRM
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece

_FINITE = finite(DEALING)
_DONE, _TO_DO = done(DEALING), infinitives(DEALING)
_ACTS = finite(ACTING) | _FINITE
_DEEDS = done(ACTING) | _DONE | infinitives(ACTING) | _TO_DO
_HAS = words(
    "a ont avait avaient aura auront aurait auraient est sont sera seront serait seraient"
)
_MAY = words(
    "va vont doit doivent devrait devraient peut peuvent pourrait pourraient pourra pourront vient viennent veut veulent "
    "compte comptent souhaite souhaitent entend entendent prévoit prévoient espère espèrent"
)
_VERBS = _ACTS | _HAS | _MAY
_SMALL = words(
    "ne n ' en y se s lui leur également aussi ainsi par ailleurs notamment déjà ensuite donc outre désormais "
    "officiellement enfin finalement récemment hier bien toujours pas quant à elle d de sa son côté"
)
_GOVERNED = words(
    "de d du des à au aux en dans vers avec par chez pour sur sous contre selon entre depuis"
)
_PLAIN_WORD = re.compile(r" ?([^\W\d_]+(?:-[^\W\d_]+)*'?)")
_JOINS = words("et ou qui que dont où mais ni car puis avec pour par dans sur à au aux")
_DESCRIBING = 6
"""Words that may stand between a class noun and the name it leads to."""


def in_business(line: Line) -> bool:
    """Whether words of business stand in the sentence."""
    return line.has(SUPPOSED_FIRM)


def speaks(line: Line, at: int) -> bool:
    """Whether a verb stands at a place, or behind its pronoun: a name acts in front of it."""
    at = _behind_small(line, at)
    return line.text(at).islower() and line.low(at) in _VERBS


_DESCRIBES = words(
    "qui dont filiale basé basée spécialiste spécialisé spécialisée un une leader premier première numéro fondé fondée créé créée coté "
    "cotée détenu détenue société groupe entreprise start-up startup éditeur fabricant"
)


def acts_or_is_told(line: Line, at: int) -> bool:
    """Whether it acts, or an aside says who it is: "X, qui fabrique des pneus, a"."""
    aside = line.text(at) == "," and line.low(at + 1) in _DESCRIBES
    return aside or speaks(line, at)


_LED = words("le la l les son sa leur '")
_FAR = 7
"""Words in which a French class noun with all that describes it leads to its name."""


def behind_class(line: Line, at: int) -> int:
    """Where a name begins behind its French class noun: "X et le fabricant chinois Y"."""
    led = line.language.code == "fr" and line.low(at - 1) in _LED
    for place in range(at, at + (_FAR if led else 0)):
        if line.capital(place) or not line.text(place).isalpha():
            return place
        if line.low(place) in line.names.says:
            break
    return at


def calls_by_name(text: str, at: int) -> bool:
    """Whether a class noun that ends here leads to its name: "la banque en ligne espagnole {c1}".

    Words may stand between, but no verb, for whoever "la banque rachète {c1}" is, it is not {c1}.
    """
    for _ in range(_DESCRIBING):
        word = _PLAIN_WORD.match(text, at)
        if word is None:
            return text.startswith((" {c", " {b", " {o"), at)
        if word[1] in _JOINS or word[1] in _VERBS:
            return False
        at = word.end()
    return False


def subject(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "X va racheter", "X et le chinois Y créent", "X (ABC), filiale de Z, a cédé"."""
    if line.low(piece.first - 1) in _GOVERNED:
        return
    at = _behind_small(line, _verb_of(line, piece.last + 1))
    verb = line.low(at)
    if line.text(at) != verb:
        return
    if verb in _FINITE:
        yield Evidence("company", 3, f"{verb}")
    elif verb in _HAS | _MAY:
        yield from _deed(line, at)
    elif verb in _ACTS:
        yield Evidence("company", 2 if in_business(line) else 1, f"{verb} on business")


def _deed(line: Line, at: int) -> Iterator[Evidence]:
    """The verb behind its auxiliary, with adverbs, days and a verb of saying between."""
    verb = line.low(at)
    deals = _DONE if verb in _HAS else _TO_DO
    behind = list(_clause(line, at + 1))
    found = next((low for low in behind if low in deals), None)
    if found:
        yield Evidence("company", 3, f"{verb} … {found}")
        return
    found = next((low for low in behind if low in _DEEDS), None)
    if found:
        yield Evidence("company", 3.5 if in_business(line) else 1, f"{verb} … {found}")


def _clause(line: Line, at: int) -> Iterator[str]:
    """The next small words, up to a mark or a name."""
    for place in range(at, at + 8):
        if not line.low(place) or line.text(place) in ",.;:" or line.capital(place):
            return
        yield line.low(place)


def _behind_small(line: Line, at: int) -> int:
    for _ in range(5):
        if line.low(at) not in _SMALL:
            break
        at += 1
    return at


def _verb_of(line: Line, at: int) -> int:
    """Where the verb stands whose subject ends here: behind brackets, asides and "et Y"."""
    for _ in range(3):
        if line.text(at) == "(":
            at = _behind(line, at, ")", 8)
        elif line.low(at) in {"et", "comme"} or (line.text(at) == "," and _joins(line, at)):
            at = _behind_name(line, at + 1)
        elif line.text(at) == ",":
            at = _behind(line, at, ",", 16)
        else:
            break
    return at


def _behind(line: Line, at: int, mark: str, most: int) -> int:
    ends = (place + 1 for place in range(at + 1, at + most) if line.text(place) == mark)
    return next(ends, at)


def _joins(line: Line, at: int) -> bool:
    """Whether a comma parts names of a list: ", Y et Z ont"."""
    return line.capital(at + 1) or line.capital(at + 2)


def _behind_name(line: Line, at: int) -> int:
    """Where the name ends that begins within a few words."""
    begin = at
    while at - begin < 5 and not line.capital(at):
        if line.text(at) in ".,;:":
            return begin
        at += 1
    while line.capital(at) or _goes_on(line, at):
        at += 1
    return at


def _goes_on(line: Line, at: int) -> bool:
    """Whether a mark or a small word stands inside a name: "Université de Lausanne"."""
    if line.text(at) in "-&'" and line.glued(at) and line.glued(at + 1):
        return True
    joint = line.text(at) in {"de", "du", "des", "d", "la", "l"}
    return joint and (line.capital(at + 1) or line.capital(at + 2))
