"""The command `ingestd`: its options, its commands, and how errors become exit codes."""

import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from ingestd import __version__
from ingestd.cli import (
    articles,
    config,
    confirm,
    correct,
    deals,
    entities,
    erase,
    evaluate,
    events,
    explain,
    extract,
    figures,
    ingest,
    judgements,
    merge,
    poll,
    reject,
    rejected,
    replay,
    reprocess,
    run,
    show,
    sources,
    split,
    status,
    stories,
    undo,
    verify,
    why,
)
from ingestd.cli.opening import Options
from ingestd.cli.printing import say
from ingestd.errors import IngestdError

CANNOT_WRITE = 74
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}

app = typer.Typer(
    name="ingestd",
    help="Take in news, and say who agreed what with whom, and where that is written.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, asked: bool) -> None:
    if asked:
        print(f"ingestd {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="The configuration.")
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(
            "--data-dir", metavar="DIR", help="Keep everything that is written there."
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 - typer's way to write an option
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    context.obj = Options(config=config, data_dir=data_dir)


for name, module in (
    ("run", run),
    ("ingest", ingest),
    ("poll", poll),
    ("extract", extract),
    ("articles", articles),
    ("entities", entities),
    ("deals", deals),
    ("stories", stories),
    ("figures", figures),
    ("show", show),
    ("explain", explain),
    ("eval", evaluate),
    ("merge", merge),
    ("split", split),
    ("confirm", confirm),
    ("reject", reject),
    ("correct", correct),
    ("undo", undo),
    ("judgements", judgements),
    ("events", events),
    ("replay", replay),
    ("reprocess", reprocess),
    ("erase", erase),
    ("verify", verify),
    ("status", status),
    ("why", why),
):
    app.command(name)(module.command)
for name, group in (("sources", sources), ("rejected", rejected), ("config", config)):
    app.add_typer(group.app, name=name)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command (None: what the process was given); always ends in SystemExit.

    Foreseen errors are told in a line and become exit codes.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        # a file's name need not be UTF-8; in JSON what is written instead is an escape
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            app(arguments, prog_name="ingestd")
        finally:
            # here a failure can still be told; when the interpreter ends it can't
            sys.stdout.flush()
    except IngestdError as error:
        say(f"ingestd: {error}" + (f"\n  {error.hint}" if error.hint else ""))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _let_go()
        sys.exit(1)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        _let_go()
        say(f"ingestd: the output cannot be written: {error.strerror}")
        sys.exit(CANNOT_WRITE)


def _let_go() -> None:
    # Python would complain once more when it closes stdout
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
