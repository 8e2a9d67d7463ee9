"""Spans of time as people write them: `300ms`, `30m`, `1h30m`, `2d`."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}
_PART = r"(\d+(?:\.\d+)?)(ms|s|m|h|d)"
_WHOLE = re.compile(rf"(?:{_PART})+")


def seconds(text: object) -> float:
    """Read a span; raises ValueError with an example of how one is written."""
    if not isinstance(text, str) or not _WHOLE.fullmatch(text):
        shown = f'"{text}"' if isinstance(text, str) else text
        raise ValueError(f'should be a time like "300ms", "30m" or "1h30m", not {shown}')
    return sum(float(count) * UNITS[unit] for count, unit in re.findall(_PART, text))


Duration = Annotated[
    float,
    BeforeValidator(seconds),
    WithJsonSchema({"type": "string", "pattern": f"^{_WHOLE.pattern}$"}),
]
