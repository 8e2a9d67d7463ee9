"""What all sources with one address on the web are alike in."""

from functools import cached_property
from typing import ClassVar, Generic, TypeVar

from ingestd.clock import Clock
from ingestd.fetching.web_address import without_secret
from ingestd.sources.web_options import AddressedOptions

Options = TypeVar("Options", bound=AddressedOptions)


class WebSource(Generic[Options]):
    """A source that is asked at its `url`; each kind says how it is read."""

    kind: ClassVar[str]
    watched = None

    def __init__(self, name: str, options: Options, clock: Clock) -> None:
        self.name = name
        self.pace = options.pace
        self._options = options
        self._clock = clock

    # asked for with every look, and long to work out
    @cached_property
    def address(self) -> str:
        """Its URL without user and password."""
        return without_secret(self._options.url)

    @cached_property
    def options(self) -> str:
        """What else was set, as canonical JSON."""
        return self._options.canonical(without="url")
