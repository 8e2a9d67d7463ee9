"""A list of blobs that may be longer than memory, and leaves nothing behind."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.errors import StorageFullError
from ingestd.events.ids import digest
from ingestd.store.named_blobs import NamedBlobs


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond a page, as if no room were left."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@given(
    added=some.lists(some.lists(some.tuples(some.sampled_from("abcd"), some.integers(1, 9))))
)
def test_each_is_kept_once_with_the_position_that_came_first(
    added: list[list[tuple[str, int]]],
) -> None:
    told: dict[str, int] = {}
    with NamedBlobs() as named:
        for some_more in added:
            named.add(some_more)
            for name, position in some_more:
                told.setdefault(name, position)

        assert list(named) == sorted(told.items())
        assert len(named) == len(told)
        assert {name for name in "abcde" if name in named} == set(told)


def test_a_full_disk_is_told() -> None:
    many = [(digest(b"%d" % number), number) for number in range(40_000)]

    with NamedBlobs() as named, full_disk(), pytest.raises(StorageFullError, match="a list of"):
        named.add(many)
