"""What a small answer that is a large one costs, in a process of its own."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.fixtures.site import Site
from tests.integration.fetching.cases import MEBIBYTE, brotli_bomb, gzip_bomb

ASKED = """
import sys
from ipaddress import ip_network
from ingestd.errors import FetchError
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits

def highest() -> int:
    # not that of getrusage: a program inherits it from the one that started it
    with open("/proc/self/status") as status:
        [line] = [line for line in status if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1_024

web = GuardedWeb()
limits = Limits(max_bytes=20 * 2**20, seconds=30.0, networks=(ip_network("127.0.0.0/8"),))
web.get(sys.argv[1], limits=limits)
before = highest()
try:
    web.get(sys.argv[2], limits=limits)
except FetchError as error:
    print(highest() - before, error)
"""


@pytest.mark.parametrize(
    ("bomb", "encoding"), [(brotli_bomb, "br"), (gzip_bomb, "gzip")], ids=["br", "gzip"]
)
def test_a_bomb_costs_little_memory(
    site: Site, bomb: Callable[[], bytes], encoding: str
) -> None:
    small = site.gives("/small", b"text")
    url = site.gives("/bomb", bomb(), Content_Encoding=encoding)

    done = subprocess.run(
        [sys.executable, "-c", ASKED, small, url], capture_output=True, text=True, check=True
    )

    grown, _, told = done.stdout.partition(" ")
    assert "unpacks to more than 200 times its size" in told
    assert 0 < int(grown) < 50 * MEBIBYTE
