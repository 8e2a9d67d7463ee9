"""Lets Python's search for rings of garbage wait until a page is folded.

A page makes very many objects that stay, and next to no rings: looking through all of them
again and again, while they grow, takes a third of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits() -> Iterator[None]:
    """Look for no rings in this process until the block ends."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
