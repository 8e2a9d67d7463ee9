"""What a source shows no more, what is elsewhere now, what comes back."""

import pytest

from ingestd.errors import FetchError
from ingestd.events import DocumentMoved
from ingestd.pipeline.corpus import BY_HAND
from ingestd.pipeline.disappearing import AT_ONCE, depart
from ingestd.pipeline.visit import Visit
from ingestd.sources.found import Bundle
from tests.fixtures.shelves import body
from tests.fixtures.stores import HandClock
from tests.integration.pipeline.door import Newsroom as Anyroom
from tests.integration.pipeline.door import file, item
from tests.integration.pipeline.door import newsroom as plain

__all__ = ["plain"]

WITHDRAW = '{"withdraw":true}'


class Newsroom(Anyroom):
    """Its sources show all that is there."""


@pytest.fixture
def newsroom(plain: Anyroom) -> Anyroom:
    plain.looks("folder", complete=True)
    return plain


def test_what_is_shown_no_more_has_gone_once(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a"), file("b"))
    for _ in range(2):
        newsroom.looks("folder", file("b"))

    assert newsroom.told == ["Received 1", "Received 1", "Disappeared"]


def test_where_not_all_was_shown_nothing_has_gone(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a"))

    newsroom.looks("folder", complete=False)
    newsroom.looks("folder", complete=True, breaks=FetchError("file:///wire", "it is gone"))
    newsroom.looks("folder", failure=FetchError("file:///wire", "it is gone"), breaks=None)

    assert newsroom.told == ["Received 1"]


@pytest.mark.parametrize(
    "unseen", ["file:///wire/closed", "file:///wire/closed/a", "file:///wire"]
)
def test_of_what_could_not_be_seen_nothing_has_gone(newsroom: Newsroom, unseen: str) -> None:
    newsroom.looks("folder", file("closed/a"), file("open/a"), unseen=("file:///wire/open",))

    newsroom.looks("folder", unseen=(unseen,))

    assert newsroom.told.count("Disappeared") == (unseen != "file:///wire")


def test_a_place_is_not_below_another_that_only_begins_alike(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a.txt"))

    newsroom.looks("folder", unseen=("file:///wire/a",))

    assert newsroom.told[-1] == "Disappeared"


def test_what_comes_back_is_no_new_article(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a", mark="m1"), file("b", mark="m1"))
    newsroom.looks("folder")

    kinds = newsroom.kinds("folder", file("a", mark="m1"), file("b", "New words.", mark="m2"))

    assert kinds == ["unchanged", "revised"]
    assert newsroom.told[4:] == ["FoundAgain again", "Received 2 file_edit"]
    assert newsroom.kinds("folder", file("a", mark="m1"), file("b", mark="m2")) == [
        "unchanged",
        "unchanged",
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_elsewhere_now_has_moved(newsroom: Newsroom, order: int) -> None:
    newsroom.looks("folder", file("old", "Words."), file("z"))

    kinds = newsroom.kinds("folder", *[file("new", "Words."), file("z")][::order])

    assert kinds == ["unchanged", "unchanged"]
    moved = newsroom.facts[-1]
    assert isinstance(moved, DocumentMoved)
    assert (moved.before, moved.origin) == ("file:///wire/old", "file:///wire/new")
    assert newsroom.kinds("folder", file("new", "New words."), file("z")) == [
        "revised",
        "unchanged",
    ]
    assert newsroom.told[2:] == ["Moved", "Received 2 file_edit"]


def test_what_was_edited_and_then_moved_is_the_same_article(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("old", "Words."))
    newsroom.looks("folder", file("old", "New words."))
    newsroom.looks("folder", file("new", "New words."))

    assert newsroom.told[2:] == ["Moved"]


def test_what_went_first_and_came_elsewhere_later_has_moved_too(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("old", "Words."))
    newsroom.looks("folder")
    newsroom.looks("folder", file("new", "Words."))

    assert newsroom.told[1:] == ["Disappeared", "Moved"]


def test_of_two_that_are_new_one_has_moved_and_one_is_a_copy(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("old", "Words."))

    assert newsroom.kinds("folder", file("x", "Words."), file("y", "Words.")) == [
        "unchanged",
        "duplicate",
    ]


def test_a_copy_moves_without_the_article(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a", "Words."), file("copy", "Words."))
    newsroom.looks("folder", file("a", "Words."), file("elsewhere", "Words."))

    assert newsroom.kinds("folder", file("a", "New words."), file("elsewhere", "Words.")) == [
        "revised",
        "unchanged",
    ]
    assert newsroom.articles == 1


def test_what_another_source_shows_has_not_moved(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a", "Words."))

    newsroom.looks("other", file("b", "Words."), complete=True)

    assert newsroom.told[1:] == ["FoundAgain content"]


def test_the_last_place_that_is_left_takes_over(newsroom: Newsroom) -> None:
    newsroom.looks("folder", file("a", "Words."), file("copy", "Words."))
    newsroom.looks("folder", file("copy", "Words."))

    assert newsroom.kinds("folder", file("copy", "New words.")) == ["revised"]
    assert newsroom.told[-1] == "Received 2 file_edit"


def test_what_moves_in_and_out_of_bundles_is_the_same_article(newsroom: Newsroom) -> None:
    def bundle(name: str, *members: str, mark: str = "m1") -> Bundle:
        origin = f"file:///wire/{name}"
        inner = [item(f"{origin}#{one}", body(f"Words of {one}.")) for one in members]
        return Bundle(origin=origin, mark=mark, open=lambda: iter(inner))

    newsroom.looks("folder", bundle("a.zip", "x", "y"))
    assert newsroom.kinds("folder", bundle("b.zip", "x", "y")) == ["unchanged"] * 2
    assert newsroom.kinds("folder", bundle("b.zip", "x", "y")) == ["unchanged"]
    assert newsroom.kinds("folder", bundle("b.zip", "x", mark="m2")) == ["unchanged"]
    newsroom.looks("folder")

    assert newsroom.told[2:] == ["Moved", "Moved", "Disappeared", "Disappeared"]


def test_of_a_bundle_that_broke_off_nothing_has_gone(newsroom: Newsroom) -> None:
    origin = "file:///wire/a.zip"
    members = [item(f"{origin}#{name}", body(f"Words of {name}.")) for name in "xy"]

    def breaks() -> list[object]:
        raise FetchError(origin, "it breaks off")

    newsroom.looks("folder", Bundle(origin=origin, mark="m1", open=lambda: iter(members)))
    newsroom.looks("folder", Bundle(origin=origin, mark="m2", open=breaks))  # type: ignore[arg-type]  # nothing is given

    assert newsroom.told[2:] == ["Rejected could not fetch file:///wire/a.zip: it breaks off"]


def test_an_article_is_withdrawn_with_the_last_place_that_shows_it(newsroom: Newsroom) -> None:
    newsroom.looks(
        "folder", file("a", "Words."), file("b", "Words."), file("c"), options=WITHDRAW
    )
    newsroom.looks("other", file("d", "Words of file c."))

    newsroom.looks("folder")

    assert sorted(newsroom.told[4:]) == ["Disappeared", "Disappeared", "Disappeared withdrawn"]


def test_a_file_that_is_gone_is_shown_by_nobody_who_saw_it_there(newsroom: Newsroom) -> None:
    newsroom.looks(BY_HAND, file("a"))
    newsroom.looks("folder", file("a"), options=WITHDRAW)
    newsroom.looks("folder")

    assert newsroom.told[1:] == ["Disappeared withdrawn"]


def test_a_place_that_never_showed_an_article_is_forgotten_silently(newsroom: Newsroom) -> None:
    bad = file("a", FetchError("file:///wire/a", "no medium"))
    newsroom.looks("folder", bad)
    newsroom.looks("folder")
    newsroom.looks("folder", bad)

    assert [told.partition(" ")[0] for told in newsroom.told] == ["Rejected", "Rejected"]


def test_very_many_go_at_once(newsroom: Newsroom) -> None:
    newsroom.looks("folder", *(file(f"{n}") for n in range(AT_ONCE + 1)))
    newsroom.looks("folder")

    assert newsroom.told.count("Disappeared") == AT_ONCE + 1


def test_what_another_look_has_recorded_as_gone_is_not_told_twice(
    newsroom: Newsroom, clock: HandClock
) -> None:
    newsroom.looks("folder", file("a"))
    visit = Visit(source="folder", is_complete=True)

    class Late(Visit):
        def has_gone(self, origin: str) -> bool:
            depart(visit, newsroom.tools)  # while this look finds out that it has gone
            return True

    depart(Late(source="folder", is_complete=True), newsroom.tools)

    assert newsroom.told == ["Received 1", "Disappeared"]
