import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog

from ingestd.telemetry.logs import configure_logs


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def unconfigured() -> Iterator[None]:
    before = (logging.root.level, list(logging.root.handlers), warnings.showwarning)
    yield
    structlog.reset_defaults()
    logging.captureWarnings(capture=False)
    logging.root.level, logging.root.handlers, warnings.showwarning = before


def test_a_line_for_machines_is_one_json_object_with_its_time() -> None:
    stream = io.StringIO()
    configure_logs(stream=stream, json=True)

    structlog.get_logger().info("document.received", document="art_1", title="a\nb\x1b[2J")

    [line] = stream.getvalue().splitlines()
    told = json.loads(line)
    assert told.pop("timestamp").endswith("Z")
    assert told == {
        "event": "document.received",
        "level": "info",
        "document": "art_1",
        "title": "a\nb\x1b[2J",
    }


def test_a_title_cannot_break_out_of_its_line_nor_command_the_terminal() -> None:
    stream = io.StringIO()
    configure_logs(stream=stream, json=False)

    structlog.get_logger().info("document.received", title="a\nb", author="x\x1b[2J")

    assert stream.getvalue().count("\n") == 1
    assert "\x1b" not in stream.getvalue()


def test_a_terminal_gets_colours() -> None:
    stream = Terminal()
    configure_logs(stream=stream, json=False)

    structlog.get_logger().info("daemon.started")

    assert "\x1b[" in stream.getvalue()


def test_a_library_is_heard_from_warning_on_with_its_words_as_a_value() -> None:
    stream = io.StringIO()
    configure_logs(stream=stream, json=True)

    library = logging.Logger.manager.getLogger("apscheduler.executors")
    library.info("a job ran")
    library.warning("a job of %s was missed", "10:00")

    [line] = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert (line["event"], line["level"], line["logger"], line["message"]) == (
        "library.warned",
        "warning",
        "apscheduler.executors",
        "a job of 10:00 was missed",
    )


def fail(secret: str) -> None:
    raise ValueError("broken")


@pytest.mark.parametrize("as_json", [True, False])
def test_an_exception_is_told_without_the_values_that_were_around(*, as_json: bool) -> None:
    stream = io.StringIO()
    configure_logs(stream=stream, json=as_json)

    try:
        fail("canary")
    except ValueError:
        logging.Logger.manager.getLogger("uvicorn.error").exception("request failed")

    assert "broken" in stream.getvalue()
    assert "canary'" not in stream.getvalue()


def test_a_librarys_exception_is_told_within_its_line() -> None:
    stream = io.StringIO()
    configure_logs(stream=stream, json=True)

    try:
        fail("canary")
    except ValueError:
        logging.Logger.manager.getLogger("uvicorn.error").exception("request failed")

    [line] = stream.getvalue().splitlines()
    [exception] = json.loads(line)["exception"]
    assert (exception["exc_type"], exception["exc_value"]) == ("ValueError", "broken")


def test_configuring_again_moves_the_lines_to_the_new_stream() -> None:
    first, second = io.StringIO(), io.StringIO()
    log = structlog.get_logger()
    configure_logs(stream=first, json=True)
    configure_logs(stream=second, json=True)

    log.info("daemon.stopped")

    assert first.getvalue() == ""
    assert json.loads(second.getvalue())["event"] == "daemon.stopped"
