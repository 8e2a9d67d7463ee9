"""Stories and revisions, as the API and the pages show them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from ingestd.events import DocumentErased, DocumentParsed
from ingestd.events.documents import Cause
from tests.integration.server.newsroom import HOSTILE, Newsroom
from tests.integration.server.serving import client_of, served

TEXT = """Northwind Energy builds masts
Northwind Energy builds masts for Blue River Steel. It costs 5 million. Work begins soon."""
EDITED = """Northwind Energy builds masts
Northwind Energy builds masts for Blue River Steel. It costs 6 million. Work begins soon."""
FRENCH = """Des mâts pour Blue River Steel
Northwind Energy construit des mâts pour Blue River Steel."""
FIRMS = (("Northwind Energy", "company"), ("Blue River Steel", "company"))


def published(
    room: Newsroom,
    text: str,
    *,
    words: range = range(40),
    cause: Cause | None = None,
    **told: Any,
) -> str:
    """Take in an article that has these words in its sketch."""
    article, facts = room.drafted(text, **({"language": "en", "people": FIRMS} | told))
    received, parsed, extracted = facts
    assert isinstance(parsed, DocumentParsed)
    room.record(
        replace(received, cause=cause),  # type: ignore[type-var]  # it is a document.received
        replace(parsed, sketch=tuple(words), figures=("--11-11", "5000000")),
        extracted,
    )
    return article


@pytest.fixture
def asked(empty: Newsroom) -> Iterator[httpx2.Client]:
    with served(empty) as server, client_of(server.address) as client:
        yield client


def test_a_story_is_listed_with_its_articles_and_why(
    empty: Newsroom, asked: httpx2.Client
) -> None:
    first, other = (
        published(empty, TEXT),
        published(empty, FRENCH, language="fr", words=range(100, 140)),
    )
    published(empty, "Else\nSomebody else.", people=(), words=range(500, 540))

    [story] = asked.get("/v1/stories", params={"q": "masts"}).json()["items"]

    assert story["title"] == "Northwind Energy builds masts"
    assert (story["languages"], [a["id"] for a in story["articles"]]) == (
        ["en", "fr"],
        [first, other],
    )
    assert story["articles"][0]["joined"] is None
    assert story["articles"][1]["joined"] == {
        "article": first,
        "score": 0.9,
        "reason": "100% of the names and 2 figures are the same",
    }
    assert asked.get(f"/v1/stories/{story['id']}").json() == story
    told = {a["id"]: a["story"] for a in asked.get("/v1/articles").json()["items"]}
    assert [told[first], told[other], set(told.values())] == [
        story["id"], story["id"], {story["id"], None},
    ]  # fmt: skip
    assert asked.get(f"/v1/articles/{other}").json()["story"] == story["id"]


def test_what_is_no_story_is_said_so(asked: httpx2.Client) -> None:
    answer = asked.get("/v1/stories/story_no")

    assert (answer.status_code, answer.json()["detail"]) == (404, "there is no story story_no")
    assert asked.get("/stories/story_no").status_code == 404
    assert "Nothing has come in yet" in asked.get("/stories").text
    assert asked.get("/v1/stories", params={"limit": 0}).status_code == 422


def test_pages_show_a_story_and_lead_to_it(empty: Newsroom, asked: httpx2.Client) -> None:
    first, other = published(empty, TEXT), published(empty, f"{HOSTILE}\n{TEXT}")

    listed = asked.get("/stories").text
    [story] = asked.get("/v1/stories").json()["items"]
    shown = asked.get(f"/stories/{story['id']}").text

    for text in (listed, shown):
        assert f'<a href="/articles/{first}">' in text
        assert f'<a href="/articles/{other}">' in text
        assert HOSTILE not in text
    assert f'<a href="/stories/{story["id"]}">' in listed
    assert "100% of the words are the same as in" in shown
    assert f'<a href="/stories/{story["id"]}">' in asked.get(f"/articles/{first}").text


def test_many_stories_stand_on_several_pages(empty: Newsroom, asked: httpx2.Client) -> None:
    for number in range(21):
        words = range(100 * number, 100 * number + 40)
        for copy in "ab":
            text = f"Number {number}\nThe text {copy} of {number}."
            published(empty, text, people=(), words=words)

    first = asked.get("/stories").text
    following = first.split('rel="next"', maxsplit=1)[0].rpartition('href="')[2].split('"')[0]

    assert first.count('<article class="card">') == 20
    assert asked.get(following.replace("&amp;", "&")).text.count('<article class="card">') == 1


def test_revisions_tell_why_and_what_changed(empty: Newsroom, asked: httpx2.Client) -> None:
    article = published(empty, TEXT)
    published(empty, EDITED, revises=article, revision=2, cause="feed_edit")
    [_, parsed, _] = empty.drafted(EDITED, language="en", revises=article, revision=2)[1]
    assert isinstance(parsed, DocumentParsed)
    empty.record(parsed, replace(parsed, author="Ann Smith", parser="test@2"))

    plain = asked.get(f"/v1/articles/{article}/revisions").json()["items"]
    rows = asked.get(f"/v1/articles/{article}/revisions", params={"diff": 1}).json()["items"]

    causes = [(row["revision"], row["cause"], row["parser"]) for row in rows]
    assert causes == [(1, None, "test@1"), (2, "feed_edit", "test@1"), (2, "reparse", "test@2")]
    assert plain == [{k: v for k, v in row.items() if k != "changed"} for row in rows]
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert rows[0]["changed"] is None
    changed = rows[1]["changed"]
    assert (changed["fields"], changed["removed"], changed["added"]) == ({}, 1, 1)
    assert [part["text"] for part in changed["parts"] if part["op"] != "same"] == ["5 ", "6 "]
    assert rows[2]["changed"]["fields"] == {"author": {"before": None, "after": "Ann Smith"}}
    shown = asked.get(f"/articles/{article}/revisions").text
    assert "<del>5 </del><ins>6 </ins>million" in shown
    assert "<del>none</del> <ins>Ann Smith</ins>" in shown
    assert f'href="/articles/{article}/revisions"' in asked.get(f"/articles/{article}").text


@pytest.mark.parametrize("path", ["/v1/articles/{}/revisions", "/articles/{}/revisions"])
def test_what_is_not_there_or_was_erased_has_no_revisions(
    path: str, empty: Newsroom, asked: httpx2.Client
) -> None:
    article = published(empty, TEXT)
    assert asked.get(path.format("art_no")).status_code == 404

    empty.record(DocumentErased(document=article, reason="asked for"))

    assert asked.get(path.format(article)).status_code == 410
