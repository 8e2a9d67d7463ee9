"""A daemon brought to work, and what must hold of its log when all is over."""

from collections import Counter
from pathlib import Path

from pydantic import SecretStr

from ingestd.app import PROJECTIONS, App
from ingestd.config.settings import Settings, StoreSettings
from ingestd.replay import verify
from tests.fixtures.daemons import PATIENCE, Program

TEXT = (
    "HANOI - Northwind Energy and Blue River Steel signed a memorandum of understanding in "
    "Hanoi on {day} March 2024 to build wind farm number {day}.\n"
)
STEPS = ("document.received", "document.parsed", "document.extracted")


def started(program: Program, *texts: int) -> None:
    """Running, and level with what was put into its folder."""
    for number in texts:
        program.put(f"{number}.txt", TEXT.format(day=number))
    program.start()
    program.wait_for("/v1/articles?limit=100", len(texts))
    program.wait_until_level()


def ended(program: Program) -> int:
    """How it ended by itself."""
    assert program.running is not None
    code = program.running.wait(PATIENCE)
    program.running = None
    return code


def hashes(program: Program) -> list[str]:
    """The hashes of all events, in order, at dense positions."""
    with _app(program).opened() as app, app.database.reading() as connection:
        events = app.log.page(connection, after=0, limit=100_000).events
    assert [event.position for event in events] == list(range(1, len(events) + 1))
    return [event.hash for event in events]


def is_whole(program: Program, files: int) -> bool:
    """Every file went its whole way once, in a dense log; the views are what the log gives."""
    assert hashes(program)
    with _app(program).opened() as app:
        app.prepare_views()
        with app.database.reading() as connection:
            events = app.log.page(connection, after=0, limit=100_000).events
        types = Counter(event.type for event in events)
        assert [types[step] for step in STEPS] == [files] * 3
        for projection in PROJECTIONS:
            assert verify(app.database, app.log, projection).differences == ()
    return True


def _app(program: Program) -> App:
    data = Path(program.beside.get("INGESTD_DATA_DIR", program.var))
    url = program.beside.get("INGESTD_STORE__URL")
    store = StoreSettings(url=SecretStr(url) if url else None)
    return App(Settings(data_dir=data, store=store))
