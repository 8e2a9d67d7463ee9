"""How far English names reach: numbers inside, particles of other tongues, Korean names."""

from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line

_COUNTED = words(
    "phase series tier stage type category level grade class tranche article chapter schedule section lot block"
)
_ROMAN = words("i ii iii iv v vi vii a b c d e f g h")
_DEGREES = words(
    "m.d. m.d ph.d ph.d. mba m.b.a. b.sc m.sc esq j.d. r.n. d.phil dvm pharmd md cpa cfa"
)


def is_label(line: Line, at: int) -> bool:
    """Whether the word only counts or grades: "Phase 2", "Series B", "Jane Doe, M.D."."""
    if line.language.code != "en":
        return False
    if line.low(at) in _COUNTED:
        return line.text(at + 1).isdigit() or line.low(at + 1) in _ROMAN
    if line.low(at) in _DEGREES:
        return line.text(at - 1) == ","
    return line.low(at) in _ROMAN and line.low(at - 1) in _COUNTED


_GO_ON = words(
    "one two three four five six seven eight nine ten first next north south east west"
)
"""Words that open no name, but may be the second of one: "Studio Seven", "Air North"."""


def goes_on(line: Line, at: int) -> bool:
    """Whether a word that opens no name goes on with one here."""
    return line.language.code == "en" and line.low(at) in _GO_ON and line.text(at).istitle()


_ROMANCE = words("de da di del della dos das do du des degli delle dei")


def is_romance(line: Line, at: int) -> bool:
    """Whether an English text writes a firm's name in its own tongue: "Laiterie du Val"."""
    if line.language.code != "en" or line.low(at) not in _ROMANCE:
        return False
    before = line.text(at - 1)
    return before.istitle() and before.isalpha() and line.known(at - 1) is None


_FAMILIES = words(
    """kim lee park choi jung jeong chung kang cho yoon yun jang chang lim rim han oh seo suh shin kwon hwang ahn an song
    hong yang ko koh moon son sohn bae baek heo hur nam sim shim noh roh ha joo ju ryu yoo yu chun min cha woo ban tsai lai
    chen wang lin chan wong leung cheung hsu chiang ho kuo wu hou ong goh tan"""
)


_LONGEST_SYLLABLE = 6


def is_korean(line: Line, first: int) -> bool:
    """Whether a family name and a given name of two syllables stand here: "Kim Dae-jung"."""
    syllables = (line.text(first + 1), line.text(first + 3))
    built = line.text(first + 2) == "-" and line.glued(first + 2) and line.glued(first + 3)
    short = all(word.isalpha() and len(word) <= _LONGEST_SYLLABLE for word in syllables)
    kept = syllables[1] not in {"based", "led", "owned", "made", "wide", "run", "style", "born"}
    return built and short and kept and line.low(first) in _FAMILIES and line.capital(first + 1)
