"""What only a bucket can meet: wrong names and keys, servers that are busy, away or strict."""

import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from ingestd.config.settings import BlobSettings
from ingestd.errors import (
    LostBlobError,
    StorageFullError,
    StoreBusyError,
    StoreError,
    StoreUnavailableError,
)
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs
from ingestd.store.blobs_s3 import S3Blobs
from tests.fixtures.answers import BREAK, CUT, SILENCE, Answering, Serve, certificate_of, said
from tests.fixtures.objects import Bucket

NAME = digest(b"content")
WRONG = "canary"
USES: dict[str, Callable[[Blobs], object]] = {
    "put": lambda blobs: blobs.put(b"content"),
    "get": lambda blobs: blobs.get(NAME),
    "has": lambda blobs: blobs.has(NAME),
    "names": lambda blobs: list(blobs.names()),
    "remove": lambda blobs: blobs.remove(NAME),
}
every_use = pytest.mark.parametrize("use", USES)


def blobs_at(server: Answering | str, *, patience: float = 30) -> Blobs:
    endpoint = server if isinstance(server, str) else server.endpoint
    settings = {
        "url": "s3://news/kept",
        "endpoint": endpoint,
        "access_key": "canary-id",
        "secret_key": "canary-secret",
    }
    return S3Blobs(BlobSettings.model_validate(settings), patience=patience)


def failure(blobs: Blobs, use: str) -> StoreError:
    with pytest.raises(StoreError) as caught:
        USES[use](blobs)
    return caught.value


@every_use
def test_a_bucket_that_is_not_there_is_told(bucket: Bucket, use: str) -> None:
    error = failure(bucket.blobs(url="s3://no-such-bucket/kept"), use)

    assert isinstance(error, StoreUnavailableError)
    assert str(error).startswith("s3://no-such-bucket/kept")
    assert str(error).endswith(": there is no such bucket (404 NoSuchBucket)")
    assert (error.hint, error.exit_code) == ("make it, or correct the url of [blobs]", 69)


def test_a_key_that_may_read_write_list_and_delete_is_enough(bucket: Bucket) -> None:
    blobs = bucket.blobs()

    with bucket.server.strict():
        name = blobs.put(b"content")
        found = blobs.get(name), blobs.has(name), [kept.name for kept in blobs.names()]
        blobs.remove(name)
        after = blobs.has(name)

    assert found == (b"content", True, [name])
    assert not after


def test_a_wrong_secret_is_told(bucket: Bucket) -> None:
    with bucket.server.strict():
        error = failure(bucket.blobs(secret_key=WRONG), "put")

    assert str(error).endswith(": the keys are refused (403 SignatureDoesNotMatch)")
    assert "canary" not in f"{error} {error.hint} {error.__cause__}"


@every_use
def test_keys_that_are_not_known_are_told_without_them(bucket: Bucket, use: str) -> None:
    with bucket.server.strict():
        error = failure(bucket.blobs(access_key="canary-id"), use)

    assert isinstance(error, StoreUnavailableError)
    assert error.exit_code == 69
    assert "refused (403" in str(error)
    assert "canary" not in f"{error} {error.hint} {error.__cause__}"


@every_use
def test_a_server_that_is_away_is_told_by_its_address(use: str) -> None:
    # nothing listens there: the port is reserved, and the address does not leave the machine
    error = failure(blobs_at("http://127.0.0.1:1"), use)

    assert isinstance(error, StoreUnavailableError)
    assert str(error) == "http://127.0.0.1:1 cannot be reached: Connection refused"
    assert error.hint is not None
    assert "correct the endpoint of [blobs]" in error.hint
    assert error.exit_code == 69


@pytest.mark.slow
def test_more_objects_than_one_page_holds_are_all_listed(bucket: Bucket) -> None:
    names = [f"ab{number:062x}" for number in range(1100)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: bucket.write(f"kept/ab/{name}", b"x"), names))

    assert [kept.name for kept in bucket.blobs().names()] == names


def test_a_bucket_may_be_used_without_a_prefix(bucket: Bucket) -> None:
    blobs = bucket.blobs(url=f"s3://{bucket.name}")

    name = blobs.put(b"content")

    assert bucket.read(f"{name[:2]}/{name}") == zlib.compress(b"content")
    assert [kept.name for kept in blobs.names()] == [name]


def test_two_prefixes_of_a_bucket_know_nothing_of_each_other(bucket: Bucket) -> None:
    one, other = bucket.blobs(), bucket.blobs(url=f"s3://{bucket.name}/kept-too")
    name = one.put(b"content")

    with pytest.raises(LostBlobError):
        other.get(name)

    assert list(other.names()) == []


@pytest.mark.parametrize(
    ("status", "code", "told", "kind"),
    [
        (403, "SignatureDoesNotMatch", "the keys are refused", StoreUnavailableError),
        (401, "", "the keys are refused", StoreUnavailableError),
        (403, "RequestTimeTooSkewed", "the clocks differ too much", StoreUnavailableError),
        (403, "AccessDenied", "access is refused", StoreUnavailableError),
        (301, "PermanentRedirect", "the bucket lies elsewhere", StoreUnavailableError),
        (307, "TemporaryRedirect", "the bucket lies elsewhere", StoreUnavailableError),
        (400, "AuthorizationHeaderMalformed", "lies elsewhere", StoreUnavailableError),
        (400, "InvalidArgument", "the request is refused", StoreUnavailableError),
        (403, "QuotaExceeded", "no room is left to write s3://news", StorageFullError),
        (507, "XMinioStorageFull", "no room is left to write s3://news", StorageFullError),
    ],
)
def test_what_a_server_refuses_is_told_with_a_remedy_and_without_the_key(
    answering: Serve, status: int, code: str, told: str, kind: type[StoreError]
) -> None:
    server = answering(
        (status, said(code, besides="<AWSAccessKeyId>canary-id</AWSAccessKeyId>"))
    )

    error = failure(blobs_at(server), "put")

    assert type(error) is kind
    assert told in str(error)
    assert error.hint
    assert "canary" not in f"{error} {error.hint} {error.__cause__}"


@every_use
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_to_be_asked_later(answering: Serve, use: str, status: int) -> None:
    server = answering((status, said("SlowDown")))

    error = failure(blobs_at(server), use)

    assert isinstance(error, StoreBusyError)
    assert str(error).startswith(f"{server.endpoint} cannot answer now ({status}")
    assert (error.exit_code, error.retryable) == (75, True)


@every_use
def test_a_server_that_says_nothing_is_not_waited_for(answering: Serve, use: str) -> None:
    server = answering((SILENCE, b""))

    error = failure(blobs_at(server, patience=0.2), use)

    assert isinstance(error, StoreBusyError)
    assert str(error) == f"{server.endpoint} does not answer in time"


def test_a_server_that_stumbles_is_asked_again(answering: Serve) -> None:
    server = answering((503, said("SlowDown")), (500, b""), (200, b""))

    name = blobs_at(server).put(b"content")

    assert name == NAME
    assert [asked.method for asked in server.asked] == ["PUT"] * 3
    assert {asked.body for asked in server.asked} == {zlib.compress(b"content")}


def test_a_server_that_calls_it_an_error_to_remove_nothing_is_not_believed(
    answering: Serve,
) -> None:
    server = answering((404, said("NoSuchKey")))

    blobs_at(server).remove(NAME)

    assert [asked.method for asked in server.asked] == ["DELETE"]


def test_a_connection_that_breaks_is_made_again(answering: Serve) -> None:
    server = answering((BREAK, b""), (200, b""), (BREAK, b""), (200, zlib.compress(b"content")))
    blobs = blobs_at(server)

    name = blobs.put(b"content")

    assert blobs.get(name) == b"content"
    assert [asked.method for asked in server.asked] == ["PUT", "PUT", "GET", "GET"]


@every_use
def test_a_connection_that_always_breaks_is_told(answering: Serve, use: str) -> None:
    server = answering((BREAK, b""))

    error = failure(blobs_at(server), use)

    assert isinstance(error, StoreUnavailableError)
    assert str(error).startswith(f"{server.endpoint} cannot be reached: ")


def test_a_server_whose_certificate_nobody_signed_is_not_spoken_to(
    answering: Serve, tmp_path: Path
) -> None:
    server = answering((200, b""), certificate=certificate_of(tmp_path))

    error = failure(blobs_at(server), "put")

    assert isinstance(error, StoreUnavailableError)
    assert str(error).startswith(
        f"{server.endpoint} cannot be trusted: its certificate is refused ("
    )
    assert error.hint == "add who signed it to the certificates of the system"
    assert server.asked == []


def test_an_answer_that_breaks_off_is_never_taken_for_the_content(answering: Serve) -> None:
    server = answering((CUT, zlib.compress(b"content")))

    error = failure(blobs_at(server), "get")

    assert isinstance(error, StoreUnavailableError)


def test_a_refusal_is_not_asked_again(answering: Serve) -> None:
    server = answering((403, said("AccessDenied")))

    failure(blobs_at(server), "put")

    assert len(server.asked) == 1


def test_a_put_is_one_signed_request_whose_content_the_server_can_check(
    answering: Serve,
) -> None:
    server = answering((200, b""))
    content = bytes(range(256)) * 100_000

    blobs_at(server).put(content)

    [asked] = server.asked
    assert (asked.method, asked.path) == (
        "PUT",
        f"/news/kept/{digest(content)[:2]}/{digest(content)}",
    )
    assert asked.headers["x-amz-content-sha256"] == sha256(asked.body).hexdigest()
    assert "Credential=canary-id/" in asked.headers["authorization"]
    assert "/us-east-1/s3/" in asked.headers["authorization"]
    assert "canary-secret" not in str(asked.headers)


def test_what_is_put_again_is_written_again_so_that_it_counts_as_new(
    answering: Serve,
) -> None:
    server = answering((200, b""))
    blobs = blobs_at(server)

    blobs.put(b"content")
    blobs.put(b"content")

    assert all(one == other for one, other in pairwise(asked.body for asked in server.asked))
    assert len(server.asked) == 2


def test_the_environment_has_no_say(answering: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server, astray = answering((200, b"")), answering((200, b""))
    for name in (
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_S3",
    ):
        monkeypatch.setenv(name, astray.endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "stray-id")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "stray-secret")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "stray-token")
    monkeypatch.setenv("AWS_SKIP_SIGNATURE", "true")
    monkeypatch.setenv("AWS_UNSIGNED_PAYLOAD", "true")
    monkeypatch.setenv("AWS_REGION", "eu-north-1")

    blobs_at(server).put(b"content")

    [asked] = server.asked
    assert astray.asked == []
    assert "Credential=canary-id/" in asked.headers["authorization"]
    assert "/us-east-1/s3/" in asked.headers["authorization"]
    assert asked.headers["x-amz-content-sha256"] == sha256(asked.body).hexdigest()
    assert "stray" not in str(asked.headers)


def test_sweeping_asks_nothing(answering: Serve) -> None:
    server = answering((200, b""))

    assert blobs_at(server).sweep(datetime.max.replace(tzinfo=UTC)) == 0

    assert server.asked == []
