"""Memory in large pages, for who holds much of it and comes by all of it.

A rebuild remembers names and rows by the hundred megabytes; in pages of 4 KiB, a tenth of its
time goes into looking up where they lie. Linux joins them to pages of 2 MiB where it is asked
(MADV_COLLAPSE of madvise(2), since 6.1); elsewhere all stays as it is.
"""

import ctypes
from collections.abc import Iterable, Iterator
from pathlib import Path

SIZE = 2 * 1024 * 1024
_COLLAPSE = 25
_MAPS = Path("/proc/self/maps")
_LIBC = ctypes.CDLL(None)


def ask(maps: Path = _MAPS) -> None:
    """Let what this process holds by now lie in large pages, as far as there are any to be had."""
    if maps.exists():
        for start, length in whole(maps.read_text(encoding="utf-8").splitlines()):
            # not asked how that went: it is the same memory either way
            _LIBC.madvise(ctypes.c_void_p(start), ctypes.c_size_t(length), _COLLAPSE)


def whole(maps: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where whole large pages of memory of its own begin, and how many bytes these are.

    From the lines of proc_pid_maps(5): only what is private, writable and of no file.
    """
    for line in maps:
        place, rights, _, _, inode, *name = line.split()
        if rights == "rw-p" and inode == "0" and name in ([], ["[heap]"]):
            first, behind = (int(address, 16) for address in place.split("-"))
            start, end = -(-first // SIZE) * SIZE, behind // SIZE * SIZE
            if start < end:
                yield start, end - start
