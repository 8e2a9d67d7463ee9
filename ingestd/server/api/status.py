"""What is there, what lags, what fails; and whether anybody is at home."""

from fastapi import APIRouter
from pydantic import Field

from ingestd.queries import status
from ingestd.server.api.answers import Answer, Shape
from ingestd.server.reading import Given
from ingestd.store.event_log import EventLog

router = APIRouter(tags=["status"])
health = APIRouter(tags=["status"])


class Log(Shape):
    """The log as a whole."""

    id: str
    epoch: int
    position: int


class Poison(Shape):
    """An event at which a projection's code fails, and how often it was tried."""

    position: int
    stream: str
    error: str
    attempts: int
    parked_at: str


class Reader(Shape):
    """A step or a projection, how far it has come, how many events it had to set aside."""

    reader: str
    position: int
    lag: int
    parked: int
    poison: Poison | None


class Mistake(Shape):
    """One thing wrong with the configuration."""

    file: str
    line: int | None
    message: str
    hint: str | None


class Refused(Shape):
    """A configuration that cannot be used."""

    refused_at: str
    problems: list[Mistake]


class Status(Shape):
    """What is there, what lags, what fails."""

    version: str
    log: Log
    articles: int
    entities: int
    deals: int
    rejected: int
    sources: int
    failing_sources: list[str] = Field(description="They do not answer as they should.")
    silent_sources: list[str] = Field(description="They bring nothing new, unusually long.")
    stopped_sources: list[str] = Field(description="Gone for good, their servers say.")
    overdue_sources: list[str] = Field(
        description="They should have been looked at over a minute ago."
    )
    network_lost_since: str | None = Field(
        description="Since when no host at all is reached: no source is to blame."
    )
    configuration: Refused | None = Field(
        description="What is wrong with the one that is written; an older one is in force."
    )
    readers: list[Reader]


class Alive(Shape):
    """Somebody is at home."""

    status: str
    version: str


class Ready(Alive):
    """The store answers too."""

    position: int


@router.get("/status", response_model=Status)
def get_status(given: Given) -> Answer:
    """Return counts of the views, and how far each reader is behind the log."""
    with given.database.reading() as connection:
        row = status.get_status(connection)
    return Answer({"version": given.version} | row)


@health.get("/healthz", response_model=Alive)
async def is_alive(given: Given) -> Answer:
    """Answer without touching the store: a slow disk is no reason to be restarted."""
    return Answer({"status": "alive", "version": given.version})


@health.get("/readyz", response_model=Ready)
def is_ready(given: Given) -> Answer:
    """Ask the store; 503 with the reason where it does not answer."""
    with given.database.reading() as connection:
        position = EventLog.head(connection)
    return Answer({"status": "ready", "version": given.version, "position": position})
