"""Commands with a language model among the extractors: what is asked, recorded, compared, waited for."""

from typing import Any

import pytest

from tests.fixtures.model_server import NOTHING, ModelServer, refuses
from tests.integration.cli.desk import Desk, furnish

TOLD: dict[str, Any] = {
    "entities": [
        {"name": name, "type": "company", "mentions": [name]}
        for name in ("Northwind Energy Ltd", "Blue River Steel Ltd")
    ],
    "deals": [
        {
            "type": "supply",
            "status": "signed",
            "parties": [{"name": "Northwind Energy Ltd", "role": "buyer"}],
            "evidence": ["Northwind Energy Ltd and Blue River Steel Ltd signed"],
        }
    ],
}


def says(message: str) -> dict[str, Any]:
    return TOLD if "Northwind" in message else NOTHING


@pytest.fixture
def desk(tmp_path: Any, model_server: ModelServer) -> Desk:
    model_server.speaker = says
    desk = furnish(tmp_path)
    configure(desk, model_server)
    return desk


def configure(
    desk: Desk, server: ModelServer, *, extractors: str = '"llm"', more: str = ""
) -> None:
    path = desk.home / "ingestd.toml"
    before = path.read_text("utf-8").partition("[extraction]")[0]
    path.write_text(
        f"{before}[extraction]\nextractors = [{extractors}]\n{more}"
        f'[extraction.llm]\napi = "openai"\nurl = "{server.site.url}/v1"\nmodel = "small"\n'
        'allow_networks = ["127.0.0.0/8"]\nretries = 0\n',
        "utf-8",
    )


def take_in(desk: Desk) -> int:
    return desk("ingest", str(desk.home / "drop")).code


def extracted(desk: Desk) -> list[dict[str, Any]]:
    return desk.rows("events", "--type", "document.extracted")


def test_what_a_model_said_is_recorded_and_replay_asks_nobody(
    desk: Desk, model_server: ModelServer
) -> None:
    take_in(desk)
    deals, asked = desk.rows("deals"), len(model_server.asked)
    model_server.answers = [refuses(500)] * 99

    replayed = desk("replay")
    verified = desk("replay", "--verify")

    assert [(deal["type"], deal["status"]) for deal in deals] == [("supply", "signed")]
    assert (replayed.code, verified.code) == (0, 0)
    assert desk.rows("deals") == deals
    assert len(model_server.asked) == asked == 2
    usage = extracted(desk)[0]["data"]["extraction"]["usage"]
    assert (usage["model"], usage["tokens_in"], usage["dropped"]) == ("small-1", 1000, 0)


def test_an_article_waits_for_a_model_that_is_away(
    desk: Desk, model_server: ModelServer
) -> None:
    model_server.answers = [refuses(401)]

    told = desk("ingest", str(desk.home / "drop" / "north.txt"), "--json")

    assert told.code == 75
    assert "the model cannot be asked" in told.err
    assert "check 'extraction.llm': url, model and key" in told.err
    assert extracted(desk) == []
    assert desk.rows("rejected") == []

    again = desk("ingest", str(desk.home / "drop" / "north.txt"))

    assert (again.code, len(extracted(desk))) == (0, 1)


def test_an_article_a_model_cannot_read_is_rejected_and_read_when_asked(
    desk: Desk, model_server: ModelServer
) -> None:
    model_server.answers = [refuses(400)]
    north = str(desk.home / "drop" / "north.txt")

    told = desk("ingest", north)
    (row,) = desk.rows("rejected")
    retried = desk("rejected", "retry")

    assert (told.code, retried.code) == (65, 0)
    assert (row["stage"], row["extractor"]) == ("extract", "llm")
    assert "the server answered 400" in row["reason"]
    assert desk.rows("rejected") == []
    assert len(desk.rows("deals")) == 1


def test_a_difference_is_shown_before_it_is_recorded(
    desk: Desk, model_server: ModelServer
) -> None:
    take_in(desk)
    head = len(desk.rows("events"))
    model_server.speaker = lambda _: NOTHING
    configure(desk, model_server)

    rows = desk.rows("reprocess", "--diff")

    assert [(row["change"], row["kind"], row["name"]) for row in rows] == [
        ("removed", "entity", "Northwind Energy Ltd"),
        ("removed", "entity", "Blue River Steel Ltd"),
        ("removed", "deal", "supply: Northwind Energy Ltd"),
    ]
    assert rows[0]["version"] == rows[0]["version_before"]
    assert len(desk.rows("events")) == head
    assert len(desk.rows("deals")) == 1

    told = desk("reprocess")

    assert told.err == "2 read again: 1 appended, 1 unchanged\n"
    assert desk.rows("deals") == []


def test_only_what_another_version_read_is_read_again(
    desk: Desk, model_server: ModelServer
) -> None:
    take_in(desk)
    asked = len(model_server.asked)

    none = desk("reprocess", "--only", "outdated")
    configure(desk, model_server, extractors='"llm", "rules"')
    rules = desk("reprocess", "--only", "outdated", "--source", "ingest")
    elsewhere = desk("reprocess", "--source", "gone")

    assert none.err == elsewhere.err == "nothing to read again\n"
    assert rules.err == "2 read again: 2 appended\n"
    assert len(model_server.asked) == asked


def test_whom_the_views_believe_is_a_setting(desk: Desk, model_server: ModelServer) -> None:
    configure(desk, model_server, extractors='"rules", "llm"')
    take_in(desk)
    first = [deal["type"] for deal in desk.rows("deals")]

    configure(desk, model_server, extractors='"rules", "llm"', more='believe = "llm"\n')
    asked = len(model_server.asked)
    take_in(desk)
    second = [deal["type"] for deal in desk.rows("deals")]

    assert (first, second) == (["mou"], ["supply"])
    assert len(model_server.asked) == asked
    policies = desk.rows("events", "--type", "extraction.policy_changed")
    assert [event["data"]["believe"] for event in policies] == ["first", "llm"]
    assert desk("replay", "--verify").code == 0


def test_one_extractor_may_be_chosen_among_those_in_use(
    desk: Desk, model_server: ModelServer
) -> None:
    take_in(desk)
    configure(desk, model_server, extractors='"llm", "rules"')
    asked = len(model_server.asked)

    told = desk("reprocess", "--extractor", "rules")
    unknown = desk("reprocess", "--extractor", "spacy")
    parse = desk("reprocess", "--stage", "parse", "--diff")

    assert (told.code, len(model_server.asked)) == (0, asked)
    assert unknown.code == parse.code == 2
    assert "'spacy' is no extractor in use" in unknown.err


def test_what_cannot_be_read_again_is_told(desk: Desk, model_server: ModelServer) -> None:
    take_in(desk)
    model_server.answers = [refuses(400), refuses(503)]

    told = desk("reprocess")

    assert told.code == 75
    assert "1 read again: 1 rejected" in told.err
    assert "the server answered 503" in told.err
    assert "the server answered 400" in told.err
    model_server.answers = [refuses(400)]
    assert desk("reprocess", "--diff").code == 65
    assert desk("reprocess", "--only", "failed").err == "1 read again: 1 appended\n"
    assert [row["stage"] for row in desk.rows("rejected")] == ["intake"]


def test_originals_are_parsed_again_and_read_anew(
    desk: Desk, model_server: ModelServer
) -> None:
    take_in(desk)
    asked = len(model_server.asked)

    told = desk("reprocess", "--stage", "parse")

    assert told.err == "2 parsed again\n"
    assert len(model_server.asked) == 2 * asked


def test_for_people_a_difference_is_a_line(desk: Desk, model_server: ModelServer) -> None:
    take_in(desk)
    changed = TOLD["deals"][0] | {"status": "planned"}
    model_server.speaker = lambda message: (
        says(message) | ({"deals": [changed]} if "Northwind" in message else {})
    )

    told = desk("reprocess", "--diff")

    assert "changed deal" in told.out
    assert "status signed" in told.out
    assert "status planned" in told.out


def test_a_dry_run_asks_every_extractor_in_use(desk: Desk, model_server: ModelServer) -> None:
    configure(desk, model_server, extractors='"rules", "llm"')
    north = str(desk.home / "drop" / "north.txt")

    both = desk.rows("extract", north)
    one = desk.rows("extract", "--extractor", "llm", north)
    model_server.answers = [refuses(503)]
    away = desk("extract", "--extractor", "llm", north)

    assert [line.get("extractor") for line in (*both, *one)] == ["rules", "llm", "llm"]
    assert [deal["type"] for deal in one[0]["deals"]] == ["supply"]
    assert away.code == 75
