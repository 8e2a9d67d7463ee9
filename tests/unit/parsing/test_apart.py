"""Parsing in a child: what stalls or kills a reader is told, and the next document is read."""

from collections.abc import Iterator

import pytest

from ingestd.confinement.children import Children
from ingestd.confinement.task import Bounds, StoppedError
from ingestd.errors import UnreadableError
from ingestd.parsing.apart import PARSE, WARM, Original, read
from ingestd.parsing.parsed import Claims
from tests.unit.parsing.reading import LONG, parsed

PAGE = f"<html><head><title>Two deals</title></head><body><article><p>{LONG}</p></article></body></html>"


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    # it is the work that ends a reader, however long a busy machine takes for it
    children = Children(1, Bounds(seconds=600, work=4))
    children.warm(WARM)
    yield children
    children.close()


def original(body: str, media_type: str = "text/html", **claimed: str) -> Original:
    return Original(
        body=body.encode("utf-8", "surrogatepass"),
        media_type=media_type,
        claims=Claims(**claimed),
    )


def test_a_child_reads_what_is_read_here(children: Children) -> None:
    there = children.run(PARSE, original(PAGE, author="Jane Doe"))

    assert there == parsed(PAGE, "text/html", author="Jane Doe")


def test_the_reason_comes_with_its_remedy(children: Children) -> None:
    with pytest.raises(UnreadableError, match="image/png is not read") as caught:
        children.run(PARSE, original("x", "image/png"))

    assert caught.value.hint


@pytest.mark.slow
def test_a_page_of_200_000_attributes_is_given_up_and_the_next_is_read(
    children: Children,
) -> None:
    attributes = " ".join(f"a{number}=''" for number in range(200_000))

    with pytest.raises(StoppedError, match="died of it"):
        children.run(PARSE, original(f"<html><body><p {attributes}>{LONG}</p></body></html>"))

    assert children.run(PARSE, original(PAGE)).title == "Two deals"


def test_what_nobody_can_write_down_is_put_aside() -> None:
    assert (
        read(original(LONG, "text/plain", title="Two\ud800 deals")).title == "Two\ufffd deals"
    )
