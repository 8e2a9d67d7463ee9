"""A Russian text's whole cast: names, what they are, who is what with whom."""

from ingestd.extraction.entities import Cast
from ingestd.extraction.russian.cast import scene_of
from ingestd.extraction.russian.offices import with_offices
from ingestd.extraction.spots import Reading


def cast_of_russian(reading: Reading) -> Cast:
    """Everybody and everything a Russian text names, with people's offices."""
    return with_offices(scene_of(reading), reading.view)
