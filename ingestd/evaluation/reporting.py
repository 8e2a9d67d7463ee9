"""A score as rows: one for all and one for each language."""

from typing import Any

from ingestd.evaluation.counting import Count, Rate, Score

Row = dict[str, Any]


def rows(scores: dict[str, Score]) -> list[Row]:
    """Plain rows, `lang` first; shares are from 0 to 1, null where there was nothing to get."""
    return [{"lang": language, **_row(score)} for language, score in scores.items()]


def _row(score: Score) -> Row:
    return {
        "documents": score.documents,
        "missing": score.missing,
        "entities": _count(score.entities),
        "entities_untyped": _count(score.untyped),
        "types": {kind: _count(count) for kind, count in sorted(score.by_type.items())},
        "role": _rate(score.role),
        "affiliation": _rate(score.affiliation),
        "deals_lenient": _count(score.lenient),
        "deals_strict": _count(score.strict),
        "status": _rate(score.status),
        "value": _rate(score.value),
        "value_or_none": _rate(score.value_or_none),
        "date": _rate(score.date),
        "date_or_none": _rate(score.date_or_none),
        "party_role": _rate(score.party_role),
        "traps_passed": _rate(score.traps),
    }


def _count(count: Count) -> Row:
    return {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
        "found": count.found,
        "extra": count.extra,
        "missed": count.missed,
    }


def _rate(rate: Rate) -> Row:
    share = rate.share
    return {"share": None if share is None else round(share, 4), "of": rate.of}


def table(found: list[Row]) -> list[Row]:
    """The same turned over, for people: a line for each measure, a column for each language."""
    measures = [name for name in found[0] if name not in {"lang", "types"}]
    lines = [_line(name, [row[name] for row in found], found) for name in measures]
    kinds = sorted({kind for row in found for kind in row["types"]})
    of_kinds = [
        _line(f"  {kind}", [row["types"].get(kind) for row in found], found) for kind in kinds
    ]
    at = measures.index("entities_untyped") + 1
    return lines[:at] + of_kinds + lines[at:]


def _line(name: str, values: list[Any], found: list[Row]) -> Row:
    told = {row["lang"]: _told(value) for row, value in zip(found, values, strict=True)}
    return {"measure": name.replace("_", " "), **told}


def _told(value: Any) -> str:
    if not isinstance(value, dict):
        return "" if value is None else str(value)
    if "f1" in value:
        return " ".join(f"{value[name]:.2f}" for name in ("precision", "recall", "f1"))
    return "-" if value["share"] is None else f"{value['share']:.2f} of {value['of']}"
