"""The extractor `llm`, against a real server that speaks both APIs, and fails in many ways."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from ingestd.config.extraction import ExtractionSettings, LlmSettings
from ingestd.errors import UnavailableError, UnreadableError
from ingestd.events.facts import Extraction, Money, Usage
from ingestd.extraction.extractor import Article, Extractor
from ingestd.extraction.registry import Surroundings, is_remote, load_extractor
from ingestd.fetching.http import GuardedWeb
from ingestd.pipeline.soundness import faults_of
from tests.fixtures.model_server import (
    CHAT,
    NOTHING,
    ModelServer,
    breaks_off,
    gives,
    refuses,
    wrapped,
)
from tests.fixtures.site import Answer

TEXT = (
    "Nord Grid AG has agreed to buy “Südwind” for €5.5 million, the companies said on 3 May 2024.\n"
    "“We paid a fair price”, said Anna Lind, head of Nord Grid AG."
)
TOLD: dict[str, Any] = {
    "entities": [
        {
            "name": "Nord Grid AG",
            "type": "company",
            "mentions": ["Nord Grid AG", "Nord Grid"],
            "role": None,
            "affiliation": None,
            "country": None,
        },
        {
            "name": "Sudwind",  # without its dots
            "type": "company",
            "mentions": ["Sudwind"],
            "role": None,
            "affiliation": None,
            "country": "DE",
        },
        {
            "name": "Anna Lind",
            "type": "person",
            "mentions": ["Anna Lind"],
            "role": "head",
            "affiliation": "Nord Grid AG",
            "country": "Germany",
        },
    ],
    "deals": [
        {
            "type": "acquisition",
            "status": "announced",
            "parties": [
                {"name": "Nord Grid AG", "role": "acquirer"},
                {"name": "Sudwind", "role": "target"},
            ],
            "products": [],
            "witnesses": [],
            "subject": "Sudwind",
            "value": {"amount": 5_500_000, "currency": "EUR", "told": "€5.5 million"},
            "date": {"date": "2024-05-03", "told": "3 May 2024"},
            "evidence": ['Nord Grid AG has agreed to buy "Südwind" for €5.5 million'],
        }
    ],
}


class Waiting:
    """Waits not at all, and remembers for how long it should have."""

    def __init__(self, *, until: int = 100) -> None:
        self.pauses: list[float] = []
        self._until = until

    def __call__(self, seconds: float) -> bool:
        self.pauses.append(seconds)
        return len(self.pauses) >= self._until


@pytest.fixture
def web() -> Iterator[GuardedWeb]:
    web = GuardedWeb()
    yield web
    web.close()


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


Load = Any


@pytest.fixture
def load(model_server: ModelServer, web: GuardedWeb, waiting: Waiting) -> Load:
    def load(api: str = "openai", **options: object) -> Extractor:
        base = model_server.site.url + ("/v1" if api == "openai" else "")
        given = {"api": api, "url": base, "model": "small", "allow_networks": ["127.0.0.0/8"]}
        settings = LlmSettings.model_validate(given | options)
        around = Surroundings(
            settings=ExtractionSettings(llm=settings), web=lambda: web, pause=waiting
        )
        return load_extractor("llm", around)

    return load


def read(extractor: Extractor, text: str = TEXT, published: str | None = None) -> Extraction:
    article = Article(text=text, blocks=(), language="en", published=published)
    found = extractor.extract(article)
    assert list(faults_of(found, text)) == []
    return found


def usage(found: Extraction) -> Usage:
    assert found.usage is not None
    return found.usage


@pytest.mark.parametrize("api", ["openai", "anthropic"])
def test_what_a_model_says_is_found_in_the_text(
    api: str, load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [TOLD]

    found = read(load(api))

    grid, wind, anna = found.entities
    assert [(each.name, each.type) for each in found.entities] == [
        ("Nord Grid AG", "company"),
        ("Südwind", "company"),
        ("Anna Lind", "person"),
    ]
    assert [place.text for place in grid.mentions] == ["Nord Grid", "Nord Grid AG"] * 2
    assert (wind.country, anna.country) == ("DE", None)
    assert (anna.role, anna.affiliation) == ("head", "Nord Grid AG")
    (deal,) = found.deals
    assert [(party.entity, party.role) for party in deal.parties] == [
        (0, "acquirer"),
        (1, "target"),
    ]
    assert (deal.value, deal.date) == (Money(amount=5_500_000, currency="EUR"), "2024-05-03")
    assert deal.value_told is not None
    assert deal.value_told.text == "€5.5 million"
    assert deal.evidence[0].text == "Nord Grid AG has agreed to buy “Südwind” for €5.5 million"
    assert usage(found).dropped == 0


def test_chat_completions_are_asked_for_the_schema_with_the_key(
    load: Load, model_server: ModelServer
) -> None:
    read(load(key="canary", max_tokens=77), published="2024-05-04")

    ((path, headers),) = model_server.site.asked
    (body,) = model_server.asked
    assert (path, headers["authorization"]) == (CHAT, "Bearer canary")
    assert headers["content-type"] == "application/json"
    assert (body["model"], body["max_tokens"], body["temperature"]) == ("small", 77, 0)
    shape = body["response_format"]["json_schema"]
    assert (body["response_format"]["type"], shape["strict"]) == ("json_schema", True)
    assert set(shape["schema"]["required"]) == {"entities", "deals"}
    assert body["messages"][1]["content"] == (
        f"Published: 2024-05-04. Language: en.\n<text>\n{TEXT}\n</text>"
    )


def test_messages_are_asked_for_a_tool_s_input_with_the_key(
    load: Load, model_server: ModelServer
) -> None:
    read(load("anthropic", key="canary"))

    ((path, headers),) = model_server.site.asked
    (body,) = model_server.asked
    assert (path, headers["x-api-key"]) == ("/v1/messages", "canary")
    assert headers["anthropic-version"] == "2023-06-01"
    assert body["tool_choice"] == {"type": "tool", "name": body["tools"][0]["name"]}
    assert body["system"].startswith("You read news")


@pytest.mark.parametrize(
    ("api", "name"), [("openai", "authorization"), ("anthropic", "x-api-key")]
)
def test_without_a_key_none_is_shown(
    api: str, name: str, load: Load, model_server: ModelServer
) -> None:
    read(load(api))

    assert name not in model_server.site.asked[0][1]


def test_what_it_took_is_told_with_the_digests_of_prompt_and_answer(
    load: Load, model_server: ModelServer
) -> None:
    model_server.answers = ["not JSON", TOLD, TOLD]
    extractor = load(price_in=0.5, price_out=2.0)

    first, second = usage(read(extractor)), usage(read(extractor))

    # an answer that cannot be used is paid for as well
    assert (first.tokens_in, first.tokens_out, first.cost) == (2000, 400, 0.0018)
    assert (second.tokens_in, second.cost) == (1000, 0.0009)
    assert first.model == "small-1"
    assert (first.prompt, first.answer) == (second.prompt, second.answer)
    assert len(first.prompt) == len(first.answer) == 64
    assert usage(read(load())).cost is None


def test_the_version_tells_model_and_prompt_and_not_the_server(load: Load) -> None:
    one = load()

    assert one.version.startswith("small-")
    assert one.version == load(retries=0, timeout="1s").version
    assert one.version != load(window=5000).version
    assert is_remote(one)


# ---------------------------------------------------------------- what cannot be believed


def test_what_is_not_in_the_text_is_dropped_and_counted(
    load: Load, model_server: ModelServer
) -> None:
    invented = {"name": "Ost Grid", "type": "company", "mentions": ["Ost Grid"]}
    deal = TOLD["deals"][0]
    model_server.answers = [
        {
            "entities": [*TOLD["entities"], invented],
            "deals": [
                deal | {"evidence": ["Nord Grid AG will surely buy Südwind"]},
                deal | {"parties": [{"name": "Ost Grid", "role": "target"}]},
                deal
                | {
                    "type": "financing",
                    "parties": [{"name": "Südwind"}, {"name": "Ost Grid"}],
                    "value": deal["value"] | {"told": "six million"},
                    "date": {"date": "2024-13-01", "told": "3 May 2024"},
                    "witnesses": ["Anna Lind", "Ost Grid"],
                },
            ],
        }
    ]

    found = read(load())

    (kept,) = found.deals
    assert (kept.type, [party.entity for party in kept.parties]) == ("financing", [1])
    assert (kept.value, kept.date, kept.witnesses) == (None, None, (2,))
    assert len(found.entities) == 3
    # the entity; a quote and its deal; a party and its deal; a party, a value, a date, a witness
    assert usage(found).dropped == 1 + 2 + 2 + 4


def test_items_of_another_shape_are_dropped_and_counted_one_by_one(
    load: Load, model_server: ModelServer
) -> None:
    deal = TOLD["deals"][0]
    model_server.answers = [
        {
            "entities": [
                *TOLD["entities"],
                {"name": "Nord Grid", "type": "wind park", "mentions": ["Nord Grid"]},
                {"name": 7, "type": "company", "mentions": []},
                "Nord Grid",
            ],
            "deals": [deal, deal | {"status": "perhaps"}, deal | {"parties": "Nord Grid AG"}],
        }
    ]

    found = read(load())

    assert (len(found.entities), len(found.deals), usage(found).dropped) == (3, 1, 5)


def test_a_party_that_was_not_told_as_an_entity_is_sought_in_the_text(
    load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [{"entities": [], "deals": TOLD["deals"]}]

    found = read(load())

    assert [(each.name, each.type) for each in found.entities] == [
        ("Nord Grid AG", "organization"),
        ("Südwind", "organization"),
    ]
    assert len(found.deals) == 1


def test_a_currency_that_is_none_is_no_value(load: Load, model_server: ModelServer) -> None:
    deal = TOLD["deals"][0]
    euros = deal | {"value": deal["value"] | {"currency": "euros"}}
    model_server.answers = [TOLD | {"deals": [euros]}]

    found = read(load())

    assert found.deals[0].value is None
    assert usage(found).dropped == 1


# ---------------------------------------------------------------- long articles


def test_a_long_article_is_read_in_windows_and_told_once(
    load: Load, model_server: ModelServer
) -> None:
    filling = "Nothing happened in the town that day.\n"
    text = filling * 30 + TEXT + "\n" + filling * 30

    def speaker(message: str) -> dict[str, Any]:
        return TOLD if "has agreed to buy “Südwind” for €5.5 million" in message else NOTHING

    model_server.speaker = speaker

    found = read(load(window=600, overlap=300), text)

    assert len(model_server.asked) > 5
    assert sum("fair price" in str(body) for body in model_server.asked) > 1
    assert [each.name for each in found.entities] == ["Nord Grid AG", "Südwind", "Anna Lind"]
    (deal,) = found.deals
    assert deal.evidence[0].start == len(filling) * 30
    assert usage(found).tokens_in == 1000 * len(model_server.asked)


def test_two_windows_that_tell_of_one_deal_complete_each_other(
    load: Load, model_server: ModelServer
) -> None:
    deal = TOLD["deals"][0]
    late = "In 2025 Nord Grid AG and “Südwind” signed for €6 million."
    text = TEXT + "\n" + "Nothing else happened. " * 20 + "\n" + late
    bare = deal | {"value": None, "date": None, "subject": None}
    later = deal | {
        "evidence": [late],
        "products": ["Südwind"],
        "value": {"amount": 6e6, "currency": "EUR", "told": "€6 million"},
        "date": {"date": "2025", "told": "2025"},
    }

    def speaker(message: str) -> dict[str, Any]:
        if "signed for" in message:
            return TOLD | {"deals": [later]}
        return TOLD | {"deals": [bare]} if "agreed" in message else NOTHING

    model_server.speaker = speaker

    (deal_found,) = read(load(window=300, overlap=0), text).deals

    assert (deal_found.date, deal_found.value) == ("2025", Money(amount=6e6, currency="EUR"))
    assert [quote.text[:9] for quote in deal_found.evidence] == ["Nord Grid", "In 2025 N"]
    assert (deal_found.products, deal_found.subject) == ((1,), "Sudwind")


def test_an_article_without_words_is_not_asked_about(
    load: Load, model_server: ModelServer
) -> None:
    found = read(load(), " \n")

    assert (found.entities, model_server.asked) == ((), [])
    assert usage(found).tokens_in == 0


# ---------------------------------------------------------------- failures that pass


def slow(request: BaseHTTPRequestHandler) -> None:
    """Drip a byte now and then, and never end."""
    server: Any = request.server
    request.send_response(200)
    request.send_header("content-length", "1000")
    request.end_headers()
    while not server.site.closing.wait(0.02):
        request.wfile.write(b" ")
        request.wfile.flush()


@pytest.mark.parametrize(
    "failure",
    [
        refuses(500),
        refuses(503),
        refuses(529),
        refuses(408),
        breaks_off,
        gives(b"<html>gateway</html>"),
        gives({"model": "x", "choices": []}),
        gives({"choices": [{"message": {"content": None, "refusal": "I may not"}}]}),
        gives(wrapped(CHAT, '{"entities": [], ')),
        gives(wrapped(CHAT, '["a list"]')),
        gives(wrapped(CHAT, '{"entities": {}, "deals": []}')),
        gives(wrapped(CHAT, "[" * 100_000)),
    ],
)
def test_a_failure_that_may_pass_is_asked_again(
    failure: Answer, load: Load, model_server: ModelServer, waiting: Waiting
) -> None:
    model_server.answers = [failure, TOLD]

    found = read(load())

    assert len(found.deals) == 1
    assert waiting.pauses == [1]


def test_a_server_that_drips_is_given_up_at_the_deadline_and_asked_again(
    load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [slow, TOLD]

    assert len(read(load(timeout="1s")).deals) == 1


def test_too_many_questions_wait_as_long_as_the_server_says(
    load: Load, model_server: ModelServer, waiting: Waiting
) -> None:
    model_server.answers = [refuses(429, Retry_After="1"), TOLD]

    read(load(retries=1))

    assert waiting.pauses == [1.0]


def test_too_many_questions_without_a_time_leave_the_server_alone_for_a_minute(
    load: Load, model_server: ModelServer, waiting: Waiting
) -> None:
    model_server.answers = [refuses(429)]

    with pytest.raises(UnavailableError, match="asked to be left alone, by 429") as caught:
        read(load(retries=2))

    assert waiting.pauses == [1, pytest.approx(60, abs=5)]
    assert caught.value.pause == pytest.approx(60, abs=5)
    assert len(model_server.asked) == 1


def test_each_try_waits_longer_and_the_last_failure_is_told(
    load: Load, model_server: ModelServer, waiting: Waiting
) -> None:
    model_server.answers = [refuses(502)] * 9

    with pytest.raises(UnavailableError, match="the server answered 502") as caught:
        read(load(retries=8))

    assert waiting.pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    assert caught.value.hint == "wait; what was not asked is asked by itself"


def test_a_long_pause_that_is_asked_for_is_left_to_whoever_asks(
    load: Load, model_server: ModelServer, waiting: Waiting
) -> None:
    model_server.answers = [refuses(429, Retry_After="3600")]

    with pytest.raises(UnavailableError) as caught:
        read(load())

    assert (caught.value.pause, waiting.pauses) == (3600.0, [])


def test_whoever_stops_waits_no_longer(
    model_server: ModelServer, web: GuardedWeb, load: Load, waiting: Waiting
) -> None:
    waiting._until = 2
    model_server.answers = [refuses(500)] * 4

    with pytest.raises(UnavailableError):
        read(load())

    assert len(model_server.asked) == 2


# ---------------------------------------------------------------- failures that stay


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_server_that_does_not_know_us_is_not_asked_again_and_no_document_is_blamed(
    status: int, load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [refuses(status)]

    with pytest.raises(UnavailableError, match=f"the server answered {status}") as caught:
        read(load(key="canary"))

    assert len(model_server.asked) == 1
    assert "check 'extraction.llm': url, model and key" in str(caught.value.hint)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_question_the_server_cannot_take_is_the_document_s_fault(
    status: int, load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [refuses(status)]

    with pytest.raises(UnreadableError, match=f"the server answered {status}"):
        read(load())

    assert len(model_server.asked) == 1


@pytest.mark.parametrize("api", ["openai", "anthropic"])
def test_an_answer_that_was_cut_is_an_error_not_half_an_answer(
    api: str, load: Load, model_server: ModelServer
) -> None:
    whole = wrapped(CHAT if api == "openai" else "/v1/messages", TOLD)
    if api == "openai":
        whole["choices"][0]["finish_reason"] = "length"
    else:
        whole["stop_reason"] = "max_tokens"
    model_server.answers = [gives(whole)]

    with pytest.raises(UnreadableError, match="cut off at its longest") as caught:
        read(load(api))

    assert "max_tokens" in str(caught.value.hint)


def test_an_answer_that_stays_useless_is_told_as_such(
    load: Load, model_server: ModelServer
) -> None:
    model_server.speaker = lambda _: "I would rather write a poem."

    with pytest.raises(UnreadableError, match="the model's answer cannot be used"):
        read(load(retries=2))

    assert len(model_server.asked) == 3


def test_a_model_that_does_not_use_its_tool_is_asked_again(
    load: Load, model_server: ModelServer
) -> None:
    model_server.answers = [gives({"content": [{"type": "text", "text": "Well."}]}), TOLD]

    assert len(read(load("anthropic")).deals) == 1


def test_an_answer_without_counts_counts_nothing(load: Load, model_server: ModelServer) -> None:
    for api, path in (("openai", CHAT), ("anthropic", "/v1/messages")):
        bare = wrapped(path, TOLD)
        del bare["usage"], bare["model"]
        model_server.answers = [gives(bare)]

        told = usage(read(load(api)))

        assert (told.tokens_in, told.tokens_out, told.model) == (0, 0, "small")


def test_an_endpoint_in_the_house_has_to_be_allowed(
    load: Load, model_server: ModelServer
) -> None:
    with pytest.raises(UnavailableError, match="not on the public internet") as caught:
        read(load(allow_networks=[]))

    assert "extraction.llm.allow_networks" in str(caught.value.hint)
    assert model_server.asked == []


def test_nobody_there_is_told_as_such(load: Load, waiting: Waiting) -> None:
    with pytest.raises(UnavailableError, match="refused"):
        read(load(url="http://127.0.0.1:1", retries=1))

    assert waiting.pauses == [1]
