"""Towns of the world by name: a hint, no proof, for people and firms bear the same names."""

import json
import re
from functools import cache
from importlib.resources import files

from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.view import fold


@cache
def towns() -> dict[str, Known]:
    """Towns of 100,000 inhabitants and more, by folded name in Latin letters."""
    table = files("ingestd.extraction.gazetteer").joinpath("towns.json")
    read: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))["towns"]
    return {
        key: Known(f"city:{key.replace(' ', '-')}-{code.lower()}", code, name)
        for code, names in read.items()
        for name in names.split(";")
        if (key := fold(name))
    }


_SPELT = re.compile(
    r"[^\W\d_]{2,}(?:-[^\W\d_]+)?-(?:sur|sous|en|lès|les|la|le|de|du|des|à|au|aux|in|on|upon)-[^\W\d_]{3,}"
    r"|(?:Saint|Sainte|Bourg|Château|Mont|Haute?|Basse?|Nouvelle|Seine|Pont|Port)-[^\W\d_]{3,}(?:-[^\W\d_]+){0,3}"
)


def spelt_like_town(name: str) -> bool:
    """Whether a name has the joints of towns: "Val-de-Reuil", "Saint-Girons"."""
    return _SPELT.fullmatch(name) is not None
