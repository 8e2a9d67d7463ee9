"""Who may be listened to while there are no tokens."""

import pytest

from ingestd.errors import ConfigError
from ingestd.server.serving import refuse_open_listening


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_this_machine_is_listened_to(host: str) -> None:
    refuse_open_listening(host)


EVERYWHERE = "0.0.0.0"  # noqa: S104 - what is refused


@pytest.mark.parametrize(
    "host", [EVERYWHERE, "::", "", "10.0.0.7", "news.example", "localhost.example", "127.1"]
)
def test_other_machines_are_refused_with_the_remedy(host: str) -> None:
    with pytest.raises(ConfigError, match="reverse proxy") as refused:
        refuse_open_listening(host)

    assert refused.value.exit_code == 78
