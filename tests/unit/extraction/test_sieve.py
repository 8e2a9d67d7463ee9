"""What patterns cannot match without, and which of them are tried on a text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestd.extraction.languages.choice import LANGUAGES
from ingestd.extraction.letters import needs
from ingestd.extraction.sieve import Sieve

NEEDED: list[tuple[str, list[set[str]]]] = [
    (r"\bsigned\b", [{"signed"}]),
    (r"sign(?:s|ed)?", [{"sign"}]),
    (r"(?:agree|pac)[dt]", [{"agreed", "agreet", "pact", "pacd"}]),
    (r"(?P<verb>won|lost) \w+ bids?", [{"won", "lost"}, {"bid"}]),
    (r"sells?(?= [^.]{0,9}\bto\b)", [{"sell"}, {"to"}]),
    (r"(?<=joint )ventures?(?! fund)", [{"joint"}, {"venture"}]),
    (r"(?:to buy|bought \w+) it", [{"buy", "bought"}, {"it"}]),
    (r"(?:ab){2,3}x*(?:cd)+?", [{"ab"}, {"cd"}]),
    (r"\w+ly", [{"ly"}]),
    (r"(?:a|the) |\d+", []),
    (r"(?i)signed", []),
    (r"(?i:signed) it", [{"it"}]),
    (r"(ab|cd) \1", [{"ab", "cd"}]),
    ("[a-z]+|" + "|".join(f"word{number}" for number in range(60)), []),
]


@pytest.mark.parametrize(("pattern", "expected"), NEEDED)
def test_a_pattern_needs_these_letters(pattern: str, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, needs(re.compile(pattern)))) == sorted(map(sorted, expected))


def test_only_what_finds_its_letters_is_tried_in_order() -> None:
    verbs = ("sign(?:s|ed) with", "bought|sold", r"\d+", "signed (?:deal|pact)s?")
    sieve = Sieve((re.compile(verb), verb) for verb in verbs)

    assert sieve.of("it signed a pact with them") == [verbs[0], verbs[2], verbs[3]]
    assert sieve.of("nothing of it") == [verbs[2]]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="abcdlostinuwy 12", max_size=40) | st.sampled_from(("", "won 1 bid")))
def test_no_pattern_that_matches_is_left_out(text: str) -> None:
    patterns = [re.compile(pattern) for pattern, _ in NEEDED]
    sieve = Sieve((pattern, pattern) for pattern in patterns)

    assert {one for one in patterns if one.search(text)} <= set(sieve.of(text))


def test_every_act_of_every_language_needs_some_letters() -> None:
    acts = [act.pattern for language in LANGUAGES for act in language.frames.acts]

    assert [act.pattern for act in acts if not needs(act)] == []
