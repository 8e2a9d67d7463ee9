"""What can be set, with its default; unknown keys are refused, nothing changes afterwards."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

STRICT = ConfigDict(extra="forbid", frozen=True)
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
HIGHEST_PORT = 65535


def _listed(value: object) -> object:
    # in the environment, a list is words with commas between
    return [word.strip() for word in value.split(",")] if isinstance(value, str) else value


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) != len(values):
        raise ValueError("should name each only once")
    return values


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


class StoreSettings(BaseModel):
    """Where the log is kept."""

    model_config = STRICT

    url: Annotated[SecretStr, AfterValidator(_known_store)] | None = Field(
        default=None,
        description="URL of the database. Left out: SQLite, the file ingestd.db in data_dir.",
    )


class HttpSettings(BaseModel):
    """Where the pages and the API are served."""

    model_config = STRICT

    listen: Annotated[str, AfterValidator(_host_and_port)] = Field(
        default="127.0.0.1:8400",
        description="Address and port. Anything but loopback is refused without tokens.",
    )

    @property
    def host(self) -> str:
        """The address listened on, an IPv6 one without its brackets."""
        return _split(self.listen)[0]

    @property
    def port(self) -> int:
        """The port listened on; 0 lets the system choose."""
        return _split(self.listen)[1]


class ExtractionSettings(BaseModel):
    """What reads the articles."""

    model_config = STRICT

    extractors: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_distinct)
    ] = Field(
        default=("rules",),
        min_length=1,
        description="Names of extractors, each asked for every article.",
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
    http: HttpSettings = HttpSettings()
    extraction: ExtractionSettings = ExtractionSettings()

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
