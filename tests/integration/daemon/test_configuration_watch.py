"""A changed file of the configuration is noticed; nothing else is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingestd.daemon.configuration import ConfigurationWatch
from tests.integration.daemon.parts import Ears

Watch = Callable[..., ConfigurationWatch]
NEVER = 3_600.0


@pytest.fixture
def told() -> Ears:
    return Ears()


@pytest.fixture
def main(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "ingestd.toml"
    path.parent.mkdir()
    path.write_text('data_dir = "var"\n', "utf-8")
    return path


@pytest.fixture
def watch(main: Path, told: Ears) -> Iterator[Watch]:
    begun = []

    def begin(*, settled: float = 0.01, anyway: float = NEVER) -> ConfigurationWatch:
        made = ConfigurationWatch(main, told, settled=settled, anyway=anyway)
        made.start()
        begun.append(made)
        return made

    yield begin
    for one in begun:
        one.stop()


def write(main: Path, name: str, text: str = "# nothing\n") -> Path:
    path = main.parent / "sources.d" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_change_of_the_main_file_is_told(watch: Watch, main: Path, told: Ears) -> None:
    watch()

    main.write_text('data_dir = "elsewhere"\n', "utf-8")

    told.hear()


def test_a_new_file_of_sources_its_change_and_its_end_are_told(
    watch: Watch, main: Path, told: Ears
) -> None:
    write(main, "first.toml")
    watch()

    other = write(main, "other.toml")
    told.hear()
    other.write_text("# something else\n", "utf-8")
    told.hear()
    other.unlink()

    told.hear()


def test_a_folder_of_sources_that_comes_later_is_watched(
    watch: Watch, main: Path, told: Ears
) -> None:
    watch()
    write(main, "first.toml")
    told.hear()

    write(main, "second.toml")

    told.hear()


def test_a_folder_of_sources_that_is_exchanged_is_watched(
    watch: Watch, main: Path, told: Ears
) -> None:
    before = write(main, "first.toml").parent
    watch()
    before.rename(main.parent / "old")
    told.hear()
    write(main, "first.toml")
    told.hear()

    write(main, "second.toml")

    told.hear()


@pytest.mark.parametrize(
    "name",
    [".feeds.toml.swp", ".#feeds.toml", "feeds.toml~", "#feeds.toml#", "4913", "x.sample"],
)
def test_what_an_editor_leaves_beside_a_file_is_not_told(
    watch: Watch, main: Path, told: Ears, name: str
) -> None:
    write(main, "feeds.toml")
    watch()
    write(main, name)

    write(main, "last.toml")

    told.hear()
    assert told.silent


def test_files_that_are_written_together_are_told_once(
    watch: Watch, main: Path, told: Ears
) -> None:
    watch(settled=0.5)

    for number in range(20):
        write(main, f"{number}.toml")

    told.hear()
    assert told.silent


def test_where_the_kernel_says_nothing_it_looks_all_the_same(
    watch: Watch, main: Path, told: Ears
) -> None:
    made = watch(anyway=0.01)
    made._observer.unschedule_all()

    main.write_text('data_dir = "elsewhere"\n', "utf-8")

    told.hear()


def test_what_is_about_to_be_read_is_not_told(main: Path, told: Ears) -> None:
    made = ConfigurationWatch(main, told, settled=0.01, anyway=NEVER)
    main.write_text('data_dir = "elsewhere"\n', "utf-8")
    made.pass_over()
    made._compare()
    assert told.silent

    main.write_text('data_dir = "some other place"\n', "utf-8")
    made.start()

    told.hear()
    made.stop()


def test_what_could_not_be_applied_is_told_again(watch: Watch, told: Ears) -> None:
    made = watch(anyway=0.01)

    made.again()

    told.hear()
