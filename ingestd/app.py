"""The composition root: connects the parts, starts none."""

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial

from ingestd.clock import Clock, system_clock
from ingestd.config.settings import BlobSettings, Settings
from ingestd.confinement.children import Children
from ingestd.errors import (
    AlreadyRunningError,
    ConfigError,
    Problem,
    UnavailableError,
    UsageError,
)
from ingestd.events import ExtractionPolicyChanged
from ingestd.extraction.registry import Surroundings, is_remote, load_extractor
from ingestd.fetching.hosts import Hosts, RehearsedHosts
from ingestd.fetching.http import GuardedWeb
from ingestd.parsing import apart as parsing
from ingestd.pipeline import erasing, follower, policy, retrying
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.network import Network
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.remote import RemoteStep
from ingestd.pipeline.step import Step, Tools
from ingestd.projections.articles import articles
from ingestd.projections.figures import figures
from ingestd.projections.knowledge import knowledge
from ingestd.projections.projection import Projection
from ingestd.projections.sources import sources
from ingestd.projections.stories import stories
from ingestd.replay.outcomes import Progress, Rebuilt, Verified, silent
from ingestd.replay.views import Views, Work
from ingestd.sources.feeds import reading as feeds
from ingestd.store import schema
from ingestd.store.blobs import Blobs
from ingestd.store.blobs_folder import FolderBlobs
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.hosts import StoredHosts
from ingestd.store.lock import DirectoryLock
from ingestd.store.rehearsal import RehearsedBlobs, RehearsedDatabase
from ingestd.telemetry.logs import configure_logs

STEPS: tuple[Step, ...] = (parse_step, extract_step)
PROJECTIONS: tuple[Projection, ...] = (
    articles,
    knowledge,
    sources,
    stories,
    figures,
)

REBUILD_PATIENCE = 600
CHILDREN = 2


class App:
    """One data directory, with everything that works on it."""

    def __init__(self, settings: Settings, *, clock: Clock = system_clock) -> None:
        self.settings = settings
        self.clock = clock
        self.log = EventLog(clock)
        self.stopping = threading.Event()
        self._is_declared = False

    @cached_property
    def blobs(self) -> Blobs:
        """Originals and texts. Raises ConfigError where the packages for a bucket are missing."""
        if self.settings.blobs.url is None:
            return FolderBlobs(self.settings.data_dir / "blobs")
        return _in_bucket(self.settings.blobs)

    @cached_property
    def database(self) -> Database:
        """The store, its own tables brought to today's shape. Raises StoreError."""
        if self.settings.store.url is None:
            database = Database.in_folder(self.settings.data_dir)
        else:
            database = Database(self.settings.store_url)
        schema.ensure(database, self.clock)
        return database

    @cached_property
    def tools(self) -> Tools:
        """What steps may touch. Raises UsageError for an extractor that is not installed."""
        loaded = [
            load_extractor(name, self._surroundings())
            for name in self.settings.extraction.extractors
        ]
        return Tools(
            database=self.database,
            log=self.log,
            blobs=self.blobs,
            extractors=tuple(one for one in loaded if not is_remote(one)),
            remote=tuple(one for one in loaded if is_remote(one)),
            web=self.web,
            confinement=self.children,
        )

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            settings=self.settings.extraction,
            web=lambda: self.models_web,
            pause=self.stopping.wait,
            confinement=self.children,
        )

    @cached_property
    def models_web(self) -> GuardedWeb:
        """The door to models: without the pause between two fetches that is for publishers."""
        return GuardedWeb(contact=self.settings.fetching.contact, clock=self.clock)

    @cached_property
    def web(self) -> GuardedWeb:
        """The one door to other machines, with the manners that are set."""
        return self._web(StoredHosts(self.database))

    @contextmanager
    def rehearsing(self) -> Iterator[Tools]:
        """Tools for a look that leaves no trace: nothing is recorded, kept or remembered."""
        web = self._web(RehearsedHosts(StoredHosts(self.database)))
        try:
            yield replace(
                self.tools,
                database=RehearsedDatabase(self.database),
                blobs=RehearsedBlobs(self.blobs),
                web=web,
                network=Network(),
            )
        finally:
            web.close()

    @cached_property
    def children(self) -> Children:
        """Who reads strangers' bytes."""
        return Children(CHILDREN)

    def warm(self) -> None:
        """Load once, for all children, what reading needs: for who goes on for long."""
        from ingestd.extraction import apart as extraction  # noqa: PLC0415 - its tables are large

        self.children.warm(parsing.WARM, feeds.WARM, extraction.WARM)

    @staticmethod
    def settle() -> None:
        """Have nobody search what is there by now for garbage: for who goes on for long.

        It holds some hundred thousand things that stay; to look through them takes a tenth of
        a second, in which nothing else is done.
        """
        gc.collect()
        gc.freeze()

    def advance(self) -> int:
        """Move every step and projection one page forward; return the positions passed.

        But for the remote steps: nobody else waits for those.
        """
        self.declare_policy()
        passed = sum(follower.advance(step, self.tools) for step in STEPS)
        return passed + self.project()

    @cached_property
    def remote_steps(self) -> tuple[RemoteStep, ...]:
        """The steps of extractors that ask over a network; each may have a thread of its own."""
        return tuple(RemoteStep(extractor, self.tools) for extractor in self.tools.remote)

    def declare_policy(self) -> None:
        """Record who reads and who is believed, where that changed since the last run."""
        if not self._is_declared:
            extraction = self.settings.extraction
            policy.declare(
                ExtractionPolicyChanged(
                    extractors=extraction.extractors, believe=extraction.believe
                ),
                self.tools,
            )
            self._is_declared = True

    def _daemon_asks(self) -> bool:
        """Whether a daemon on this data directory asks remote extractors: once is enough."""
        if not self.tools.remote:
            return False
        try:
            with self.lock("daemon"):
                return False
        except AlreadyRunningError:
            return True

    @cached_property
    def views(self) -> Views:
        """What is read of all projections."""
        return Views(
            self.database,
            self.log,
            PROJECTIONS,
            clock=self.clock,
            apart=lambda work, one: partial(_in_child, self.settings, work, one.name),
        )

    def project(self) -> int:
        """Move every projection one page forward; return the positions passed."""
        return self.views.follow()

    def requeue(self) -> int:
        """Try again what projections have parked; return how many events are folded now."""
        return self.views.requeue()

    def catch_up(self) -> list[UnavailableError]:
        """Go on until nothing follows any more; return why some extractors could not be asked.

        What they should have read waits for the next time. Where a daemon runs, it is asked
        for there.
        """
        while self.advance():
            pass
        failures: list[UnavailableError] = []
        for step in () if self._daemon_asks() else self.remote_steps:
            try:
                while step.advance():
                    pass
            except UnavailableError as error:
                failures.append(error)
        while self.project():
            pass
        return failures

    def prepare_views(self, progress: Progress = silent) -> None:
        """Make sure that every view is there and of today's code, however old the log.

        `progress` is told the position reached and the head of the log, page by page.
        """
        if not self.views.outdated():
            return
        with self.lock("replay", patience=REBUILD_PATIENCE):
            self.views.renew(progress)

    def retry_outdated(self) -> int:
        """Read once more what an earlier parser could not; return how many documents that are."""
        from ingestd.queries.rejected import unread  # noqa: PLC0415 - the daemon's, at its start

        with self.database.reading() as connection:
            positions = unread(connection)
        return retrying.retry_outdated(positions, tools=self.tools) if positions else 0

    def finish_erasures(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Do what was erased to its end: blobs, views, old bytes; return how many blobs went."""
        if not erasing.due(self.tools):
            return 0
        from ingestd.replay.erasures import finish  # noqa: PLC0415 - seldom needed

        with self.lock("replay", patience=REBUILD_PATIENCE):
            return finish(self.tools, PROJECTIONS, progress or silent, clock=self.clock)

    def _web(self, hosts: Hosts) -> GuardedWeb:
        settings = self.settings.fetching
        return GuardedWeb(
            contact=settings.contact, delay=settings.delay, hosts=hosts, clock=self.clock
        )

    def lock(self, purpose: str, *, patience: float = 0) -> DirectoryLock:
        """A lock on the data directory, held by one process at a time."""
        return DirectoryLock(self.settings.data_dir, purpose, patience=patience)

    @contextmanager
    def opened(self) -> Iterator["App"]:
        """Give connections back at the end."""
        try:
            yield self
        finally:
            self.close()

    def close(self) -> None:
        """Give connections back, end children."""
        self.stopping.set()
        if "models_web" in self.__dict__:
            self.models_web.close()
        if "web" in self.__dict__:
            self.web.close()
        if "children" in self.__dict__:
            self.children.close()
        if "database" in self.__dict__:
            self.database.close()


def _in_child(
    settings: Settings, work: Work, name: str, progress: Progress
) -> Rebuilt | Verified:
    """Do a piece of work on one projection, in a process that has just begun."""
    configure_logs(stream=sys.stderr, json=not sys.stderr.isatty(), level=logging.ERROR)
    (projection,) = (one for one in PROJECTIONS if one.name == name)
    with App(settings).opened() as app:
        return app.views.one(work, projection, progress)


def _in_bucket(settings: BlobSettings) -> Blobs:
    try:
        from ingestd.store.blobs_s3 import S3Blobs  # noqa: PLC0415 - seldom needed, not always there
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        reason = f"'blobs.url' needs the package {package}, which is not installed"
        hint = "install the extra s3: pip install 'ingestd[s3]'"
        raise ConfigError([Problem("configuration", None, reason, hint)]) from error
    return S3Blobs(settings)


def projections_named(names: list[str]) -> list[Projection]:
    """The projections that keep these views (all, where none is named). Raises UsageError."""
    if not names:
        return list(PROJECTIONS)
    keepers = {view: projection for projection in PROJECTIONS for view in _names(projection)}
    unknown = [name for name in names if name not in keepers]
    if unknown:
        raise UsageError(
            f"there is no projection {unknown[0]!r}",
            hint=f"one of: {', '.join(sorted(keepers))}",
        )
    return list(dict.fromkeys(keepers[name] for name in names))


def _names(projection: Projection) -> list[str]:
    return [projection.name, *(view for view, _ in projection.shape.views)]
