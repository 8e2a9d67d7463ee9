"""What was parked is tried again when the daemon starts."""

from threading import Event

import sqlalchemy as sa

from ingestd.config.settings import Settings
from ingestd.daemon.following import Following
from ingestd.store.tables import PARKED
from tests.fixtures.building import draft, parsed, received
from tests.integration.daemon.parts import Ears, Turning


def attempts(app: Turning) -> list[int]:
    with app.database.reading() as connection:
        return list(connection.execute(sa.select(PARKED.c.attempts)).scalars())


def test_a_start_tries_what_is_parked_and_goes_on(settings: Settings) -> None:
    app, bugs, stopping = Turning(settings), Ears(), Event()
    app.prepare_views()
    with app.database.writing() as connection:
        facts = [received("bad"), parsed("bad", words=2**70)]
        app.log.append(connection, [draft(fact) for fact in facts])
    while app.project():
        pass
    assert attempts(app) == [1]

    following = Following(app, stopping=stopping, on_bug=bugs, look_anyway=0.01)
    following.start()
    for _ in range(3):
        app.turned.hear()
    stopping.set()
    following.join()

    assert (attempts(app), bugs.silent) == ([2], True)
    app.close()


def test_what_can_be_folded_now_is_folded(settings: Settings) -> None:
    app, bugs, stopping = Turning(settings), Ears(), Event()
    app.prepare_views()
    with app.database.writing() as connection:
        app.log.append(connection, [draft(received("a")), draft(parsed("a", title="Seen"))])
    # as if code that could not had gone past them
    with app.database.writing() as connection:
        connection.execute(sa.text("UPDATE checkpoints SET position = 2"))
        connection.execute(
            sa.text(
                "INSERT INTO parked VALUES "
                "('projection:articles:1', 1, 'document:art_a', 'KeyError', 1, ''), "
                "('projection:articles:1', 2, 'document:art_a', NULL, 0, '')"
            )
        )

    following = Following(app, stopping=stopping, on_bug=bugs, look_anyway=0.01)
    following.start()
    app.turned.hear()
    stopping.set()
    following.join()

    with app.database.reading() as connection:
        titles = list(connection.execute(sa.text("SELECT title FROM articles")).scalars())
    assert (titles, attempts(app), bugs.silent) == (["Seen"], [], True)
    app.close()
