"""Text that every store can keep."""

import re

_UNSOUND = re.compile("[\x00\ud800-\udfff]")


def sound(text: str) -> str:
    """Put U+FFFD where UTF-8 (half a surrogate pair) or PostgreSQL (NUL) has no way to write.

    One character for one: offsets stay what they are.
    """
    if text.isascii() and "\0" not in text:
        return text
    return _UNSOUND.sub("\ufffd", text)
