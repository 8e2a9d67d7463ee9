"""The whole daemon in a process of its own: readiness, signs of life, reloads, bugs, its end."""

import hmac
import json
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from ingestd.events.catalogue import encode
from tests.fixtures.building import received
from tests.fixtures.daemons import CLONE, PATIENCE, PAUSE, Program
from tests.fixtures.site import Site
from tests.integration.daemon.managing import Manager

SOURCE = """
[[source]]
name = "{name}"
kind = "folder"
path = "{path}"
every = "1h"
"""
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(program: Program, manager: Manager) -> Start:
    """The daemon under a service manager; what it says on stderr is kept."""

    def begin(**variables: str) -> subprocess.Popen[bytes]:
        with (program.home / "stderr").open("ab") as stderr:
            program.running = subprocess.Popen(
                program.command("run"),
                cwd=CLONE,
                env=program.environment | {"NOTIFY_SOCKET": manager.address} | variables,
                stderr=stderr,
                stdout=subprocess.DEVNULL,
            )
        return program.running

    return begin


def configuration(program: Program, *names: str, listen: str | None = None) -> str:
    head = f'data_dir = "var"\n[http]\nlisten = "{listen or f"127.0.0.1:{program.port}"}"\n'
    return head + "".join(SOURCE.format(name=name, path=name) for name in names)


def lines(program: Program) -> list[dict[str, Any]]:
    """What was logged."""
    return [json.loads(line) for line in program.said().splitlines() if line.startswith("{")]


def test_the_service_manager_hears_of_the_whole_life(
    start: Start, program: Program, manager: Manager
) -> None:
    running = start(WATCHDOG_USEC="60000")

    heard = [manager.hear(), manager.hear(), manager.hear()]
    running.send_signal(signal.SIGHUP)
    heard += [manager.hear_but("WATCHDOG=1"), manager.hear_but("WATCHDOG=1"), manager.hear()]
    running.send_signal(signal.SIGTERM)
    heard.append(manager.hear_but("WATCHDOG=1"))

    assert heard == [
        "READY=1", "WATCHDOG=1", "WATCHDOG=1", "RELOADING=1", "READY=1", "WATCHDOG=1",
        "STOPPING=1",
    ]  # fmt: skip
    assert running.wait(PATIENCE) == 0


def test_a_reload_adds_and_removes_sources(
    start: Start, program: Program, manager: Manager
) -> None:
    running = start()
    assert manager.hear() == "READY=1"
    (program.home / "other").mkdir()
    (program.home / "other" / "a.txt").write_text("OSLO - The harbour was closed.\n", "utf-8")
    program.configure(configuration(program, "other", listen="127.0.0.1:0"))

    running.send_signal(signal.SIGHUP)
    assert [manager.hear(), manager.hear()] == ["RELOADING=1", "READY=1"]
    [article] = program.wait_for("/v1/articles", 1)
    assert program.stop() == 0

    assert article["source"] == "other"
    facts = [(event["type"], event["data"].get("source")) for event in program.rows("events")]
    assert [fact for fact in facts if fact[0] in {"source.registered", "source.removed"}] == [
        ("source.registered", "drop"),
        ("source.registered", "other"),
        ("source.removed", "drop"),
    ]
    told = [line["event"] for line in lines(program) if line["event"].startswith("config.")]
    # where the signal came late, the changed file was noticed before
    assert list(dict.fromkeys(told)) == ["config.reloaded", "config.unapplied"]


NEWS = "OSLO - The harbour was closed.\n"


def wait_until_logged(program: Program, event: str) -> dict[str, Any]:
    for _ in range(int(PATIENCE / 0.05)):
        for line in lines(program):
            if line["event"] == event:
                return line
        PAUSE.wait(0.05)
    raise AssertionError(f"{event} was not logged: {program.said()}")


def test_a_file_of_sources_is_applied_as_soon_as_it_is_there(
    start: Start, program: Program, manager: Manager
) -> None:
    start()
    assert manager.hear() == "READY=1"
    for name in ("other", "sources.d"):
        (program.home / name).mkdir()
    (program.home / "other" / "a.txt").write_text(NEWS, "utf-8")
    file = program.home / "sources.d" / "other.toml"

    file.write_text(SOURCE.format(name="other", path="../other"), "utf-8")

    assert [manager.hear(), manager.hear()] == ["RELOADING=1", "READY=1"]
    [article] = program.wait_for("/v1/articles", 1)
    assert article["source"] == "other"
    names = [row["data"].get("source") for row in program.rows("events", "--limit", "2")]
    assert names == ["drop", "other"]
    assert program.stop() == 0


def problems_shown(program: Program) -> list[dict[str, Any]]:
    """Those of the configuration; they are kept after they are logged."""
    for _ in range(int(PATIENCE / 0.05)):
        status = program.get("/v1/status")
        if status and status["configuration"]:
            return list(status["configuration"]["problems"])
        PAUSE.wait(0.05)
    raise AssertionError(f"none is shown: {program.said()}")


def test_a_broken_file_changes_nothing_and_is_told_with_its_line(
    start: Start, program: Program, manager: Manager
) -> None:
    start()
    assert manager.hear() == "READY=1"
    (program.home / "sources.d").mkdir()
    file = program.home / "sources.d" / "other.toml"
    editors = file.with_name(".other.toml.swp")
    editors.write_text("not TOML", "utf-8")
    file.write_text(SOURCE.format(name="other", path="../other") + 'pth = ""\n', "utf-8")

    refused = wait_until_logged(program, "config.refused")
    program.put("a.txt", NEWS)
    [article] = program.wait_for("/v1/articles", 1)
    problems = problems_shown(program)
    file.write_text(SOURCE.format(name="other", path="../other"), "utf-8")
    wait_until_logged(program, "config.reloaded")

    assert f"{file}:7: source" in refused["reason"]
    assert article["source"] == "drop"
    [problem] = problems
    assert (problem["file"], problem["line"]) == (str(file), 7)
    assert problem["hint"] == "did you mean 'path'?"
    after = program.get("/v1/status")
    assert after is not None
    assert after["configuration"] is None
    assert program.stop() == 0


def test_the_hub_of_a_feed_is_subscribed_to_and_its_push_brings_news_at_once(
    start: Start, program: Program, manager: Manager, site: Site
) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>'
        f'<link rel="hub" href="{site.url}/hub"/><link rel="self" href="{site.url}/feed"/>%s</feed>'
    )
    entry = "<entry><id>urn:1</id><title>The harbour</title><content>It was closed.</content></entry>"
    site.gives("/feed", (feed % "").encode(), content_type="application/atom+xml")
    site.gives("/hub", status=202)
    program.configure(
        f'data_dir = "var"\n[http]\nlisten = "127.0.0.1:{program.port}"\n'
        f'public_url = "http://127.0.0.1:{program.port}"\n'
        f'[[source]]\nname = "wire"\nkind = "feed"\nurl = "{site.url}/feed"\nevery = "1h"\n'
        'allow_networks = ["127.0.0.0/8"]\n'
    )
    start()
    assert manager.hear() == "READY=1"
    for _ in range(int(PATIENCE / 0.05)):
        if site.sent:
            break
        PAUSE.wait(0.05)
    form = {name: values[0] for name, values in parse_qs(site.sent[0].decode()).items()}
    asked = {"hub.mode": "subscribe", "hub.topic": f"{site.url}/feed", "hub.challenge": "x"}
    with httpx2.Client(trust_env=False, timeout=PATIENCE) as client:
        challenged = client.get(form["hub.callback"], params=asked)
    site.gives("/feed", (feed % entry).encode(), content_type="application/atom+xml")

    signature = hmac.new(form["hub.secret"].encode(), b"news", "sha256").hexdigest()
    headers = {"X-Hub-Signature": f"sha256={signature}"}
    with httpx2.Client(trust_env=False, timeout=PATIENCE) as client:
        pushed = client.post(form["hub.callback"], content=b"news", headers=headers)

    assert (challenged.text, pushed.status_code) == ("x", 202)
    [article] = program.wait_for("/v1/articles", 1)
    assert article["title"] == "The harbour"
    [source] = program.wait_for("/v1/sources", 1)
    assert source["hub"]["url"] == f"{site.url}/hub"
    assert form["hub.secret"] not in (program.run("events", "--json").out + program.said())
    assert program.stop() == 0


def test_a_reload_ends_a_look_that_waits(
    start: Start, program: Program, manager: Manager
) -> None:
    never_settles = configuration(program, "drop") + 'settle = "1h"\n'
    program.configure(never_settles)
    program.put("fresh.txt", "OSLO - A file that was written a moment ago.\n")
    running = start()
    assert manager.hear() == "READY=1"

    running.send_signal(signal.SIGHUP)

    assert [manager.hear(), manager.hear()] == ["RELOADING=1", "READY=1"]
    assert program.stop() == 0


def spoil_the_log(program: Program, data: bytes) -> None:
    """Record, as no program of ours does, an event with such data."""
    with closing(sqlite3.connect(program.var / "ingestd.db")) as connection:
        connection.execute(
            "INSERT INTO events (position, id, stream, version, type, schema, time,"
            " recorded_at, actor, correlation, data, digest, hash)"
            " SELECT position + 1, 'id', 'document:x', 1, 'document.received', 1, time, recorded_at,"
            " actor, correlation, ?, digest, hash FROM events"
            " ORDER BY position DESC LIMIT 1",
            (data,),
        )
        connection.execute("UPDATE log_head SET position = position + 1")
        connection.commit()


def test_a_bug_ends_the_daemon_with_one_and_a_line_that_tells_where(
    start: Start, program: Program
) -> None:
    program.put("a.txt", "OSLO - The harbour was closed.\n")
    program.rows("ingest", str(program.drop))
    # nothing foresees a name that no file can have
    spoil_the_log(program, encode(received("x", blob="?")).replace(b"?", b"\\u0000"))
    # nothing reads the old events anew: the follower is the one to meet the last
    running = start()

    assert running.wait(PATIENCE) == 1
    [failed] = [line for line in lines(program) if line["event"] == "daemon.failed"]
    assert failed["level"] == "critical"
    assert failed["exception"][0]["exc_type"] == "ValueError"
    assert "ingestd: a part of the daemon failed: ValueError" in program.said()
    assert "Traceback" not in program.said()


def test_an_event_that_cannot_be_read_ends_the_daemon_and_is_named(
    start: Start, program: Program
) -> None:
    program.put("a.txt", "OSLO - The harbour was closed.\n")
    program.rows("ingest", str(program.drop))
    spoil_the_log(program, b"no json")
    running = start()

    assert running.wait(PATIENCE) == 69
    assert "of type document.received cannot be read: JSON is malformed" in program.said()
    assert "Traceback" not in program.said()


def test_an_address_that_is_taken_is_told_plainly(
    start: Start, program: Program, manager: Manager
) -> None:
    start()
    assert manager.hear() == "READY=1"
    other = program.apart("--data-dir", str(program.home / "elsewhere"), "run")

    assert other.code == 74
    assert f"cannot listen on 127.0.0.1:{program.port}" in other.err
    assert "Traceback" not in other.err


def test_one_line_tells_where_it_serves_and_what_it_takes_in(
    start: Start, program: Program, manager: Manager
) -> None:
    start()
    assert manager.hear() == "READY=1"

    assert program.stop(signal.SIGINT) == 0

    told = [line for line in program.said().splitlines() if line.startswith("ingestd ")]
    assert len(told) == 1
    assert f"serves http://127.0.0.1:{program.port}, takes in drop, keeps all in" in told[0]
