"""`ingestd run`: the daemon."""

import sys

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.printing import say


def command(context: typer.Context) -> None:
    """The daemon: watch, poll, extract, project, serve."""
    from ingestd import __version__
    from ingestd.app import App
    from ingestd.daemon.supervisor import Supervisor
    from ingestd.telemetry.logs import configure_logs

    configure_logs(stream=sys.stderr, json=not sys.stderr.isatty())
    loaded = load_configuration(context)

    def tell(address: str) -> None:
        names = ", ".join(table.name for table in loaded.sources) or "no source"
        where = loaded.settings.data_dir
        say(f"ingestd {__version__} serves {address}, takes in {names}, keeps all in {where}")

    with App(loaded.settings).opened() as app:
        Supervisor(app, loaded, reload=lambda: load_configuration(context), on_ready=tell).run()
