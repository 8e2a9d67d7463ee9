"""From a template and what to show to a page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import jinja2

from ingestd.server.pages import wording
from ingestd.server.tagged import TaggedResponse

TEMPLATES = Path(__file__).parent / "templates"
PARTS = (
    ("deals", "Deals"),
    ("articles", "Articles"),
    ("stories", "Stories"),
    ("entities", "Entities"),
    ("sources", "Sources"),
    ("rejected", "Rejected"),
    ("log", "Log"),
)


class Page(TaggedResponse):
    """A page in UTF-8."""

    media_type = "text/html"

    def render(self, content: str) -> bytes:
        """Write the page."""
        return content.encode()


def page(template: str, values: Mapping[str, object], *, status_code: int = 200) -> Page:
    """Fill a template; every value is escaped unless it is markup already."""
    content = _templates().get_template(template).render(values)
    return Page(content, status_code=status_code)


def address(path: str, **asked: object) -> str:
    """Return a link with those parameters that have a value."""
    given = {name: value for name, value in asked.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path


@cache
def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"parts": PARTS, "address": address}
    templates.filters |= {
        "in_words": wording.in_words,
        "plain": wording.plain,
        "language": wording.language,
        "when": wording.when,
        "exactly": wording.exactly,
        "lasting": wording.lasting,
        "money": wording.money,
        "heading": wording.heading,
        "names_of": wording.names_of,
    }
    templates.tests["on_the_web"] = wording.is_on_the_web
    return templates
