"""What is read ahead is what would have been read; nothing of it outlives the reader."""

import threading

import pytest

from ingestd.projections.ahead import reading_ahead
from ingestd.store.event_log import Page


class Log:
    """A log of so many positions, which notes what is asked of it."""

    def __init__(self, head: int) -> None:
        self.head = head
        self.asked: list[tuple[int, int]] = []
        self.threads: list[threading.Thread] = []
        self.broken_from: int | None = None
        self.looked = threading.Event()

    def read(self, after: int, limit: int) -> Page:
        self.asked.append((after, limit))
        self.threads.append(threading.current_thread())
        ceiling = min(self.head, after + limit)
        if after:
            self.looked.set()
        if self.broken_from is not None and ceiling >= self.broken_from:
            raise OSError(f"cannot read up to {ceiling}")
        return Page(floor=after, ceiling=ceiling, events=())


def places(page: Page) -> tuple[int, int]:
    return page.floor, page.ceiling


def test_pages_come_one_behind_the_other_each_read_once() -> None:
    log = Log(head=25)

    with reading_ahead(log.read) as ahead:
        told = [places(ahead.page(after, 10)) for after in (0, 10)]

    assert told == [(0, 10), (10, 20)]
    assert log.asked[:2] == [(0, 10), (10, 10)]
    assert log.asked[2:] in ([], [(20, 10)])  # the block may end before that begins


def test_the_page_that_follows_is_read_by_another_thread() -> None:
    log = Log(head=30)

    with reading_ahead(log.read) as ahead:
        ahead.page(0, 10)
        ahead.page(10, 10)

    here = threading.current_thread()
    assert [thread is here for thread in log.threads[:2]] == [True, False]


def test_what_was_appended_behind_a_page_that_was_ahead_is_not_passed_over() -> None:
    log = Log(head=12)

    with reading_ahead(log.read) as ahead:
        ahead.page(0, 10)
        assert log.looked.wait(10)
        log.head = 15
        told = places(ahead.page(10, 10))

    assert told == (10, 15)


def test_at_the_end_of_the_log_nothing_is_read_ahead() -> None:
    log = Log(head=5)

    with reading_ahead(log.read) as ahead:
        assert places(ahead.page(0, 10)) == (0, 5)
        assert places(ahead.page(5, 10)) == (5, 5)

    assert log.asked == [(0, 10), (5, 10)]


def test_another_page_than_the_one_ahead_is_read_anew() -> None:
    log = Log(head=100)

    with reading_ahead(log.read) as ahead:
        ahead.page(0, 10)
        told = [places(ahead.page(10, 5)), places(ahead.page(0, 7))]

    assert told == [(10, 15), (0, 7)]


def test_an_error_in_the_thread_reaches_who_asks_for_that_page() -> None:
    log = Log(head=100)
    log.broken_from = 20

    with reading_ahead(log.read) as ahead:
        assert places(ahead.page(0, 10)) == (0, 10)
        with pytest.raises(OSError, match="cannot read up to 20"):
            ahead.page(10, 10)


def test_an_error_ahead_is_not_told_to_who_asks_for_less() -> None:
    log = Log(head=100)
    log.broken_from = 20

    with reading_ahead(log.read) as ahead:
        ahead.page(0, 10)

        assert places(ahead.page(10, 5)) == (10, 15)


def test_the_thread_ends_with_the_block_whatever_ended_that() -> None:
    log = Log(head=100)

    def interrupted() -> None:
        with reading_ahead(log.read) as ahead:
            ahead.page(0, 10)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert not any(thread.name.startswith("read-ahead") for thread in threading.enumerate())
