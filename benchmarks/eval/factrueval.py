"""How well Russian names and facts are found: FactRuEval-2016, by its own scorer.

`python -m benchmarks.eval.factrueval FOLDER [--out FOLDER] [--facts]` reads `FOLDER/devset/*.txt`, writes answers in the
set's own formats (`.task1`, `.task3`) to a temporary folder or the one given, and runs
`FOLDER/scripts/t1_eval.py -l` and `t3_eval.py` over them. Deals become Deal facts, relations of
owners become Ownership, offices become Occupation.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ingestd.events.facts import ExtractedEntity, Extraction, Office
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.extraction.russian.roles import OF_BODIES
from ingestd.extraction.russian.words import lemma

TAGS = {
    "company": "org", "public_body": "org", "organization": "org", "person": "per", "place": "loc",
}  # fmt: skip
TYPES = {
    "merger": "купля/продажа",
    "acquisition": "купля/продажа", "supply": "купля/продажа", "financing": "займ/возвращение займа", "investment": "инвестиции",
    "donation": "займ/возвращение займа",
}  # fmt: skip
OWNERS = {
    "владелец",
    "совладелец",
    "собственник",
    "акционер",
    "основатель",
    "сооснователь",
    "создатель",
    "учредитель",
}


def task1(extraction: Extraction) -> Iterator[str]:
    """Each mention as `tag start length`."""
    for entity in extraction.entities:
        if entity.type in TAGS:
            for quote in entity.mentions:
                yield f"{TAGS[entity.type]} {quote.start} {quote.end - quote.start}"


def task3(extraction: Extraction) -> Iterator[str]:
    """Each fact as lines of `argument : value`, parted by a blank line."""
    entities = extraction.entities
    for deal in extraction.deals:
        lines = [
            "Deal",
            *(f"Participant : {_plain(entities[party.entity].name)}" for party in deal.parties),
        ]
        if deal.type in TYPES:
            lines.append(f"Type : {TYPES[deal.type]}")
        yield "\n".join(lines) + "\n"
    for owner, owned in _ownerships(extraction):
        yield f"Ownership\nOwner : {_plain(owner)}\nProperty : {_plain(owned)}\n"
    for entity in entities:
        for office in entity.offices:
            lines = list(_occupation(entity, office, entities))
            if lines:
                yield "\n".join(lines) + "\n"


def _ownerships(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Owner and property: parents, holders of shares, people whose office says so."""
    entities, found = extraction.entities, dict[tuple[str, str], None]()
    for relation in extraction.relations:
        one, other = entities[relation.one].name, entities[relation.other].name
        if relation.kind == "subsidiary":
            found[one, other] = None
        elif relation.kind == "shareholder":
            found[other, one] = None
    for entity in entities:
        for office in entity.offices:
            owns = any(lemma(word) in OWNERS for word in office.title.split())
            if owns and office.body is not None:
                found[entity.name, entities[office.body].name] = None
    yield from found


def _occupation(
    entity: ExtractedEntity, office: Office, entities: tuple[ExtractedEntity, ...]
) -> Iterator[str]:
    place = next(
        (
            (one, quote)
            for one in entities
            if one.type == "place" or office.body is None
            for quote in one.mentions
            if office.told.start < quote.start
            and quote.end <= office.told.end
            and one is not entity
        ),
        None,
    )
    position, where = office.told.text, None
    if place is not None:
        position = position[: place[1].start - office.told.start].rstrip(' «"')
        where = place[0].name
    if office.body is not None:
        where = entities[office.body].name
    nation = next(
        (one for one in entities if one.reference == f"country:{entity.country}"), None
    )
    if where is None and nation is not None:
        where = nation.name
    employed = any(lemma(word) in OF_BODIES for word in office.title.split())
    if where is None or not (employed or office.body is not None):
        return
    yield "Occupation"
    yield f"Who : {_plain(entity.name)}"
    yield f"Position : {_plain(position)}"
    yield f"Where : {_plain(where)}"


def _plain(name: str) -> str:
    """The scorer parts names from values by a colon."""
    return " ".join(name.replace(":", " ").split())


def main(arguments: list[str] | None = None) -> int:
    """Score a folder and print what its own scorer says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        out: Path = told.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        answer(told.folder / "devset", out)
        for script, options in (("t1_eval.py", ["-l"]), ("t3_eval.py", [])):
            command = [
                sys.executable,
                str(told.folder / "scripts" / script),
                "-s",
                str(told.folder / "devset"),
                "-t",
                str(out),
                "-o",
                str(out / script[:2]),
                *options,
            ]
            print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - the scorer of the folder that was given
    return 0


def answer(texts: Path, out: Path) -> None:
    """Write the answers to both tracks."""
    extractor = RulesExtractor()
    began, words = time.process_time(), 0
    for path in sorted(texts.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        words += len(text.split())
        extraction = extractor.extract(Article(text=text, blocks=(), language="ru"))
        (out / f"{path.stem}.task1").write_text(
            "\n".join(task1(extraction)) + "\n", encoding="utf-8"
        )
        (out / f"{path.stem}.task3").write_text(
            "\n".join(task3(extraction)) + "\n", encoding="utf-8"
        )
    print(f"{words} words in {time.process_time() - began:.2f} s")


if __name__ == "__main__":
    raise SystemExit(main())
