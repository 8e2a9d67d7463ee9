"""The daemon as its user meets it: dropped files, signals, a second daemon, commands beside it."""

import json
import shutil
import signal

from tests.fixtures.daemons import SEEDS, Program


def test_a_file_dropped_into_the_folder_becomes_a_deal(program: Program) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)
    shutil.copy(SEEDS / "004_8e73b1b9151e5b58.txt", program.drop)

    deals = program.wait_for("/v1/deals", 1)

    assert "technology_transfer" in {deal["type"] for deal in deals}


def test_a_second_daemon_on_the_same_data_directory_refuses(program: Program) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)

    second = program.apart("run")

    assert second.code == 75
    assert "is in use by another 'daemon'" in second.err
    assert "--data-dir" in second.err


def test_commands_work_beside_a_running_daemon(program: Program) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)

    taken = program.rows("ingest", str(SEEDS))

    assert {row["outcome"] for row in taken} == {"accepted"}
    assert len(program.rows("articles")) == 5
    assert program.rows("status")[0]["running"] is True
    assert program.run("replay").code == 0
    assert program.run("replay", "--verify").code == 0
    assert program.stop() == 0


def test_both_polite_signals_end_the_daemon_with_zero(program: Program) -> None:
    codes = []
    for number in (signal.SIGTERM, signal.SIGINT):
        program.start()
        program.wait_for("/v1/sources", 1)
        codes.append(program.stop(number))

    assert codes == [0, 0]


def test_a_broken_configuration_is_refused_at_reload_and_the_old_one_stays(
    program: Program,
) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)
    program.configure("this is no toml")
    assert program.running is not None
    program.running.send_signal(signal.SIGHUP)
    program.put("after.txt", "BERLIN - A text that comes after the reload was refused.\n")

    articles = program.wait_for("/v1/articles", 1)

    assert articles[0]["source"] == "drop"
    program.wait_until_said("config.refused")
    refused = [line for line in program.said().splitlines() if "config.refused" in line]
    assert "ingestd.toml:1" in json.loads(refused[0])["reason"]
