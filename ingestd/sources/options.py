"""What every kind of source can be told, and how its options are read."""

import json
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
)

from ingestd.config.durations import Duration
from ingestd.fetching.addresses import Network

MEBIBYTE = 2**20
SHORTEST_ROUND = 1.0  # seconds; below it a source would be looked at without a pause


def _anchored(path: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", Path())
    return Path(folder, path)


def _long_enough(every: float) -> float:
    if every < SHORTEST_ROUND:
        raise ValueError('should be at least "1s"')
    return every


def _some_time(duration: float) -> float:
    if duration <= 0:
        raise ValueError("should be more than nothing")
    return duration


def _network(text: object) -> Network:
    try:
        return ip_network(str(text))
    except ValueError:
        shown = json.dumps(text, default=str)
        raise ValueError(f'should be a network like "10.0.0.0/8", not {shown}') from None


AnchoredPath = Annotated[Path, AfterValidator(_anchored)]
Round = Annotated[Duration, AfterValidator(_long_enough)]
Deadline = Annotated[Duration, AfterValidator(_some_time)]
AllowedNetwork = Annotated[
    Network, BeforeValidator(_network), WithJsonSchema({"type": "string"})
]


class SourceOptions(BaseModel):
    """Options of one source; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_bytes: Annotated[int, Field(gt=0, strict=True)] = Field(
        default=20 * MEBIBYTE, description="Larger documents are rejected, unread."
    )

    def canonical(self, *, without: str) -> str:
        """What was set, as JSON with sorted keys; `without` is the key of the address."""
        told = self.model_dump(mode="json", exclude_unset=True, exclude={without})
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def every(default: str) -> float:
    """The field that says how often a source is looked at."""
    field: float = Field(
        default=default,
        validate_default=True,
        description='How long from one look to the next: "90s", "30m", "1h30m".',
    )
    return field
