"""The browser of the tests is a real one: it runs scripts, paints, and stays on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Error, Page

PAGE = b"""<!doctype html><title>plain</title><style>body { background: #c00 }</style>
<p id=deals>none</p><script>deals.textContent = 1 + 1 + " deals"</script>"""
PNG = b"\x89PNG\r\n\x1a\n"


class OnePage(BaseHTTPRequestHandler):
    """Answer every request with the same page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing: the tests' output is for the tests."""


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), OnePage) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        serving.join()


def test_it_renders_what_a_script_wrote(page: Page, address: str) -> None:
    page.goto(address)

    assert page.inner_text("#deals") == "2 deals"


def test_it_paints_a_picture(page: Page, address: str) -> None:
    empty = page.screenshot()
    page.goto(address)

    picture = page.screenshot()

    assert picture.startswith(PNG)
    assert picture != empty


def test_it_reaches_no_other_machine(page: Page) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://elsewhere.example/")
