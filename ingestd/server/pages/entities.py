"""Pages of entities."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from ingestd.queries.deals import list_deals
from ingestd.queries.entities import TYPES, list_entities
from ingestd.queries.explain import explain_entity
from ingestd.queries.headings import headings
from ingestd.queries.paging import Row
from ingestd.server.pages.asking import AT_ONCE, After, Choice, Words
from ingestd.server.pages.emptiness import why_empty
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given, Reading

router = APIRouter()
PERMANENT = 308
DEALS_SHOWN = 100


@router.get("/entities")
def entities_page(
    given: Given,
    *,
    q: Words = "",
    type: Choice = "",  # noqa: A002 - the contract's word
    after: After = None,
) -> Page:
    """Entities, last seen first."""
    with given.database.reading() as connection:
        found = list_entities(
            connection, query=q, type=type or None, limit=2 * AT_ONCE, after=after
        )
    asked = {"q": q, "type": type}
    more = address("/entities", **asked, after=found.next) if found.next else None
    return page(
        "entities.html",
        {
            "part": "entities",
            "version": given.version,
            "entities": found.rows,
            "types": TYPES,
            "asked": asked,
            "first": address("/entities", **asked) if after else None,
            "following": more,
            "empty": why_empty(given, found.rows),
        },
    )


@router.get("/entities/{id}", response_model=None)
def entity_page(given: Given, id: str) -> Response:  # noqa: A002 - the contract's word
    """One entity: its names and roles, its deals, the articles it is in."""
    with given.database.reading() as connection:
        entity = explain_entity(connection, id)
        told = entity["tellings"] if entity else []
        cited = headings(connection, (telling["article"] for telling in told), given.blobs)
    if entity is None:
        raise NotFoundError(f"there is no entity {id}", hint="all that there are: /entities")
    if entity["id"] != id:
        # it turned out to be another one, and that is who is meant from now on
        return RedirectResponse(f"/entities/{entity['id']}", status_code=PERMANENT)
    return page(
        "entity.html",
        {
            "part": "entities",
            "version": given.version,
            "entity": entity,
            "cited": cited,
            "deals": _deals(given, entity),
        },
    )


def _deals(reading: Reading, entity: Row) -> list[Row]:
    """Return deals it has a part in: as a party, a witness, or what is dealt in."""
    with reading.database.reading() as connection:
        agreed = list_deals(connection, party=entity["id"], limit=DEALS_SHOWN).rows
        named = list_deals(connection, query=entity["name"], limit=DEALS_SHOWN).rows
    names = {entity["name"], *(name["name"] for name in entity["names"])}
    others = [deal for deal in named if deal not in agreed and _concerns(deal, entity, names)]
    return [*agreed, *others]


def _concerns(deal: Row, entity: Row, names: set[str]) -> bool:
    if entity["type"] == "product":
        return not names.isdisjoint(deal["products"])
    return any(witness["entity"] == entity["id"] for witness in deal["witnesses"])
