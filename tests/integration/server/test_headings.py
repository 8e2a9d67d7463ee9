"""What articles are called beside what they tell."""

import pytest

from ingestd.queries.headings import headings, opening_of
from tests.integration.server.newsroom import Newsroom


def test_an_article_without_title_goes_by_its_first_words(empty: Newsroom) -> None:
    titled = empty.publish("A plant is built\nIt is large.", language="en")
    untitled = empty.publish("\nIt is large, and stands by the river.", language="en")

    with empty.app.database.reading() as connection:
        found = headings(connection, [titled, untitled, titled, "art_no"], empty.app.blobs)

    assert {article: row["opening"] for article, row in found.items()} == {
        titled: None,
        untitled: "It is large, and stands by the river.",
    }


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (
            "HÀ NỘI — Việt Nam is an important partner of Russia, said its speaker on Monday.",
            "Việt Nam is an important partner of Russia, said its speaker on Monday.",
        ),
        (
            "The firms agreed on many things, " * 200,
            "The firms agreed on many things, The firms agreed on many things, The firms…",
        ),
        ("", "…"),
    ],
)
def test_first_words_are_those_of_the_body(text: str, opening: str) -> None:
    assert opening_of(text) == opening
