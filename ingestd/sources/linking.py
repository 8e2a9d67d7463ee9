"""The Link header, and what is offered there (RFC 8288)."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.found import Hub

_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]*))*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)


def hub_of(reply: Reply, hub: str | None, topic: str | None, *, address: str) -> Hub | None:
    """The WebSub hub that a reply's headers name, or else its content does: `hub`, `topic`.

    Without a topic of its own, it is the address that was asked.
    """
    offered = _offered(reply.headers, reply.url)
    found = offered.get("hub") or hub
    return Hub(url=found, topic=offered.get("self") or topic or address) if found else None


def _offered(headers: Mapping[str, str], base: str) -> Mapping[str, str]:
    """The first address for each relation."""
    offered: dict[str, str] = {}
    for relation, address in _links(headers.get("link", "")):
        at = _joined(base, address)
        if is_web_address(at):
            offered.setdefault(relation, without_secret(at))
    return offered


def _links(header: str) -> Iterator[tuple[str, str]]:
    for address, parameters in _LINK.findall(header):
        relation = _REL.search(parameters)
        for one in (relation.group(1) or relation.group(2) or "").split() if relation else ():
            yield one.lower(), address.strip()


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
