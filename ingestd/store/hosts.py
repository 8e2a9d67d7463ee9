"""What is remembered of hosts, where every process of this store sees it."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from ingestd.clock import rfc3339
from ingestd.fetching.hosts import Hold, Rules
from ingestd.store.database import Database
from ingestd.store.tables import HOSTS

Kept = dict[str, dict[str, str | None]]
"""Of each site in a domain: `until`, and `text`."""


class StoredHosts:
    """Hosts in the database; see ingestd.fetching.hosts. Its methods raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hold_of(self, domain: str) -> Hold | None:
        """See Hosts."""
        known = self._known(domain)
        if known.not_before is None:
            return None
        return Hold(datetime.fromisoformat(known.not_before), known.reason or "")

    def hold(self, domain: str, hold: Hold) -> None:
        """See Hosts."""
        values = {"not_before": rfc3339(hold.until), "reason": hold.reason}
        self._database.together(partial(_write, domain=domain, values=values))

    def rules_of(self, domain: str, site: str) -> Rules | None:
        """See Hosts."""
        kept = self._known(domain).robots.get(site)
        if kept is None:
            return None
        return Rules(datetime.fromisoformat(kept["until"] or ""), kept["text"])

    def keep_rules(self, domain: str, site: str, rules: Rules) -> None:
        """See Hosts."""
        kept: Kept = {site: {"until": rfc3339(rules.until), "text": rules.text}}
        self._database.together(partial(_add_rules, domain=domain, kept=kept))

    def _known(self, domain: str) -> "_Known":
        with self._database.reading() as connection:
            return _read(connection, domain)


class _Known(NamedTuple):
    not_before: str | None
    reason: str | None
    robots: Kept


def _read(connection: sa.Connection, domain: str) -> _Known:
    query = sa.select(HOSTS.c.not_before, HOSTS.c.reason, HOSTS.c.robots)
    row = connection.execute(query.where(HOSTS.c.domain == domain)).first()
    return (
        _Known(None, None, {})
        if row is None
        else _Known(row.not_before, row.reason, row.robots or {})
    )


def _add_rules(connection: sa.Connection, *, domain: str, kept: Kept) -> None:
    _write(
        connection, domain=domain, values={"robots": _read(connection, domain).robots | kept}
    )


def _write(connection: sa.Connection, *, domain: str, values: Mapping[str, object]) -> None:
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    row = dialect.insert(HOSTS).values(domain=domain, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["domain"], set_=values))
