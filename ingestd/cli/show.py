"""`ingestd show`: one item."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import MOST, Json
from ingestd.cli.printing import print_item
from ingestd.cli.revisions import find, print_revisions
from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.app import App

Identity = Annotated[str, typer.Argument(metavar="ID", help="art_…, ent_…, deal_… or story_…")]


def command(
    context: typer.Context,
    identity: Identity,
    revision: Annotated[
        int | None,
        typer.Option(
            "--revision", metavar="N", min=1, max=MOST, help="The article as it was then."
        ),
    ] = None,
    revisions: Annotated[
        bool, typer.Option("--revisions", help="What was read of the article, and why anew.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="What changed each time.")] = False,
    as_json: Json = False,
) -> None:
    """One article (with its text), entity, deal or story; of an erased article, when and why."""
    with opened(context) as app:
        if (revisions or diff) and (rows := find(app, identity, diff=diff)):
            print_revisions(rows, diff=diff, as_json=as_json)
            return
        row = _find(app, identity, revision)
    if row is None:
        raise unknown(identity)
    print_item(row, as_json=as_json)


def unknown(identity: str) -> UsageError:
    """Nothing has this id."""
    hint = "ids are listed by 'ingestd articles', 'entities', 'deals' and 'stories'"
    return UsageError(f"there is no {identity}", hint=hint)


def _find(app: "App", identity: str, revision: int | None) -> dict[str, Any] | None:
    from ingestd.queries.articles import get_article
    from ingestd.queries.deals import get_deal
    from ingestd.queries.entities import get_entity
    from ingestd.queries.erasures import get_erasure
    from ingestd.queries.stories import get_story

    with app.database.reading() as connection:
        if identity.startswith("ent_"):
            return get_entity(connection, identity)
        if identity.startswith("deal_"):
            return get_deal(connection, identity)
        if identity.startswith("story_"):
            return get_story(connection, identity)
        article = get_article(connection, identity, app.blobs, revision=revision)
        return article or get_erasure(connection, identity)
