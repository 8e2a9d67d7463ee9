"""Bakes `territories.json` from CLDR: run it by hand, with babel, when CLDR has a new release.

python -m ingestd.resolution.bake_territories
"""

import json
from pathlib import Path

import babel
from babel import Locale

HERE = Path(__file__).parent
LANGUAGES = (
    "en", "fr", "vi", "ru", "be", "bg", "bs", "cs", "da", "de", "es", "et", "fi", "hr", "hu",
    "id", "it", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sr", "sv",
    "tr", "uk",
)  # fmt: skip
# Codes that CLDR names but that are neither countries nor unions of them.
_NO_COUNTRIES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})


def bake() -> str:
    """Every country's names as JSON, once each, with their source and version in front."""
    found: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code.isalpha() and code not in _NO_COUNTRIES:
                found.setdefault(code, {})[name] = None
    table = {
        "source": "Unicode CLDR, by babel (Unicode License v3)",
        "version": f"babel {babel.__version__}",
        "territories": {code: ";".join(found[code]) for code in sorted(found)},
    }
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    (HERE / "territories.json").write_text(bake(), encoding="utf-8")
