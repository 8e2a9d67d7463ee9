"""A bundle in a zip is read from the zip itself, as often as it is opened."""

import io
import zipfile

import pytest

from ingestd.errors import UnreadableError
from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.opening import Reading, open_bundle
from ingestd.sources.found import Bundle
from tests.unit.sources.bundles.opened import told
from tests.unit.sources.bundles.packing import zipped


def test_a_table_in_a_zip_may_be_larger_than_a_document() -> None:
    table = b"text\n" + b"".join(b"Row %d.\n" % number for number in range(5_000))

    found = told(
        "a.zip", zipped({"t.csv": table, "b.txt": b"B."}), Reading(caps=Caps(document=20_000))
    )

    assert len(found) == 5_001
    assert found[4_999] == ("a.zip#t.csv#5000", "Row 4999.")


def test_a_table_in_a_zip_that_is_damaged_is_told_after_what_is_whole() -> None:
    rows = b"".join(b"Row %d.\n" % number for number in range(9_000))
    archive = zipped({"t.csv": b"text\n" + rows}, zipfile.ZIP_STORED)
    damaged = archive.replace(b"Row 8900.", b"Row 890!.", 1)

    *first, (place, reason) = told("a.zip", damaged)

    assert first[0] == ("a.zip#t.csv#1", "Row 0.")
    assert place == "!"
    assert "the zip is damaged" in reason


def test_a_zip_that_was_damaged_since_it_was_listed_says_so() -> None:
    archive = zipped({"t.csv": b"text\nOne.\n"})
    contents = iter([archive, b"PK\x03\x04"])

    [item] = open_bundle("file:///a.zip", "zip", lambda: io.BytesIO(next(contents)))

    assert isinstance(item, Bundle)
    with pytest.raises(UnreadableError, match="the zip is damaged"):
        list(item.open())
