"""`deploy/postgresql-roles.sql`: the daemon's role works, and cannot change what was recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from ingestd.app import PROJECTIONS, App
from ingestd.config.settings import Settings, StoreSettings
from ingestd.errors import StoreUnavailableError
from ingestd.pipeline.erasing import due, erase
from ingestd.replay import rebuild, verify
from ingestd.store import schema
from tests.fixtures.building import SOURCE
from tests.fixtures.daemons import Program
from tests.fixtures.machine import CLONE
from tests.fixtures.shelves import body, found, take_in
from tests.fixtures.stores import BEGINNING

pytestmark = pytest.mark.postgres
ROLES = (CLONE / "deploy" / "postgresql-roles.sql").read_text("utf-8")
TEXT = "Northwind Energy Ltd and Blue River Ltd signed a contract on masts for 2 million euros."

FORBIDDEN = [
    "UPDATE events SET actor = 'another'",
    "UPDATE events SET data = '\\x7b22657261736564223a747275657d'",
    "DELETE FROM events",
    "TRUNCATE events",
    "ALTER TABLE events DISABLE TRIGGER ALL",
    "DROP TRIGGER events_refuse ON events",
    "CREATE TRIGGER mine BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION ingestd_refuse()",
    "CREATE RULE mine AS ON INSERT TO events DO INSTEAD NOTHING",
    "CREATE OR REPLACE FUNCTION ingestd_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "DROP FUNCTION ingestd_refuse() CASCADE",
    "DROP TABLE events",
    "DROP TABLE events CASCADE",
    "ALTER TABLE events RENAME TO others",
    "DROP SCHEMA public CASCADE",
    "DELETE FROM log_head",
    "DELETE FROM refused",
    "SET session_replication_role = 'replica'",
    "SET ROLE ingestd_owner",
    "CREATE SCHEMA mine",
]


class Site:
    """A database with both roles; `app` is the program as one of them."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = sa.make_url(url)
        self._folder = folder
        self._open: list[App] = []

    def app(self, user: str) -> App:
        url = self.url.set(username=user).render_as_string(hide_password=False)
        app = App(Settings(data_dir=self._folder, store=StoreSettings(url=SecretStr(url))))
        self._open.append(app)
        return app

    def set_up(self) -> None:
        server = sa.create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with server.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute(ROLES)  # as psql does: many statements, and % is %

    def owners(self) -> dict[str, str]:
        query = "SELECT relname, pg_get_userbyid(relowner) FROM pg_class WHERE relkind IN ('r', 'v')"
        server = sa.create_engine(self.url, poolclass=sa.NullPool)
        with server.connect() as connection:
            ours = f"{query} AND relnamespace = 'public'::regnamespace"
            return {row[0]: row[1] for row in connection.exec_driver_sql(ours)}

    def close(self) -> None:
        for app in self._open:
            if "database" in app.__dict__:
                app.close()


@pytest.fixture
def site(postgres_database: str, tmp_path: Path) -> Iterator[Site]:
    made = Site(postgres_database, tmp_path)
    made.set_up()
    made.app("ingestd_owner").prepare_views()
    yield made
    made.close()


def taken(app: App, name: str, text: str = TEXT) -> str:
    outcome = take_in(found(name, body(f"{text} {name}")), source=SOURCE, tools=app.tools)
    app.catch_up()
    assert outcome is not None
    assert outcome.document is not None
    return outcome.document


def test_the_daemon_works_in_its_own_role(site: Site) -> None:
    app = site.app("ingestd")

    taken(app, "a")
    for projection in PROJECTIONS:
        rebuild(app.database, app.log, projection)
    taken(app, "b")

    assert [verify(app.database, app.log, each).differences for each in PROJECTIONS] == [
        ()
    ] * len(PROJECTIONS)
    with app.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar() == 2


def test_the_log_is_the_owners_and_the_views_are_the_daemons(site: Site) -> None:
    owners = site.owners()

    views = {name for name, owner in owners.items() if owner == "ingestd"}
    assert {owners["events"], owners["log_head"], owners["origins"]} == {"ingestd_owner"}
    assert {"articles", "articles__g1", "deals", "sources"} <= views
    assert set(owners.values()) == {"ingestd", "ingestd_owner"}


def refusal(app: App, statement: str) -> str:
    """What the server says to a statement; nothing where it obeys."""
    try:
        with app.database.writing() as connection:
            connection.exec_driver_sql(statement)
    except sa.exc.ProgrammingError as error:
        return str(error.orig)
    return "nothing"


def test_the_daemons_role_cannot_change_what_was_recorded(site: Site) -> None:
    app = site.app("ingestd")

    answers = {statement: refusal(app, statement) for statement in FORBIDDEN}

    words = ("permission denied", "must be owner", "must be able")
    assert [s for s, said in answers.items() if not said.startswith(words)] == []


def test_a_right_that_was_not_given_cannot_be_given_to_oneself(site: Site) -> None:
    app = site.app("ingestd")
    rights = "UPDATE, DELETE, TRUNCATE, TRIGGER"

    with app.database.writing() as connection:
        connection.exec_driver_sql(f"GRANT {rights} ON events TO ingestd")  # a mere warning

    query = f"SELECT has_table_privilege('ingestd', 'events', '{rights}')"
    with app.database.reading() as connection:
        assert connection.exec_driver_sql(query).scalar() is False


def test_only_the_owner_erases_and_the_daemon_goes_on(site: Site) -> None:
    daemon, owner = site.app("ingestd"), site.app("ingestd_owner")
    gone, stays = taken(daemon, "a"), taken(daemon, "b")

    with pytest.raises(StoreUnavailableError) as refused:
        erase(gone, reason="asked for", who="me", tools=daemon.tools)
    erase(gone, reason="asked for", who="me", tools=owner.tools)
    with pytest.raises(StoreUnavailableError):
        daemon.finish_erasures()
    still_due = due(daemon.tools)
    owner.finish_erasures()

    assert "as the owner" in (refused.value.hint or "")
    assert still_due > 0
    assert due(daemon.tools) == 0
    new = taken(daemon, "c")
    with daemon.database.reading() as connection:
        shown = set(connection.exec_driver_sql("SELECT id FROM articles").scalars())
    assert shown == {stays, new}
    rebuild(daemon.database, daemon.log, PROJECTIONS[0])


def test_a_daemon_that_cannot_finish_an_erasure_says_so_and_works_on(
    site: Site, program: Program
) -> None:
    gone = taken(site.app("ingestd"), "a")
    erase(gone, reason="asked for", who="me", tools=site.app("ingestd_owner").tools)
    url = site.url.set(username="ingestd").render_as_string(hide_password=False)
    program.beside["INGESTD_STORE__URL"] = url

    program.start()

    program.wait_for("/v1/sources", 1)
    assert '"event": "erasure.unfinished"' in program.said()
    assert "as the owner" in program.said()
    program.put("new.txt", "The harbour of Oslo was closed for a day after a storm.")
    program.wait_for("/v1/articles", 1)
    assert program.stop() == 0


def test_a_database_that_one_role_has_made_is_taken_over(
    postgres_database: str, tmp_path: Path
) -> None:
    site = Site(postgres_database, tmp_path)
    alone = site.app("postgres")
    schema.ensure(alone.database, lambda: BEGINNING)
    first = taken(alone, "a")

    site.set_up()
    site.set_up()

    daemon = site.app("ingestd")
    second = taken(daemon, "b")
    for projection in PROJECTIONS:
        rebuild(daemon.database, daemon.log, projection)
    with daemon.database.reading() as connection:
        shown = set(connection.exec_driver_sql("SELECT id FROM articles").scalars())
    assert shown == {first, second}
    assert site.owners()["events"] == "ingestd_owner"
    erase(first, reason="asked for", who="me", tools=site.app("ingestd_owner").tools)
    site.close()
