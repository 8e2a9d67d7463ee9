"""What the world pays with: units of money by language, and whose they are; ISO 4217."""

from collections.abc import Iterator
from functools import cache

from ingestd.extraction.gazetteer.places import currencies, own

# A unit's forms, then the countries that use one of that name, the most likely first; a code
# stands behind those whose currency does not begin with the country's own.
_UNITS: dict[str, tuple[str, ...]] = {
    "en": (
        "dollar dollars | US CA AU NZ SG HK TW=TWD JM BZ BB TT NA FJ LR GY SR BN BS",
        "pound pounds | GB EG SY LB SD SS", "peso pesos | MX PH AR CL CO UY CU DO",
        "krone kroner | NO DK", "krona kronor kronas | SE", "kronur | IS", "koruna korunas | CZ",
        "franc francs | CH SN=XOF CI=XOF ML=XOF BF=XOF NE=XOF TG=XOF BJ=XOF CM=XAF GA=XAF TD=XAF CG=XAF RW BI DJ GN CD KM",
        "dinar dinars | KW BH IQ JO DZ TN LY RS", "rial rials | IR OM YE", "riyal riyals | SA QA",
        "rupee rupees rs rs. | IN PK LK NP MU SC", "rupiah | ID", "shilling shillings | KE UG TZ SO",
        "rand | ZA", "naira | NG", "cedi cedis | GH", "birr | ET", "kwacha | ZM=ZMW MW", "pula | BW", "metical meticais | MZ",
        "kwanza kwanzas | AO", "dirham dirhams | AE MA", "lira liras | TR", "leu lei | RO MD", "lev leva | BG", "forint forints | HU",
        "zloty zlotys | PL", "hryvnia hryvnias | UA", "lari | GE", "dram drams | AM", "manat manats | AZ TM", "tenge | KZ",
        "som soms | KG UZ", "tugrik tugriks togrog | MN", "baht | TH", "ringgit | MY", "riel riels | KH", "kip | LA", "kyat kyats | MM",
        "taka | BD", "real reais | BR", "sol soles | PE", "guarani guaranis | PY", "quetzal quetzals | GT", "shekel shekels | IL=ILS",
        "rouble roubles ruble rubles | RU BY", "won | KR", "crown crowns | CZ SE NO DK IS",
    ),
    "fr": (
        "dollar dollars | US CA AU NZ SG HK TW=TWD NA", "livre livres | GB EG LB SY SD", "peso pesos | MX PH AR CL CO UY CU DO",
        "couronne couronnes | SE NO DK CZ IS",
        "franc francs | CH SN=XOF CI=XOF ML=XOF BF=XOF NE=XOF TG=XOF BJ=XOF CM=XAF GA=XAF TD=XAF CG=XAF RW BI DJ GN CD KM",
        "dinar dinars | DZ TN LY KW IQ JO RS BH", "rial rials | IR OM YE", "riyal riyals | SA QA", "roupie roupies | IN PK LK NP MU",
        "roupie indonésienne roupies indonésiennes | ID", "shilling shillings | KE UG TZ", "rand rands | ZA", "naira nairas | NG",
        "cedi cedis | GH", "birr birrs | ET", "dirham dirhams | MA AE", "livre turque livres turques | TR", "leu lei | RO MD", "lev leva | BG",
        "forint forints | HU", "zloty zlotys | PL", "hryvnia hryvnias | UA", "tenge tenges | KZ", "baht bahts | TH", "ringgit ringgits | MY",
        "riel riels | KH", "kip kips | LA", "real reals reais | BR", "sol soles | PE", "shekel shekels | IL=ILS", "rouble roubles | RU BY",
        "ouguiya ouguiyas | MR", "ariary | MG", "gourde gourdes | HT", "won wons | KR",
    ),
}  # fmt: skip
_CODES: dict[str, str] = {
    "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "JM": "JMD", "BZ": "BZD", "BB": "BBD", "TT": "TTD",
    "NA": "NAD", "FJ": "FJD", "LR": "LRD", "GY": "GYD", "SR": "SRD", "BN": "BND", "BS": "BSD", "GB": "GBP", "EG": "EGP", "SY": "SYP",
    "LB": "LBP", "SD": "SDG", "SS": "SSP", "MX": "MXN", "PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP", "UY": "UYU", "CU": "CUP",
    "DO": "DOP", "NO": "NOK", "DK": "DKK", "SE": "SEK", "IS": "ISK", "CZ": "CZK", "CH": "CHF", "RW": "RWF", "BI": "BIF", "DJ": "DJF",
    "GN": "GNF", "CD": "CDF", "KM": "KMF", "KW": "KWD", "BH": "BHD", "IQ": "IQD", "JO": "JOD", "DZ": "DZD", "TN": "TND", "LY": "LYD",
    "RS": "RSD", "IR": "IRR", "OM": "OMR", "YE": "YER", "SA": "SAR", "QA": "QAR", "IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR",
    "MU": "MUR", "SC": "SCR", "ID": "IDR", "KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS", "ZA": "ZAR", "NG": "NGN", "GH": "GHS",
    "ET": "ETB", "MW": "MWK", "BW": "BWP", "MZ": "MZN", "AO": "AOA", "AE": "AED", "MA": "MAD", "TR": "TRY", "RO": "RON", "MD": "MDL",
    "BG": "BGN", "HU": "HUF", "PL": "PLN", "UA": "UAH", "GE": "GEL", "AM": "AMD", "AZ": "AZN", "TM": "TMT", "KZ": "KZT", "KG": "KGS",
    "UZ": "UZS", "MN": "MNT", "TH": "THB", "MY": "MYR", "KH": "KHR", "LA": "LAK", "MM": "MMK", "BD": "BDT", "BR": "BRL", "PE": "PEN",
    "PY": "PYG", "GT": "GTQ", "RU": "RUB", "BY": "BYN", "KR": "KRW", "MR": "MRU", "MG": "MGA", "HT": "HTG",
}  # fmt: skip
_SIGNS = {
    "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "n$": "NAD",
    "r$": "BRL", "j$": "JMD", "mx$": "MXN", "₦": "NGN", "₱": "PHP", "₫": "VND", "₺": "TRY", "₴": "UAH", "₸": "KZT", "₪": "ILS", "฿": "THB",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "rp": "IDR", "rm": "MYR",
}  # fmt: skip
_ENDINGS = ("", "s", "e", "es", "ne", "nes")
_WORLDWIDE = frozenset({"dollar", "dollars", "pound", "pounds", "livre", "livres"})
"""Units that mean one country's unless its people are named."""


@cache
def units(language: str) -> dict[str, dict[str, str]]:
    """Words for money: to each, codes by country; "" is whose it is where nothing tells."""
    table: dict[str, dict[str, str]] = {}
    for entry in _UNITS.get(language, ()):
        forms, _, owners = entry.partition(" | ")
        codes = dict(_owner(owner) for owner in owners.split())
        for form in forms.split() if language == "en" else _phrases(forms):
            for name, country in _told_with_people(form, codes, language):
                table[name] = {"": codes[country]}
            bare = {} if form in _WORLDWIDE else codes
            table[form] = {"": next(iter(codes.values())), **bare}
    listed = {
        name: {"": code} for name, code in currencies(language).items() if name not in table
    }
    signs = {name: {"": code} for name, code in (*_SIGNS.items(), *_codes())}
    return signs | table | listed


def _phrases(forms: str) -> Iterator[str]:
    """French units of two words come in pairs: "livre turque livres turques"."""
    words = forms.split()
    half = len(words) // 2
    two_worded = len(words) == 4 and words[2].startswith(words[0])  # noqa: PLR2004 - two of two
    yield from [" ".join(words[:half]), " ".join(words[half:])] if two_worded else words


def _owner(owner: str) -> tuple[str, str]:
    country, _, code = owner.partition("=")
    return country, code or _CODES[country]


def _told_with_people(
    form: str, codes: dict[str, str], language: str
) -> Iterator[tuple[str, str]]:
    """ "Norwegian kroner", "couronnes norvégiennes": the unit with each people that has one."""
    for entry in own()["demonyms"][language]:
        people, _, country = entry.lower().partition("=")
        country = country.upper()
        if country in codes and language == "en":
            yield f"{people} {form}", country
        elif country in codes:
            yield from ((f"{form} {people}{ending}", country) for ending in _ENDINGS)


def _codes() -> Iterator[tuple[str, str]]:
    return (
        (code.lower(), code) for code in (*_CODES.values(), "EUR", "JPY", "CNY", "VND", "XOF")
    )
