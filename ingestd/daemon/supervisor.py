"""The daemon: starts its parts in order, listens to signals, ends them in order."""

import signal
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event
from types import FrameType

import structlog

from ingestd import __version__
from ingestd.app import App
from ingestd.config.environment import environment
from ingestd.config.loader import Loaded
from ingestd.daemon.asking import Asking
from ingestd.daemon.configuration import ConfigurationWatch
from ingestd.daemon.following import Following
from ingestd.daemon.hearing import Hearing
from ingestd.daemon.housekeeping import Housekeeping
from ingestd.daemon.messages import Messages
from ingestd.daemon.sources import SourcesInUse
from ingestd.daemon.steady import SteadyClock
from ingestd.daemon.systemd import ServiceManager
from ingestd.daemon.websub import Subscriber
from ingestd.errors import AlreadyRunningError, ConfigError, IngestdError, StoreError
from ingestd.pipeline.network import PATIENCE
from ingestd.server.application import build
from ingestd.server.reading import Reading
from ingestd.server.serving import WebServer, refuse_open_listening
from ingestd.store import configuration

log = structlog.get_logger()
STALLED = 120.0
ASIDE = 1.0  # `status` takes the daemon's lock for a moment, to see whether it is free
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class BrokenError(IngestdError):
    """A bug ended a part of the daemon, and so all of it; whoever runs it starts it again."""

    def __init__(self, bug: BaseException) -> None:
        super().__init__(
            f"a part of the daemon failed: {type(bug).__name__}: {bug}",
            hint="this is a bug; the line 'daemon.failed' in the log tells where",
        )


class Supervisor:
    """Runs until SIGTERM or SIGINT; SIGHUP, or a changed file, has the configuration read anew."""

    def __init__(
        self,
        app: App,
        loaded: Loaded,
        *,
        reload: Callable[[], Loaded],
        on_ready: Callable[[str], None],
    ) -> None:
        self._app = app
        self._loaded = loaded
        self._reload = reload
        self._on_ready = on_ready
        self._manager = ServiceManager(environment())
        self._clock = SteadyClock(app.clock)
        self._messages = Messages()

    def run(self) -> None:
        """Serve until told to stop.

        Raises ConfigError for an address that is open to others, AlreadyRunningError, or
        BrokenError where a bug ended it.
        """
        refuse_open_listening(self._app.settings.http.host)
        with self._app.lock("daemon", patience=ASIDE), ExitStack() as running:
            self._listen(running)
            self._app.prepare_views(lambda _done, _head: self._manager.busy())
            self._finish_erasures()
            if retried := self._app.retry_outdated():
                log.info("rejected.retried", documents=retried)
            self._app.warm()
            stopping = Event()
            following = self._follow(running, stopping)
            sources = self._sources(following)
            web = self._take_in(running, sources)
            watch = self._watch(running)
            self._app.settle()
            self._manager.ready()
            self._on_ready(web.address)
            self._serve(sources, watch, following, web)
            self._manager.stopping()
            stopping.set()
        log.info("daemon.stopped")

    def _follow(self, running: ExitStack, stopping: Event) -> Following:
        """Start what reads the log, and keeps it and its blobs in order."""
        following = Following(self._app, stopping=stopping, on_bug=self._messages.put)
        following.start()
        running.callback(following.join)
        tidying = Housekeeping(self._app, stopping=stopping, on_bug=self._messages.put)
        tidying.start()
        running.callback(tidying.join)
        hearing = Hearing(self._app.database, ring=following.ring, stopping=stopping)
        hearing.start()
        running.callback(hearing.join)
        self._ask(running, following, stopping)
        running.callback(stopping.set)
        return following

    def _ask(self, running: ExitStack, following: Following, stopping: Event) -> None:
        """Start who asks over a network what articles tell, one beside the other."""
        self._app.declare_policy()
        for step in self._app.remote_steps:
            asking = Asking(
                step, stopping=stopping, ring=following.ring, on_bug=self._messages.put
            )
            asking.start()
            running.callback(asking.join)
        running.callback(self._app.stopping.set)

    def _take_in(self, running: ExitStack, sources: SourcesInUse) -> WebServer:
        """Start what is asked, and then what asks."""
        subscriber = self._subscriber(sources)
        web = self._web(subscriber)
        web.start()
        running.callback(web.stop)
        running.callback(sources.stop)
        sources.start()
        if subscriber is not None:
            subscriber.start()
            running.callback(subscriber.stop)
        return web

    def _finish_erasures(self) -> None:
        """Do what an interrupted erasure left to do; where it cannot be done, it stays due."""
        try:
            self._app.finish_erasures(lambda _done, _head: self._manager.busy())
        except (StoreError, AlreadyRunningError) as error:
            log.error("erasure.unfinished", reason=str(error), hint=error.hint)

    def _listen(self, running: ExitStack) -> None:
        for number in SIGNALS:
            before = signal.signal(number, self._hear)
            running.callback(signal.signal, number, before)

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self._messages.put(signal.Signals(number))

    def _web(self, callbacks: Subscriber | None) -> WebServer:
        reading = Reading(
            database=self._app.database, blobs=self._app.blobs, version=__version__
        )
        http = self._app.settings.http
        return WebServer(build(reading, callbacks), http.host, http.port)

    def _sources(self, following: Following) -> SourcesInUse:
        self._app.tools.network.patience = PATIENCE
        return SourcesInUse(
            self._app,
            self._loaded.sources,
            clock=self._clock,
            on_news=following.ring,
            on_bug=self._messages.put,
        )

    def _subscriber(self, sources: SourcesInUse) -> Subscriber | None:
        """Who keeps subscriptions at hubs, if hubs can reach us."""
        public_url = self._app.settings.http.public_url
        if public_url is None:
            return None
        return Subscriber(
            self._app,
            public_url=public_url,
            clock=self._clock,
            sources=sources,
            on_bug=self._messages.put,
        )

    def _watch(self, running: ExitStack) -> ConfigurationWatch:
        with self._app.database.writing() as connection:
            configuration.accept(connection)
        watch = ConfigurationWatch(self._loaded.path, lambda: self._messages.put(signal.SIGHUP))
        watch.start()
        running.callback(watch.stop)
        return watch

    def _serve(
        self,
        sources: SourcesInUse,
        watch: ConfigurationWatch,
        following: Following,
        web: WebServer,
    ) -> None:
        while True:
            message = self._messages.wait(self._manager.ping_every)
            if message is None:
                self._ping(max(following.idle_for, sources.idle_for), web)
                continue
            if isinstance(message, IngestdError):
                raise message
            if isinstance(message, BaseException):
                log.critical("daemon.failed", exc_info=message)
                raise BrokenError(message) from message
            if message != signal.SIGHUP:
                log.info("daemon.stopping", signal=message.name)
                return
            self._read_anew(sources, watch)

    def _read_anew(self, sources: SourcesInUse, watch: ConfigurationWatch) -> None:
        """Use a new configuration's sources, or keep the old one and say why."""
        self._manager.reloading()
        watch.pass_over()
        try:
            self._apply(sources)
        except StoreError as error:
            if not error.retryable:
                raise
            log.error("store.failed", reason=str(error), hint=error.hint)
            watch.again()
        self._manager.ready()

    def _apply(self, sources: SourcesInUse) -> None:
        try:
            loaded = self._reload()
        except ConfigError as error:
            log.error("config.refused", reason=str(error))
            with self._app.database.writing() as connection:
                configuration.refuse(connection, error.problems, self._app.log.now())
            return
        touched = sources.exchange(loaded.sources)
        with self._app.database.writing() as connection:
            configuration.accept(connection)
        log.info("config.reloaded", sources=len(loaded.sources), changed=touched)
        if loaded.settings != self._loaded.settings:
            log.warning("config.unapplied", hint="all but sources is read at a start")

    def _ping(self, idle_for: float, web: WebServer) -> None:
        """Give a sign of life only if pages are served, work goes on and the store answers."""
        if not web.is_serving:
            log.error("daemon.unserved")
            return
        if idle_for > STALLED:
            log.error("daemon.stalled", seconds=round(idle_for))
            return
        try:
            with self._app.database.reading() as connection:
                self._app.log.head(connection)
        except StoreError as error:
            log.error("store.failed", reason=str(error), hint=error.hint)
            return
        self._manager.alive()
