# ruff: noqa: PLR2004, RUF001 - Cyrillic letters are meant; sizes of windows, in words
"""What speaks for a product: drug stems, model numbers, nouns of wares, titles in quotes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.languages.pack import union, words
from ingestd.extraction.line import Line, Piece

_DRUG_STEMS = (
    "tide", "mab", "vir", "virin", "parin", "statin", "prazole", "sartan", "cillin", "mycin",
    "tinib", "ciclib", "gliptin", "gliflozin", "conazole", "dipine", "cycline", "floxacin",
)  # fmt: skip
SHORTEST_DRUG = 7


@lru_cache(maxsize=1 << 14)
def is_drug(word: str) -> bool:
    """Whether a word carries the stem of an international non-proprietary name."""
    return len(word) >= SHORTEST_DRUG and word.isalpha() and word.lower().endswith(_DRUG_STEMS)


_CODE = re.compile(r"[A-ZА-Я]{1,4}-\d{1,4}\b")


_VERSION = re.compile(
    r"[A-Z]{1,2}\d{2,3}(?:[a-z]+|-[A-Z\d]\w*)|[A-ZА-Я][A-ZА-Яа-я]?-\d{2,3}\w?"
)


_STANDINGS = words("designation status rating ratings accreditation")
_REMEDIES = words(
    """vaccine vaccines drug drugs medicine medicines jab jabs test tests nephropathy neuropathy syndrome cancer cancers
    disease diseases infection infections inhibitor inhibitors receptor receptors antibody antibodies mutation mutations
    tumour tumours tumor tumors deficiency arthritis diabetes leukaemia leukemia lymphoma melanoma virus therapy therapies"""
)


def product(line: Line, piece: Piece) -> Iterator[Evidence]:
    """All that speaks for a product at this one place."""
    at, names = piece.last + 1, line.names
    if any(is_drug(line.text(place)) for place in range(piece.first, piece.last + 1)):
        yield Evidence("product", 6, "drug stem")
    numbered = _numbered(line, piece)
    yield from _classed(line, piece, numbered=numbered)
    if numbered:
        if piece.first < piece.last and line.text(piece.first).istitle():
            yield Evidence("product", 1, "maker and model")
        yield Evidence("product", 3, "numbered like a model")
    if _VERSION.fullmatch(line.span(piece.first, piece.last)):
        yield Evidence("product", 2, "written like a version")
    yield from _own_product(line, piece)
    title = line.text(piece.first - 1) == '"' == line.text(at) and piece.first < piece.last
    if title and not names.heads_first:
        yield Evidence("product", 5, "a title in quotes")


def _classed(line: Line, piece: Piece, *, numbered: bool) -> Iterator[Evidence]:
    at, names = piece.last + 1, line.names
    close = [line.text(x) for x in range(at, at + (5 if numbered else 1))]
    text = line.text(piece.last)
    sign = text[-1:].isupper() and len(text) <= 5 and text.isalpha() and len(text) > 1
    if sign and line.low(at) in _REMEDIES:
        # "RSV vaccine": the illness it is for
        yield Evidence("void", 12, "an illness")
    elif line.low(at) in _STANDINGS and piece.known is None:
        yield Evidence("void", 12, "a standing")
    elif close[:1] in (["platform"], ["processor"]) and line.capital(at + 1):
        return  # "Streaming platform X" tells of X
    elif not names.products.isdisjoint(close):
        yield Evidence("product", 5, "class noun behind")
    elif names.heads_first and line.text(piece.first - 1) in names.products:
        yield Evidence("product", 5, "class noun before")


def _own_product(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "its migraine pill X", "its electric pickup, the X," "its X suite"."""
    if line.language.code != "en":
        return
    at = piece.first - 1
    at -= line.low(at) == "the"
    apart = line.text(at) == ","
    at -= apart
    made = union(line.names.products, _WARES)
    if line.low(at) in made and _owned(line, at):
        yield Evidence("product", 5, f"called {line.low(at)}")
    elif line.low(piece.last + 1) in made and _owned(line, piece.first):
        yield Evidence("product", 5, f"a {line.low(piece.last + 1)} of its maker")
    elif line.low(piece.first - 1) == "the" and line.low(piece.last + 1) in _OF_WARES:
        yield Evidence("product", 3, f"a {line.low(piece.last + 1)}")
    elif _apposed_ware(line, piece.last + 1):
        yield Evidence("product", 5, "apposed to its maker's")


_WARES = words(
    """suite pill pills tablet tablets cream serum shampoo lotion toothpaste chocolate chocolates cereal cereals beer beers whisky lager
    console consoles handset handsets laptop laptops notebook notebooks wearable wearables smartwatch headset headsets camera cameras
    assistant chatbot package tool tools series range line lines brand brands sneaker sneakers trainer trainers cloud database engine
    kit kits treatment treatments therapy therapies implant implants inhaler inhalers syringe syringes patch device devices scanner
    scanners monitor monitors printer printers sensor sensors lens lenses robot robots van vans bike bikes motorcycle motorcycles
    toy toys game games magazine vaccine pump pumps yoghurt yogurt yoghurts soap soaps detergent detergents tyre tyres tire tires
    snack snacks biscuits cookies crackers crisps chips noodles cheese cheeses wine wines spirits gin vodka rum tequila cider soda
    sodas juice juices tea teas coffee coffees spread spreads sauce sauces nappies diapers cosmetics perfume perfumes fragrance
    fragrances lipstick razors mattress mattresses sofa sofas stove stoves cookware cooker fridge fridges boiler boilers heater
    herbicide fungicide insecticide pesticide pesticides fertiliser fertilizer seed seeds hybrid hybrids feed molecule compound
    antibody candidate candidates therapy reagent assay assays portfolio collection label system systems service services website
    browser messenger wallet card cards subscription wearables speaker speakers earbuds television televisions projector"""
)
_OF_WARES = words("line range brand collection smartphone handset")
_ITS = words("its their")
_SORTS = _WARES | words(
    "product products drug drugs medicine app platform model software portfolio seller blockbuster vaccine"
)


def _apposed_ware(line: Line, at: int) -> bool:
    """ "X, its best-selling product", "X, the company's flagship drug": whose it is stands in front."""
    if line.text(at) != "," or line.low(at + 1) not in _ITS:
        return False
    for place in range(at + 2, at + 7):
        if line.low(place) in _SORTS:
            return True
        if not line.text(place).islower() and line.text(place) != "-":
            return False
    return False


def _owned(line: Line, at: int) -> bool:
    """Whether a possessive stands shortly before: "its", "Acme's"."""
    return any(
        line.low(place) in {"its", "their"}
        or (line.low(place) == "s" and line.text(place - 1) == "'")
        for place in range(max(at - 4, 0), at)
    )


def _numbered(line: Line, piece: Piece) -> bool:
    """Whether it ends like a model: "Falcon IX", "X 8", "A320", "S-400"."""
    last = line.text(piece.last)
    if _CODE.match(line.span(piece.first, piece.last)):
        return True
    if last in {"V", "II", "III", "IV", "VI", "X", "XL", "Pro", "Max"}:
        return piece.last > piece.first
    if last.isdigit():
        return piece.last > piece.first
    return any(letter.isdigit() for letter in last) and last[0].isalpha()
