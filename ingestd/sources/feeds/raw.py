"""What feedparser makes of a feed, as far as it is used."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

Raw = Mapping[str, object]


class Parsed(TypedDict):
    """Entries and feed with feedparser's own names for what they say."""

    entries: list[Raw]
    feed: Raw
    version: NotRequired[str]
    bozo_exception: NotRequired[Exception]
