"""French."""

from ingestd.extraction.languages.fr_deals import FRAMES
from ingestd.extraction.languages.fr_names import NAMES
from ingestd.extraction.languages.pack import (
    Language,
    Numbers,
    phrases,
    rx,
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("janvier", "février fevrier", "mars", "avril", "mai", "juin", "juillet", "août aout",
         "septembre", "octobre", "novembre", "décembre decembre"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_NUMBERS = Numbers(
    scales={
        "mille": 1e3, "millier": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "mio": 1e6, "m": 1e6,
        "milliard": 1e9, "milliards": 1e9, "mds": 1e9, "md": 1e9, "mrd": 1e9, "billion": 1e12, "billions": 1e12,
    },
    months=_MONTHS,
    words={name: number for number, name in enumerate(("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"), start=1)},
    weekdays={name: day for day, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))},
    dates=(
        rx(rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})(?: (?P<year>(?:19|20)\d\d))?\b"),
        rx(rf"\b(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"),
        rx(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    ),
)  # fmt: skip

FRENCH = Language(
    code="fr",
    names=NAMES,
    frames=FRAMES,
    numbers=_NUMBERS,
    common=phrases("le|la|les|des|du|et|une|dans|est|pour|que|avec|sur|par|a|au"),
)
