"""The JSON Schema by which editors complete and check a configuration file."""

from collections.abc import Mapping
from typing import cast

from ingestd.config.places import Tree
from ingestd.config.settings import Settings
from ingestd.config.tables import NAME


def json_schema(kinds: Mapping[str, Tree]) -> Tree:
    """The schema of a whole file; `kinds` gives the schema of each kind's options."""
    schema: Tree = Settings.model_json_schema()
    properties = cast("Tree", schema["properties"])
    properties["source"] = {
        "type": "array",
        "description": "Where documents come from; also in sources.d/*.toml.",
        "items": {"oneOf": [_table(kind, options) for kind, options in kinds.items()]},
    }
    for options in kinds.values():
        # what an options class refers to is looked for at the top
        schema["$defs"] = {
            **cast("Tree", schema["$defs"]),
            **cast("Tree", options.get("$defs", {})),
        }
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    about = {
        "title": "The configuration of ingestd",
        "description": "Also for files in sources.d, which hold [[source]] tables only.",
    }
    return dialect | schema | about


def _table(kind: str, options: Tree) -> Tree:
    named = {
        "name": {
            "type": "string",
            "pattern": f"^{NAME.pattern}$",
            "description": "How the source is called everywhere; it never changes.",
        },
        "kind": {"const": kind},
    }
    properties = named | cast("Tree", options["properties"])
    required = ["name", "kind", *cast("list[str]", options.get("required", []))]
    told = {key: value for key, value in options.items() if key != "$defs"}
    return told | {"properties": properties, "required": required, "title": f"{kind} source"}
