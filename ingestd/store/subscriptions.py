"""What was asked of WebSub hubs, and how their answers are known. Secrets stay in this table."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from ingestd.store.tables import SOURCE_STATE, SUBSCRIPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One topic at one hub, for one source.

    The hub calls `callback`, which ends in `token`, and signs what it sends with `secret`.
    It is `wanted`, or being ended. `until` is how long the hub said that it holds (RFC 3339),
    None before it said so. `again_at` is when the hub is asked next, `tries` how often it was
    asked since it answered last, `reason` what was wrong then. `networks` may be reached for it.
    """

    token: str
    source: str
    hub: str
    topic: str
    callback: str
    secret: str
    networks: tuple[str, ...] = ()
    wanted: bool = True
    until: str | None = None
    again_at: str
    tries: int = 0
    reason: str | None = None


def all_of(connection: sa.Connection) -> list[Subscription]:
    """Every subscription, in the order of sources."""
    query = sa.select(SUBSCRIPTIONS).order_by(SUBSCRIPTIONS.c.source, SUBSCRIPTIONS.c.token)
    return [_subscription(row) for row in connection.execute(query).mappings()]


def find(connection: sa.Connection, token: str) -> Subscription | None:
    """The subscription that a callback is meant for."""
    query = sa.select(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.token == token)
    row = connection.execute(query).mappings().first()
    return _subscription(row) if row else None


def write(connection: sa.Connection, subscription: Subscription) -> None:
    """Remember how it stands."""
    drop(connection, subscription.token)
    values = asdict(subscription) | {"networks": list(subscription.networks)}
    connection.execute(SUBSCRIPTIONS.insert().values(**values))


def drop(connection: sa.Connection, token: str) -> None:
    """Know nothing more of it."""
    connection.execute(SUBSCRIPTIONS.delete().where(SUBSCRIPTIONS.c.token == token))


def offered(connection: sa.Connection) -> dict[str, Mapping[str, str]]:
    """The hub (`url`, `topic`) that each source offers, where one does."""
    query = sa.select(SOURCE_STATE.c.source, SOURCE_STATE.c.hub)
    return {row.source: row.hub for row in connection.execute(query) if row.hub}


def _subscription(row: sa.RowMapping) -> Subscription:
    return Subscription(**{**row, "networks": tuple(row["networks"])})
