"""S3-compatible storage behind fsspec's interface, reached by obstore."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from obstore.fsspec import FsspecStore
from obstore.store import S3Store

from ingestd.config.settings import BlobSettings

if TYPE_CHECKING:
    # these are there for type checkers only
    from obstore.store import ClientConfig, RetryConfig, S3Config, S3Credential

Entry = dict[str, Any]
# what a proxy of the environment would be asked for; it is not asked: what the settings name is dialled
EVERYWHERE = "*,0.0.0.0/0,::/0"
RETRIES: "RetryConfig" = {
    "max_retries": 3,
    "retry_timeout": timedelta(seconds=20),
    "backoff": {
        "init_backoff": timedelta(milliseconds=100),
        "max_backoff": timedelta(seconds=5),
        "base": 2,
    },
}


class Files(Protocol):
    """What is used of fsspec's interface. A path is `bucket/prefix/name`."""

    def cat_file(self, path: str) -> bytes:
        """Return an object's content; FileNotFoundError where there is none."""

    def pipe_file(self, path: str, value: bytes) -> object:
        """Write an object, whole or not at all."""

    def info(self, path: str) -> Entry:
        """Say what is known of an object; FileNotFoundError where there is none."""

    def ls(self, path: str, *, detail: bool) -> list[Entry]:
        """List what is directly below: name, size, type, and when it was written."""

    def rm_file(self, path: str) -> None:
        """Delete an object."""


class S3Files(FsspecStore):
    """One server, by one key; what the environment says of servers and keys is not asked."""

    protocol = "s3"
    cachable = False

    def __init__(self, settings: BlobSettings, *, patience: float) -> None:
        super().__init__("s3")
        self._settings = settings
        self._patience = timedelta(seconds=patience)

    def _construct_store(self, bucket: str) -> S3Store:
        address = endpoint_of(self._settings)
        config: S3Config = {
            "endpoint": address,
            "aws_endpoint_url_s3": address,
            "region": self._settings.region,
            "skip_signature": False,
            # so that the server refuses what it did not get whole
            "unsigned_payload": False,
            # one by one is what every server knows
            "disable_bulk_delete": True,
        }
        client: ClientConfig = {
            "allow_http": address.startswith("http:"),
            "connect_timeout": min(self._patience, timedelta(seconds=5)),
            "timeout": self._patience,
            "proxy_url": address,
            "proxy_excludes": EVERYWHERE,
        }
        return S3Store(
            bucket,
            config=config,
            client_options=client,
            retry_config=RETRIES,
            credential_provider=_key(self._settings).copy,
        )

    async def _pipe_file(
        self,
        path: str,
        value: bytes,
        mode: str = "overwrite",  # noqa: ARG002 - the library's
        **_: object,
    ) -> object:
        # in one piece: parts of an upload that was broken off would stay, unseen
        bucket, inner = self._split_path(path)
        return await self._construct_store(bucket).put_async(inner, value, use_multipart=False)

    async def _ls(self, path: str, detail: bool = False, **_: object) -> Any:  # noqa: FBT001, FBT002 - the library's
        # obstore's own leaves out when they were written, and calls it an error that there are none
        bucket, inner = self._split_path(path)
        listed = await self._construct_store(bucket).list_with_delimiter_async(inner)
        entries = [
            {
                "name": f"{bucket}/{found['path']}",
                "size": found["size"],
                "type": "file",
                "last_modified": found["last_modified"],
            }
            for found in listed["objects"]
        ] + [
            {"name": f"{bucket}/{shelf}", "size": 0, "type": "directory"}
            for shelf in listed["common_prefixes"]
        ]
        return entries if detail else [entry["name"] for entry in entries]


def _key(settings: BlobSettings) -> "S3Credential":
    id_, secret = settings.access_key, settings.secret_key
    return {
        "access_key_id": id_.get_secret_value() if id_ else "",
        "secret_access_key": secret.get_secret_value() if secret else "",
        "token": None,
        "expires_at": None,
    }


def connect(settings: BlobSettings, *, patience: float) -> Files:
    """Give the storage of these settings; nothing is dialled before it is used.

    `patience` is how long one request may take, in seconds.
    """
    files: Files = S3Files(settings, patience=patience)
    return files


def endpoint_of(settings: BlobSettings) -> str:
    """The address of the server."""
    return settings.endpoint or f"https://s3.{settings.region}.amazonaws.com"
