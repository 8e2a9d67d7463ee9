"""Each case of the table is played by a server on loopback, and nobody else is dialled."""

import pytest

from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from tests.fixtures.wires import Wires
from tests.integration.fetching.cases import CASES, Case

LIMITS = Limits(max_bytes=2**20, seconds=30.0)
# for those who would never be done; long enough for all others
HASTY = Limits(max_bytes=2**20, seconds=0.5)


def told(reply: Reply) -> str:
    try:
        content = reply.content.decode()
    except UnicodeDecodeError:
        content = repr(reply.content)
    moved = f", moved by {reply.moved[1]}" if reply.moved else ""
    return f"{reply.url} {content}{moved}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_server_gets_the_answer_it_deserves(wires: Wires, case: Case) -> None:
    case.play(wires)
    limits = HASTY if "within 0.5 s" in case.told else LIMITS

    def ask() -> Reply:
        return wires.web().get(case.url, limits=limits, as_robot=case.as_robot)

    if case.error is None:
        assert told(ask()) == case.told
    else:
        with pytest.raises(case.error) as caught:
            ask()
        assert type(caught.value) is case.error
        assert case.told in str(caught.value)
    assert tuple(dict.fromkeys(wires.dialled)) == case.dialled


def test_no_case_is_played_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
