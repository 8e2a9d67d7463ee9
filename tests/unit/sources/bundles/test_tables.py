import gzip
import json

import pytest

from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.found import Body, Found
from tests.unit.sources.bundles.opened import bodies, items, told

LONG = "The two companies said on Thursday that they had agreed to make the vaccine together."


def claims(body: Body) -> tuple[str | None, ...]:
    return (body.title, body.published, body.url, body.author)


def reading(**named: str) -> Reading:
    return Reading(fields=Fields(**named))


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_a_row_is_a_document_with_what_its_fields_say() -> None:
    table = b'id,Title,Text,published_at,link,byline\n7,Two deals,"Signed, at last.",2021-11-11,https://a.example/7,Jane\n'

    [item] = items("a.csv", table)
    [body] = bodies("a.csv", table)

    assert item.origin == "file:///in/a.csv#7"
    assert (body.content, body.media_type) == (b"Signed, at last.", "text/plain; charset=utf-8")
    assert claims(body) == ("Two deals", "2021-11-11", "https://a.example/7", "Jane")
    assert isinstance(item, Found)
    assert (item.title, item.published, item.url) == claims(body)[:3]


def test_fields_have_the_names_that_they_are_given() -> None:
    table = b"text,nr,words\nNot this,9,Signed.\n"

    assert told("a.csv", table, reading(text="words", id="nr")) == [("a.csv#9", "Signed.")]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", "title;text\nA, B;Đã ký, hôm nay\n"),
        ("a.csv", "title|text\nA, B|Đã ký, hôm nay\n"),
        ("a.csv", 'title,text\r\n"A, B","Đã ký, hôm nay"\r\n'),
        ("a.csv", '"ti,tle","text"\t"a,b,c"\nA, B\tĐã ký, hôm nay\tx\n'),
        ("a.tsv", "title\ttext\nA, B\tĐã ký, hôm nay\n"),
    ],
    ids=["semicolons", "bars", "commas", "tabs", "tsv"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_are_parted_by_what_parts_the_names(name: str, table: str, encoding: str) -> None:
    if "ti,tle" in table:
        table = '"ti,tle"\t"text"\nA, B\tĐã ký, hôm nay\n'

    assert told(name, table.encode(encoding)) == [(f"{name}#1", "Đã ký, hôm nay")]


def test_a_packed_table_is_read_as_one() -> None:
    assert told("a.csv.gz", gzip.compress(b"text\nSigned.\n")) == [("a.csv.gz#1", "Signed.")]


def test_a_row_that_is_no_utf8_costs_its_neighbours_nothing() -> None:
    assert told("a.csv", b"text\nOne.\ncaf\xe9\nThree.\n") == [
        ("a.csv#1", "One."),
        ("a.csv#2", "! it is not in UTF-8"),
        ("a.csv#3", "Three."),
    ]


def test_blank_rows_are_no_rows_and_line_breaks_may_be_quoted() -> None:
    assert told("a.csv", b'title,text\n\n,\nA,"One.\n\nTwo."\n') == [
        ("a.csv#1", "One.\n\nTwo.")
    ]


def test_a_quotation_mark_that_is_never_closed_does_not_fill_memory() -> None:
    table = b'text\nOne.\n"' + b"x\n" * 200

    first, (place, reason) = told("a.csv", table, Reading(caps=Caps(document=100)))

    assert first == ("a.csv#1", "One.")
    assert place == "!"
    assert "breaks the table" in reason


def test_a_table_without_rows_holds_nothing() -> None:
    assert told("a.csv", b"title,text\n") == []
    assert told("a.csv", b"") == []


def test_a_row_without_text_says_which_fields_there_are() -> None:
    [(place, reason)] = told("a.csv", b"title,words\nA,Signed.\n")

    assert (place, reason) == (
        "a.csv#1",
        "! there is no text in its field 'text' or 'body' or 'content'",
    )


def test_html_in_a_field_is_read_as_a_page() -> None:
    [body, whole, bare] = bodies(
        "a.jsonl",
        lines(
            {"title": "A < B", "text": f"<p>{LONG}</p>"},
            {"text": f"<!DOCTYPE html><html><p>{LONG}</p>"},
            {"text": "if a < b and b > c"},
        ),
    )

    assert body.media_type == whole.media_type == "text/html; charset=utf-8"
    assert b"<title>A &lt; B</title>" in body.content
    assert whole.content == f"<!DOCTYPE html><html><p>{LONG}</p>".encode()
    assert bare.media_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'[{"id": "x", "text": "One."}, {"text": "Two."}]'),
        (
            "a.json",
            b'\xef\xbb\xbf {"count": 2, "hits": [{"id": "x", "text": "One."}, {"text": "Two."}]}',
        ),
        ("a.json", '[{"id": "x", "text": "One."}, {"text": "Two."}]'.encode("utf-16")),
        ("a.jsonl", b'\xef\xbb\xbf{"id": "x", "text": "One."}\n\n{"text": "Two."}'),
        ("a.jsonl.gz", gzip.compress(b'{"id": "x", "text": "One."}\r\n{"text": "Two."}\r\n')),
    ],
    ids=["a list", "a list in an object", "wide", "lines", "packed lines"],
)
def test_each_object_is_a_document(name: str, content: bytes) -> None:
    assert told(name, content) == [(f"{name}#x", "One."), (f"{name}#2", "Two.")]


def test_one_object_is_one_document() -> None:
    content = b'{"text": "Signed.", "tags": [{"name": "deal"}]}'

    assert told("a.json", content) == [("a.json#1", "Signed.")]


def test_an_object_with_several_lists_is_asked_for_its_own_text() -> None:
    content = b'{"a": [{"text": "One."}], "b": [{"text": "Two."}]}'

    assert told("a.json", content)[0][1].startswith("! there is no text")


def test_fields_may_lie_within_others_and_be_lists_or_numbers() -> None:
    [body] = bodies(
        "a.json",
        json.dumps(
            {
                "id": 12,
                "article": {"Body": [LONG, LONG]},
                "authors": [{"name": "Jane"}, "John", None],
                "date": 2021,
                "title": True,
                "url": "javascript:alert(1)",
            }
        ).encode(),
        reading(text="article.body"),
    )

    assert body.content.decode() == f"{LONG}\n\n{LONG}"
    assert claims(body) == (None, "2021", None, "Jane, John")


def test_a_dot_may_be_part_of_a_name() -> None:
    assert told("a.jsonl", lines({"a.b": "One."}, {"a": 1}), reading(text="a.b"))[0] == (
        "a.jsonl#1",
        "One.",
    )


def test_a_broken_line_costs_its_neighbours_nothing() -> None:
    content = lines({"text": "One."}) + b'{"text": "Tw\n[1]\n' + lines({"text": "Four."})

    first, second, third, fourth = told("a.jsonl", content)

    assert (first, fourth) == (("a.jsonl#1", "One."), ("a.jsonl#4", "Four."))
    assert second[1].startswith("! it is no JSON object")
    assert third[1].startswith("! it is no JSON object")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_object_over_the_limit_is_told_beside_one_below(name: str) -> None:
    large, small = {"text": "x" * 200}, {"text": "Two."}
    content = json.dumps([large, small]).encode() if name == "a.json" else lines(large, small)

    (_, first), second = told(name, content, Reading(caps=Caps(document=100)))

    assert "over the limit of 100" in first
    assert second == (f"{name}#2", "Two.")


def test_a_line_over_the_limit_is_passed_over_in_pieces() -> None:
    content = lines({"text": "x" * 3_000_000}, {"text": "Two."})

    assert told("a.jsonl", content, Reading(caps=Caps(document=100))) == [
        ("a.jsonl#1", "! 3,000,013 bytes are over the limit of 100"),
        ("a.jsonl#2", "Two."),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b'[{"text": "One."}',
        b"[" * 100_000,
        b"nonsense",
        '{"text"'.encode("utf-16")[:-1],
        b'{"text": "\xff"}',
    ],
    ids=["cut off", "deep", "none", "half a letter", "no utf-8"],
)
def test_what_is_no_json_says_so(content: bytes) -> None:
    [(_, reason)] = told("a.json", content)

    assert "it is no JSON object" in reason


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl"])
def test_no_more_is_read_of_a_table_than_may_be(name: str) -> None:
    rows = [{"text": "x" * 50}] * 4
    contents = {
        "a.csv": b"text\n" + (b"x" * 50 + b"\n") * 4,
        "a.json": json.dumps(rows).encode(),
        "a.jsonl": lines(*rows),
    }

    *_, (place, reason) = told(name, contents[name], Reading(caps=Caps(total=150)))

    assert place == "!"
    assert "over 150 bytes" in reason


def test_a_row_keeps_its_mark_until_a_field_of_it_changes() -> None:
    def marks(table: bytes) -> list[str | None]:
        return [item.mark for item in items("a.csv", table)]

    before = marks(b"title,text\nA,One.\nB,Two.\n")

    assert marks(b"title,text\nA,One.\nB,Two.\n") == before
    assert marks(b"title,text\nA,One.\nC,Two.\n")[0] == before[0]
    assert marks(b"title,text\nA,One.\nC,Two.\n")[1] != before[1]
