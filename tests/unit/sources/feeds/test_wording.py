import pytest

from ingestd.sources.feeds.wording import LONG, as_html, is_whole, title_of, web_link, words_of


@pytest.mark.parametrize(
    ("value", "is_html", "title"),
    [
        ("One\n  two", False, "One two"),
        ("A <b>bold</b> claim", False, "A bold claim"),
        ("List<String> explained", False, "List<String> explained"),
        ("List<String> explained", True, "List explained"),
        ("AT&amp;T", False, "AT&amp;T"),
        ("AT&amp;T", True, "AT&T"),
        ("&lt;b&gt;A&lt;/b&gt;", True, "A"),
        ("one<br/>two", True, "one two"),
        ("a <script>alert(1)</script> b", False, "a b"),
        ("a <script>alert(1)", False, "a"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", True, None),
        ("a<!-- no --> b", True, "a b"),
        ("1 < 2", True, "1 < 2"),
        ("<!DOCTYPE html>a", True, "a"),
        ("a\x08b\tc", False, "ab c"),
        ("", True, None),
        (" \n", False, None),
    ],
)
def test_a_title_is_words_on_one_line(value: str, is_html: bool, title: str | None) -> None:
    assert title_of(value, is_html=is_html) == title


@pytest.mark.parametrize(
    ("value", "is_html", "text"),
    [
        (" <p>a</p> ", True, "<p>a</p>"),
        ("a &amp; b\n \nc", True, "<p>a &amp; b</p><p>c</p>"),
        ("a & <b>\n\n\n\nc", False, "<p>a &amp; &lt;b&gt;</p><p>c</p>"),
        ("  ", True, ""),
        ("a\x00b\x0c", False, "<p>ab</p>"),
    ],
)
def test_a_text_becomes_html(value: str, is_html: bool, text: str) -> None:
    assert as_html(value, is_html=is_html) == text


@pytest.mark.parametrize(
    ("text", "is_summary", "whole"),
    [
        ("<p>short", False, True),
        ("<p>short", True, False),
        ("x" * LONG, True, True),
        ("x" * (LONG - 1), True, False),
        ("<p>" * LONG + "x", True, False),
        ("x" * LONG + " [&#8230;]</p>", False, False),
        ("x" * LONG + "...", True, False),
        ("<p></p>", False, False),
        ("", False, False),
    ],
)
def test_a_text_is_whole_unless_it_is_short_or_cut_off(
    text: str, is_summary: bool, whole: bool
) -> None:
    assert is_whole(text, is_summary=is_summary) is whole


def test_words_are_what_is_left_without_markup() -> None:
    assert words_of("<p>a<br>b</p><style>c</style>&eacute;") == "a b é"


def test_only_addresses_of_the_web_are_links() -> None:
    assert web_link(" https://u:p@host/a\n") == "https://host/a"
    assert [web_link(told) for told in (None, "", "mailto:a@b", "javascript:1", "/a")] == [
        None
    ] * 5
