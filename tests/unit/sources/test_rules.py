"""What a source's rules keep out, and what they let through."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ingestd.sources.rules import Rules, Told, compiled, rules_of

NOW = datetime(2021, 11, 20, 9, tzinfo=UTC)
DAY = 86_400.0


def broken(rules: Rules, *, is_new: bool = True, **told: Any) -> str | None:
    return rules.broken(Told(**told), now=NOW, is_new=is_new)


def test_rules_are_read_out_of_the_options_of_a_source() -> None:
    options = '{"every":1800.0,"languages":["vi"],"max_age":86400.0,"not_words":["a","b"]}'

    assert rules_of(options) == Rules(languages=("vi",), max_age=DAY, not_words=("a", "b"))
    assert rules_of("{}") == Rules()


def test_without_rules_everything_is_let_in() -> None:
    assert broken(Rules(), title="T", text="words", published="1021") is None
    assert not Rules().need_text
    assert not Rules(max_age=DAY, withdraw=True).need_text


@pytest.mark.parametrize(
    ("rules", "told", "rule"),
    [
        (Rules(not_words=("Bitcoin",)), {"title": "BITCOIN falls"}, "not_words = Bitcoin"),
        (Rules(not_words=("new york",)), {"text": "in New\n York."}, "not_words = new york"),
        (Rules(not_words=("thành phố",)), {"text": "THÀNH PHỐ"}, "not_words = thành phố"),
        (Rules(not_words=("coin",)), {"title": "Bitcoin", "text": "coins"}, None),
        (Rules(words=("a", "b")), {"title": "c", "text": "d"}, "words = a, b"),
        (Rules(words=("a", "b")), {"title": "c", "text": "A B"}, None),
        (Rules(words=("a", "b")), {"title": "b", "text": ""}, None),
        (Rules(words=("C++",)), {"text": "in c++."}, None),
        (Rules(patterns=("(?i)joint.venture",)), {"text": "A Joint-Venture"}, None),
        (Rules(patterns=("joint", "x")), {"text": "venture"}, "patterns = joint, x"),
        (Rules(not_patterns=("^Ad:",)), {"title": "Ad: buy"}, "not_patterns = ^Ad:"),
        (Rules(not_patterns=("^Ad:",)), {"title": "No Ad: buy", "text": "x"}, None),
        (Rules(languages=("vi", "en")), {"text": "x", "language": "fr"}, "languages = vi, en"),
        (Rules(languages=("vi", "en")), {"text": "x", "language": "en"}, None),
        (Rules(languages=("vi",)), {"text": "x"}, "languages = vi"),
        (Rules(words=("a",), not_words=("b",)), {"text": "a b"}, "not_words = b"),
    ],
)
def test_the_rule_that_keeps_a_document_out_is_named(
    rules: Rules, told: dict[str, Any], rule: str | None
) -> None:
    assert broken(rules, **told) == rule
    assert rule is None or rule in rules.names


@pytest.mark.parametrize(
    "rules", [Rules(words=("a",)), Rules(patterns=("a",)), Rules(languages=("vi",))]
)
def test_what_must_be_there_is_not_missed_before_the_text_is_read(rules: Rules) -> None:
    assert broken(rules, title="b") is None
    assert rules.need_text


@pytest.mark.parametrize(
    ("published", "is_out"),
    [
        ("2021-11-20T08:00:00Z", False),
        ("2021-11-17T08:59:59Z", True),
        ("2021-11-17T09:00:00", False),
        ("2021-11-17T10:00:00+02:00", True),
        ("2021-11-17", False),
        ("2021-11-16", True),
        ("2021-11", False),
        ("2021-10", True),
        ("2021", False),
        ("2020", True),
        ("2020-12", True),
        ("2022-01-01", False),
        ("yesterday", False),
        ("20th", False),
        ("2021-19", False),
        (None, False),
    ],
)
def test_what_is_new_and_certainly_too_old_is_kept_out(
    published: str | None, is_out: bool
) -> None:
    rules = Rules(max_age=3 * DAY)

    assert broken(rules, published=published) == ("max_age = 259200s" if is_out else None)
    assert broken(rules, published=published, is_new=False) is None


def test_a_rule_that_asks_something_else_has_another_name() -> None:
    assert Rules(max_age=DAY).names.isdisjoint(Rules(max_age=2 * DAY).names)
    assert "words = a" not in Rules(words=("a", "b")).names


@pytest.mark.parametrize("pattern", ["(a", "(?<=x)y", "a{1000000}", "[z-a]"])
def test_what_is_no_pattern_is_refused_with_the_reason(pattern: str) -> None:
    with pytest.raises(ValueError, match="should be a pattern of RE2: "):
        compiled(pattern)


def test_no_text_makes_a_pattern_slow() -> None:
    # takes longer than the world is old where one tries every way to match
    assert broken(Rules(not_patterns=("^(a+)+$",)), text="a" * 5_000 + "b") is None
