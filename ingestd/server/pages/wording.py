"""How values read to people."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

LANGUAGES = {
    "de": "German", "en": "English", "fr": "French", "ru": "Russian", "vi": "Vietnamese",
}  # fmt: skip
SHORT = {"mou": "MoU"}
FULL_DATE = 10
YEAR_AND_MONTH = 7


def plain(name: str) -> str:
    """Return a name of the contract as words: technology_transfer, technology transfer."""
    return SHORT.get(name, name.replace("_", " "))


def language(code: str | None) -> str:
    """Return a language's English name; its code where it has none here."""
    return LANGUAGES.get(code, code.upper()) if code else "language unknown"


def when(moment: str | None, otherwise: str = "unknown") -> Markup:
    """Return a time or a date (also YYYY and YYYY-MM) for people and for programs."""
    if not moment:
        return Markup('<span class="none">{}</span>').format(otherwise)
    return Markup('<time datetime="{}">{}</time>').format(moment, _read(moment))


def exactly(moment: str) -> Markup:
    """Return a time to the second."""
    return Markup('<time datetime="{}">{}</time>').format(
        moment, _read(moment, clock="%H:%M:%S")
    )


def _read(moment: str, *, clock: str = "%H:%M") -> str:
    date = f"{moment}-01" if len(moment) == YEAR_AND_MONTH else moment
    try:
        read = datetime.fromisoformat(date)
    except ValueError:
        # not for us to mend (and a year alone is one): shown as it was found
        return moment
    if len(moment) > FULL_DATE:
        return f"{read.astimezone(UTC):%-d %b %Y, {clock}} UTC"
    return f"{read:%-d %B %Y}" if len(moment) == FULL_DATE else f"{read:%B %Y}"


def lasting(seconds: float) -> str:
    """Return a span of time in the largest unit that fits: 90 min, 2 h, 3 days."""
    for unit, length, least in (("days", 86_400, 2), ("h", 3_600, 2), ("min", 60, 2)):
        if seconds >= least * length:
            return f"{seconds / length:.1f}".removesuffix(".0") + f" {unit}"
    return f"{seconds:.0f} s"


def money(value: Mapping[str, object]) -> str:
    """Return an amount with its currency, to be read aloud: 39,000,000 USD."""
    amount = value["amount"]
    digits = f"{amount:,.2f}".removesuffix(".00") if isinstance(amount, int | float) else amount
    return f"{digits} {value['currency']}"


def heading(article: Mapping[str, object]) -> str:
    """Return what to call an article: title, first words, or the end of where it was found."""
    if name := article["title"] or article.get("opening"):
        return str(name)
    path = urlsplit(str(article["url"] or article["origin"])).path
    return unquote(path.rstrip("/").rpartition("/")[2]) or str(article["origin"])


def names_of(deal: Mapping[str, object]) -> str:
    """Return what to call a deal: its parties, else its subject."""
    parties = deal["parties"]
    names = [party["name"] for party in parties] if isinstance(parties, list) else []
    if not names:
        return str(deal["subject"] or "parties unknown")
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def in_words(value: object) -> str:
    """Return the value of a fact in words."""
    if not isinstance(value, Mapping):
        return plain(str(value))
    if "amount" in value:
        return money(value)
    role = value.get("role")
    return f"{value['name']} ({plain(role)})" if role else str(value["name"])


def is_on_the_web(address: str | None) -> bool:
    """Tell whether an address may be linked to: a script is an address too."""
    return bool(address) and urlsplit(address).scheme in {"http", "https"}
