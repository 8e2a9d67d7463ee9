"""Files that lie in a folder but are nobody's documents."""

import re
from fnmatch import translate

LITTER = (
    ".*", "*~", "~$*", "#*#", "*.part", "*.partial", "*.filepart", "*.crdownload", "*.download",
    "*.tmp", "*.swp", "@eadir", "lost+found", "thumbs.db", "desktop.ini",
)  # fmt: skip
_LITTER = re.compile("|".join(map(translate, LITTER)))


def is_litter(name: str) -> bool:
    """Say whether an editor, a browser or a synchroniser left this, or it is hidden."""
    return _LITTER.match(name.lower()) is not None
