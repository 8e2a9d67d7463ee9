"""What an answer looks like: one item, or a page of items."""

import json
from collections.abc import Mapping
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from ingestd.server.tagged import TaggedResponse

T = TypeVar("T")


class Shape(BaseModel):
    """Documents what is sent; whoever reads it ignores fields that are not known."""

    model_config = ConfigDict(extra="allow")


class PageOf(Shape, Generic[T]):
    """Some items, and where the next ones begin."""

    items: list[T]
    next: str | None = Field(
        description="To be asked for as 'after'; null: these were the last."
    )


class Answer(TaggedResponse):
    """Rows as they are, in UTF-8."""

    media_type = "application/json"

    def __init__(self, content: Mapping[str, object]) -> None:
        super().__init__(content)

    def render(self, content: object) -> bytes:
        """Write compact JSON."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode()
