"""People decide, and take it back; what they said is listed, and survives a rebuild."""

import shutil
from pathlib import Path

import pytest

from tests.fixtures.daemons import Program

FIRST = "PARIS, 3 March 2026 - Aurelia Motors signed a supply agreement with Baltic Cells Ltd on Monday.\n"
SECOND = "LYON, 5 March 2026 - Baltic Batteries Ltd signed a loan agreement with Nordic Bank on Tuesday.\n"


@pytest.fixture
def program(undecided: Program, tmp_path: Path) -> Program:
    """One of one's own, with the same articles."""
    made = Program(tmp_path)
    shutil.copytree(undecided.var, made.var)
    return made


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """One on which nobody ever decides anything."""
    folder = tmp_path_factory.mktemp("undecided")
    made = Program(folder)
    _ingest(made, folder)
    return made


def _ingest(program: Program, folder: Path) -> None:
    for name, text in (("one", FIRST), ("two", SECOND)):
        (folder / f"{name}.txt").write_text(text)
    program.rows("ingest", str(folder / "one.txt"), str(folder / "two.txt"))


@pytest.fixture(scope="module")
def names(undecided: Program) -> dict[str, str]:
    return {"bank": ids(undecided)["Nordic Bank"], "deal": undecided.rows("deals")[0]["id"]}


def ids(program: Program) -> dict[str, str]:
    return {row["name"]: row["id"] for row in program.rows("entities")}


def test_two_entities_are_merged_shown_as_one_and_parted_again(program: Program) -> None:
    before = ids(program)
    pair = before["Baltic Cells Ltd"], before["Baltic Batteries Ltd"]

    (told,) = program.rows("merge", *pair, "--by", "anna", "--reason", "renamed")

    assert {pair[0], pair[1]} == {told["subject"], told["other"]}
    assert (told["by"], told["reason"], told["counts"]) == ("anna", "renamed", True)
    shown = [program.rows("show", each)[0] for each in pair]
    assert shown[0] == shown[1]
    assert shown[0]["articles"] == 2
    assert program.run("replay", "--verify").code == 0

    (undone,) = program.rows("undo", str(told["position"]), "--by", "boris")

    assert (undone["counts"], undone["undone_by"]) == (False, "boris")
    assert ids(program) == before
    assert [row["position"] for row in program.rows("judgements")] == [told["position"]]
    again = program.run("undo", str(told["position"]))
    assert (again.code, "undone by boris" in again.err) == (2, True)


def test_a_rejected_deal_is_listed_no_more(program: Program) -> None:
    deal, other = program.rows("deals")

    program.rows("reject", deal["id"], "--by", "anna")
    program.rows("confirm", other["id"], "--by", "anna")

    assert [row["id"] for row in program.rows("deals")] == [other["id"]]
    assert [row["id"] for row in program.rows("deals", "--rejected")] == [deal["id"]]
    assert program.rows("show", deal["id"])[0]["judgement"] == "rejected"
    assert program.rows("show", other["id"])[0]["judgement"] == "confirmed"
    told = program.rows("judgements", deal["id"])
    assert [row["by"] for row in told] == ["anna"]
    assert program.rows("explain", deal["id"])[0]["judgements"] == told


def test_entities_and_deals_are_corrected(program: Program) -> None:
    bank, deal = ids(program)["Nordic Bank"], program.rows("deals")[0]["id"]

    program.rows("correct", bank, "--name", "Nordic Bank plc", "--country", "FI")
    program.rows("correct", deal, "--status", "terminated")

    shown = program.rows("show", bank)[0]
    assert (shown["name"], shown["country"]) == ("Nordic Bank plc", "FI")
    assert program.rows("show", deal)[0]["status"] == "terminated"


def test_an_entity_is_split_by_articles(program: Program, tmp_path: Path) -> None:
    (tmp_path / "three.txt").write_text(FIRST.replace("Monday", "Friday").replace("3 M", "6 M"))
    program.rows("ingest", str(tmp_path / "three.txt"))
    whole = ids(program)["Aurelia Motors"]
    articles = [told["article"] for told in program.rows("explain", whole)[0]["tellings"]]

    (told,) = program.rows("split", whole, "--article", articles[1])

    apart = program.rows("show", told["other"])[0]
    assert (apart["name"], apart["articles"]) == ("Aurelia Motors", 1)
    assert program.rows("show", whole)[0]["articles"] == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("merge", "ent_none", "ent_other"), "no entity or deal ent_none"),
        (("merge", "{bank}", "{deal}"), "cannot be one"),
        (("split", "{bank}", "--article", "art_none"), "does not tell of it"),
        (("undo", "1"), "no judgement at 1"),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_recorded(
    undecided: Program, names: dict[str, str], asked: tuple[str, ...], said: str
) -> None:
    done = undecided.run(*(each.format(**names) for each in asked))

    assert (done.code, undecided.rows("judgements")) == (2, [])
    assert said in done.err
