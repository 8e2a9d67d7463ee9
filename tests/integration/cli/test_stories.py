"""Stories and revisions, as commands show them."""

from pathlib import Path

import pytest

from ingestd.events import DocumentErased
from tests.fixtures.commands import Told, command
from tests.integration.cli.desk import Desk
from tests.integration.cli.test_golden import compare
from tests.integration.cli.test_terminal import on_terminal
from tests.integration.server.newsroom import Newsroom
from tests.integration.server.test_stories import EDITED, FRENCH, TEXT, published


class Shelf:
    """A data directory with a story, of which one article was edited."""

    def __init__(self, data: Path) -> None:
        self.data = data
        room = Newsroom(data)
        with room.app.opened():
            self.first = published(room, TEXT)
            self.other = published(room, f"\n{FRENCH}", language="fr", title=None)
            title = "Masts are built"
            published(
                room, EDITED, cause="page_edit", revises=self.first, revision=2, title=title
            )
            self.erased = published(room, "Gone", people=(), words=range(900, 940))
            room.record(DocumentErased(document=self.erased, reason="asked for"))

    def __call__(self, *arguments: str) -> Told:
        return command("--data-dir", str(self.data), *arguments)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


def test_stories_are_listed_and_shown(shelf: Shelf) -> None:
    [story] = shelf("stories", "masts", "--json").rows

    assert list(story) == [
        "id",
        "title",
        "languages",
        "articles",
        "first_seen_at",
        "updated_at",
    ]
    assert [article["id"] for article in story["articles"]] == [shelf.first, shelf.other]
    assert shelf("show", story["id"], "--json").row == story
    table = shelf("stories").out
    assert all(words in table for words in (story["id"], "en, fr", "Masts are built"))
    assert shelf("stories", "nothing").err == "nothing found\n"
    assert shelf("stories", "--since", "2031-01-01", "--json").rows == []


@pytest.mark.parametrize("name", ["stories", "show_story", "show_revisions", "show_diff"])
def test_a_command_prints_the_lines_of_its_golden_file(name: str, shelf: Shelf) -> None:
    [story] = shelf("stories", "--json").rows
    asked = {
        "stories": ["stories"],
        "show_story": ["show", story["id"]],
        "show_revisions": ["show", shelf.first, "--revisions"],
        "show_diff": ["show", shelf.first, "--diff"],
    }

    told = shelf(*asked[name], "--json")

    assert (told.code, told.err) == (0, "")
    compare(name, told, Desk(home=shelf.data, data=shelf.data))


def test_what_is_no_story_is_said_so(shelf: Shelf) -> None:
    told = shelf("show", "story_no")

    assert (told.code, told.err.splitlines()[0]) == (2, "ingestd: there is no story_no")


def test_each_revision_is_told_with_its_cause(shelf: Shelf) -> None:
    rows = shelf("show", shelf.first, "--revisions", "--json").rows
    table = shelf("show", shelf.first, "--revisions").out.splitlines()

    assert [(row["revision"], row["cause"]) for row in rows] == [(1, None), (2, "page_edit")]
    assert [line.split()[:2] for line in table] == [
        ["revision", "cause"], ["1", "first"], ["2", "page_edit"],
    ]  # fmt: skip


def test_what_changed_is_marked(shelf: Shelf) -> None:
    told = shelf("show", shelf.first, "--diff").out

    assert "revision 1, first, 2021-11-12 08:30, event 2" in told
    assert "  title: [-Northwind Energy builds masts-] {+Masts are built+}" in told
    assert "  words removed: 1, added: 1\n" in told
    assert "It costs [-5 -]{+6 +}million." in told
    [_, row] = shelf("show", shelf.first, "--revisions", "--diff", "--json").rows
    assert row["changed"]["fields"]["title"]["after"] == "Masts are built"


@pytest.mark.parametrize(
    ("coloured", "told"),
    [(False, "[-5 -]{+6 +}million"), (True, "\x1b[9;31m5 \x1b[0m\x1b[32m6 \x1b[0mmillion")],
    ids=["without colours", "in colours"],
)
def test_what_changed_is_seen_on_any_terminal(
    shelf: Shelf, told: str, *, coloured: bool
) -> None:
    desk = Desk(home=shelf.data, data=shelf.data)
    (shelf.data / "ingestd.toml").write_text("")

    code, shown = on_terminal(desk, "show", shelf.first, "--diff", coloured=coloured)

    assert code == 0
    assert told in shown


def test_what_has_no_revisions_is_shown_as_ever(shelf: Shelf) -> None:
    assert shelf("show", shelf.erased, "--diff", "--json").row["reason"] == "asked for"
    assert shelf("show", "art_no", "--revisions").code == 2
