"""What cannot be had is skipped loudly, and is a failure where it is required."""

import subprocess
import sys

import pytest

from tests.fixtures.machine import CLONE, environment

pytestmark = pytest.mark.slow
# nothing listens there: the port is reserved, and the address does not leave the machine
NOBODY = "postgresql://nobody@127.0.0.1:1/none"
POSTGRES_TESTS = "tests/integration/test_real_postgres.py"


def outcome(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of PostgreSQL where there is none."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        env={**environment(), "INGESTD_TEST_POSTGRES": NOBODY},
        cwd=CLONE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "in two processes"])
def test_what_is_missing_is_told_at_the_end_with_a_remedy(workers: tuple[str, ...]) -> None:
    told = outcome(POSTGRES_TESTS, *workers)

    assert told.returncode == 0
    assert "NOT TESTED: postgres" in told.stdout
    assert "4 tests skipped: INGESTD_TEST_POSTGRES does not answer" in told.stdout
    assert "or install Debian's postgresql" in told.stdout


def test_what_is_required_and_missing_fails() -> None:
    told = outcome("--require=postgres,browser", POSTGRES_TESTS)

    assert told.returncode == pytest.ExitCode.TESTS_FAILED
    assert "--require=postgres, but there is none" in told.stdout


def test_a_name_that_cannot_be_required_is_a_usage_error() -> None:
    told = outcome("--require=postgers")

    assert told.returncode == pytest.ExitCode.USAGE_ERROR
    assert "unknown postgers; known are postgres, browser, objects" in told.stderr


def test_a_test_is_marked_by_the_fixtures_it_names() -> None:
    told = outcome("--collect-only", "-m", "not postgres", POSTGRES_TESTS)

    assert told.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
