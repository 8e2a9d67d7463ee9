"""`ingestd explain`: where each fact comes from."""

from typing import TYPE_CHECKING, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_item
from ingestd.cli.show import Identity, unknown

if TYPE_CHECKING:
    from ingestd.app import App


def command(context: typer.Context, identity: Identity, as_json: Json = False) -> None:
    """Where each fact of an item comes from: event, extractor, article, revision, words."""
    with opened(context) as app:
        row = _explain(app, identity)
    if row is None:
        raise unknown(identity)
    print_item(row, as_json=as_json)


def _explain(app: "App", identity: str) -> dict[str, Any] | None:
    from ingestd.queries.explain import explain_article, explain_deal, explain_entity

    with app.database.reading() as connection:
        if identity.startswith("ent_"):
            return explain_entity(connection, identity)
        if identity.startswith("deal_"):
            return explain_deal(connection, identity)
        return explain_article(connection, identity)
