"""What a feed says of one entry, whatever the feed's format."""

from dataclasses import dataclass

import msgspec


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One entry in the feed's own words.

    `link` is an absolute http(s) address without any secret; `published` is ISO 8601, in UTC
    where it has a time; `text` is HTML, "" where there is none, and `whole` where it is not
    just a summary.
    """

    guid: str | None = None
    link: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    text: str = ""
    whole: bool = False

    @property
    def says_something(self) -> bool:
        """Whether there is anything that could be taken in, or followed."""
        return bool(self.text or self.title or self.link)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A whole feed. `ttl` is in seconds; `hub` and `topic` are addresses as it gives them."""

    entries: list[Told]
    title: str | None = None
    ttl: float | None = None
    hub: str | None = None
    topic: str | None = None
