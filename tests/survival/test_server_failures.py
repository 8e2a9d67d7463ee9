"""A PostgreSQL that goes away under a running daemon: nothing is lost, and it goes on by itself."""

import pytest

from tests.fixtures.daemons import Program
from tests.survival.reckoning import TEXT, is_whole, started
from tests.survival.server import Server

pytestmark = [pytest.mark.slow, pytest.mark.postgres]


def test_the_daemon_outlives_a_crash_of_the_database_server(
    program: Program, server: Server
) -> None:
    program.beside = {"INGESTD_STORE__URL": server.url}
    started(program, 1)

    server.crash()
    program.put("2.txt", TEXT.format(day=2))
    program.wait_until_said('"store.failed"')
    away = program.apart("status")
    server.start()

    program.wait_for("/v1/articles?limit=100", 2)
    program.wait_until_level()
    assert program.stop() == 0
    assert "Traceback" not in program.said()
    assert (away.code, away.err.count("Traceback")) == (69, 0)
    assert "is the database there and running?" in away.err
    assert is_whole(program, 2)


def test_the_daemon_goes_on_after_its_connections_were_cut(
    program: Program, server: Server
) -> None:
    program.beside = {"INGESTD_STORE__URL": server.url}
    started(program, 1)

    cut = 0
    for number in range(2, 7):
        program.put(f"{number}.txt", TEXT.format(day=number))
        cut += server.cut_connections()

    assert cut > 0
    program.wait_for("/v1/articles?limit=100", 6)
    program.wait_until_level()
    assert program.stop() == 0
    assert "Traceback" not in program.said()
    assert is_whole(program, 6)
