"""What files and environment say together, before it is checked."""

from pathlib import Path

from ingestd.config.environment import Overrides
from ingestd.config.files import ConfigFile
from ingestd.config.places import Tree
from ingestd.config.settings import Settings

RELATIVE_SQLITE = "sqlite:///"
MODELS = {"pipeline", "model"}


def draft(main: ConfigFile, given: Overrides, *, here: Path, data_dir: Path | None) -> Tree:
    """Lay the environment over the file and `data_dir` over both; make paths absolute.

    What the file says is relative to the file, the rest to the directory `here`.
    """
    written = {key: value for key, value in main.tree.items() if key != "source"}
    written.setdefault("data_dir", str(Settings.model_fields["data_dir"].default))
    if data_dir is not None:
        # log and blobs go there too, even where the file names a database or a bucket
        written |= {"store": {}, "blobs": {}}
    drafted = _merge(_anchor(written, main.path.parent), _anchor(given.values, here))
    if data_dir is not None:
        drafted["data_dir"] = str((here / data_dir).resolve())
    return drafted


def _anchor(tree: Tree, folder: Path) -> Tree:
    """Make the paths in it absolute."""
    anchored = dict(tree)
    if isinstance(directory := tree.get("data_dir"), str):
        anchored["data_dir"] = str((folder / directory).resolve())
    store = tree.get("store")
    if isinstance(store, dict) and isinstance(url := store.get("url"), str):
        anchored["store"] = store | {"url": _anchor_url(url, folder)}
    extraction = tree.get("extraction")
    if isinstance(extraction, dict):
        anchored["extraction"] = {
            key: _anchor_model(value, folder) for key, value in extraction.items()
        }
    return anchored


def _anchor_model(options: object, folder: Path) -> object:
    """Models have names; what begins with a dot is a path."""
    if not isinstance(options, dict):
        return options
    return {
        key: str((folder / value).resolve())
        if key in MODELS and isinstance(value, str) and value.startswith(("./", "../"))
        else value
        for key, value in options.items()
    }


def _anchor_url(url: str, folder: Path) -> str:
    name = url.removeprefix(RELATIVE_SQLITE)
    if name in {url, "", ":memory:"}:
        return url
    return f"{RELATIVE_SQLITE}{(folder / name).resolve()}"


def _merge(below: Tree, above: Tree) -> Tree:
    merged = dict(below)
    for key, value in above.items():
        lower = below.get(key)
        if isinstance(lower, dict) and isinstance(value, dict):
            merged[key] = _merge(lower, value)
        else:
            merged[key] = value
    return merged
