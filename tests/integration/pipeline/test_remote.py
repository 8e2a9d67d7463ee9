"""Extractors that ask over a network: alone with their slowness and their failures."""

from dataclasses import dataclass, field, replace

import pytest

from ingestd.errors import UnavailableError, UnreadableError
from ingestd.events import (
    DocumentExtracted,
    DocumentRejected,
    Event,
    Extraction,
    ExtractionPolicyChanged,
)
from ingestd.extraction.extractor import Article
from ingestd.pipeline import follower, policy
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.remote import LONGEST_PAUSE, ROUNDS, RemoteStep
from ingestd.pipeline.step import Tools
from tests.fixtures.building import SOURCE
from tests.fixtures.shelves import FirstWord, body, found, take_in
from tests.fixtures.stores import told

AWAY = UnavailableError("nobody is there", hint="wait")
ILL = UnavailableError("it broke down", is_suspect=True)


@dataclass
class Oracle:
    """Far away; says what is on its list, then nothing about anything."""

    answers: list[Exception] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    name: str = "oracle"
    version: str = "1"
    remote: bool = True

    def extract(self, article: Article) -> Extraction:
        self.heard.append(article.text)
        if self.answers:
            raise self.answers.pop(0)
        return Extraction()


def take(tools: Tools, *names: str) -> None:
    for name in names:
        take_in(found(name, body(f"{name} signs.")), source=SOURCE, tools=tools)
    while any(follower.advance(step, tools) for step in (parse_step, extract_step)):
        pass


def to_end(step: RemoteStep) -> None:
    while step.advance():
        pass


def of(kind: type[Event], tools: Tools) -> list[Event]:
    return [fact for fact in told(tools.database, tools.log) if isinstance(fact, kind)]


def by(extractor: str, tools: Tools) -> list[str]:
    facts = of(DocumentExtracted, tools)
    return [fact.document for fact in facts if fact.extractor == extractor]  # type: ignore[attr-defined]  # of that kind


def test_the_others_do_not_wait_for_it(tools: Tools) -> None:
    oracle = Oracle()
    take(replace(tools, remote=(oracle,)), "a", "b")

    assert len(by("first-word", tools)) == 2
    assert oracle.heard == []


def test_what_it_said_is_recorded_before_the_next_document_is_asked_for(tools: Tools) -> None:
    take(tools, "a", "b", "c")
    oracle = Oracle()
    step = RemoteStep(oracle, tools)
    while len(oracle.heard) < 2:
        step.advance()

    oracle.answers = [AWAY]
    with pytest.raises(UnavailableError):
        to_end(step)
    assert len(by("oracle", tools)) == 2
    to_end(RemoteStep(oracle, tools))

    assert len(set(by("oracle", tools))) == 3
    assert oracle.heard == ["a signs.", "b signs.", "c signs.", "c signs."]
    assert of(DocumentRejected, tools) == []


def test_each_failure_in_a_row_makes_it_wait_longer_unless_it_is_told_how_long(
    tools: Tools,
) -> None:
    take(tools, "a")
    oracle = Oracle(answers=[AWAY] * 12)
    step = RemoteStep(oracle, tools)

    pauses = []
    for _ in range(12):
        with pytest.raises(UnavailableError) as caught:
            to_end(step)
        pauses.append(step.pause(caught.value))

    assert pauses[:4] == [5.0, 10.0, 20.0, 40.0]
    assert pauses[-1] == LONGEST_PAUSE
    assert step.pause(UnavailableError("come back tomorrow", pause=86_400)) == 86_400
    to_end(step)
    assert len(by("oracle", tools)) == 1


def test_a_document_over_which_it_breaks_down_every_time_is_set_aside_in_the_end(
    tools: Tools,
) -> None:
    take(tools, "a", "b")
    oracle = Oracle(answers=[ILL] * (ROUNDS + 1))
    step = RemoteStep(oracle, tools)

    for _ in range(ROUNDS):
        with pytest.raises(UnavailableError):
            to_end(step)
    assert of(DocumentRejected, tools) == []
    to_end(step)

    (rejected,) = of(DocumentRejected, tools)
    assert isinstance(rejected, DocumentRejected)
    assert (rejected.stage, rejected.extractor, rejected.reason) == (
        "extract",
        "oracle",
        "it broke down",
    )
    assert len(by("oracle", tools)) == 1


def test_no_document_is_blamed_for_a_server_that_is_away(tools: Tools) -> None:
    take(tools, "a")
    step = RemoteStep(Oracle(answers=[AWAY for _ in range(3 * ROUNDS)]), tools)

    for _ in range(3 * ROUNDS):
        with pytest.raises(UnavailableError):
            to_end(step)

    assert of(DocumentRejected, tools) == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (UnreadableError("too long"), "extractor oracle@1: too long"),
        (KeyError("x"), "extractor oracle@1 failed: KeyError: 'x'"),
    ],
)
def test_a_document_it_cannot_read_is_a_fact_and_the_next_goes_on(
    tools: Tools, error: Exception, reason: str
) -> None:
    take(tools, "a", "b")

    to_end(RemoteStep(Oracle(answers=[error]), tools))

    (rejected,) = of(DocumentRejected, tools)
    assert isinstance(rejected, DocumentRejected)
    assert (rejected.reason, rejected.extractor) == (reason, "oracle")
    assert len(by("oracle", tools)) == 1


def test_one_that_did_not_say_that_it_asks_others_holds_nobody_up(tools: Tools) -> None:
    near = replace(tools, extractors=(Oracle(answers=[AWAY]), FirstWord()))

    take(near, "a")

    (rejected,) = of(DocumentRejected, tools)
    assert isinstance(rejected, DocumentRejected)
    assert (rejected.extractor, rejected.reason) == ("oracle", "nobody is there")
    assert len(by("first-word", tools)) == 1


# ---------------------------------------------------------------- who is in use


def declared(*extractors: str, believe: str = "first") -> ExtractionPolicyChanged:
    return ExtractionPolicyChanged(extractors=extractors, believe=believe)


def test_a_policy_is_recorded_where_it_changed_and_only_there(tools: Tools) -> None:
    policies = [
        declared("rules"),
        declared("rules"),
        declared("rules", "oracle"),
        declared("rules", "oracle"),
        declared("rules", "oracle", believe="vote"),
        declared("rules"),
    ]

    news = [policy.declare(each, tools) for each in policies]

    assert news == [False, False, True, False, True, True]
    assert of(ExtractionPolicyChanged, tools) == [policies[2], *policies[4:]]


def test_an_extractor_that_is_new_begins_with_what_comes_from_now_on(tools: Tools) -> None:
    oracle = Oracle()
    with_oracle = replace(tools, remote=(oracle,))
    take(tools, "before")
    policy.declare(declared("rules", "oracle"), with_oracle)
    take(tools, "with")
    to_end(RemoteStep(oracle, with_oracle))
    policy.declare(declared("rules"), tools)
    take(tools, "without")
    policy.declare(declared("rules", "oracle"), with_oracle)
    take(tools, "again")
    to_end(RemoteStep(oracle, with_oracle))

    assert oracle.heard == ["with signs.", "again signs."]


def test_an_extractor_that_stays_goes_on_where_it_was(tools: Tools) -> None:
    oracle = Oracle()
    with_oracle = replace(tools, remote=(oracle,))
    policy.declare(declared("rules", "oracle"), with_oracle)
    take(tools, "a")

    policy.declare(declared("oracle", "rules"), with_oracle)
    to_end(RemoteStep(oracle, with_oracle))

    assert oracle.heard == ["a signs."]
