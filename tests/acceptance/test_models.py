"""The daemon with a language model among its extractors: slow, away, and never in the way."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import pytest

from tests.fixtures.daemons import PATIENCE, Program
from tests.fixtures.model_server import ModelServer, give, refuses, wrapped
from tests.integration.cli.desk import NORTH
from tests.integration.cli.test_models import TOLD


@pytest.fixture
def asking(program: Program, model_server: ModelServer) -> Program:
    """A daemon that believes the model, and asks it with little patience."""
    before = (program.home / "ingestd.toml").read_text("utf-8")
    program.configure(
        f"""{before}
            [extraction]
            extractors = ["rules", "llm"]
            believe = "llm"
            [extraction.llm]
            api = "anthropic"
            url = "{model_server.site.url}"
            model = "small"
            allow_networks = ["127.0.0.0/8"]
            retries = 1
            timeout = "10m"
            """
    )
    return program


def test_deals_of_the_rules_are_there_while_a_model_thinks(
    asking: Program, model_server: ModelServer
) -> None:
    thought, heard = Event(), Event()

    def think(request: BaseHTTPRequestHandler) -> None:
        heard.set()
        thought.wait(PATIENCE)
        give(request, wrapped(request.path, TOLD))

    model_server.answers = [think]
    asking.put("north.txt", NORTH)
    asking.start()
    rules = asking.wait_for("/v1/deals", 1)
    assert heard.wait(PATIENCE)

    thought.set()
    asking.wait_for("/v1/events?type=document.extracted", 2)
    kinds = ["mou"]
    for _ in range(int(PATIENCE / 0.05)):
        kinds = [deal["type"] for deal in asking.wait_for("/v1/deals", 1)]
        if kinds == ["supply"]:
            break
        Event().wait(0.05)

    assert (rules[0]["type"], kinds) == ("mou", ["supply"])
    assert asking.stop() == 0


def test_the_daemon_ends_while_a_model_thinks_and_asks_again_at_its_next_start(
    asking: Program, model_server: ModelServer
) -> None:
    heard = Event()

    def never(request: BaseHTTPRequestHandler) -> None:
        heard.set()
        model_server.site.closing.wait()

    model_server.answers = [never]
    asking.put("north.txt", NORTH)
    asking.start()
    assert heard.wait(PATIENCE)
    code = asking.stop()
    model_server.speaker = lambda _: TOLD
    asking.start()

    facts = asking.wait_for("/v1/events?type=document.extracted", 2)

    assert code == 0
    assert {fact["data"]["extractor"] for fact in facts} == {"rules", "llm"}
    assert len(model_server.asked) == 2


def test_a_model_that_was_away_is_asked_again_by_itself(
    asking: Program, model_server: ModelServer
) -> None:
    model_server.answers = [refuses(503), refuses(503)]
    model_server.speaker = lambda _: TOLD
    asking.put("north.txt", NORTH)

    asking.start()
    facts = asking.wait_for("/v1/events?type=document.extracted", 2)

    assert facts[-1]["data"]["extractor"] == "llm"
    assert "extractor.unavailable" in (asking.home / "stderr").read_text("utf-8")
    assert asking.rows("rejected") == []


def test_a_command_beside_the_daemon_leaves_the_asking_to_it(
    asking: Program, model_server: ModelServer, tmp_path: Path
) -> None:
    asking.start()
    asking.wait_for("/v1/sources", 1)
    model_server.speaker = lambda _: TOLD
    south = tmp_path / "south.txt"
    south.write_text(NORTH, "utf-8")

    asking.rows("ingest", str(south))
    asking.wait_for("/v1/events?type=document.extracted", 2)

    assert len(model_server.asked) == 1
