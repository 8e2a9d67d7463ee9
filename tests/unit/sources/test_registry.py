import json
import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from ingestd.clock import Clock
from ingestd.errors import ConfigError
from ingestd.sources.feed import FeedOptions
from ingestd.sources.folder import FolderOptions
from ingestd.sources.found import Pace
from ingestd.sources.registry import (
    KINDS,
    build_source,
    build_sources,
    check_source,
    configuration_schema,
)
from tests.unit.sources.conftest import Table

ROOT = Path(__file__).parents[3]
FEED = {"url": "https://user:canary@host/feed"}


def test_a_folder_is_relative_to_the_file_that_names_it(
    table: Table, tmp_path: Path, clock: Clock
) -> None:
    source = build_source(table("folder", {"path": "in", "every": "1h"}), clock)

    assert (source.kind, source.name, source.pace.start) == ("folder", "drop", 3600.0)
    assert (source.address, source.watched) == (str(tmp_path / "in"), tmp_path / "in")


def test_a_feed_is_shown_and_recorded_without_its_secret(table: Table) -> None:
    source = build_source(table("feed", FEED | {"full_text": True}))

    assert (source.kind, source.pace.start, source.watched) == ("feed", 1800.0, None)
    assert source.address == "https://host/feed"
    assert source.options == '{"full_text":true}'


def test_options_have_the_values_that_the_sample_shows() -> None:
    folder = FolderOptions.model_validate({"path": "in"})
    feed = FeedOptions.model_validate(FEED)

    assert (folder.every, folder.settle, folder.max_bytes) == (300.0, 2.0, 20_971_520)
    assert (folder.recursive, folder.include[0]) == (True, "*.txt")
    assert (feed.every, feed.timeout, feed.max_bytes) == (1800.0, 30.0, 20_971_520)
    assert (feed.full_text, feed.allow_networks) == (False, ())


def test_a_pace_may_stray_from_its_beginning_within_bounds() -> None:
    def pace(**options: str) -> tuple[float, float, float]:
        told = FeedOptions.model_validate(FEED | options).pace
        return told.shortest, told.start, told.longest

    assert pace() == (450.0, 1_800.0, 14_400.0)
    assert pace(every="2s") == (1.0, 2.0, 16.0)
    assert pace(every="1h", every_min="1h", every_max="1d") == (3_600.0, 3_600.0, 86_400.0)


def test_a_folder_is_looked_at_in_even_rounds(table: Table) -> None:
    source = build_source(table("folder", {"path": "in"}))

    assert source.pace == Pace(start=300.0, shortest=300.0, longest=300.0, patience=300.0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"every_min": "1h"}, "'every_min' should not be longer than 'every'"),
        ({"every_max": "1m"}, "'every_max' should not be shorter than 'every'"),
        ({"every_min": "10ms"}, "'every_min' should be at least \"1s\""),
    ],
)
def test_bounds_that_leave_the_beginning_out_are_refused(
    table: Table, options: dict[str, str], told: str
) -> None:
    [problem] = check_source(table("feed", FEED | options))

    assert problem.message.endswith(told)


def test_bounds_of_a_beginning_that_is_wrong_itself_are_not_complained_of(
    table: Table,
) -> None:
    wrong = FEED | {"every": "often", "every_min": "1h", "every_max": "1m"}

    [problem] = check_source(table("feed", wrong))

    assert "'every' should be a time" in problem.message


def test_allowed_networks_are_read() -> None:
    options = FeedOptions.model_validate(FEED | {"allow_networks": ["10.0.0.0/8", "::1/128"]})

    assert options.allow_networks == (ip_network("10.0.0.0/8"), ip_network("::1/128"))


@pytest.mark.parametrize(
    ("kind", "options", "told"),
    [
        ("folder", {"pth": "."}, ["1: %s: 'path' is missing", "3: %s: unknown option 'pth'"]),
        ("foldr", {}, ["2: %s: unknown kind 'foldr'"]),
        (
            "folder",
            {"path": 1, "every": "soon"},
            [
                "3: %s: 'path' should be a path, not 1",
                '4: %s: \'every\' should be a time like "300ms", "30m" or "1h30m", not "soon"',
            ],
        ),
        ("folder", {"path": ".", "every": "0s"}, ["4: %s: 'every' should be at least \"1s\""]),
        ("folder", {"path": ".", "settle": 3}, ["4: %s: 'settle' should be a time like"]),
        ("folder", {"path": ".", "include": []}, ["4: %s: 'include' should not be empty"]),
        ("folder", {"path": ".", "max_bytes": True}, ["4: %s: 'max_bytes' should be a valid"]),
        (
            "folder",
            {
                "path": ".",
                "patterns": ["a", "(b"],
                "languages": ["English"],
                "not_words": [" "],
            },
            [
                "4: %s: 'patterns.1' should be a pattern of RE2: missing ): (b",
                "5: %s: 'languages.0' should be a language by its two letters",
                "6: %s: 'not_words.0' should be a word, or several, not nothing",
            ],
        ),
        (
            "feed",
            {"url": "vietnamnews.vn/rss", "timeout": "0s"},
            [
                "3: %s: 'url' should be an address like \"https://host/feed\"",
                "4: %s: 'timeout' should be more than nothing",
            ],
        ),
        (
            "feed",
            FEED | {"allow_networks": ["10.0.0.1/8", 5]},
            [
                "4: %s: 'allow_networks.0' should be a network like \"10.0.0.0/8\", not",
                "4: %s: 'allow_networks.1' should be a network like \"10.0.0.0/8\", not 5",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    table: Table, kind: str, options: dict[str, object], told: list[str]
) -> None:
    problems = sorted(str(problem) for problem in check_source(table(kind, options)))

    assert len(problems) == len(told)
    for problem, start in zip(problems, told, strict=True):
        assert problem.startswith("config/sources.toml:" + start.replace("%s", 'source "drop"'))


def test_a_misspelt_option_is_answered_with_the_one_that_was_meant(table: Table) -> None:
    with pytest.raises(ConfigError) as caught:
        build_source(table("folder", {"path": ".", "recursiv": True}))

    assert str(caught.value) == (
        "config/sources.toml:4: source \"drop\": unknown option 'recursiv'\n"
        "  did you mean 'recursive'?"
    )


def test_the_problems_of_all_sources_are_told_at_once(table: Table) -> None:
    tables = [table("folder", {}, name="a"), table("fed", {}, name="b")]

    with pytest.raises(ConfigError) as caught:
        build_sources(tables)

    assert [problem.message for problem in caught.value.problems] == [
        "source \"a\": 'path' is missing",
        "source \"b\": unknown kind 'fed'",
    ]


def test_sources_come_in_the_order_in_which_they_are_written(table: Table) -> None:
    tables = [table("feed", FEED, name="b"), table("folder", {"path": "."}, name="a")]

    assert [source.name for source in build_sources(tables)] == ["b", "a"]


def test_the_schema_beside_the_sample_is_the_one_that_is_checked_against() -> None:
    committed = json.loads((ROOT / "config" / "ingestd.schema.json").read_text("utf-8"))

    assert committed == configuration_schema()


def test_the_schema_has_whatever_it_refers_to() -> None:
    schema = json.dumps(configuration_schema())
    named = json.loads(schema)["$defs"]

    referred = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', schema))

    assert referred <= set(named)
    assert schema.count('"$defs"') == 1


def test_the_schema_knows_every_option_of_every_kind() -> None:
    schema = json.dumps(configuration_schema())

    for kind in KINDS.values():
        for option in kind.options.model_fields:
            assert f'"{option}"' in schema


@pytest.mark.parametrize("told", [{}, {"path": "a.zip", "url": "https://host/a.zip"}])
def test_an_archive_has_one_place_and_not_two(table: Table, told: dict[str, str]) -> None:
    [problem] = check_source(table("archive", told))

    assert "give 'path' or 'url'" in problem.message
