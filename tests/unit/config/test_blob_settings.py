from pathlib import Path

import pytest

from ingestd.errors import ConfigError
from tests.unit.config.conftest import Loading, Write

MAIN = "config/ingestd.toml"
KEYS = {"INGESTD_BLOBS__ACCESS_KEY": "canary-id", "INGESTD_BLOBS__SECRET_KEY": "canary"}


def test_a_bucket_and_its_server_are_named_in_the_file(write: Write, loading: Loading) -> None:
    write(MAIN, '[blobs]\nurl = "s3://news/kept/"\nendpoint = "http://127.0.0.1:9000/"\n')

    blobs = loading(environment=KEYS).settings.blobs

    assert (blobs.url, blobs.endpoint) == ("s3://news/kept", "http://127.0.0.1:9000")
    assert blobs.region == "us-east-1"


def test_keys_are_read_from_where_secrets_are_kept(
    write: Write, loading: Loading, tmp_path: Path
) -> None:
    write(MAIN, '[blobs]\nurl = "s3://news"\n')
    write("credentials/blobs_access_key", "the-id\n")
    environment = {
        "CREDENTIALS_DIRECTORY": str(tmp_path / "credentials"),
        "INGESTD_BLOBS__SECRET_KEY_FILE": str(write("secret", "the-secret\n")),
    }

    blobs = loading(environment=environment).settings.blobs

    assert blobs.access_key is not None
    assert blobs.secret_key is not None
    assert blobs.access_key.get_secret_value() == "the-id"
    assert blobs.secret_key.get_secret_value() == "the-secret"


def test_keys_are_never_shown(write: Write, loading: Loading) -> None:
    write(MAIN, '[blobs]\nurl = "s3://news"\n')

    settings = loading(environment=KEYS).settings

    assert "canary" not in repr(settings) + settings.model_dump_json()


def test_data_dir_on_the_command_line_takes_the_blobs_along(
    write: Write, loading: Loading
) -> None:
    write(MAIN, '[blobs]\nurl = "s3://news"\n')

    blobs = loading(data_dir=Path("mine"), environment=KEYS).settings.blobs

    assert blobs.url is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('url = "s3://news"', "'blobs' has a url: give its access_key and secret_key"),
        ('url = "news"', "'blobs.url' should be \"s3://bucket/prefix\""),
        ('url = "s3://id:canary@news"', "'blobs.url' should be \"s3://bucket/prefix\""),
        ('url = "s3://news/../x"', "'blobs.url' should be \"s3://bucket/prefix\""),
        ('url = "https://news"', "'blobs.url' should be \"s3://bucket/prefix\""),
        ('endpoint = "127.0.0.1:9000"', "'blobs.endpoint' should be \"https://host\""),
        ('endpoint = "https://id:canary@x"', "'blobs.endpoint' should be \"https://host\""),
        ('endpont = "https://x"', "did you mean 'endpoint'?"),
    ],
)
def test_what_cannot_be_reached_is_told_without_a_key(
    write: Write, loading: Loading, line: str, told: str
) -> None:
    write(MAIN, f"[blobs]\n{line}\n")

    with pytest.raises(ConfigError) as caught:
        loading()

    assert told in str(caught.value)
    assert "canary" not in str(caught.value)
