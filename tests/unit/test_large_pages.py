"""What a rebuild holds in memory may lie in large pages."""

from pathlib import Path

from ingestd.replay.large_pages import SIZE, ask, whole

MAPS = """\
00400000-00c00000 r-xp 00000000 fe:01 77 /usr/bin/program
00c00000-01400000 rw-p 00000000 fe:01 77 /usr/bin/program
01400000-01a00000 rw-p 00000000 00:00 0 [heap]
01b00000-02300000 rw-p 00000000 00:00 0
02300000-02500000 rw-p 00000000 00:00 0
02600000-02800000 r--p 00000000 00:00 0
02800000-02a00000 rw-s 00000000 00:00 0
02a00000-02c00000 rw-p 00000000 00:00 0 [stack]
"""


def test_whole_pages_of_memory_of_no_file_are_asked_for() -> None:
    assert list(whole(MAPS.splitlines())) == [
        (0x1400000, 3 * SIZE),
        (0x1C00000, 3 * SIZE),
    ]


def test_what_was_in_memory_is_there_still() -> None:
    held = bytes(range(256)) * (4 * SIZE // 256)

    ask()

    assert held == bytes(range(256)) * (4 * SIZE // 256)


def test_where_nobody_can_be_asked_nothing_is(tmp_path: Path) -> None:
    ask(tmp_path / "maps")
