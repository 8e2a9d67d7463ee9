"""Sources are exchanged while the others go on."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from ingestd.app import App
from ingestd.config.tables import SourceTable
from ingestd.daemon.sources import SourcesInUse
from ingestd.daemon.steady import SteadyClock
from ingestd.errors import StoreUnavailableError
from ingestd.events import SourceChanged, SourceRegistered, SourceRemoved
from ingestd.store import source_state
from tests.fixtures.stores import told
from tests.integration.daemon.parts import PATIENCE, Ears

PAUSE = Event()
FACTS = (SourceRegistered, SourceChanged, SourceRemoved)


@pytest.fixture
def bugs() -> Ears:
    return Ears()


@pytest.fixture
def use(app: App, bugs: Ears) -> Iterator["Use"]:
    with ExitStack() as ending:
        yield Use(app, bugs, ending)
    assert bugs.silent


class Use:
    def __init__(self, app: App, bugs: Ears, ending: ExitStack) -> None:
        self._app, self._bugs, self._ending = app, bugs, ending
        self.news = Ears()

    def __call__(self, *tables: SourceTable) -> SourcesInUse:
        made = SourcesInUse(
            self._app,
            tables,
            clock=SteadyClock(self._app.clock),
            on_news=self.news,
            on_bug=self._bugs,
        )
        self._ending.callback(made.stop)
        made.start()
        return made


def folder(home: Path, name: str, **options: object) -> SourceTable:
    (home / name).mkdir(exist_ok=True)
    return SourceTable(
        name=name,
        kind="folder",
        options={"path": str(home / name), "settle": "0s", **options},
        file="x.toml",
        folder=home,
    )


def put(home: Path, name: str, file: str = "a.txt") -> None:
    (home / name / file).write_text(f"Words of {name} {file}.\n", "utf-8")


def facts(app: App) -> list[str]:
    return [
        f"{type(fact).__name__} {fact.source}"
        for fact in told(app.database, app.log)
        if isinstance(fact, FACTS)
    ]


def looks(app: App, name: str) -> int:
    with app.database.reading() as connection:
        return source_state.read(connection, name).looks


def until_seen(app: App, name: str, count: int) -> None:
    """Wait until a source has brought so many."""
    for _ in range(int(PATIENCE / 0.01)):
        with app.database.reading() as connection:
            if source_state.read(connection, name).seen >= count:
                return
        PAUSE.wait(0.01)
    raise AssertionError(f"{name} has not brought {count}")


def test_a_new_source_is_looked_at_and_the_others_are_left_alone(
    use: Use, app: App, tmp_path: Path
) -> None:
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    for name in ("old", "new"):
        put(tmp_path, name)
    sources = use(old)
    until_looked(app, "old")
    kept = sources.all

    assert sources.exchange([old, new]) == 1

    until_seen(app, "new", 1)
    assert sources.all[0] is kept[0]
    assert looks(app, "old") == 1
    assert facts(app) == ["SourceRegistered old", "SourceRegistered new"]


def test_a_new_folder_is_watched_and_an_old_one_still_is(
    use: Use, app: App, tmp_path: Path
) -> None:
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    use(old).exchange([old, new])

    for name in ("old", "new"):
        put(tmp_path, name)

    for name in ("old", "new"):
        until_seen(app, name, 1)


def test_what_is_told_otherwise_is_looked_at_anew(use: Use, app: App, tmp_path: Path) -> None:
    put(tmp_path, folder(tmp_path, "drop").name)
    (tmp_path / "drop" / "b.log").write_text("More words.\n", "utf-8")
    sources = use(folder(tmp_path, "drop"))
    until_seen(app, "drop", 1)

    assert sources.exchange([folder(tmp_path, "drop", include=["*.log"])]) == 1

    until_seen(app, "drop", 2)
    assert facts(app) == ["SourceRegistered drop", "SourceChanged drop"]


def test_what_is_named_no_more_is_looked_at_no_more(use: Use, app: App, tmp_path: Path) -> None:
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    sources = use(old, new)

    assert sources.exchange([new]) == 1
    put(tmp_path, "old")
    sources.look("old")
    put(tmp_path, "new")
    until_seen(app, "new", 1)

    assert facts(app)[-1] == "SourceRemoved old"
    with app.database.reading() as connection:
        state = source_state.read(connection, "old")
    assert (state.seen, state.next_due_at) == (0, None)


def test_where_in_which_file_it_is_written_makes_no_difference(
    use: Use, app: App, tmp_path: Path
) -> None:
    table = folder(tmp_path, "drop")
    sources = use(table)
    kept = sources.all

    assert sources.exchange([replace(table, file="other.toml", line=17)]) == 0
    assert sources.all[0] is kept[0]


def test_a_change_of_a_secret_alone_is_no_fact(use: Use, app: App) -> None:
    def feed(secret: str) -> SourceTable:
        # nobody listens at the discard port
        options = {"url": f"http://user:{secret}@127.0.0.1:9/feed", "every": "1h"}
        return SourceTable(
            name="feed", kind="feed", options=options, file="x.toml", folder=Path()
        )

    sources = use(feed("old"))
    kept = sources.all

    assert sources.exchange([feed("new")]) == 1
    assert sources.all[0] is not kept[0]
    assert facts(app) == ["SourceRegistered feed"]


def test_a_look_that_waits_for_a_file_to_settle_is_ended_where_its_source_changes(
    use: Use, app: App, tmp_path: Path
) -> None:
    waiting = folder(tmp_path, "drop", settle="1h")
    put(tmp_path, "drop")
    sources = use(waiting)
    until_looked(app, "drop")

    sources.exchange([folder(tmp_path, "drop")])

    until_seen(app, "drop", 1)


def test_two_sources_of_one_folder_are_both_woken_after_one_of_them_changed(
    use: Use, app: App, tmp_path: Path
) -> None:
    def both(**options: str) -> list[SourceTable]:
        one, other = (folder(tmp_path, "drop", **told) for told in ({}, options))
        return [replace(one, name="one"), replace(other, name="other")]

    use(*both()).exchange(both(every="1h"))

    put(tmp_path, "drop")

    for name in ("one", "other"):
        until_seen(app, name, 1)


def test_what_cannot_be_recorded_changes_nothing(use: Use, app: App, tmp_path: Path) -> None:
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    sources = use(old)
    until_looked(app, "old")
    kept, hold = sources.all, app.log.hold

    def fail(_connection: object) -> None:
        raise StoreUnavailableError("the store went away")

    app.log.hold = fail  # type: ignore[method-assign, assignment]  # a store that fails
    with pytest.raises(StoreUnavailableError):
        sources.exchange([new])
    app.log.hold = hold  # type: ignore[method-assign]  # and is back

    assert sources.all == kept
    assert facts(app) == ["SourceRegistered old"]
    put(tmp_path, "old")
    until_seen(app, "old", 1)


def until_looked(app: App, name: str) -> None:
    for _ in range(int(PATIENCE / 0.01)):
        if looks(app, name):
            return
        PAUSE.wait(0.01)
    raise AssertionError(f"{name} was not looked at")
