"""Figures of trade, as the command shows them."""

from pathlib import Path

import pytest

from tests.fixtures.commands import Told, command
from tests.integration.cli.desk import Desk
from tests.integration.cli.test_golden import compare

TEXT = """Growers look abroad

Chile's cherry exports to Peru rose 12 percent to 39 million dollars in 2024. Brazilian coffee
output fell to 66 million bags.
"""


class Shelf:
    """A data directory into which one article was taken."""

    def __init__(self, home: Path) -> None:
        self.home, self.data = home, home / "data"
        path = home / "growers.txt"
        path.write_text(TEXT, "utf-8")
        assert self("ingest", str(path)).code == 0

    def __call__(self, *arguments: str) -> Told:
        return command("--data-dir", str(self.data), *arguments)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("growers"))


def test_figures_print_the_lines_of_their_golden_file(shelf: Shelf) -> None:
    told = shelf("figures", "cherry", "--json")

    assert (told.code, told.err) == (0, "")
    compare("figures", told, Desk(home=shelf.home, data=shelf.data))


def test_a_table_tells_who_how_much_and_when(shelf: Shelf) -> None:
    table = shelf("figures").out

    assert all(words in table for words in ("39,000,000 USD", "+12.0%", "Chile", "2024"))
    assert all(words in table for words in ("66,000,000 bags", "output", "BR"))
    assert shelf("figures", "--since", "2099-01-01").err == "nothing found\n"


def test_figures_are_replayed(shelf: Shelf) -> None:
    [told] = shelf("replay", "figures", "--json").rows

    assert (told["projection"], told["result"]) == ("figures", "rebuilt")
    assert len(shelf("figures", "--json").rows) == 2
