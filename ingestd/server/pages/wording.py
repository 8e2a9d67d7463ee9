"""How values read to people."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

LANGUAGES = {"en": "English", "fr": "French", "ru": "Russian", "vi": "Vietnamese"}
SHORT = {"mou": "MoU"}
FULL_DATE = 10
YEAR_AND_MONTH = 7


def plain(name: str) -> str:
    """Return a name of the contract as words: technology_transfer, technology transfer."""
    return SHORT.get(name, name.replace("_", " "))


def language(code: str | None) -> str:
    """Return a language's English name; its code where it has none here."""
    return LANGUAGES.get(code, code.upper()) if code else "language unknown"


def when(moment: str | None) -> Markup:
    """Return a time or a date (also YYYY and YYYY-MM) for people and for programs."""
    if not moment:
        return Markup('<span class="none">unknown</span>')
    return Markup('<time datetime="{}">{}</time>').format(moment, _read(moment))


def _read(moment: str) -> str:
    try:
        if len(moment) > FULL_DATE:
            return f"{datetime.fromisoformat(moment):%-d %b %Y, %H:%M} UTC"
        if len(moment) == FULL_DATE:
            return f"{datetime.fromisoformat(moment):%-d %B %Y}"
        if len(moment) == YEAR_AND_MONTH:
            return f"{datetime.fromisoformat(moment + '-01'):%B %Y}"
    except ValueError:
        # not for us to mend: shown as it was found
        return moment
    return moment


def money(value: Mapping[str, object]) -> str:
    """Return an amount with its currency, to be read aloud: 39,000,000 USD."""
    amount = value["amount"]
    digits = f"{amount:,.2f}".removesuffix(".00") if isinstance(amount, int | float) else amount
    return f"{digits} {value['currency']}"


def heading(article: Mapping[str, object]) -> str:
    """Return what to call an article: its title, else the end of where it was found."""
    if article["title"]:
        return str(article["title"])
    path = urlsplit(str(article["url"] or article["origin"])).path
    return unquote(path.rstrip("/").rpartition("/")[2]) or str(article["origin"])


def names_of(deal: Mapping[str, object]) -> str:
    """Return what to call a deal: its parties, else its subject."""
    parties = deal["parties"]
    names = [party["name"] for party in parties] if isinstance(parties, list) else []
    if not names:
        return str(deal["subject"] or "parties unknown")
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def told(value: object) -> str:
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
