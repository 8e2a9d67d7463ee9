"""What programs hold on to: the lines of `--json`, each key and each value.

Ids are numbered in the order they are met; times, digests and versions are masked. Where a change is
meant, renew the files with `RENEW_GOLDEN=1 pytest tests/integration/cli` and read the diff.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingestd.config.environment import environment
from tests.fixtures.commands import Told
from tests.integration.cli.desk import Desk

GOLDEN = Path(__file__).parent / "golden"
KINDS = {
    "event": re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b"),
    "at": re.compile(r"\bat_[a-z2-7]{16}\b"),
    "art": re.compile(r"\bart_[a-z2-7]{16}\b"),
    "ent": re.compile(r"\bent_[a-z2-7]{16}\b"),
    "deal": re.compile(r"\bdeal_[a-z2-7]{16}\b"),
    "story": re.compile(r"\bstory_[a-z2-7]{16}\b"),
    "fig": re.compile(r"\bfig_[a-z2-7]{16}\b"),
    "digest": re.compile(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b"),
}
TIME = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
VERSION = re.compile(r'(@|"version": ")\d+(?=")')


def masked(told: Told, desk: Desk) -> str:
    text = told.out.replace(str(desk.home), "HOME").replace(str(desk.data), "DATA")
    text = VERSION.sub(r"\1N", TIME.sub("TIME", text))
    for kind, pattern in KINDS.items():
        met: dict[str, str] = {}
        for found in pattern.findall(text):
            met.setdefault(found, f"{kind}-{len(met) + 1}")
        text = pattern.sub(lambda match, met=met: met[match[0]], text)  # type: ignore[misc]  # a default binds
    return text


def pretty(text: str) -> str:
    lines = [json.loads(line) for line in text.splitlines()]
    return "".join(json.dumps(line, ensure_ascii=False, indent=1) + "\n" for line in lines)


def compare(name: str, told: Told, desk: Desk) -> None:
    found = pretty(masked(told, desk))
    path = GOLDEN / f"{name}.json"
    if environment().get("RENEW_GOLDEN"):
        path.write_text(found, "utf-8")
        pytest.fail(f"{path.name} was renewed: read what changed")
    assert found == path.read_text("utf-8")


def first(view: str) -> Callable[[Desk], str]:
    """The id of the row that is listed first."""
    return lambda desk: str(desk.rows(view)[0]["id"])


READING: dict[str, list[str | Callable[[Desk], str]]] = {
    "articles": ["articles"],
    "entities": ["entities", "--type", "company"],
    "deals": ["deals"],
    "show_article": ["show", first("articles")],
    "show_entity": ["show", lambda desk: desk.rows("entities", "northwind")[0]["id"]],
    "show_deal": ["show", first("deals")],
    "explain_article": ["explain", first("articles")],
    "explain_entity": ["explain", lambda desk: desk.rows("entities", "northwind")[0]["id"]],
    "explain_deal": ["explain", first("deals")],
    "events": ["events", "--limit", "7"],
    "events_cloudevents": ["events", "--cloudevents", "--limit", "3"],
    "sources": ["sources"],
    "sources_show": ["sources", "show", "drop"],
    "rejected": ["rejected"],
    "rejected_show": ["rejected", "show", lambda desk: desk.rows("rejected")[0]["origin"]],
    "status": ["status"],
    "config_show": ["config", "show"],
    "replay_verify": ["replay", "--verify"],
}


@pytest.mark.parametrize("name", READING)
def test_a_command_prints_the_lines_of_its_golden_file(name: str, kept: Desk) -> None:
    arguments = [word if isinstance(word, str) else word(kept) for word in READING[name]]

    told = kept(*arguments, "--json")

    assert (told.code, told.complaints) == (0, "")
    compare(name, told, kept)


def test_extract_prints_every_field_that_is_promised(kept: Desk) -> None:
    line = kept("extract", str(kept.home / "drop" / "north.txt"), "--json").row

    assert list(line) == [
        *("doc", "path", "lang", "title", "published", "entities", "deals"),
        *("extractor", "version"),
    ]
    for entity in line["entities"]:
        assert list(entity) == ["name", "type", "surface", "role", "affiliation", "country"]
    [deal] = line["deals"]
    assert list(deal) == [
        "type", "status", "parties", "products", "subject", "value", "date", "witnesses",
        "evidence",
    ]  # fmt: skip
    assert {tuple(party) for party in deal["parties"]} == {("name", "role")}
    assert all(start < end for start, end in deal["evidence"])


def test_ingest_prints_what_became_of_each(fresh: Desk) -> None:
    told = fresh("ingest", str(fresh.home / "drop"), "--json")

    assert told.code == 65
    compare("ingest", told, fresh)


def test_poll_prints_a_line_for_each_source(fresh: Desk) -> None:
    told = fresh("poll", "--json")

    assert told.code == 75
    compare("poll", told, fresh)


def test_replay_prints_a_line_for_each_projection(desk: Desk) -> None:
    told = desk("replay", "--json")

    assert told.code == 0
    compare("replay", told, desk)


def test_retry_prints_what_is_still_rejected(desk: Desk) -> None:
    told = desk("rejected", "retry", "--json")

    assert told.code == 65
    compare("rejected_retry", told, desk)
