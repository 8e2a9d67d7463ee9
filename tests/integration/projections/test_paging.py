"""Lists of entities and deals come in pages that neither repeat nor miss a row."""

import pytest

from ingestd.errors import UsageError
from ingestd.queries.deals import list_deals
from ingestd.queries.entities import list_entities
from tests.integration.projections.building import agreed, article, named
from tests.integration.projections.conftest import Corpus, on_both

NAMES = [f"Works {letter}" for letter in "ABCDEFG"]


@pytest.mark.parametrize("listing", [list_entities, list_deals])
@on_both
def test_pages_hold_every_row_once(corpus: Corpus, listing: object) -> None:
    for name in NAMES:
        other = named(f"Partner of {name}")
        corpus.tell(article(name, deals=[agreed(named(name), other)]))
    seen: list[str] = []
    after = None
    while True:
        page = corpus.read(listing, limit=3, after=after)  # type: ignore[arg-type]  # either one
        seen += [row["id"] for row in page.rows]
        after = page.next
        if after is None:
            break

    whole = corpus.read(listing, limit=1000)  # type: ignore[arg-type]  # either one
    assert seen == [row["id"] for row in whole.rows]
    assert len(seen) == len(set(seen)) >= len(NAMES)


def test_an_unknown_type_is_told_with_what_is_near(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="unknown type of deal 'suply'") as raised:
        corpus.deals(type="suply")

    assert raised.value.hint == "did you mean 'supply'?"


def test_an_unknown_status_is_told_with_what_there_is(corpus: Corpus) -> None:
    with pytest.raises(UsageError) as raised:
        corpus.deals(status="xyz")

    assert raised.value.hint is not None
    assert raised.value.hint.startswith("there are: signed, announced")


def test_an_unknown_type_of_entity_is_told(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="unknown type of entity"):
        corpus.entities(type="firm")
