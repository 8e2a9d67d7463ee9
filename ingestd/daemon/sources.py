"""The sources in use: watched, scheduled, looked at, and exchanged while all that goes on."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack

from ingestd.app import App
from ingestd.config.tables import SourceTable
from ingestd.daemon.rounds import Rounds
from ingestd.daemon.schedule import Schedule
from ingestd.daemon.steady import SteadyClock
from ingestd.daemon.wake import Watcher
from ingestd.pipeline.registration import register
from ingestd.pipeline.weighing import domain_of
from ingestd.sources.found import Source
from ingestd.sources.registry import build_sources


class SourcesInUse:
    """Everything that looks at sources. Bugs are handed to `on_bug`, news are told by `on_news`."""

    def __init__(
        self,
        app: App,
        tables: Iterable[SourceTable],
        *,
        clock: SteadyClock,
        on_news: Callable[[], None],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        self._app = app
        self._ending = ExitStack()
        self._tables = {table.name: table for table in tables}
        self._sources = {source.name: source for source in build_sources(self._tables.values())}
        self._rounds = Rounds(app, self._sources, on_news=on_news, on_bug=on_bug, clock=clock)
        self._watcher = Watcher(self._sources.values(), self._rounds.ask)
        self._schedule = Schedule(
            app,
            self._sources.values(),
            self._rounds,
            clock=clock,
            calm=self._watcher.watch_waiting,
            on_bug=on_bug,
        )

    def start(self) -> None:
        """Register the sources, watch and schedule them, and look at each folder once."""
        self._register(self._sources.values())
        self._ending.callback(self._rounds.stop)
        self._watcher.start()
        self._ending.callback(self._watcher.stop)
        for source in self._sources.values():
            # a folder may have changed meanwhile; the web is asked when its time has come
            if domain_of(source) is None:
                self._rounds.ask(source.name)
        self._schedule.start()
        self._ending.callback(self._schedule.stop)

    def stop(self) -> None:
        """Look no more; what is under way ends after the document in hand."""
        self._ending.close()

    def look(self, name: str) -> None:
        """Look at one of them soon."""
        self._rounds.ask(name)

    @property
    def idle_for(self) -> float:
        """Seconds since it was last seen who is due."""
        return self._schedule.idle_for

    @property
    def all(self) -> tuple[Source, ...]:
        """Those in use now."""
        return tuple(self._sources.values())

    def exchange(self, tables: Iterable[SourceTable]) -> int:
        """Use these instead, all at once; return how many are new, others than before, or gone.

        What stays as it was is not touched: it is looked at when it would have been. Where
        that cannot be recorded, StoreError is raised and everything is as before.
        """
        after = {table.name: table for table in tables}
        touched = {
            name
            for name in self._tables.keys() | after.keys()
            if not _are_alike(self._tables.get(name), after.get(name))
        }
        made = {
            source.name: source
            for source in build_sources(after[n] for n in touched & after.keys())
        }
        sources = {name: made.get(name) or self._sources[name] for name in after}
        with self._rounds.without(touched):
            self._register(sources.values())
            self._tables, self._sources = after, sources
            self._rounds.use(sources)
            self._schedule.use(sources.values())
            self._watcher.use(sources.values())
        for name in made:
            self._rounds.ask(name)
        return len(touched)

    def _register(self, sources: Iterable[Source]) -> None:
        register(sources, tools=self._app.tools)


def _are_alike(before: SourceTable | None, after: SourceTable | None) -> bool:
    """Whether both say the same, wherever in a file that stands."""
    if before is None or after is None:
        return before is after
    return (before.kind, before.options, before.folder) == (
        after.kind,
        after.options,
        after.folder,
    )
