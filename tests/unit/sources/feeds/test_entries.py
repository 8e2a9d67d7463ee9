import zlib
from itertools import pairwise

import pytest
from msgspec.structs import replace

from ingestd.pipeline.identity import keys_of
from ingestd.sources.feed import found_entry
from ingestd.sources.feeds.entries import Entry, entries_of
from ingestd.sources.feeds.told import Told
from ingestd.sources.naming import address_key, guid_key

PLACE = "https://user:canary@host/news/feed.xml"


def entries(*told: Told) -> list[Entry]:
    return entries_of(told, place=PLACE)


def origins(*told: Told) -> list[str]:
    return [entry.origin for entry in entries(*told)]


@pytest.mark.parametrize(
    ("told", "origin"),
    [
        (Told(link="https://host/a", guid="1", title="T"), "https://host/a"),
        (Told(guid="https://u:canary@host/b", title="T"), "https://host/b"),
        (Told(guid="tag:host,2021:1", title="T"), "tag:host,2021:1"),
        (Told(guid="urn:1", title="T"), "urn:1"),
        (Told(guid="post 7/é", title="T"), "https://host/news/feed.xml#post%207%2F%C3%A9"),
        (Told(title="Headline"), "https://host/news/feed.xml#Headline"),
    ],
)
def test_an_entry_has_an_absolute_origin_without_secrets(told: Told, origin: str) -> None:
    assert origins(told) == [origin]


def test_words_alone_are_found_again_by_themselves() -> None:
    one, other = Told(text="<p>one"), Told(text="<p>other")
    first, second = origins(one, other)

    assert first.startswith("https://host/news/feed.xml#")
    assert (first, second) == (*origins(one), *origins(other))
    assert first != second


def test_what_says_nothing_is_left_out_and_its_neighbours_stay() -> None:
    nothing = Told(guid="1", published="2021-11-11", author="A. Writer")

    assert origins(Told(guid="a", text="x"), nothing, Told(guid="b", text="x")) == [
        "https://host/news/feed.xml#a",
        "https://host/news/feed.xml#b",
    ]


def test_what_is_told_twice_is_one() -> None:
    told = Told(link="https://host/a", guid="1", text="x")

    assert origins(told, told) == ["https://host/a"]


def test_the_same_words_under_the_same_name_are_one_whenever_they_are_from() -> None:
    told = Told(guid="1", title="T", text="x", published="2021")

    assert len(origins(told, replace(told, published="2022"))) == 1


def test_entries_that_share_a_link_are_told_apart_by_their_guids() -> None:
    told = Told(link="https://host/", text="x")
    first, second = entries(replace(told, guid="1"), replace(told, guid="2"))

    assert (first.origin, second.origin) == (
        "https://host/news/feed.xml#1",
        "https://host/news/feed.xml#2",
    )
    assert (first.url, first.guid, second.url, second.guid) == (None, "1", None, "2")


def test_ten_entries_with_one_guid_stay_ten() -> None:
    linked = entries(*(Told(guid="1", link=f"https://host/{n}") for n in range(10)))
    titled = entries(*(Told(guid="1", title=f"T{n}") for n in range(10)))
    worded = entries(*(Told(guid="1", title="T", text=f"x{n}") for n in range(10)))

    for found in (linked, titled, worded):
        assert len({entry.origin for entry in found}) == 10
        assert {entry.guid for entry in found} == {None}


def test_an_entry_whose_name_is_anothers_address_is_not_lost() -> None:
    named = Told(guid="https://host/a", text="y")

    assert len(origins(Told(link="https://host/a", text="x"), named)) == 2


def test_a_title_that_others_have_too_is_no_name() -> None:
    first, second = origins(Told(title="T", text="x"), Told(title="T", text="y"))

    assert first != second
    assert not first.endswith("#T")


def test_the_mark_changes_with_everything_the_feed_says_of_an_entry() -> None:
    told = Told(link="https://host/a", guid="g", title="t", published="2021", text="x")
    variants = [
        told,
        replace(told, guid="G"),
        replace(told, title="T"),
        replace(told, published="2022"),
        replace(told, text="X"),
        replace(told, text="X"),
    ]
    marks = [entry.mark for one in variants for entry in entries(one)]

    assert [one == other for one, other in pairwise(marks)] == [False] * 4 + [True]


def test_the_page_of_an_entry_holds_its_text_or_else_its_title() -> None:
    texted, titled = entries(
        Told(guid="1", title="a < b", text="<p>Ngân hàng"), Told(guid="2", title="a < b")
    )

    assert "<title>a &lt; b</title>" in texted.page.decode()
    assert "<article><p>Ngân hàng</article>" in texted.page.decode()
    assert "<article><p>a &lt; b</p></article>" in titled.page.decode()


def test_an_entry_made_ready_brings_its_page_packed_and_all_its_names() -> None:
    (entry,) = entries(Told(guid="7", link="https://host/a", title="t", text="<p>words"))
    found = found_entry(entry)
    body = found.load()

    ready = found_entry(entry.made_ready(feed=PLACE)).load()

    assert (ready.content, ready.names) == (body.content, keys_of(found, body, feed=PLACE))
    assert zlib.decompress(ready.packed or b"") == body.content


def test_the_keys_of_one_site_lie_together_and_say_nothing_of_it() -> None:
    keys = [
        *(address_key(f"https://host.example/{page}") for page in "ab"),
        *(guid_key(f"https://host.example/{page}", feed=PLACE) for page in "ab"),
        *(guid_key(f"tag:host.example,2005:{page}", feed=PLACE) for page in "ab"),
        *(guid_key(page, feed=PLACE) for page in "ab"),
    ]
    texts = [key.text for key in keys if key is not None]

    assert len(set(texts)) == len(keys)
    assert all(one[:8] == other[:8] for one, other in zip(texts[::2], texts[1::2], strict=True))
    assert not any("host" in text for text in texts)
