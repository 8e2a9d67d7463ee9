"""Files that lie in a folder but are nobody's documents."""

from fnmatch import fnmatchcase

LITTER = (".*", "*~", "~$*", "#*#", "*.part", "*.crdownload", "*.tmp", "*.swp", "@eaDir")


def is_litter(name: str) -> bool:
    """Say whether an editor, a browser or a synchroniser left this, or it is hidden."""
    return any(fnmatchcase(name.lower(), pattern.lower()) for pattern in LITTER)
