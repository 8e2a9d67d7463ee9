"""`story`: a log of ten events over three subjects, with the blobs that they name."""

from dataclasses import replace

import pytest

from ingestd.store.blobs import Blobs
from tests.fixtures.building import extracted, parsed, polled, received, registered
from tests.fixtures.stores import Given

TEXTS = {"a": b"Words of a.", "b": b"Words of b."}


@pytest.fixture
def story(given: Given, blobs: Blobs) -> list[int]:
    """Positions 1 to 10; 3, 5 and 7 are of document a, 4, 6 and 8 of b."""
    kept = {name: blobs.put(content) for name, content in TEXTS.items()}
    positions = given(registered(), polled(accepted=2))
    positions += given(*(received(name, blob=kept[name]) for name in TEXTS))
    positions += given(*(parsed(name, blob=kept[name], text=kept[name]) for name in TEXTS))
    positions += given(*(replace(extracted(name), text=kept[name]) for name in TEXTS))
    return [*positions, *given(polled(accepted=1), polled(unchanged=1, revised=1))]
