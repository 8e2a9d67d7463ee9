"""What all tests share: the fixtures that need more than Python, and the choice of slow ones."""

import pytest
import structlog
from hypothesis import HealthCheck, settings

from tests.fixtures.machine import environment

pytest_plugins = [
    "tests.fixtures.missing",
    "tests.fixtures.postgres",
    "tests.fixtures.browser",
    "tests.fixtures.daemons",
    "tests.fixtures.stores",
    "tests.fixtures.objects",
    "tests.fixtures.answers",
    "tests.fixtures.site",
    "tests.fixtures.wires",
    "tests.fixtures.failing_device",
    "tests.fixtures.model_server",
]

# how long an example takes tells of the machine, and of what else it does; where a change is
# judged, its examples are those that it was tried with: elsewhere, each run seeks others
settings.register_profile(
    "untimed",
    settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in environment(),
)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--runslow", action="store_true", help="run the tests marked slow as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--runslow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow; run with --runslow"))


@pytest.fixture(autouse=True)
def plain_tracebacks() -> None:
    """Log errors as the program does: left alone, structlog prints all values that are near.

    Of a server's these are so many that a question to it timed out under coverage.
    """
    structlog.reset_defaults()
    *others, _ = structlog.get_config()["processors"]
    renderer = structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
    structlog.configure(processors=[*others, renderer])
