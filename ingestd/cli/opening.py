"""From the command line's options to the parts of the program."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.config.loader import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What stands before the command."""

    config: Path | None
    data_dir: Path | None


def load_configuration(context: typer.Context) -> "Loaded":
    """Read and check the whole configuration, sources included. Raises ConfigError."""
    from ingestd.config.environment import environment
    from ingestd.config.loader import load
    from ingestd.extraction.registry import check_extractors
    from ingestd.sources.registry import check_source

    options: Options = context.obj
    return load(
        options.config,
        environment=environment(),
        working_directory=Path.cwd(),
        data_dir=options.data_dir,
        check_source=check_source,
        check_settings=lambda settings: check_extractors(settings.extraction),
    )


@contextmanager
def opened(context: typer.Context, *, prepared: bool = True) -> Iterator["App"]:
    """The program on its data directory; `prepared`: with every view there to be read."""
    from ingestd.app import App
    from ingestd.telemetry.logs import configure_logs

    # a command tells its outcome itself; its log is for what goes wrong
    configure_logs(stream=sys.stderr, json=not sys.stderr.isatty(), level=logging.ERROR)
    with App(load_configuration(context).settings).opened() as app:
        if prepared:
            app.prepare_views()
        try:
            yield app
        except UnicodeEncodeError as error:
            hint = "a name or a word that was given is not in UTF-8"
            raise UsageError(f"{error.object!a} cannot be sought", hint=hint) from error
