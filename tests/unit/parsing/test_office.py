import zipfile

import pytest

from ingestd.errors import UnreadableError
from ingestd.events.media_types import DOCX, ODT
from tests.unit.parsing.making import CORE, META, STYLES, docx, odt, packed, paragraph
from tests.unit.parsing.reading import LONG, parsed

HEADING = "<text:h>Background</text:h>"


def plain(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_a_word_document_gives_its_paragraphs_and_what_it_says_of_itself() -> None:
    inside = paragraph(LONG) + paragraph("Background", "berschrift1") + paragraph(LONG)
    page = parsed(docx(inside, word_styles=STYLES, docProps_core=CORE), DOCX)

    assert page.text == f"{LONG}\n\nBackground\n\n{LONG}"
    assert (page.title, page.published, page.author) == (
        "Two deals signed",
        "2021-11-11T08:00:00Z",
        "Jane Doe",
    )
    assert [block.kind for block in page.blocks] == ["body", "heading", "body"]


def test_a_style_alone_makes_a_heading_of_a_sentence() -> None:
    inside = (
        paragraph(LONG) + paragraph("It began in March.", "berschrift1") + paragraph("Yes.")
    )

    kinds = [block.kind for block in parsed(docx(inside, word_styles=STYLES), DOCX).blocks]

    assert kinds == ["body", "heading", "body"]


def test_the_cells_of_a_table_and_the_breaks_of_a_line_are_read() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Cell one')}</w:tc><w:tc>{paragraph('Two')}</w:tc></w:tr></w:tbl>"
    broken = "<w:p><w:r><w:t>up</w:t><w:noBreakHyphen/><w:t>to</w:t><w:tab/><w:t>date</w:t></w:r></w:p>"

    assert parsed(docx(table + broken), DOCX).text == "Cell one\n\nTwo\n\nup-to date"


def test_what_was_struck_out_of_a_word_document_is_left_out() -> None:
    struck = "<w:p><w:del><w:r><w:t>not </w:t></w:r></w:del><w:r><w:t>signed</w:t></w:r></w:p>"

    assert parsed(docx(struck), DOCX).text == "signed"


def test_a_text_box_is_read_once_and_apart() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    inside = (
        f'<w:p xmlns:mc="{compatible}"><w:r><w:t>Outside</w:t></w:r><w:r><mc:AlternateContent>'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert parsed(docx(inside), DOCX).text == "Outside\n\nIn the box"


def test_a_strict_word_document_is_read() -> None:
    body = docx(paragraph("Signed."))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = (
        f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Signed.")}</w:body></w:document>'
    )

    assert parsed(packed({"word/document.xml": document}), DOCX).text == "Signed."
    assert parsed(body, DOCX).text == "Signed."


def test_an_odt_gives_its_paragraphs_and_what_it_says_of_itself() -> None:
    page = parsed(odt(plain(LONG) + HEADING + plain(LONG), meta=META), ODT)

    assert page.text == f"{LONG}\n\nBackground\n\n{LONG}"
    assert (page.title, page.published, page.author) == (
        "Two deals signed",
        "2021-11-11T08:00:00",
        "Jane Doe",
    )
    assert [block.kind for block in page.blocks] == ["body", "heading", "body"]


def test_an_odts_spaces_frames_and_notes_are_told_apart() -> None:
    inside = plain(
        "The<text:s/>firm<text:tab/>and <text:span>its <text:a>partner</text:a></text:span>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note>"
        "<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame> signed."
    )

    assert parsed(odt(inside), ODT).text == "The firm and its partner signed.\n\nIn the box"


@pytest.mark.parametrize(("media_type", "body"), [(DOCX, docx("")), (ODT, odt(""))])
def test_a_document_without_text_says_so(media_type: str, body: bytes) -> None:
    with pytest.raises(UnreadableError, match="holds no text"):
        parsed(body, media_type)


def test_an_odt_that_is_encrypted_says_so() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    body = packed({"content.xml": "garbage", "META-INF/manifest.xml": manifest})

    with pytest.raises(UnreadableError, match="encrypted"):
        parsed(body, ODT)


def test_an_odt_whose_manifest_hides_nothing_is_read() -> None:
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    body = odt(plain("Signed."), **{"META-INF/manifest": manifest})

    assert parsed(body, ODT).text == "Signed."


def test_a_part_that_is_encrypted_says_so() -> None:
    body = bytearray(docx(paragraph("Signed.")))
    for at in _all(body, b"PK\x01\x02"):
        body[at + 8] |= 1

    with pytest.raises(UnreadableError, match="encrypted"):
        parsed(bytes(body), DOCX)


def _all(body: bytearray, sought: bytes) -> list[int]:
    return [at for at in range(len(body)) if body.startswith(sought, at)]


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE])
def test_entities_are_neither_multiplied_nor_fetched(before: str) -> None:
    body = docx("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", before=before)

    with pytest.raises(UnreadableError, match="declares types of its own"):
        parsed(body, DOCX)


def test_a_bomb_is_not_unpacked() -> None:
    body = docx(paragraph("x" * 5_000_000))

    with pytest.raises(UnreadableError, match="which are not read"):
        parsed(body, DOCX)


def test_a_document_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(UnreadableError, match="is damaged"):
        parsed(docx("<w:p>" * 5_000 + "</w:p>" * 5_000), DOCX)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (docx(paragraph(LONG))[:200], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (packed({"other.xml": "<x/>"}), "there is no word/document.xml in it"),
        (packed({"word/document.xml": "<w:p>"}), "word/document.xml in it is damaged"),
        (packed({"word/document.xml": ""}), "word/document.xml in it is damaged"),
    ],
    ids=["cut off", "a beginning", "another", "no XML", "empty"],
)
def test_a_damaged_document_says_so(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        parsed(body, DOCX)

    assert caught.value.hint


def test_a_damaged_part_says_so() -> None:
    body = docx(paragraph(LONG * 20))
    with zipfile.ZipFile(__import__("io").BytesIO(body)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    broken = body[:start] + bytes(40) + body[start + 40 :]

    with pytest.raises(UnreadableError, match="damaged"):
        parsed(broken, DOCX)


def test_styles_without_a_name_and_paragraphs_without_a_style_are_plain() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f'<w:styles xmlns:w="{word}"><w:style/><w:style><w:name/></w:style></w:styles>'
    inside = "<w:p><w:pPr><w:pStyle/></w:pPr><w:r><w:t>Signed.</w:t></w:r></w:p>"

    assert parsed(docx(inside, word_styles=styles), DOCX).text == "Signed."
