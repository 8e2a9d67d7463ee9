"""Bakes `territories.json` from CLDR: run it by hand, with babel, when CLDR has a new release.

python -m ingestd.extraction.gazetteer.bake
"""

import json
from pathlib import Path

import babel
from babel import Locale

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr", "vi", "ru", "de")


def territories(language: str) -> dict[str, str]:
    """The names of the world's countries in one language, by ISO 3166-1 alpha-2."""
    names = Locale(language).territories
    return {code: names[code] for code in sorted(names) if code.isalpha()}


def bake() -> str:
    """The whole table as JSON, with its source and version in front."""
    table = {
        "source": "Unicode CLDR, by babel (Unicode License v3)",
        "version": f"babel {babel.__version__}",
        "territories": {language: territories(language) for language in LANGUAGES},
    }
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    (HERE / "territories.json").write_text(bake(), encoding="utf-8")
