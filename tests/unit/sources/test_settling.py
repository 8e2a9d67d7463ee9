"""When a file is whole, on a clock and with files that exist only in numbers."""

import os

import pytest

from ingestd.sources.settling import CALM, SOON, Settling, together

SETTLE = 2.0
NOON = 1_700_000_000.0
KEPT = {"_settle", "_lock", "_moment"}


def status(*, changed: float, size: int = 5, modified: int = 0) -> os.stat_result:
    return os.stat_result(
        (0o100644, 7, 1, 1, 0, 0, size, 0, 0, 0),
        {"st_ctime": changed, "st_ctime_ns": round(changed * 1e9), "st_mtime_ns": modified},
    )


class Folder:
    """A folder with one file."""

    def __init__(self, settle: float = SETTLE) -> None:
        self.settling = Settling(settle)

    def wait(self, at: float, seen: os.stat_result) -> float:
        self.settling.begin(NOON + at)
        return self.settling.wait("a.txt", seen)

    def heard(self, *, renamed: bool = False) -> None:
        self.settling.heard("a.txt", renamed=renamed)


def test_a_file_that_was_left_alone_is_read_at_the_first_look() -> None:
    assert Folder().wait(0, status(changed=NOON - 2.0)) == 0.0


def test_a_fresh_file_is_looked_at_again_when_it_could_have_settled() -> None:
    assert Folder().wait(0, status(changed=NOON - 1.5)) == pytest.approx(0.5)


def test_a_file_that_is_nearly_settled_is_not_looked_at_without_a_pause() -> None:
    assert Folder().wait(0, status(changed=NOON - 1.999)) == SOON


def test_nobody_waits_where_nothing_has_to_settle() -> None:
    assert Folder(0.0).wait(0, status(changed=NOON)) == 0.0


def test_a_growing_file_is_never_read_until_it_rests() -> None:
    folder = Folder()
    growing = [
        folder.wait(at, status(changed=NOON + at - 0.1, size=10 + int(at))) for at in range(60)
    ]

    assert all(growing)
    assert folder.wait(61.0, status(changed=NOON + 58.9, size=69)) == 0.0


def test_a_file_from_a_clock_that_runs_ahead_is_read_once_it_looked_the_same() -> None:
    folder, ahead = Folder(), status(changed=NOON + 3_600.0)

    waits = [folder.wait(at, ahead) for at in (0.0, 1.5, 2.0)]

    assert waits == [2.0, pytest.approx(0.5), 0.0]


def test_a_clock_that_is_set_back_does_not_make_a_file_settled() -> None:
    folder, ahead = Folder(), status(changed=NOON + 3_600.0)
    folder.wait(0.0, ahead)

    assert folder.wait(-100.0, ahead) == SETTLE
    assert folder.wait(-98.0, ahead) == 0.0


def test_a_file_that_was_renamed_into_place_is_read_at_once() -> None:
    folder = Folder()
    folder.heard(renamed=True)

    assert folder.wait(0.0, status(changed=NOON - 0.001)) == 0.0


def test_a_file_that_was_closed_is_read_after_a_moment_of_calm() -> None:
    folder, closed = Folder(), status(changed=NOON)
    folder.heard()

    waits = [folder.wait(0.01, closed), folder.wait(0.06, closed)]

    assert waits == [pytest.approx(CALM - 0.01, abs=1e-6), 0.0]


def test_a_file_that_is_written_again_after_it_was_closed_has_to_settle() -> None:
    folder = Folder()
    folder.heard()
    folder.wait(0.01, status(changed=NOON))

    assert folder.wait(0.5, status(changed=NOON + 0.4, size=6)) == pytest.approx(1.9)


def test_an_empty_file_has_to_settle_though_it_was_closed() -> None:
    folder = Folder()
    folder.heard(renamed=True)

    assert folder.wait(1.0, status(changed=NOON, size=0)) == pytest.approx(1.0)


@pytest.mark.parametrize("renamed", [True, False])
def test_who_appends_and_closes_again_and_again_has_to_wait_after_the_first_time(
    renamed: bool,
) -> None:
    folder = Folder()
    folder.heard(renamed=renamed)
    first = folder.wait(0.1, status(changed=NOON))
    folder.heard(renamed=renamed)
    second = folder.wait(1.1, status(changed=NOON + 1.0, size=6))
    folder.heard(renamed=renamed)
    third = folder.wait(3.3, status(changed=NOON + 3.2, size=7))

    assert [first, second, third] == [0.0, pytest.approx(1.9), 0.0]


def test_what_was_heard_of_a_file_that_has_settled_is_forgotten() -> None:
    folder, old = Folder(), status(changed=NOON)
    folder.heard()
    folder.wait(0.01, old)
    folder.wait(5.0, old)

    assert folder.wait(0.06, old) == pytest.approx(1.94)


@pytest.mark.parametrize(
    ("waits", "again_after"),
    [
        ([], None),
        ([1.0], 1.0),
        ([1.4, 1.0, 1.6], 1.4),
        ([1.4, CALM, 0.2], CALM),
    ],
)
def test_files_that_settle_one_soon_after_the_other_are_looked_at_once(
    waits: list[float], again_after: float | None
) -> None:
    assert together(waits) == again_after


def test_nothing_is_remembered_of_files_that_went() -> None:
    folder = Folder()
    folder.heard()
    folder.wait(0.01, status(changed=NOON))

    for later in (5.0, 6.0):
        folder.settling.begin(NOON + later)

    kept = [value for name, value in vars(folder.settling).items() if name not in KEPT]
    assert not any(kept)
