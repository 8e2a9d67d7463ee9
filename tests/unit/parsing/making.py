"""Small documents of the kinds that office programs make."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Two deals signed</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dcterms:created>2021-11-11T08:00:00Z</dcterms:created></cp:coreProperties>"
)
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Standard"><w:name w:val="Normal"/></w:style></w:styles>'
)
META = (
    '<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><o:meta>'
    "<dc:title>Two deals signed</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
    "<meta:creation-date>2021-11-11T08:00:00</meta:creation-date></o:meta></o:document-meta>"
)
ODF = "application/vnd.oasis.opendocument.text"


def packed(parts: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def paragraph(text: str, style: str = "") -> str:
    set_in = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{set_in}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(inside: str, *, before: str = "", **parts: str) -> bytes:
    """A document of what stands in its body."""
    document = f'{before}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'
    named = {
        f"{folder}/{name}.xml": content
        for key, content in parts.items()
        for folder, name in [key.split("_")]
    }
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **named})


def odt(inside: str, **parts: str) -> bytes:
    """A document of what stands in its text."""
    content = (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
        f"<o:body><o:text>{inside}</o:text></o:body></o:document-content>"
    )
    others = {f"{name}.xml": told for name, told in parts.items()}
    return packed({"mimetype": ODF, "content.xml": content, **others})


def pdf(
    *pages: Sequence[str],
    told: Mapping[str, str] | None = None,
    password: str | None = None,
    owned: bool = False,
) -> bytes:
    """A PDF of pages of lines, in a letter that every program has."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        drawn = b"BT /F1 10 Tf 50 800 Td 14 TL " + b" ".join(
            b"(%s) Tj T*" % line.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
            for line in lines
        )
        drawn += b" ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (
        size,
        table,
        size,
    )
    return _told(body + b"startxref\n%d\n%%%%EOF\n" % start, told or {}, password, owned)


def _told(body: bytes, told: Mapping[str, str], password: str | None, owned: bool) -> bytes:
    if not (told or password or owned):
        return body
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(body)))
    writer.add_metadata({f"/{key}": value for key, value in told.items()})
    if password or owned:
        writer.encrypt(password or "", owner_password="owner", algorithm="AES-256")  # noqa: S106 - none
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
