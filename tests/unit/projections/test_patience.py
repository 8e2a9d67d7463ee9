"""The search for garbage waits, and goes on whatever happened."""

import gc

import pytest

from ingestd.projections.patience import garbage_waits


def test_garbage_is_looked_for_again_after_an_error() -> None:
    with pytest.raises(KeyError), garbage_waits():
        raise KeyError

    assert gc.isenabled()


def test_who_waits_inside_another_s_waiting_ends_it_not() -> None:
    with garbage_waits():
        with garbage_waits():
            pass
        waits = not gc.isenabled()

    assert waits
