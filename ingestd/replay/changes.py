"""What newer code made of the ids: which came, which went, and where those lead now.

Told by what both generations were told of: a telling of an entity, a claim of a deal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
import structlog

from ingestd import __version__
from ingestd.events import Draft, IdsRedirected, Redirect
from ingestd.projections.projection import Projection
from ingestd.replay.outcomes import Change, Rebuilt
from ingestd.store import generations
from ingestd.store.generations import Generation

log = structlog.get_logger()
ACTOR = f"replay@{__version__}"
AT_ONCE = 500
"""Redirects in one event."""
ASKED = 400
"""Values in one question."""
A_TELLING = ("article", "extractor", "place")
Pairs = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Things with ids: the view that lists them, the view of what is told, its column of ids.

    `each` names the columns by which what is told is known again.
    """

    name: str
    told: str | None = None
    column: str = "id"
    each: tuple[str, ...] = A_TELLING


KINDS = (
    Kind(name="articles"),
    Kind(name="entities", told="entity_tellings", column="entity"),
    Kind(name="deals", told="deal_claims", column="deal"),
    Kind(name="stories", told="story_articles", column="story", each=("article",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The changes of all kinds, and the ids that lead elsewhere from now on."""

    kinds: tuple[Change, ...] = ()
    redirects: tuple[Redirect, ...] = ()


def changes_of(
    connection: sa.Connection, projection: Projection, rebuilt: Generation
) -> Changes:
    """Compare the ids that are served to those of a generation that is not served yet.

    The counts are exact where both stand at one position; the redirects always hold.
    """
    generations.entered(connection, rebuilt)
    served = set(sa.inspect(connection).get_view_names())
    queries = {
        name: generations.query_of(query, connection.dialect.name)
        for name, query in projection.shape.views
        if name in served
    }
    found = [
        _of_kind(connection, kind, queries)
        for kind in KINDS
        if kind.name in queries and (kind.told is None or kind.told in queries)
    ]
    return Changes(
        kinds=tuple(change for change, _ in found if not change.is_none),
        redirects=tuple(each for _, redirects in found for each in redirects),
    )


def drafts_of(found: Changes, projection: Projection) -> list[Draft]:
    """The facts to be recorded, so that old ids lead on for ever."""
    name, code = projection.name, projection.shape.version
    return [
        Draft(event=IdsRedirected(projection=name, code=code, redirects=some), actor=ACTOR)
        for some in (
            found.redirects[start : start + AT_ONCE]
            for start in range(0, len(found.redirects), AT_ONCE)
        )
    ]


def log_changes(rebuilt: Rebuilt) -> None:
    """Tell whoever watches, kind by kind."""
    for change in rebuilt.changes:
        log.info("ids.changed", projection=rebuilt.projection, **asdict(change))


def _of_kind(
    connection: sa.Connection, kind: Kind, queries: dict[str, sa.Select[Any]]
) -> tuple[Change, list[Redirect]]:
    was, now = _ids(kind.name), queries[kind.name].subquery()
    before, after = sa.select(was.c.id), sa.select(now.c.id)
    lost = list(connection.execute(before.except_(after)).scalars())
    gained = connection.execute(_count(after.except_(before))).scalar_one()
    moved: Pairs = {}
    if kind.told is not None:
        moved = _moved(connection, kind, queries[kind.told].subquery("now"))
    redirects = list(_redirects(sorted(lost), moved))
    merged, split = _joined(moved), _joined({(new, old): n for (old, new), n in moved.items()})
    change = Change(
        kind=kind.name,
        gained=gained,
        lost=len(lost),
        merged=merged,
        split=split,
        redirected=len(redirects),
    )
    return change, redirects


def _count(ids: sa.CompoundSelect[Any]) -> sa.Select[int]:
    return sa.select(sa.func.count()).select_from(ids.subquery())


def _ids(view: str) -> sa.TableClause:
    return sa.table(view, sa.column("id"))


def _moved(connection: sa.Connection, kind: Kind, now: sa.Subquery) -> Pairs:
    """How much is told of both an old and a new id, where any of the two parted or met others."""
    view = sa.table(str(kind.told), *(sa.column(name) for name in (*kind.each, kind.column)))
    was = view.alias("was")
    old, new = was.c[kind.column], now.c[kind.column]
    same = sa.and_(*(was.c[name] == now.c[name] for name in kind.each))
    both = sa.select(old, new, sa.func.count()).select_from(was.join(now, same))
    both = both.group_by(old, new)
    pairs = _counted(connection, both.where(old != new))
    parted = sorted({each for pair in pairs for each in pair})
    for start in range(0, len(parted), ASKED):
        some = parted[start : start + ASKED]
        pairs |= _counted(connection, both.where(old == new, old.in_(some)))
    return pairs


def _counted(connection: sa.Connection, query: sa.Select[Any, Any, int]) -> Pairs:
    rows = connection.execute(query).all()
    return {(str(old), str(new)): int(count) for old, new, count in rows}


def _joined(pairs: Iterable[tuple[str, str]]) -> int:
    """How many ids on the right have several on the left."""
    left: defaultdict[str, int] = defaultdict(int)
    for _, right in pairs:
        left[right] += 1
    return sum(1 for count in left.values() if count > 1)


def _redirects(lost: Sequence[str], moved: Pairs) -> Iterator[Redirect]:
    """Lead each to the one that holds the most of it, of equals to the first."""
    became: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (old, new), count in moved.items():
        became[old].append((-count, new))
    for old in lost:
        if became[old]:
            yield Redirect(old=old, new=min(became[old])[1])
