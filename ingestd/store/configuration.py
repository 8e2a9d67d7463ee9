"""What is wrong with the configuration that the daemon was to use, while it uses an older one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from ingestd.errors import Problem
from ingestd.store.tables import CONFIGURATION


@dataclass(frozen=True, slots=True)
class Refused:
    """A configuration that cannot be used: since when (RFC 3339), and why."""

    refused_at: str
    problems: tuple[Problem, ...]


def refuse(connection: sa.Connection, problems: Sequence[Problem], at: str) -> None:
    """Remember why the older one stays in force."""
    accept(connection)
    told = [asdict(problem) for problem in problems]
    connection.execute(CONFIGURATION.insert().values(one=1, refused_at=at, problems=told))


def accept(connection: sa.Connection) -> None:
    """The one that is written is in force."""
    connection.execute(CONFIGURATION.delete())


def refused(connection: sa.Connection) -> Refused | None:
    """What is wrong with the one that is written; None where nothing is."""
    row = connection.execute(sa.select(CONFIGURATION)).first()
    if row is None:
        return None
    return Refused(row.refused_at, tuple(Problem(**told) for told in row.problems))
