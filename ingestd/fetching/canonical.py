"""One address for one page: what differs only by how people came there is the same."""

import re
from urllib.parse import quote, urlsplit

from ingestd.fetching.web_address import is_web_address

TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "matomo_")
TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
        "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok",
        "_hsenc", "_hsmi", "hsctatracking", "oly_anon_id", "oly_enc_id", "vero_id", "s_cid",
        "ncid", "cmpid", "xtor", "at_medium", "at_campaign", "spm", "_ga", "_gl",
    }
)  # fmt: skip
"""Parameters that say by which campaign, mail or click a reader came, and nothing of the page."""

_PORTS = {"http": 80, "https": 443}
_PLAIN_PAGE = re.compile(r"https?://([A-Za-z0-9.-]+)(/[A-Za-z0-9._~/-]*)")
"""An address of letters that stand for themselves, without port and parameters."""
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_IS_PLAIN = re.compile(r"[A-Za-z0-9._~/?:@!$&'()*+,;=\[\]-]*").fullmatch
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def canonical(url: str) -> str | None:
    """Give what stands for the page of an address; None where that is no page of its own.

    One page are: http and https; a host in any case, with and without `www.`, a final dot or
    the usual port; with and without a slash at the end; with any fragment, but for those that
    name a page (`#!…`, `#/…`); with and without the parameters of TRACKING; with letters
    escaped or not. The other parameters count, in their order. A site's front page, which
    links lead to for want of a better one, is no article's.
    """
    if (plain := _PLAIN_PAGE.fullmatch(url)) is not None:
        return f"{_host(plain[1])}{plain[2].rstrip('/')}" if plain[2].strip("/") else None
    if not is_web_address(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    where = host if port in {None, _PORTS[parts.scheme.lower()]} else f"{host}:{port}"
    path = _escaped(parts.path).rstrip("/")
    parameters = _escaped(parts.query).split("&")
    query = "&".join(part for part in parameters if part and not _tracks(part))
    page = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    if not (path or query or page):
        return None
    return f"{where}{path}" + (f"?{query}" if query else "") + (f"#{page}" if page else "")


def _host(name: str) -> str:
    ascii_name = name if name.isascii() else name.encode("idna").decode()
    return ascii_name.lower().removesuffix(".").removeprefix("www.")


def _tracks(part: str) -> bool:
    name = part.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _escaped(part: str) -> str:
    """RFC 3986 §6.2.2: what needs no escape has none, the others are in capitals."""

    if _IS_PLAIN(part):
        return part

    def plain(escape: re.Match[str]) -> str:
        letter = chr(int(escape[1], 16))
        return letter if _UNRESERVED.fullmatch(letter) else f"%{escape[1].upper()}"

    return _ESCAPE.sub(plain, quote(part, safe="%/?:@!$&'()*+,;=~[]", errors="replace"))
