"""Since when and until when somebody holds an office, where the same clause tells it."""

import re

from ingestd.extraction.dates import days
from ingestd.extraction.languages.pack import Language

_REACH = 90
_LONGEST = 24
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d-])")
_SINCE = {
    "en": r"since|from|(?:appointed|named|elected|took over|took office|promoted|joined)(?: \w+){0,3} (?:in|on)",
    "vi": r"từ(?: năm| tháng)?|kể từ(?: năm)?",
}
_UNTIL = {
    "en": r"until|till|through|to",
    "vi": r"đến(?: năm| tháng)?",
}


def tenure(
    low: str, around: tuple[int, int, int, int], language: Language, published: str | None
) -> tuple[str | None, str | None]:
    """The first and last day of an office, ISO 8601, only as exact as they are told.

    `around` are the offsets of the sentence's start, the title's start and end, and the
    sentence's end.
    """
    _, _, end, last = around
    stretch = low[end : min(end + _REACH, last)]
    cut = re.search(r"[;:\"]|\. ", stretch)
    stretch = stretch[: cut.start()] if cut else stretch
    since = _told(stretch, _SINCE.get(language.code), language, published)
    until = _told(stretch, _UNTIL.get(language.code), language, published)
    return since, until


def _told(
    stretch: str, cue: str | None, language: Language, published: str | None
) -> str | None:
    if cue is None:
        return None
    for match in re.finditer(rf"(?<!\w)(?:{cue}) (?:the |le |early |late )?", stretch):
        iso = _date(stretch[match.end() : match.end() + _LONGEST], language, published)
        if iso:
            return iso
    return None


def _date(stretch: str, language: Language, published: str | None) -> str | None:
    """The date or the year that a stretch begins with."""
    first = next((day.iso for day in days(stretch, language, published) if not day.start), None)
    year = _YEAR.match(stretch)
    return first or (year.group() if year else None)
