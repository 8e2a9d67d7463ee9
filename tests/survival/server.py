"""A PostgreSQL of one test's own, which may be killed, stopped and started again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from tests.fixtures.machine import run
from tests.fixtures.postgres_server import SETTINGS, WAITING, _user, running


@dataclass(frozen=True, slots=True)
class Server:
    """A server in the folder of its socket, with one database for ingestd."""

    url: str
    folder: Path
    control: Path

    def crash(self) -> None:
        """End it as a crash would: nobody is told, nothing is written."""
        self._tell("-m", "immediate", "stop")

    def start(self) -> None:
        self._tell(
            "-l", str(self.folder / "log"), "-o", f"{SETTINGS} -k '{self.folder}'", "start"
        )

    def cut_connections(self) -> int:
        """End everybody's connections but this one; say how many there were."""
        engine = sa.create_engine(self.url, poolclass=sa.NullPool)
        with engine.connect() as connection:
            ended = connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            return len(ended.all())

    def _tell(self, *words: str) -> None:
        command: list[str | Path] = [self.control, *WAITING, "-D", self.folder / "data", *words]
        run(command, user=_user(), cwd=self.folder)


@contextmanager
def own_server(programs: Path) -> Iterator[Server]:
    """A new one, made with these programs; it ends with the block."""
    with running(programs) as url:
        folder = Path(str(sa.make_url(url).query["host"]))
        copied = folder / "programs" / "bin"
        control = (copied if copied.exists() else programs) / "pg_ctl"
        yield Server(url, folder, control)
