"""The web, as sources see it: ask for an address, get a reply or the reason there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ingestd.fetching.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came, from where it came in the end; header names are in small letters.

    `moved` is the address that redirects for good (301, 308) lead to, with the status of the
    first one; nothing where any redirect on the way was for now only.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    moved: tuple[str, int] | None = None

    @property
    def content_type(self) -> str:
        """The type with its charset, as the server says; "" where it does not."""
        return self.headers.get("content-type", "").strip()

    @property
    def media_type(self) -> str:
        """The type alone, in small letters."""
        return self.content_type.partition(";")[0].strip().lower()


class Web(Protocol):
    """The one door to other machines."""

    def get(
        self,
        url: str,
        *,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        as_robot: bool = False,
    ) -> Reply:
        """Get what is at `url`, following redirects; a 304 is a reply without content.

        `as_robot`: the site's robots.txt is asked first, and obeyed; a ForbiddenError says so.
        Raises BusyHostError where it would have to wait for its turn at the host, else
        UnreachableError, RefusedError, or another FetchError, with a reason that a person
        understands.
        """

    def post(self, url: str, *, fields: Mapping[str, str], limits: Limits) -> Reply:
        """Send a form to `url`; any answer of success is a reply.

        Redirects are followed where they ask for the same again (307, 308). Raises as `get`.
        """
