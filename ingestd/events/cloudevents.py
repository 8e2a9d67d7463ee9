"""Events as CloudEvents 1.0, in the structured JSON form, for whoever reads that.

Attributes beside those of the specification are its documented extensions where there is one:
`sequence` (a string whose order as text is the order of events, so the position has zeros in
front), `recordedtime`, `correlationid`, `causationid`. Ours are `streamversion` (number within
the subject), `actor` and `hash` (of the chain). Names are lower-case letters and digits, at
most 20, as the specification asks; an attribute without a value is left out, as it must be.
"""

from collections.abc import Mapping
from typing import Any

MEDIA_TYPE = "application/cloudevents+json"
BATCH_MEDIA_TYPE = "application/cloudevents-batch+json"
DIGITS = 19
"""So many has the highest position there can be."""


def as_cloudevent(row: Mapping[str, Any], *, log_id: str) -> dict[str, Any]:
    """Return one event of the log `log_id`, given as the contract's row, as a CloudEvent."""
    told = {
        "specversion": "1.0",
        "id": row["id"],
        "source": f"urn:ingestd:{log_id}",
        "type": row["type"],
        "subject": row["stream"],
        "time": row["time"],
        "datacontenttype": "application/json",
        "dataschema": f"urn:ingestd:event:{row['type']}:{row['schema']}",
        "sequence": f"{row['position']:0{DIGITS}}",
        "streamversion": row["version"],
        "recordedtime": row["recorded_at"],
        "correlationid": row["correlation"],
        "causationid": row["causation"],
        "actor": row["actor"],
        "hash": row["hash"],
        "data": row["data"],
    }
    return {name: value for name, value in told.items() if value is not None}
