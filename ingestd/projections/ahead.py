"""Reads the next page of the log while the one before is folded and written.

Only where there is a server that works meanwhile: SQLite would do it in the same process, and
whoever folds would wait for it.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from ingestd.store.event_log import Page

Read = Callable[[int, int], Page]
"""Reads the page after a position, of so many positions."""


class Ahead:
    """One page at most is ahead; for one caller, who asks for page after page."""

    def __init__(self, read: Read, thread: ThreadPoolExecutor) -> None:
        self._read = read
        self._thread = thread
        self._asked: tuple[int, int] | None = None
        self._coming: Future[Page] | None = None

    def page(self, after: int, limit: int) -> Page:
        """The page after a position. Raises what was raised in reading it."""
        page = self._taken(after, limit)
        if page is None or page.ceiling < after + limit:
            # nothing was ahead, or the log ended there: it may have grown
            page = self._read(after, limit)
        if page.ceiling == after + limit:
            self._asked = page.ceiling, limit
            self._coming = self._thread.submit(self._read, page.ceiling, limit)
        return page

    def _taken(self, after: int, limit: int) -> Page | None:
        """What was read ahead, if that is what is asked for."""
        coming, self._coming = self._coming, None
        if coming is not None and self._asked == (after, limit):
            return coming.result()
        if coming is not None:
            coming.cancel()
        return None


@contextmanager
def reading_ahead(read: Read) -> Iterator[Ahead]:
    """Give pages from a thread of its own, which has ended when the block has."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="read-ahead")
    try:
        yield Ahead(read, thread)
    finally:
        thread.shutdown(cancel_futures=True)
