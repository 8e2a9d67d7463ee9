"""Who answers for an address: its registrable domain, `bbc.co.uk` for `news.bbc.co.uk`."""

from functools import lru_cache
from ipaddress import ip_address
from threading import Lock
from urllib.parse import urlsplit

# whoever asks first loads the list; the others would all load it beside
_LOADING = Lock()


def domain_of(url: str) -> str:
    """The registrable domain of an address in small letters; else its host: an IP, `localhost`.

    Names given away below a company's own (`name.github.io`) are the company's: it is its
    server that is asked. Raises ValueError for what is no address.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    # one name, however it is written
    return _registrable(host if host.isascii() else host.encode("idna").decode())


@lru_cache(maxsize=4_096)
def _registrable(host: str) -> str:
    if _is_number(host):
        return host
    # a tenth of a second, and 14 MB: only for those who ask others
    from tld import get_fld  # noqa: PLC0415

    with _LOADING:
        found = get_fld(host, fix_protocol=True, fail_silently=True, search_private=False)
    return host if found is None else found


def _is_number(host: str) -> bool:
    """Whether it is an address of the network, which has no name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
