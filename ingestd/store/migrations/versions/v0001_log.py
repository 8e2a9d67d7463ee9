"""The log, its head, and what the daemon remembers; the log refuses to be rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# The one change that is let through: an event's data goes, its digest stays, after the log
# itself has said that its document was erased.
KEPT = (
    "position", "id", "stream", "version", "type", "schema", "time", "recorded_at", "actor",
    "causation", "correlation", "key", "digest", "hash",
)  # fmt: skip
FREQUENT = ("document.received", "document.parsed", "document.extracted")
KEPT_FROM_OTHERS = {
    "events": "UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER",
    "refused": "INSERT, UPDATE, DELETE, TRUNCATE",
    "log_head": "INSERT, DELETE, TRUNCATE",
}
TOMBSTONE = b'{"erased":true}'
WAS_ERASED = (
    "EXISTS (SELECT 1 FROM events AS later WHERE later.stream = OLD.stream "
    "AND later.type = 'document.erased' AND later.position > OLD.position)"
)


def upgrade() -> None:
    """Create the log and the operational tables."""
    _create_log()
    _create_operational_tables()
    _refuse_rewriting(op.get_bind().dialect.name)


def _create_log() -> None:
    op.create_table(
        "log_head",
        sa.Column("one", sa.Integer, sa.CheckConstraint("one = 1"), primary_key=True),
        sa.Column("log_id", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("position", POSITION, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("position", POSITION, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("causation", sa.Text),
        sa.Column("correlation", sa.Text, nullable=False),
        sa.Column("key", sa.Text),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.UniqueConstraint("stream", "version"),
    )
    rare = sa.text(" AND ".join(f"type <> '{name}'" for name in FREQUENT))
    op.create_index(
        "ix_events_rare",
        "events",
        ["type", "position"],
        sqlite_where=rare,
        postgresql_where=rare,
    )
    has_key = sa.text("key IS NOT NULL")
    op.create_index(
        "ix_events_key",
        "events",
        ["key"],
        unique=True,
        sqlite_where=has_key,
        postgresql_where=has_key,
    )


def _create_operational_tables() -> None:
    op.create_table(
        "checkpoints",
        sa.Column("reader", sa.Text, primary_key=True),
        sa.Column("position", POSITION, nullable=False),
    )
    op.create_table(
        "projections",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tables", sa.Text, nullable=False),
        sa.Column("views", sa.Text, nullable=False),
        sa.Column("content", sa.Text),
        sa.Column("served_at", sa.Text),
    )
    op.create_table(
        "parked",
        sa.Column("reader", sa.Text, primary_key=True),
        sa.Column("position", POSITION, primary_key=True),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("parked_at", sa.Text, nullable=False),
    )
    op.create_table(
        "origins",
        sa.Column("origin", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, primary_key=True, index=True),
        sa.Column("document", sa.Text, index=True),
        sa.Column("began_here", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer),
        sa.Column("fingerprint", sa.Text),
        sa.Column("mark", sa.Text),
        sa.Column("rejection", sa.Text),
        sa.Column("filtered", sa.Text),
        sa.Column("whole", sa.Boolean, nullable=False),
        sa.Column("gone_at", sa.Text),
        sa.Column("words", sa.Text),
        sa.Column("churn", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("again_at", sa.Text),
    )
    op.create_table(
        "refused",
        sa.Column("mark", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("refused_at", sa.Text, nullable=False),
    )
    op.create_table(
        "source_state",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("validators", sa.JSON, nullable=False),
        sa.Column("last_look_at", sa.Text),
        sa.Column("looks", sa.Integer, nullable=False),
        sa.Column("seen", POSITION, nullable=False),
        sa.Column("accepted", POSITION, nullable=False),
        sa.Column("revised", POSITION, nullable=False),
        sa.Column("duplicate", POSITION, nullable=False),
        sa.Column("unchanged", POSITION, nullable=False),
        sa.Column("rejected", POSITION, nullable=False),
        sa.Column("filtered", POSITION, nullable=False),
        sa.Column("failing", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("interval", sa.Float),
        sa.Column("next_due_at", sa.Text, index=True),
        sa.Column("last_new_at", sa.Text),
        sa.Column("gaps", sa.JSON, nullable=False),
        sa.Column("silent_since", sa.Text),
        sa.Column("moved_to", sa.Text),
        sa.Column("stopped", sa.Text),
        sa.Column("hub", sa.JSON, nullable=False),
    )
    op.create_table(
        "identities",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("document", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hosts",
        sa.Column("domain", sa.Text, primary_key=True),
        sa.Column("not_before", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("robots", sa.JSON),
    )
    op.create_table(
        "configuration",
        sa.Column("one", sa.Integer, sa.CheckConstraint("one = 1"), primary_key=True),
        sa.Column("refused_at", sa.Text, nullable=False),
        sa.Column("problems", sa.JSON, nullable=False),
    )
    op.create_table(
        "subscriptions",
        sa.Column("token", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("hub", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("callback", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("networks", sa.JSON, nullable=False),
        sa.Column("wanted", sa.Boolean, nullable=False),
        sa.Column("until", sa.Text),
        sa.Column("again_at", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
    )


def _refuse_rewriting(dialect: str) -> None:
    if dialect == "sqlite":
        _refuse_rewriting_sqlite()
    else:
        _refuse_rewriting_postgres()
        _keep_from_others()


def _refuse_rewriting_sqlite() -> None:
    op.execute(
        "CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events "
        "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
    )
    op.execute(
        f"CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events "
        f"WHEN NOT ({_same('IS')} AND NEW.data = X'{TOMBSTONE.hex()}' AND {WAS_ERASED}) "
        "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
    )
    # INSERT OR REPLACE takes the old row away without asking the trigger for DELETE. FAIL, which
    # leaves the rows that a statement has added before, and not ABORT, for which SQLite would
    # copy each page before an event goes in
    op.execute(
        "CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events WHEN EXISTS "
        "(SELECT 1 FROM events WHERE position = NEW.position "
        "OR key = NEW.key OR (stream = NEW.stream AND version = NEW.version)) "
        "BEGIN SELECT RAISE(FAIL, 'the log is append-only'); END"
    )


def _refuse_rewriting_postgres() -> None:
    op.execute(
        "CREATE FUNCTION ingestd_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER events_refuse BEFORE DELETE OR TRUNCATE ON events "
        "FOR EACH STATEMENT EXECUTE FUNCTION ingestd_refuse()"
    )
    op.execute(
        "CREATE FUNCTION ingestd_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {_same('IS NOT DISTINCT FROM')} AND NEW.data = '\\x{TOMBSTONE.hex()}'::bytea "
        f"AND {WAS_ERASED} THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION 'the log is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events "
        "FOR EACH ROW EXECUTE FUNCTION ingestd_refuse_update()"
    )


def _keep_from_others() -> None:
    """Whatever a site lets others do with new tables: of the log they may read, and add to it."""
    for table, rights in KEPT_FROM_OTHERS.items():
        op.execute(
            "DO $$ DECLARE other text; BEGIN FOR other IN "  # noqa: S608 - names of our own
            "SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' "
            "ELSE acl.grantee::regrole::text END "
            f"FROM pg_class, aclexplode(relacl) AS acl WHERE pg_class.oid = '{table}'::regclass "
            f"AND acl.grantee <> relowner LOOP EXECUTE 'REVOKE {rights} ON {table} FROM ' || other; "
            "END LOOP; END $$"
        )


def _same(operator: str) -> str:
    return " AND ".join(f"NEW.{name} {operator} OLD.{name}" for name in KEPT)
