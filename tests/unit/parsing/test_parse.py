import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingestd.errors import UnreadableError
from ingestd.events.media_types import DOCX, MAIL, ODT
from ingestd.parsing.parse import READ, parse
from ingestd.parsing.parsed import Claims
from ingestd.sources.bundles.kinds import DOCUMENTS
from tests.unit.parsing.reading import LONG, SEEDS, parsed

TYPES = st.sampled_from([
    "text/plain", "text/markdown", "text/html", "text/html; charset=utf-7", "text/html; charset=cp1251",
    "application/pdf", DOCX, ODT, MAIL, "image/png", "",
])  # fmt: skip
MARKUP = st.lists(
    st.sampled_from(
        [
            "<html>",
            "<p>",
            "</p>",
            "<body>",
            "<!--",
            "<br>",
            "<table><tr><td>",
            "&#0;",
            "&#xd800;",
            "<?xml version='1.0'?>",
            "<![CDATA[",
            "<script>",
            "</html>",
            LONG,
            "\x00",
            "Đặng",
            '<a href="',
        ]
    )
)
HEADS = st.lists(
    st.sampled_from(
        [
            "From: ",
            "Date: Thu, 11 Nov 2021 10:00:00 +0200",
            "Subject: =?utf-8?q?",
            "=?x?b?",
            "Content-Type: multipart/mixed; boundary=x",
            "Content-Type: text/plain; charset=",
            "Content-Transfer-Encoding: base64",
            "--x",
            "\n",
            "\n\n",
            LONG,
            "<a@b.example>",
            "\x00",
            "Đặng",
        ]
    )
)
BODIES = st.one_of(
    HEADS.map(lambda parts: "".join(parts).encode()),
    st.binary(),
    MARKUP.map(lambda parts: "".join(parts).encode()),
    st.text().map(str.encode),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES, TYPES)
def test_whatever_the_bytes_they_are_read_or_refused(body: bytes, media_type: str) -> None:
    assert _outcome(body, media_type) in {"a text", "a remedy"}


def _outcome(body: bytes, media_type: str) -> str:
    try:
        text = parse(body, media_type, Claims()).text
    except UnreadableError as error:
        return "a remedy" if error.hint else "no remedy"
    return "a text" if text.strip() and "\x00" not in text else "no text"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_plain_text_is_kept_letter_for_letter(path: object) -> None:
    body = SEEDS[SEEDS.index(path)].read_bytes()  # type: ignore[arg-type]  # the ids above want an object

    assert parsed(body).text.encode() == body


def test_the_words_of_the_whole_text_are_counted() -> None:
    assert parsed("The firm\n\nsigned.").words == 3


def test_a_date_above_the_article_is_no_title() -> None:
    page = parsed(f"Thu, 11 November 2021\n\n{LONG}")

    assert (page.title, page.published) == (None, "2021-11-11")


def test_line_ends_are_kept() -> None:
    assert parsed(f"Two deals\r\n\r\n{LONG}\r\n").text == f"Two deals\r\n\r\n{LONG}\r\n"


def test_only_the_interview_among_the_seeds_has_a_title() -> None:
    assert [parsed(path.read_bytes()).title for path in SEEDS] == [
        None,
        None,
        "Russian businesses want to bring advanced technology to Vietnam",
        None,
        None,
    ]


def test_a_text_says_its_title_language_and_author() -> None:
    page = parsed(f"# Two deals signed\n\nBy Jane Doe\n\n{LONG}", "text/markdown")

    assert (page.title, page.language, page.author) == ("Two deals signed", "en", "Jane Doe")


def test_front_matter_says_title_author_and_date() -> None:
    page = parsed(
        f'---\ntitle: "Two deals"\nauthor: Jane Doe\ndate: 2021-11-11\n---\nNot this\n\n{LONG}'
    )

    assert (page.title, page.author, page.published) == ("Two deals", "Jane Doe", "2021-11-11")


def test_claims_fill_what_the_document_leaves_open() -> None:
    page = parsed(LONG, title="Two deals", author="Jane Doe", published="2021-11")

    assert (page.title, page.author, page.published) == ("Two deals", "Jane Doe", "2021-11")


@pytest.mark.parametrize("signature", ["Jane Doe", "By Jane Doe", "Jane Doe (TTXVN/Vietnam+)"])
def test_the_signature_is_the_author(signature: str) -> None:
    assert parsed(f"{LONG}\n\n{signature}").author == "Jane Doe"


@pytest.mark.parametrize(
    ("media_type", "named"), [("image/png", "image/png"), ("", "nameless")]
)
def test_a_type_that_is_not_read_is_named_with_those_that_are(
    media_type: str, named: str
) -> None:
    with pytest.raises(UnreadableError, match=named) as caught:
        parsed(b"\x89PNG", media_type)

    assert "text/html, text/markdown, text/plain" in (caught.value.hint or "")


def test_what_sources_take_for_documents_is_what_is_read() -> None:
    assert DOCUMENTS == READ
