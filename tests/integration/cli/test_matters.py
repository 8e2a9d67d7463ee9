"""Stories in a wider sense: articles of one matter among many others."""

import random
from pathlib import Path

import pytest

from tests.fixtures.commands import Told, command

FLOOD = (
    "The river broke the dam above the village and rescuers brought families to a shelter, said Anna Weber, mayor of the village.",
    "Sandbags did not hold the river back; from the village, rescuers took people to a shelter near the dam, said Mayor Weber.",
    "Families from the village below the dam sleep in a shelter since rescuers came over the river.",
)
OTHERS = 60


class Shelf:
    """A data directory with three articles of one matter among many of others."""

    def __init__(self, home: Path) -> None:
        self.data = home / "data"
        drop = home / "drop"
        drop.mkdir()
        chance = random.Random(7)
        for number, text in enumerate(FLOOD):
            (drop / f"flood-{number}.txt").write_text(text, "utf-8")
        for number in range(OTHERS):
            words = ["".join(chance.choices("bdfgklmnprstvz", k=7)) for _ in range(14)]
            told = f"The {' '.join(words[:7])} and the {' '.join(words[7:])}."
            (drop / f"other-{number}.txt").write_text(told, "utf-8")
        assert self("ingest", str(drop)).code == 0

    def __call__(self, *arguments: str) -> Told:
        return command("--data-dir", str(self.data), *arguments)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("floods"))


def test_articles_of_one_matter_are_listed_together(shelf: Shelf) -> None:
    [matter] = shelf("stories", "--wide", "--json").rows

    assert list(matter) == [
        "title", "languages", "articles", "people", "first_seen_at", "updated_at",
    ]  # fmt: skip
    assert sorted(each["origin"].rpartition("/")[2] for each in matter["articles"]) == [
        "flood-0.txt", "flood-1.txt", "flood-2.txt",
    ]  # fmt: skip
    assert "text" not in matter["articles"][0]


def test_a_surname_alone_is_whose_it_is_among_those_of_one_matter(shelf: Shelf) -> None:
    [matter] = shelf("stories", "--wide", "--json").rows
    entities = {row["name"] for row in shelf("entities", "--json", "--limit", "200").rows}

    assert {"Anna Weber", "Weber"} <= entities
    [person] = [one for one in matter["people"] if one["name"] == "Anna Weber"]
    assert (len(person["entities"]), person["articles"]) == (2, 2)


def test_a_table_tells_how_many_articles_there_are(shelf: Shelf) -> None:
    told = shelf("stories", "--wide")

    assert told.out.split()[:2] == ["articles", "languages"]
    assert shelf("stories", "--wide", "--since", "2099-01-01").err == "nothing found\n"


def test_words_are_not_sought_in_matters(shelf: Shelf) -> None:
    told = shelf("stories", "river", "--wide")

    assert (told.code, told.err.splitlines()[0]) == (
        2, "ingestd: QUERY does not go with --wide",
    )  # fmt: skip
