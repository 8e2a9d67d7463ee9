"""Files that are there whole or not at all, whenever the power fails."""

import os
import tempfile
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the names of files begin that were not written to their end."""


def write(path: Path, content: bytes) -> None:
    """Put the content, synced, under this name; the name lasts once its folder is synced too.

    Raises OSError, and leaves nothing behind.
    """
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a crash, those that are gone stay gone. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
