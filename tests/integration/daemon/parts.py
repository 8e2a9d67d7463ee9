"""Parts of the daemon on a data directory of their own, and what they said to one another."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

from ingestd.app import App
from ingestd.config.loader import load
from ingestd.config.settings import Settings
from ingestd.errors import StoreUnavailableError
from ingestd.sources.found import Asking, Collected
from ingestd.sources.registry import check_source
from tests.fixtures.shelves import Shelf

PATIENCE = 60.0
BROKEN = StoreUnavailableError("the store went away", hint="wait")


class Ears:
    """Remembers what was said to it, in order; `hear` waits for the next."""

    def __init__(self) -> None:
        self._heard: SimpleQueue[Any] = SimpleQueue()

    def __call__(self, *words: Any) -> None:
        self._heard.put(words[0] if words else None)

    def hear(self) -> Any:
        return self._heard.get(timeout=PATIENCE)

    def forget(self) -> None:
        while not self._heard.empty():
            self._heard.get()

    @property
    def silent(self) -> bool:
        return self._heard.empty()


def happened(event: Event) -> bool:
    return event.wait(PATIENCE)


class Turning(App):
    """A program whose turns are told, and do at first what is on its list."""

    def __init__(self, settings: Settings, *first: Callable[[], int]) -> None:
        super().__init__(settings)
        self.turned = Ears()
        self._first = list(first)

    def advance(self) -> int:
        try:
            return self._first.pop(0)() if self._first else 0
        finally:
            self.turned()


def settings_of(home: Path) -> Settings:
    (home / "ingestd.toml").write_text('data_dir = "var"\n', "utf-8")
    loaded = load(
        home / "ingestd.toml",
        environment={},
        working_directory=home,
        check_source=check_source,
    )
    return loaded.settings


@dataclass(kw_only=True)
class GatedShelf(Shelf):
    """Says when it is looked at, and shows its items once its gate is open."""

    looked: Ears = field(default_factory=Ears)
    gate: Event = field(default_factory=Event)
    again_after: float | None = None
    bug: Exception | None = None

    def collect(self, asking: Asking) -> Collected:
        self.looked()
        assert happened(self.gate)
        if self.bug is not None:
            raise self.bug
        super().collect(asking)
        again, self.again_after = self.again_after, None
        return Collected(items=self.items, again_after=again)


def opened(shelf: GatedShelf) -> GatedShelf:
    shelf.gate.set()
    return shelf
