"""`ingestd config`: is it right, what is in force, what may be written."""

import json
import sys
from typing import Any

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import print_json, say

app = typer.Typer(help="Check, show or describe the configuration.", no_args_is_help=True)


@app.command()
def check(context: typer.Context) -> None:
    """Say everything that is wrong with the configuration, or that nothing is."""
    loaded = load_configuration(context)
    say(f"{loaded.path}: in order, {len(loaded.sources)} sources")


@app.command()
def show(context: typer.Context, as_json: Json = False) -> None:
    """The configuration in force, without its secrets."""
    shown = _shown(context)
    if as_json:
        print_json(shown)
        return
    sys.stdout.write(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")


@app.command()
def schema() -> None:
    """The JSON Schema of the configuration file, for editors."""
    from ingestd.sources.registry import configuration_schema

    sys.stdout.write(json.dumps(configuration_schema(), indent=2, ensure_ascii=False) + "\n")


def _shown(context: typer.Context) -> dict[str, Any]:
    from ingestd.sources.registry import build_sources

    loaded = load_configuration(context)
    settings = loaded.settings
    return {
        "file": str(loaded.path),
        "data_dir": str(settings.data_dir),
        "store": {"address": settings.store_address},
        "blobs": {
            "address": settings.blobs.url or str(settings.data_dir / "blobs"),
            "endpoint": settings.blobs.endpoint,
            "region": settings.blobs.region,
        },
        "http": {"listen": settings.http.listen, "public_url": settings.http.public_url},
        "fetching": {
            "contact": settings.fetching.contact,
            "delay": settings.fetching.delay,
            "workers": settings.fetching.workers,
        },
        "extraction": settings.extraction.model_dump(mode="json", exclude_none=True),
        "source": [
            {
                "name": source.name,
                "kind": source.kind,
                "address": source.address,
                "options": json.loads(source.options),
            }
            for source in build_sources(loaded.sources)
        ],
    }
