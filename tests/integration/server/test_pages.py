"""What pages show, read without a browser."""

import re

import httpx2
import pytest

from ingestd.events import (
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
    SourceRegistered,
)
from tests.integration.server.newsroom import HOSTILE, Newsroom, Stories
from tests.integration.server.serving import client_of, served


def page(client: httpx2.Client, path: str, **asked: str | int) -> str:
    answer = client.get(path, params=asked or None)  # even none would take a link's away
    assert answer.status_code == 200, answer.text
    return answer.text


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def deal(client: httpx2.Client, sought: str) -> str:
    found: str = client.get("/v1/deals", params={"q": sought}).json()["items"][0]["id"]
    return found


def entity(client: httpx2.Client, sought: str) -> str:
    found = client.get("/v1/entities", params={"q": sought}).json()["items"]
    return str(found[0]["id"])


def test_the_first_page_shows_deals_with_parties_quotes_and_articles(
    client: httpx2.Client, stories: Stories
) -> None:
    shown = page(client, "/", q="sistema")

    assert "Biopharma and Sistema Biotech" in words(shown)
    assert '<blockquote lang="fr">' in shown
    assert f'<a href="/articles/{stories.french}">' in shown
    assert shown == page(client, "/deals", q="sistema")


def test_a_deal_tells_roles_value_products_and_witnesses(client: httpx2.Client) -> None:
    shown = words(page(client, "/", q="nizhelsky"))

    assert "T&amp;T Group partner Bronemed partner" in shown
    assert "Value 39,000,000 USD" in shown
    assert "Products vaccines" in shown
    assert "Witnesses Oleg Nizhelsky" in shown


def test_a_quote_leads_to_the_place_where_it_stands(client: httpx2.Client) -> None:
    shown = page(client, f"/deals/{deal(client, 'sistema')}")

    linked = re.findall(r'href="#(evidence-\d)"', shown)
    assert linked == ["evidence-1", "evidence-2"]
    assert re.findall(r'<span class="anchor" id="(evidence-\d)"></span><mark>', shown) == linked


def test_a_deal_marks_only_those_who_have_a_part_in_it(client: httpx2.Client) -> None:
    shown = page(client, f"/deals/{deal(client, 'sistema')}")

    assert re.findall(r'class="mention [a-z]+" href="[^"]+">([^<]+)<', shown) == [
        *("Biopharma", "Sistema Biotech"),
        *("Biopharma", "Sistema Biotech"),
    ]


def test_a_deal_says_which_event_and_extractor_tell_it(client: httpx2.Client) -> None:
    shown = words(page(client, f"/deals/{deal(client, 'sistema')}"))

    assert "test@1 1 7" in shown
    assert "party: Biopharma" in shown
    assert "(event 7 ), Table ronde à Moscou (event 10 )" in shown


def test_an_article_shows_its_deals_its_names_and_where_it_was_found(
    client: httpx2.Client, stories: Stories
) -> None:
    shown = page(client, f"/articles/{stories.english}")

    assert "Deals in it MoU signed 11 November 2021 Biopharma and Sistema" in words(shown)
    assert f'href="#{deal(client, "sistema")}-1"' in shown
    assert f'href="/entities/{entity(client, "nizhelsky")}"' in shown
    assert '<a href="https://news.example/memorandums"' in shown
    assert "🧪" in shown


def test_an_earlier_revision_is_shown_as_it_was_with_nothing_marked_in_it(
    client: httpx2.Client, stories: Stories
) -> None:
    latest = page(client, f"/articles/{stories.revised}")
    earlier = page(client, f"/articles/{stories.revised}", revision=1)

    assert ('class="mention' in latest, 'class="mention' in earlier) == (True, False)
    assert "Bronemed plans a plant." in earlier
    assert "This is revision 1." in earlier
    assert "This is revision" not in latest


def test_an_entity_shows_its_roles_deals_and_articles(
    client: httpx2.Client, stories: Stories
) -> None:
    shown = page(client, f"/entities/{entity(client, 'nizhelsky')}")

    assert "General Director, Bronemed" in shown
    assert f'href="/deals/{deal(client, "nizhelsky")}"' in shown
    assert f'href="/articles/{stories.english}"' in shown


def test_a_product_shows_the_deals_about_it(client: httpx2.Client) -> None:
    shown = page(client, f"/entities/{entity(client, 'vaccines')}")

    assert re.findall(r'href="/deals/(deal_[a-z0-9]+)"', shown) == [deal(client, "nizhelsky")]


def test_a_place_in_no_deal_says_so(empty: Newsroom) -> None:
    empty.publish("Moscow", language="en", people=[("Moscow", "place")])
    with served(empty) as server, client_of(server.address) as client:
        shown = page(client, f"/entities/{entity(client, 'moscow')}")

    assert "It has a part in none." in shown


def test_sources_show_what_fails_and_what_helps(client: httpx2.Client) -> None:
    shown = words(page(client, "/sources"))

    assert "503 from the wire" in shown
    assert "Remedy: wait for it" in shown


def test_rejected_documents_show_reason_and_remedy(client: httpx2.Client) -> None:
    shown = words(page(client, "/rejected"))

    assert "holiday.jpg this is a picture Remedy: put texts there" in shown


def positions(shown: str) -> list[int]:
    return [int(found) for found in re.findall(r'rowheader"><a href="/log/(\d+)"', shown)]


def rejected(number: int) -> DocumentRejected:
    return DocumentRejected(
        source="drop", origin=f"file:///{number}.jpg", stage="intake", reason="a picture"
    )


def test_the_log_shows_the_newest_first_and_leads_to_the_older(empty: Newsroom) -> None:
    empty.record(*(rejected(number) for number in range(75)))
    with served(empty) as server, client_of(server.address) as client:
        newest = page(client, "/log")
        older = page(client, "/log", before=26)

    assert positions(newest) == list(range(75, 25, -1))
    assert 'href="/log?before=26" rel="next"' in newest
    assert positions(older) == list(range(25, 0, -1))
    assert 'rel="next"' not in older
    assert 'href="/log" rel="first"' in older


def test_the_log_of_one_subject_or_type_is_told_in_its_order(
    client: httpx2.Client, stories: Stories
) -> None:
    story = positions(page(client, "/log", stream=stories.french))
    registered = positions(page(client, "/log", type="source.registered"))

    assert (story, registered) == ([8, 9, 10], [1, 2])


def test_a_long_story_goes_on_where_its_page_ended(empty: Newsroom) -> None:
    empty.record(*(rejected(number) for number in range(51)))
    with served(empty) as server, client_of(server.address) as client:
        beginning = page(client, "/log", type="document.rejected")
        rest = page(client, "/log", type="document.rejected", after=50)

    assert positions(beginning) == list(range(1, 51))
    assert 'href="/log?type=document.rejected&amp;after=50" rel="next"' in beginning
    assert positions(rest) == [51]
    assert 'href="/log?type=document.rejected" rel="first"' in rest


def test_an_event_shows_all_that_it_says_and_its_neighbours(client: httpx2.Client) -> None:
    shown, last = page(client, "/log/4"), page(client, "/log/19")

    assert "this is a picture" in shown
    assert 'href="/log/3" rel="prev"' in shown
    assert 'href="/log/5" rel="next"' in shown
    assert 'rel="next"' not in last


def plants(room: Newsroom, count: int) -> list[Event]:
    facts: list[Event] = []
    for number in range(count):
        name = f"Plant {number}"
        facts += room.drafted(f"{name} is built", language="en", people=[(name, "company")])[1]
    return facts


def test_a_long_list_leads_on_and_keeps_what_was_asked(empty: Newsroom) -> None:
    empty.record(*plants(empty, 45), *(rejected(number) for number in range(21)))
    with served(empty) as server, client_of(server.address) as client:
        for path in ("/articles?q=plant", "/entities?q=plant", "/rejected?source=drop"):
            following = re.search(r'href="([^"]+)" rel="next"', page(client, path))
            assert following is not None
            shown = page(client, following[1].replace("&amp;", "&"))

            assert following[1].startswith(f"{path}&amp;after=")
            assert f'href="{path}" rel="first"' in shown


def test_who_turned_out_to_be_somebody_else_is_shown_as_that(empty: Newsroom) -> None:
    short, long = "Aurora Pharma", "Red Star Works"
    empty.publish(f"{short} builds a plant.", language="en", people=[(short, "company")])
    empty.publish(f"{long} builds a plant.", language="en", people=[(long, "company")])
    with served(empty) as server, client_of(server.address) as client:
        before = {entity(client, short), entity(client, long)}
        empty.publish(
            f"{long} ({short}) builds a plant.",
            language="en",
            people=[(long, "company")],
            aliases={long: short},
        )
        after = entity(client, long)
        (other,) = before - {after}
        answer = client.get(f"/entities/{other}")
        shown = page(client, f"/entities/{after}")

    assert len(before) == 2
    assert (answer.status_code, answer.headers["location"]) == (308, f"/entities/{after}")
    assert f"<code>{other}</code> became one with it" in shown


@pytest.mark.parametrize("path", ["/", "/articles", "/entities"])
def test_an_empty_store_says_what_to_do(empty: Newsroom, path: str) -> None:
    with served(empty) as server, client_of(server.address) as client:
        nowhere = page(client, path)
        feed = SourceRegistered(
            source="wire", kind="feed", address="https://wire.example/rss", options="{}"
        )
        empty.record(feed)
        waiting = page(client, path)
        folder = SourceRegistered(source="drop", kind="folder", address="/news", options="{}")
        empty.record(folder)
        watching = page(client, path)

    assert "No source is registered" in nowhere
    assert "have shown nothing so far" in waiting
    assert "Put files into <code>/news</code>" in watching


def test_articles_without_deals_say_so(empty: Newsroom) -> None:
    empty.publish("Nothing happened", language="en")
    with served(empty) as server, client_of(server.address) as client:
        shown = words(page(client, "/"))

    assert "No deals yet: 1 article has come in, and none was found in it." in shown


def test_a_search_that_finds_nothing_says_so(client: httpx2.Client) -> None:
    shown = words(page(client, "/", q="nobody"))

    assert "No deals match what you ask for. 1 document was rejected" in shown


@pytest.mark.parametrize("path", ["/sources", "/rejected", "/log"])
def test_pages_of_an_empty_store_are_there(empty: Newsroom, path: str) -> None:
    with served(empty) as server, client_of(server.address) as client:
        assert '<div class="empty">' in page(client, path)


def test_an_article_that_nothing_has_read_yet_is_shown_as_it_is(empty: Newsroom) -> None:
    blob = empty.app.blobs.put(b"Just in")
    empty.record(
        DocumentReceived(
            document="art_new",
            revision=1,
            source="drop",
            origin="file:///new.txt",
            blob=blob,
            media_type="text/plain",
            size=7,
        ),
        DocumentParsed(
            document="art_new",
            revision=1,
            blob=blob,
            text=blob,
            language=None,
            title=None,
            published=None,
            author=None,
            words=2,
            blocks=(),
            parser="test@1",
        ),
    )
    with served(empty) as server, client_of(server.address) as client:
        shown = page(client, "/articles/art_new")

    assert "Just in" in shown
    assert "Nothing has read it yet." in shown
    assert "new.txt" in shown


def every_page(client: httpx2.Client, stories: Stories) -> list[str]:
    hostile = client.get("/v1/entities", params={"q": "script"}).json()["items"][0]["id"]
    supply = client.get("/v1/deals", params={"type": "supply"}).json()["items"][0]["id"]
    return [
        *("/", "/articles", "/entities", "/log", "/log/13", "/sources", "/rejected"),
        *(f"/articles/{stories.hostile}", f"/deals/{supply}", f"/entities/{hostile}"),
        f"/deals?q={HOSTILE}",
        f"/log?stream={HOSTILE}",
        f"/articles?source={HOSTILE}",
        f"/{HOSTILE}",
    ]


def test_hostile_words_are_shown_and_never_become_markup(
    client: httpx2.Client, stories: Stories
) -> None:
    shown = {path: client.get(path).text for path in every_page(client, stories)}

    assert [
        path for path, html in shown.items() if re.search(r"<(script|img|svg|b)\b", html)
    ] == []
    assert [
        path for path, html in shown.items() if re.search(r'(href|src)="javascript', html)
    ] == []
    assert "&lt;script&gt;" in shown[f"/articles/{stories.hostile}"]
