from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A web server on loopback: what it answers by path, and what it was asked."""

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def gives(
        self,
        path: str,
        content: bytes = b"",
        status: int = 200,
        *,
        reason: str | None = None,
        **headers: str,
    ) -> str:
        """Answer at `path` with this from now on; headers are written with '_' for '-'."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status, reason)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            if status != 304:
                request.send_header("content-length", str(len(content)))
            request.end_headers()
            request.wfile.write(content)

        return self.does(path, answer)

    def does(self, path: str, answer: Answer) -> str:
        """Let `answer` speak for itself at `path`."""
        self.answers[path] = answer
        return self.url + path


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    site: Site


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append((self.path, self.headers))
        try:
            site.answers[self.path](self)
        except (ConnectionError, TimeoutError):
            self.close_connection = True  # the client had enough

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.site
    server.site.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()
