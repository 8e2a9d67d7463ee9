"""`ingestd run`: the daemon."""

import sys

import typer

from ingestd.cli.opening import load_configuration


def command(context: typer.Context) -> None:
    """The daemon: watch, poll, extract, project, serve."""
    from ingestd.app import App
    from ingestd.daemon.supervisor import Supervisor
    from ingestd.telemetry.logs import configure_logs

    configure_logs(stream=sys.stderr, json=not sys.stderr.isatty())
    loaded = load_configuration(context)
    with App(loaded.settings).opened() as app:
        Supervisor(app, loaded.sources, reload=lambda: load_configuration(context)).run()
