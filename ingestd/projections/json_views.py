"""Views over columns that hold JSON arrays, in the words of either database."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class _Elements(FunctionElement[Any]):
    inherit_cache = True
    name = "elements_of"


class _Part(FunctionElement[Any]):
    inherit_cache = True
    name = "part"


class _Json(FunctionElement[Any]):
    inherit_cache = True
    name = "as_json"


def elements_of(array: sa.ColumnElement[Any], alias: str) -> sa.TableValuedAlias:
    """Make a row of each element of an array of JSON text: its place (`key`), its `value`."""
    return _Elements(array).table_valued("key", "value", name=alias, joins_implicitly=True)


def part(array: sa.ColumnElement[Any], place: int) -> sa.ColumnElement[Any]:
    """Take an element of an array: as text where it is that, as JSON where it is an array."""
    return _Part(array, sa.literal(place))


def number(array: sa.ColumnElement[Any], place: int) -> sa.ColumnElement[Any]:
    """Take a whole number of an array."""
    return sa.cast(part(array, place), sa.BigInteger)


def as_json(text: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Take text that holds JSON as the database's type for it, where it has one."""
    return _Json(text)


def _inside(element: FunctionElement[Any], compiler: Any, **options: Any) -> list[str]:
    return [compiler.process(clause, **options) for clause in element.clauses]


@compiles(_Elements, "sqlite")
def _elements_sqlite(element: _Elements, compiler: Any, **options: Any) -> str:
    (array,) = _inside(element, compiler, **options)
    return f"json_each({array})"


@compiles(_Elements, "postgresql")
def _elements_postgresql(element: _Elements, compiler: Any, **options: Any) -> str:
    (array,) = _inside(element, compiler, **options)
    elements = f"jsonb_array_elements(CAST({array} AS JSONB)) WITH ORDINALITY"
    return f"LATERAL (SELECT nth - 1 AS key, value FROM {elements} AS e(value, nth))"  # noqa: S608  no one's words


@compiles(_Part, "sqlite")
def _part_sqlite(element: _Part, compiler: Any, **options: Any) -> str:
    array, place = _inside(element, compiler, **options)
    return f"json_extract({array}, '$[' || {place} || ']')"


@compiles(_Part, "postgresql")
def _part_postgresql(element: _Part, compiler: Any, **options: Any) -> str:
    array, place = _inside(element, compiler, **options)
    return f"(CAST({array} AS JSONB) ->> {place})"


@compiles(_Json, "sqlite")
def _json_sqlite(element: _Json, compiler: Any, **options: Any) -> str:
    return _inside(element, compiler, **options)[0]


@compiles(_Json, "postgresql")
def _json_postgresql(element: _Json, compiler: Any, **options: Any) -> str:
    return f"CAST({_inside(element, compiler, **options)[0]} AS JSON)"
