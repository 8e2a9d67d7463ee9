"""Marking places in a text: what is marked, and that nothing else changes."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingestd.server.pages.highlight import Evidence, Mention, paragraphs

TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'\n🧪ế\u0301"), max_size=40)
SPANS = st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=6)


def evidence(start: int, end: int, anchor: str = "e1") -> Evidence:
    return Evidence(start=start, end=end, anchor=anchor)


def mention(start: int, end: int, link: str = "/entities/ent_a") -> Mention:
    return Mention(start=start, end=end, link=link, kind="company")


def without_tags(line: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", line))


def test_evidence_is_marked_and_can_be_linked_to() -> None:
    lines = paragraphs("They signed it.", evidence=[evidence(5, 11)])

    assert lines == ['They <span class="anchor" id="e1"></span><mark>signed</mark> it.']


def test_a_mention_links_to_whom_it_names() -> None:
    lines = paragraphs("Bronemed said so.", mentions=[mention(0, 8)])

    assert lines == ['<a class="mention company" href="/entities/ent_a">Bronemed</a> said so.']


def test_a_mention_inside_evidence_is_marked_as_both() -> None:
    lines = paragraphs("ab cd", evidence=[evidence(0, 5)], mentions=[mention(3, 5)])

    assert lines == [
        '<span class="anchor" id="e1"></span><mark>ab </mark>'
        '<mark><a class="mention company" href="/entities/ent_a">cd</a></mark>'
    ]


def test_overlapping_evidence_is_marked_once_and_both_beginnings_can_be_linked_to() -> None:
    lines = paragraphs("abcdef", evidence=[evidence(2, 6, "second"), evidence(0, 4, "first")])

    assert lines == [
        '<span class="anchor" id="first"></span><mark>ab</mark>'
        '<span class="anchor" id="second"></span><mark>cd</mark><mark>ef</mark>'
    ]


def test_of_overlapping_mentions_the_longest_is_marked() -> None:
    short, long, after = (
        mention(0, 2, "/short"),
        mention(0, 5, "/long"),
        mention(4, 6, "/after"),
    )

    lines = paragraphs("abcdefg", mentions=[short, long, after])

    assert lines == ['<a class="mention company" href="/long">abcde</a>fg']


def test_a_mention_that_begins_inside_another_is_left_out() -> None:
    lines = paragraphs("abcdef", mentions=[mention(2, 4, "/inner"), mention(0, 3, "/outer")])

    assert lines == ['<a class="mention company" href="/outer">abc</a>def']


def test_offsets_count_code_points_not_bytes_or_halves_of_pairs() -> None:
    lines = paragraphs("🧪🧪 Hà Nội", evidence=[evidence(3, 5)])

    assert lines == ['🧪🧪 <span class="anchor" id="e1"></span><mark>Hà</mark> Nội']


def test_what_looks_like_markup_is_shown_as_it_stands() -> None:
    lines = paragraphs('<b>"&', evidence=[evidence(1, 3, '"><script>')])

    assert lines == [
        '&lt;<span class="anchor" id="&#34;&gt;&lt;script&gt;"></span><mark>b&gt;</mark>&#34;&amp;'
    ]


def test_evidence_over_two_lines_is_marked_in_both() -> None:
    lines = paragraphs("ab\n\ncd", evidence=[evidence(1, 5)])

    assert lines == [
        'a<span class="anchor" id="e1"></span><mark>b</mark>',
        "<mark>c</mark>d",
    ]


def test_evidence_that_begins_with_a_line_break_can_be_linked_to_at_its_first_word() -> None:
    lines = paragraphs("ab\ncd", evidence=[evidence(2, 5)])

    assert lines == ["ab", '<span class="anchor" id="e1"></span><mark>cd</mark>']


def test_places_outside_of_the_text_are_left_out() -> None:
    lines = paragraphs(
        "abc", evidence=[evidence(-1, 2), evidence(2, 2)], mentions=[mention(1, 4)]
    )

    assert lines == ["abc"]


def test_an_empty_text_has_no_lines() -> None:
    assert paragraphs(" \n \n") == []


@settings(deadline=None)
@given(text=TEXTS, proven=SPANS, named=SPANS)
def test_without_its_tags_every_line_is_the_text(
    text: str, proven: list[tuple[int, int]], named: list[tuple[int, int]]
) -> None:
    lines = paragraphs(
        text,
        evidence=[evidence(*span, anchor=f"e{n}") for n, span in enumerate(proven)],
        mentions=[mention(*span) for span in named],
    )

    assert [without_tags(line) for line in lines] == [
        line for line in text.split("\n") if line.strip()
    ]


@settings(deadline=None)
@given(text=TEXTS, proven=SPANS)
def test_marked_is_what_evidence_covers_and_nothing_else(
    text: str, proven: list[tuple[int, int]]
) -> None:
    inside = [(start, end) for start, end in proven if 0 <= start < end <= len(text)]
    covered = "".join(
        letter
        for at, letter in enumerate(text)
        if any(start <= at < end for start, end in inside)
    )

    lines = paragraphs(text, evidence=[evidence(start, end) for start, end in proven])

    marked = "".join(re.findall(r"<mark>(.*?)</mark>", "".join(lines)))
    assert "".join(html.unescape(marked).split()) == "".join(covered.split())
