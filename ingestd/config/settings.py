"""What can be set, with its default; unknown keys are refused, nothing changes afterwards."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from ingestd.config.checks import web_address
from ingestd.config.durations import Duration
from ingestd.config.extraction import ExtractionSettings

STRICT = ConfigDict(extra="forbid", frozen=True)
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
HIGHEST_PORT = 65535
CONTACT = re.compile(r"[!-'*-\[\]-~]{3,200}")  # what may stand in a comment of a header
BUCKET = re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/(?!\.+(/|$))[A-Za-z0-9_.=-]+)*/?")


def _split(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > HIGHEST_PORT:
        raise ValueError(f'should be "host:port", not "{listen}"')
    return host.removeprefix("[").removesuffix("]"), int(port)


def _host_and_port(listen: str) -> str:
    _split(listen)
    return listen


def _known_store(url: SecretStr) -> SecretStr:
    if url.get_secret_value().partition(":")[0] not in DRIVERS:
        raise ValueError('should begin with "sqlite:///" or "postgresql+psycopg://"')
    return url


def _bucket(url: str) -> str:
    if not BUCKET.fullmatch(url):
        raise ValueError('should be "s3://bucket/prefix", without a key in it')
    return url.rstrip("/")


def _contact(text: str) -> str:
    if not CONTACT.fullmatch(text):
        raise ValueError(
            'should be like "https://host/about-us" or "news@host", without spaces'
        )
    return text


class StoreSettings(BaseModel):
    """Where the log is kept."""

    model_config = STRICT

    url: Annotated[SecretStr, AfterValidator(_known_store)] | None = Field(
        default=None,
        description="URL of the database. Left out: SQLite, the file ingestd.db in data_dir.",
    )


class BlobSettings(BaseModel):
    """Where originals and texts are kept."""

    model_config = STRICT

    url: Annotated[str, AfterValidator(_bucket)] | None = Field(
        default=None,
        description="A bucket, s3://bucket/prefix. Left out: the folder blobs in data_dir.",
    )
    endpoint: Annotated[str, AfterValidator(web_address)] | None = Field(
        default=None,
        description="Address of the S3-compatible server. Left out: Amazon's for the region.",
    )
    region: str = Field(default="us-east-1", description="The region the bucket lies in.")
    access_key: SecretStr | None = Field(
        default=None, description="Id of the key. Keep it out of this file."
    )
    secret_key: SecretStr | None = Field(
        default=None, description="The secret of the key. Keep it out of this file."
    )

    @model_validator(mode="after")
    def _has_keys(self) -> Self:
        if self.url is not None and (self.access_key is None or self.secret_key is None):
            raise ValueError("has a url: give its access_key and secret_key, as secrets")
        return self


class HttpSettings(BaseModel):
    """Where the pages and the API are served."""

    model_config = STRICT

    listen: Annotated[str, AfterValidator(_host_and_port)] = Field(
        default="127.0.0.1:8400",
        description="Address and port. Anything but loopback is refused without tokens.",
    )

    public_url: Annotated[str, AfterValidator(web_address)] | None = Field(
        default=None,
        description="Where others reach this from outside; hubs that tell of news call there.",
    )

    @property
    def host(self) -> str:
        """The address listened on, an IPv6 one without its brackets."""
        return _split(self.listen)[0]

    @property
    def port(self) -> int:
        """The port listened on; 0 lets the system choose."""
        return _split(self.listen)[1]


class FetchingSettings(BaseModel):
    """How other machines are asked."""

    model_config = STRICT

    contact: Annotated[str, AfterValidator(_contact)] | None = Field(
        default=None,
        description="A page or an address of mail, told to every server that is asked.",
    )
    delay: Duration = Field(
        default="1s",
        validate_default=True,
        description="The least time between two fetches from one registrable domain.",
    )
    workers: int = Field(
        default=16,
        ge=1,
        le=256,
        description="How many sources on the web are looked at side by side.",
    )


class Settings(BaseSettings):
    """The settings of one run. Reads nothing by itself: the loader gives every value."""

    model_config = SettingsConfigDict(
        extra="forbid", frozen=True, env_prefix="INGESTD_", env_nested_delimiter="__"
    )

    data_dir: Path = Field(
        default=Path("../var"),
        description="Where everything is written. Relative to the file that says so.",
    )
    store: StoreSettings = StoreSettings()
    blobs: BlobSettings = BlobSettings()
    http: HttpSettings = HttpSettings()
    fetching: FetchingSettings = Field(default_factory=FetchingSettings)
    extraction: ExtractionSettings = Field(default_factory=ExtractionSettings)

    @property
    def store_url(self) -> str:
        """The database to connect to, secret included: never to be shown."""
        if self.store.url is None:
            return f"sqlite:///{self.data_dir / 'ingestd.db'}"
        scheme, _, rest = self.store.url.get_secret_value().partition(":")
        return f"{DRIVERS[scheme]}:{rest}"

    @property
    def store_address(self) -> str:
        """The database without user, password and options: to be shown."""
        url = urlsplit(self.store_url)
        return f"{url.scheme}://{url.netloc.rpartition('@')[2]}{url.path}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is the library's
        init_settings: PydanticBaseSettingsSource,
        *_: PydanticBaseSettingsSource,
        **__: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take values from the loader only; the environment enters through it."""
        return (init_settings,)
