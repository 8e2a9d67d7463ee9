"""What pydantic found wrong, in words for the person who wrote the file."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ingestd.config.did_you_mean import did_you_mean
from ingestd.config.places import Path

# where pydantic's own words would name Python's types
PLAINER = {"path_type": "should be a path", "too_short": "should not be empty"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong, at the key it is about; where that stands is known elsewhere."""

    path: Path
    message: str
    hint: str | None


def complaints(
    error: ValidationError, model: type[BaseModel], *, besides: Iterable[str] = ()
) -> Iterator[Complaint]:
    """Explain each error that validating against `model` gave.

    `besides` are keys that may stand on top but are no business of the model.
    """
    for details in error.errors(include_url=False):
        path = details["loc"]
        known = {*_fields(model, path[:-1]), *(besides if len(path) == 1 else ())}
        yield _explain(details, known)


def _explain(details: ErrorDetails, known: Collection[str]) -> Complaint:
    path = details["loc"]
    key = str(path[-1])
    match details["type"]:
        case "extra_forbidden":
            return Complaint(path, f"unknown option '{key}'", did_you_mean(key, known))
        case "missing":
            return Complaint(path, f"'{key}' is missing", f"add a line: {key} = …")
        case "value_error":
            return Complaint(path, f"'{_dotted(path)}' {details['ctx']['error']}", None)
        case _:
            return Complaint(path, f"'{_dotted(path)}' {_expected(details)}", None)


def _expected(details: ErrorDetails) -> str:
    got = json.dumps(details["input"], ensure_ascii=False, default=str)
    expected = PLAINER.get(details["type"], details["msg"].removeprefix("Input "))
    return f"{expected}, not {got}"


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)


def _fields(model: type[BaseModel], path: Path) -> Mapping[str, object]:
    for part in path:
        section = _section(model, str(part))
        if section is None:
            return {}
        model = section
    return model.model_fields


def _section(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    field = model.model_fields.get(name)
    annotation = field.annotation if field else None
    for kind in (annotation, *get_args(annotation)):  # a section may be left out: X | None
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
    return None
