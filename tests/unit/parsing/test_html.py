# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
import pytest

from ingestd.errors import UnreadableError
from tests.unit.parsing.reading import LONG, parsed

PAGE = f"""<html><head><title>Two deals signed | The Daily</title>
<meta property="article:published_time" content="2021-11-11T08:00:00Z">
<meta name="author" content="Jane Doe"></head>
<body><nav>Home News Sport</nav><article><h1>Two deals signed</h1>
<p>MOSCOW – {LONG}</p><h2>Background</h2><p>On 3 March 2020 it began. {LONG}</p></article>
<footer>© 2019 The Daily</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    page = parsed(PAGE, "text/html")

    assert page.text.split("\n\n") == [
        "Two deals signed",
        f"MOSCOW – {LONG}",
        "Background",
        f"On 3 March 2020 it began. {LONG}",
    ]
    assert (page.title, page.published, page.author) == (
        "Two deals signed",
        "2021-11-11",
        "Jane Doe",
    )
    assert [b.kind for b in page.blocks] == ["title", "dateline", "body", "heading", "body"]


def test_a_date_in_the_prose_is_not_when_it_was_published() -> None:
    page = parsed(
        f"<html><body><article><p>On 3 March 2020 it began. {LONG}</p></article></body></html>",
        "text/html",
    )

    assert page.published is None


def test_a_fragment_is_read_whole() -> None:
    page = parsed(
        "<p>The <b>fi</b>rm\nsigned.</p><script>x()</script>tail<br>Second.<!-- no -->",
        "text/html",
    )

    assert page.text == "The firm signed.\n\ntail\n\nSecond."


def test_a_page_whose_article_cannot_be_told_is_read_whole() -> None:
    page = parsed("<html><body><div>Signed.</div></body></html>", "text/html")

    assert page.text == "Signed."


def test_text_that_only_claims_to_be_html_is_text() -> None:
    assert parsed("no tags at all", "text/html").text == "no tags at all"


def test_a_fragments_title_is_what_its_feed_says() -> None:
    page = parsed(f"<p>At the table</p><p>{LONG}</p>", "text/html", title="Two deals")

    assert page.title == "Two deals"


@pytest.mark.parametrize(
    "body", ["<html><body></body></html>", "<p> </p>", "<script>x()</script>", "<!-- -->"]
)
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match=r"no text|cannot be parsed") as caught:
        parsed(body, "text/html")

    assert caught.value.hint


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("<p>Привет всем</p>".encode(), "text/html"),
        ("<p>Привет всем</p>".encode(), "text/html; charset=iso-8859-1"),
        ("<p>Привет всем</p>".encode("cp1251"), "text/html; charset=windows-1251"),
        ('<meta charset="windows-1251"><p>Привет всем</p>'.encode("cp1251"), "text/html"),
        ("<p>Привет всем</p>".encode("utf-16"), "text/html; charset=utf-8"),
        (
            '<?xml version="1.0" encoding="utf-8"?><p>Привет всем</p>'.encode(),
            "application/xhtml+xml",
        ),
    ],
)
def test_the_letters_come_by_mark_by_utf8_or_as_declared(body: bytes, media_type: str) -> None:
    assert parsed(body, media_type).text == "Привет всем"


@pytest.mark.parametrize("charset", ["nonsense", "base64", "windows-99999", "unicode_escape"])
def test_a_charset_nobody_knows_is_passed_over(charset: str) -> None:
    sentence = "La société a signé un accord avec une entreprise russe à Moscou, où elle était déjà présente."

    assert (
        parsed(f"<p>{sentence}</p>".encode("cp1252"), f"text/html; charset={charset}").text
        == sentence
    )


def test_one_stray_byte_does_not_spoil_a_page() -> None:
    body = f"<p>Đặng</p><p>{LONG * 20}</p>".encode() + b"\xff."

    assert parsed(body, "text/html").text.startswith("Đặng")


def test_a_page_cut_off_within_a_letter_looks_half_written() -> None:
    with pytest.raises(UnreadableError, match="half written"):
        parsed(f"<p>{LONG * 20} Hà Nộ".encode()[:-1], "text/html")


def test_binary_is_no_page() -> None:
    with pytest.raises(UnreadableError, match="application/pdf"):
        parsed(b"%PDF-1.4", "text/html")


def test_a_page_that_no_article_can_be_told_from_is_refused() -> None:
    page = f"<html><body><article><p>{LONG * 3}</p>{'<ul><li>' * 1_500}{LONG}"

    with pytest.raises(UnreadableError, match="no article can be told"):
        parsed(page, "text/html")


def test_deep_nesting_is_read() -> None:
    assert parsed("<div>" * 1_000 + "deep", "text/html").text == "deep"


def dated(inside: str, head: str = "") -> str | None:
    page = (
        f"<html><head>{head}</head><body><article>{inside}<p>{LONG}</p></article></body></html>"
    )
    return parsed(page, "text/html").published


@pytest.mark.parametrize(
    ("inside", "published"),
    [
        ("<span>11.03.2021</span>", "2021-03-11"),
        ("<p>Datum: 11.03.2021</p>", "2021-03-11"),
        ("<div class=x>Last seen March 3, 2020 in town</div>", "2020-03-03"),
        ("<p>© 2019</p>", None),
        (f"<p>{LONG} On 3 March 2020 it began. {LONG}</p>", None),
    ],
    ids=["alone", "named", "in a short line", "a copyright", "in prose"],
)
def test_a_day_is_guessed_from_what_stands_by_itself(
    inside: str, published: str | None
) -> None:
    assert dated(inside) == published


def test_what_is_marked_as_the_day_goes_before_what_looks_like_it() -> None:
    head = '<meta property="article:published_time" content="2021-11-11T08:00:00Z">'

    assert dated("<span>11.03.2021</span>", head) == "2021-11-11"


def test_what_its_source_says_goes_before_a_guess() -> None:
    page = f"<html><body><article><aside><p>12.04.2020</p></aside><p>{LONG}</p></article></body></html>"

    assert parsed(page, "text/html", published="2021-11-11").published == "2021-11-11"
    assert parsed(page, "text/html").published == "2020-04-12"


def test_what_a_page_says_of_itself_is_known_where_no_article_can_be_told() -> None:
    head = '<title>Two deals</title><meta name="author" content="Jane Doe">'
    page = parsed(
        f"<html><head>{head}</head><body><div>Signed.</div></body></html>", "text/html"
    )

    assert (page.text, page.title, page.author) == ("Signed.", "Two deals", "Jane Doe")
