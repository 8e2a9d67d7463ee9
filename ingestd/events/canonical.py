"""One way to write a fact down: equal facts, equal bytes."""

import dataclasses
import math
import typing
from functools import cache
from typing import Any

import msgspec

from ingestd.events.text import sound

_ENCODER = msgspec.json.Encoder(order="sorted")
_NUL = b"\\u0000"


def canonical(payload: Any) -> bytes:
    """Return JSON with sorted keys and no spaces, in UTF-8: equal facts, equal bytes.

    Takes plain values and dataclasses. Floats are the shortest digits that read back the
    same. What no store can keep (see `sound`) is replaced. Raises ValueError for what is no
    JSON.
    """
    try:
        told = _ENCODER.encode(payload)
    except UnicodeEncodeError:
        told = _NUL
    # or letters that look so: what is sound already stays as it is (a backslash alone is
    # looked for in half the time)
    if b"\\" in told and _NUL in told:
        told = _ENCODER.encode(_made_sound(msgspec.to_builtins(payload)))
    shape: Any = type(payload)
    # the encoder writes null for what is no number
    if _may_hold_floats(shape) and b"null" in told:
        _refuse_no_number(msgspec.to_builtins(payload))
    return told


def _made_sound(value: Any) -> Any:
    match value:
        case str():
            return sound(value)
        case dict():
            return {sound(key): _made_sound(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_made_sound(inner) for inner in value]
        case _:
            return value


def _refuse_no_number(value: Any) -> None:
    match value:
        case float() if not math.isfinite(value):
            raise ValueError(f"float value is not JSON compliant: {value}")
        case dict():
            _refuse_no_number(list(value.values()))
        case list() | tuple():
            for inner in value:
                _refuse_no_number(inner)
        case _:
            pass


@cache
def _may_hold_floats(shape: Any) -> bool:
    """Whether there can be a float in what has this type; yes, where the type does not tell."""
    if dataclasses.is_dataclass(shape):
        return any(map(_may_hold_floats, typing.get_type_hints(shape).values()))
    if typing.get_origin(shape) is typing.Literal:
        return False
    if inner := typing.get_args(shape):
        return any(map(_may_hold_floats, inner))
    return shape not in {str, int, bool, type(None), Ellipsis}
