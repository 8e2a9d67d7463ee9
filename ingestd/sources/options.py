"""What every kind of source can be told, and how its options are read."""

import json
import re
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
from ingestd.sources.found import Pace
from ingestd.sources.rules import compiled

_LANGUAGE = re.compile("^[a-z]{2}$")
MEBIBYTE = 2**20
OFTEN, SELDOM = 1 / 4, 8  # of `every`: how far its pace may stray, unless told otherwise
SHORTEST_ROUND = 1.0  # seconds; below it a source would be looked at without a pause


def _anchored(path: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", Path())
    return Path(folder, path)


def _long_enough(every: float) -> float:
    if every < SHORTEST_ROUND:
        raise ValueError('should be at least "1s"')
    return every


def _not_above(shortest: float | None, info: ValidationInfo) -> float | None:
    every = info.data.get("every")
    if shortest is not None and every is not None and shortest > every:
        raise ValueError("should not be longer than 'every'")
    return shortest


def _not_below(longest: float | None, info: ValidationInfo) -> float | None:
    every = info.data.get("every")
    if longest is not None and every is not None and longest < every:
        raise ValueError("should not be shorter than 'every'")
    return longest


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


def _some_words(text: str) -> str:
    if not text.strip():
        raise ValueError("should be a word, or several, not nothing")
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f'should be a language by its two letters, like "en", not "{text}"')
    return text


def _pattern(text: str) -> str:
    compiled(text)
    return text


AnchoredPath = Annotated[Path, AfterValidator(_anchored)]
Round = Annotated[Duration, AfterValidator(_long_enough)]
Deadline = Annotated[Duration, AfterValidator(_some_time)]
Words = Annotated[str, AfterValidator(_some_words)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Language = Annotated[
    str,
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": _LANGUAGE.pattern}),
]
AllowedNetwork = Annotated[
    Network, BeforeValidator(_network), WithJsonSchema({"type": "string"})
]


class SourceOptions(BaseModel):
    """Options of one source; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_bytes: Annotated[int, Field(gt=0, strict=True)] = Field(
        default=20 * MEBIBYTE, description="Larger documents are rejected, unread."
    )
    words: tuple[Words, ...] = Field(
        default=(), description="Only documents with one of these words, in any case."
    )
    not_words: tuple[Words, ...] = Field(
        default=(), description="No documents with one of these words, in any case."
    )
    patterns: tuple[Pattern, ...] = Field(
        default=(),
        description="Only documents in which one of these is found, in RE2's notation.",
    )
    not_patterns: tuple[Pattern, ...] = Field(
        default=(), description="No documents in which one of these is found."
    )
    languages: tuple[Language, ...] = Field(
        default=(), description='Only documents in these languages: ["en", "vi"].'
    )
    max_age: Duration = Field(
        default="0s",
        validate_default=True,
        description='New documents that are older are kept out; "0s" lets in any.',
    )
    withdraw: bool = Field(
        default=False,
        description="Whether an article goes with the last place that shows it.",
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


class PacedOptions(SourceOptions):
    """Options of a source whose pace follows how much is new there."""

    every: Round = every("30m")
    every_min: Annotated[Round | None, AfterValidator(_not_above)] = Field(
        default=None,
        description="The least time between two looks. Left out: a quarter of 'every'.",
    )
    every_max: Annotated[Round | None, AfterValidator(_not_below)] = Field(
        default=None,
        description="The longest time between two looks. Left out: eight times 'every'.",
    )

    @property
    def pace(self) -> Pace:
        """How often to look at it."""
        shortest, longest = self.every_min, self.every_max
        return Pace(
            start=self.every,
            shortest=max(self.every * OFTEN, SHORTEST_ROUND) if shortest is None else shortest,
            longest=self.every * SELDOM if longest is None else longest,
        )
