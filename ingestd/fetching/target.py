"""Where a question is sent: an address taken apart, and how that is told."""

import re
from dataclasses import dataclass

_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_PLAIN = re.compile(
    r"(?P<scheme>https?)://"
    rf"(?P<host>(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*|(?:{_OCTET}\.){{3}}{_OCTET})"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<path>/[A-Za-z0-9_.~!$&'()*+,;=:@/-]*(?:\?[A-Za-z0-9_.~!$&'()*+,;=:@/?-]*)?)"
)
"""An address of letters that stand for themselves."""
_USUAL = {"http": "80", "https": "443"}


@dataclass(frozen=True, slots=True)
class Target:
    """An address in the bytes that HTTP speaks of; `port` is None for the usual one.

    `shown` is the same as text.
    """

    scheme: bytes
    host: bytes
    port: int | None
    path: bytes
    shown: str

    @property
    def authority(self) -> bytes:
        """What stands in the header `Host`."""
        host = b"[%b]" % self.host if b":" in self.host else self.host
        return host if self.port is None else b"%b:%d" % (host, self.port)


def target_of(address: str) -> Target:
    """Take an address of the web apart; raises ValueError for what is none."""
    plain = _PLAIN.fullmatch(address)
    if plain is None or "/." in plain["path"] or plain["port"] == _USUAL[plain["scheme"]]:
        return _worked_out(address)
    port = plain["port"]
    return Target(
        plain["scheme"].encode(),
        plain["host"].encode(),
        None if port is None else int(port),
        plain["path"].encode(),
        address,
    )


def _worked_out(address: str) -> Target:
    """Have it escaped, shortened and written in small letters where that must be."""
    # a quarter of a second: only for addresses that are not plain
    import httpx2  # noqa: PLC0415

    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise ValueError(str(error)) from error
    if url.scheme not in _USUAL:
        raise ValueError(f"{address} is no address of the web")
    return Target(url.raw_scheme, url.raw_host, url.port, url.raw_path, str(url))
