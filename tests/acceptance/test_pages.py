"""The pages in a real Chromium: they show what is there, to everybody, and run nothing."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.browser import opened
from tests.integration.server.newsroom import DIT, SAID, Newsroom, furnish
from tests.integration.server.serving import client_of, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PNG = b"\x89PNG\r\n\x1a\n"
PHONE = 360
ENOUGH = 4.5

# Ratio of WCAG 2.2 §1.4.3 between every text and what is painted behind it.
CONTRASTS = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    throw new Error("nothing is painted");
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    found.push([ratio, walk.currentNode.data.trim().slice(0, 40)]);
  }
  return found;
}"""
WIDER_THAN_THE_SCREEN = """() => [...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""

# What can be used but has no name to be said, ids that two share, tables that say too little.
STRUCTURE = """() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const ids = all("[id]").map(e => e.id);
  return {
    language: document.documentElement.lang,
    landmarks: all("body > header, header > nav, body > main, body > footer").map(e => e.tagName),
    nameless: all("a, button, input:not([type=hidden]), select")
      .filter(e => !(e.labels?.length || e.textContent.trim()))
      .map(e => e.outerHTML),
    ambiguous: ids.filter((id, at) => ids.indexOf(id) !== at),
    untold: all("table:not(:has(caption)), th:not([scope])").map(e => e.outerHTML),
  };
}"""


@pytest.fixture(scope="module")
def paths(address: str) -> dict[str, str]:
    with client_of(address) as client:

        def first(kind: str, **asked: str) -> str:
            found = client.get(f"/v1/{kind}", params=asked).json()["items"][0]["id"]
            return f"/{kind}/{found}"

        revised = first("articles", q="plant")
        return {
            "deals": "/",
            "deal": first("deals", q="sistema"),
            "hostile deal": first("deals", type="supply"),
            "articles": "/articles",
            "article": first("articles", q="firms"),
            "revision": f"{revised}?revision=1",
            "hostile article": first("articles", q="script"),
            "entities": "/entities",
            "entity": first("entities", q="bronemed"),
            "hostile entity": first("entities", q="script"),
            "sources": "/sources",
            "source": "/sources/wire",
            "rejected": "/rejected",
            "log": "/log",
            "event": "/log/13",
            "nothing found": "/deals?q=nobody",
            "problem": "/deals/deal_no",
        }


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    room = Newsroom(tmp_path_factory.mktemp("pages"))
    furnish(room)
    with room.app.opened(), served(room) as server:
        yield server.address


def test_pages_come_whole_run_nothing_and_ask_nobody_else(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    titles: list[str] = []
    rules: list[int] = []

    for path in paths.values():
        page.goto(address + path)
        titles.append(page.title())
        rules.append(page.evaluate("document.styleSheets[0].cssRules.length"))

    # Chromium itself notes an answer of 404
    assert [words for words in said if "404" not in words] == []
    assert {url for url in asked if not url.startswith(f"{address}/")} == set()
    assert [title for title in titles if not title.endswith(" · ingestd")] == []
    assert min(rules) > 20


def test_pages_fit_a_small_phone_without_scrolling_sideways(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    page.set_viewport_size({"width": PHONE, "height": 640})
    wider: dict[str, list[str]] = {}
    widths: set[int] = set()

    for name, path in paths.items():
        page.goto(address + path)
        wider[name] = page.evaluate(WIDER_THAN_THE_SCREEN)
        widths.add(page.evaluate("document.documentElement.scrollWidth"))

    assert wider == {name: [] for name in paths}
    assert widths == {PHONE}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_what_is_behind_it(
    page: "Page", address: str, paths: dict[str, str], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    contrasts: list[tuple[float, str]] = []

    for path in paths.values():
        page.goto(address + path)
        contrasts += page.evaluate(CONTRASTS)

    assert len(contrasts) > 300
    assert [found for found in contrasts if found[0] < ENOUGH] == []


def test_headings_go_down_one_step_at_a_time(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    levels: dict[str, list[int]] = {}

    for name, path in paths.items():
        page.goto(address + path)
        levels[name] = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
        )

    assert {
        name for name, found in levels.items() if found[0] != 1 or found.count(1) > 1
    } == set()
    assert {
        name
        for name, found in levels.items()
        if any(after - before > 1 for before, after in pairwise(found))
    } == set()


def test_pages_can_be_found_through_without_seeing_them(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    found: dict[str, object] = {}

    for name, path in paths.items():
        page.goto(address + path)
        found[name] = page.evaluate(STRUCTURE)

    whole = {
        "language": "en",
        "landmarks": ["HEADER", "NAV", "MAIN", "FOOTER"],
        "nameless": [],
        "ambiguous": [],
        "untold": [],
    }
    assert [name for name in paths if found[name] != whole] == []


def test_a_table_stays_one_where_its_rows_are_cards(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    page.set_viewport_size({"width": PHONE, "height": 640})

    page.goto(address + paths["log"])

    assert page.get_by_role("row").count() == 20
    assert page.get_by_role("columnheader").count() == 5
    assert page.get_by_role("rowheader").first.inner_text() == "19"


def test_the_first_press_of_tab_offers_a_way_past_the_navigation(
    page: "Page", address: str
) -> None:
    page.goto(address)
    page.keyboard.press("Tab")

    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "#" in url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_what_has_the_focus_is_outlined(page: "Page", address: str) -> None:
    page.goto(address)
    for _ in range(3):
        page.keyboard.press("Tab")

    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_a_quote_leads_to_its_marked_place_in_the_article(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 800, "height": 400})
    page.goto(address + paths["deals"])

    page.get_by_text(DIT).click()

    target = page.locator(":target + mark")
    page.wait_for_url(re.compile(rf"^{address}/deals/deal_\w+#evidence-2$"))
    assert target.inner_text() == "la signature d'un protocole d'accord entre "
    page.wait_for_function(
        """() => {
          const place = document.querySelector(":target + mark").getBoundingClientRect();
          return place.top >= 0 && place.bottom <= innerHeight;
        }"""
    )


def test_marks_together_are_the_quotes(
    page: "Page", address: str, paths: dict[str, str]
) -> None:
    page.goto(address + paths["deal"])

    articles = page.locator("article").all()
    marked = ["".join(article.locator("mark").all_inner_texts()) for article in articles]
    assert marked == [SAID, DIT]
    assert articles[1].locator(".text").get_attribute("lang") == "fr"


def test_everything_works_where_scripts_are_switched_off(
    chromium: "Browser", address: str
) -> None:
    with opened(chromium, scripts=False) as page:
        page.goto(address)
        page.get_by_label("Words").fill("nizhelsky")
        page.get_by_label("Type").select_option("mou")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url(lambda url: "q=nizhelsky" in url)

        found = page.get_by_role("heading", level=2).all_inner_texts()
        page.get_by_role("link", name="T&T Group and Bronemed").click()
        page.get_by_role("link", name="Oleg Nizhelsky").first.click()
        page.wait_for_url(lambda url: "/entities/" in url)
        headed = page.get_by_role("heading", level=1).inner_text()

    assert (found, headed) == (["T&T Group and Bronemed"], "Oleg Nizhelsky")


def test_light_and_dark_are_painted_differently(
    page: "Page", address: str, tmp_path: Path
) -> None:
    page.goto(address)
    page.emulate_media(color_scheme="light")
    light = page.screenshot(path=tmp_path / "light.png")
    page.emulate_media(color_scheme="dark")
    dark = page.screenshot(path=tmp_path / "dark.png")

    assert light.startswith(PNG)
    assert light != dark
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
