"""Every kind of document becomes an article, alone and in what holds it; nothing stops the rest."""

import gzip

import pytest

from tests.fixtures.daemons import Program
from tests.unit.parsing.making import docx, odt, paragraph, pdf
from tests.unit.sources.bundles.packing import tarred, zipped

SIGNED = "Northwind Energy and Blue River Steel signed an agreement on"
MAIL = f"From: Jane <j@news.example>\nSubject: Mail\nMessage-ID: <1@b>\n\n{SIGNED} mail.\n"


def names(rows: list[dict[str, str]]) -> set[str]:
    return {row["origin"].rpartition("/drop/")[2] for row in rows}


def test_every_kind_of_document_becomes_an_article(program: Program) -> None:
    program.put("a.md", f"# Signed\n\n{SIGNED} Markdown.\n")
    program.put("b.html", f"<!doctype html><html><p>{SIGNED} a page.</p></html>")
    program.put("c.pdf", pdf([f"{SIGNED} PDF."]))
    program.put("d.docx", docx(paragraph(f"{SIGNED} Word.")))
    program.put("e.odt", odt(f"<text:p>{SIGNED} OpenDocument.</text:p>"))
    program.put("f.eml", MAIL)
    program.put("g.json", f'{{"id": "x", "text": "{SIGNED} JSON."}}')
    program.put("h.jsonl", f'{{"text": "{SIGNED} a line."}}\n')
    program.put("i.csv", f"title,text\nTable,{SIGNED} a row.\n")
    program.put("j.mbox", f"From a Thu Nov 11 08:00:00 2021\n{MAIL.replace('mail', 'mbox')}\n")
    program.put("k.zip", zipped({"in/a.txt": f"{SIGNED} zip.".encode()}))
    program.put("l.tgz", gzip.compress(tarred({"a.txt": f"{SIGNED} tar.".encode()})))
    program.put("m.txt.gz", gzip.compress(f"{SIGNED} gzip.".encode()))

    done = program.rows("ingest", str(program.drop))

    assert {row["outcome"] for row in done} == {"accepted"}
    assert names(program.rows("articles")) == {
        "a.md", "b.html", "c.pdf", "d.docx", "e.odt", "f.eml", "g.json#x", "h.jsonl#1",
        "i.csv#1", "j.mbox#1@b", "k.zip#in/a.txt", "l.tgz#a.txt", "m.txt.gz#m.txt",
    }  # fmt: skip


def test_what_is_wrong_with_a_bundle_is_told_beside_what_is_right(program: Program) -> None:
    program.put("a.zip", zipped({"a.txt": SIGNED.encode(), "b.png": b"\x89PNG\r\n\x1a\n"}))
    program.put("b.jsonl.gz", gzip.compress(f'{{"text": "{SIGNED} b"}}\n'.encode() * 9)[:-12])
    program.put("c.pdf", pdf(["Secret."], password="canary"))  # noqa: S106 - of nothing

    done = program.run("ingest", str(program.drop), "--json")

    rejected = {names([row]).pop(): row["reason"] for row in program.rows("rejected")}
    assert done.code == 65
    assert rejected["a.zip#b.png"] == "it is image/png, which is not read"
    assert rejected["c.pdf"] == "the PDF is encrypted"
    assert "cut off" in rejected["b.jsonl.gz"]
    assert "a.zip#a.txt" in names(program.rows("articles"))


def test_what_is_piped_in_is_taken_by_its_bytes(program: Program) -> None:
    first = program.apart("ingest", "-", "--json", given=f"{SIGNED} paper.".encode()).rows
    again = program.apart("ingest", "-", "--json", given=f"{SIGNED} paper.".encode()).rows
    bundle = program.apart(
        "ingest", "-", "--json", given=zipped({"a.txt": b"Sealed in a zip."})
    ).rows

    assert [row["outcome"] for row in (*first, *again, *bundle)] == [
        "accepted", "unchanged", "accepted",
    ]  # fmt: skip
    assert first[0]["origin"].startswith("stdin:")
    assert bundle[0]["origin"].endswith("#a.txt")


@pytest.mark.slow
def test_a_page_that_is_made_to_stall_is_given_up_and_the_rest_goes_on(
    program: Program,
) -> None:
    attributes = " ".join(f"a{number}=''" for number in range(200_000))
    program.put("a.html", f"<html><body><p {attributes}>{SIGNED}</p></body></html>")
    program.put("b.txt", f"{SIGNED} Monday.")

    done = program.run("ingest", str(program.drop), "--json")

    [rejected] = program.rows("rejected")
    assert done.code == 65
    assert names([rejected]) == {"a.html"}
    assert names(program.rows("articles")) == {"b.txt"}
