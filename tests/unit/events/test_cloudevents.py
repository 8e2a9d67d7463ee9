"""An event of ours as CloudEvents 1.0 wants it."""

import re
from typing import Any

import pytest

from ingestd.events.cloudevents import as_cloudevent

LOG = "0f" * 16
ROW: dict[str, Any] = {
    "position": 42,
    "id": "019ab000-0000-7000-8000-000000000000",
    "stream": "document:art_a",
    "version": 3,
    "type": "document.retried",
    "schema": 1,
    "time": "2021-11-11T08:00:00Z",
    "recorded_at": "2021-11-11T09:00:01.000000Z",
    "actor": "cli@1",
    "causation": "019ab000-0000-7000-8000-000000000001",
    "correlation": "019ab000-0000-7000-8000-000000000002",
    "data": {"document": "art_a", "revision": 1},
    "hash": "ab" * 32,
}
INTEGERS = range(-(2**31), 2**31)


def test_each_field_has_its_attribute() -> None:
    assert as_cloudevent(ROW, log_id=LOG) == {
        "specversion": "1.0",
        "id": ROW["id"],
        "source": f"urn:ingestd:{LOG}",
        "type": "document.retried",
        "subject": "document:art_a",
        "time": "2021-11-11T08:00:00Z",
        "datacontenttype": "application/json",
        "dataschema": "urn:ingestd:event:document.retried:1",
        "sequence": "0000000000000000042",
        "streamversion": 3,
        "recordedtime": "2021-11-11T09:00:01.000000Z",
        "correlationid": ROW["correlation"],
        "causationid": ROW["causation"],
        "actor": "cli@1",
        "hash": "ab" * 32,
        "data": {"document": "art_a", "revision": 1},
    }


def test_an_event_that_answers_none_names_no_cause() -> None:
    assert "causationid" not in as_cloudevent(ROW | {"causation": None}, log_id=LOG)


def test_names_and_values_are_such_as_the_specification_allows() -> None:
    told = as_cloudevent(ROW, log_id=LOG)
    told.pop("data")

    assert [name for name in told if not re.fullmatch("[a-z0-9]{1,20}", name)] == []
    assert [
        name
        for name, value in told.items()
        if not (isinstance(value, str) and value) and value not in INTEGERS
    ] == []


@pytest.mark.parametrize(("one", "next_one"), [(9, 10), (99, 100), (2**63 - 2, 2**63 - 1)])
def test_sequences_as_text_are_in_the_order_of_the_log(one: int, next_one: int) -> None:
    first, second = (
        as_cloudevent(ROW | {"position": position}, log_id=LOG)["sequence"]
        for position in (one, next_one)
    )

    assert first < second
