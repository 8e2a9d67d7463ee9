# ruff: noqa: RUF001 - letters of four languages are meant as they stand
from email.message import EmailMessage

import pytest

from ingestd.errors import UnreadableError
from ingestd.events.media_types import MAIL
from tests.unit.parsing.reading import LONG, parsed


def message(**heads: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Jane Doe <jane@news.example>"
    made["Subject"] = "Two deals signed"
    made["Date"] = "Thu, 11 Nov 2021 10:00:00 +0200"
    for name, value in heads.items():
        del made[name]
        made[name] = value
    return made


def test_a_message_gives_its_text_and_its_heads() -> None:
    mail = message()
    mail.set_content(LONG)
    mail.add_alternative(f"<html><body><p>Not this. {LONG}</p></body></html>", subtype="html")
    page = parsed(bytes(mail), MAIL)

    assert page.text.strip().replace("\n", " ") == LONG
    assert (page.title, page.published, page.author) == (
        "Two deals signed",
        "2021-11-11T08:00:00Z",
        "Jane Doe",
    )


def test_a_message_of_html_alone_is_read_as_a_page() -> None:
    mail = message()
    mail.set_content(f"<p>{LONG}</p><p>Đặng</p>", subtype="html")

    assert parsed(bytes(mail), MAIL).text == f"{LONG}\n\nĐặng"


def test_what_is_attached_is_not_the_message() -> None:
    mail = message()
    mail.set_content("Signed.")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment("Not this.", filename="b.txt")

    assert parsed(bytes(mail), MAIL).text == "Signed.\n"


@pytest.mark.parametrize("charset", ["koi8-r", "utf-8", "nonsense", "us-ascii"])
def test_the_letters_are_those_of_the_charset_or_of_a_sure_guess(charset: str) -> None:
    text = "Две компании подписали в четверг соглашение о производстве вакцины, сообщил их представитель."
    written = "koi8-r" if charset == "koi8-r" else "utf-8"
    mail = (
        f"From: a@b.example\r\nContent-Type: text/plain; charset={charset}\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    ).encode() + text.encode(written)

    assert parsed(mail, MAIL).text == text


def test_a_subject_may_be_encoded_and_a_sender_have_no_name() -> None:
    mail = (
        b"From: desk@news.example\nSubject: =?utf-8?q?Th=E1=BB=8Fa_thu=E1=BA=ADn?=\n\nSigned."
    )
    page = parsed(mail, MAIL)

    assert (page.title, page.author) == ("Thỏa thuận", "desk@news.example")


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Thu, 11 Nov 2021 10:00:00 -0000", "2021-11-11"),
        ("yesterday", None),
        ("", None),
        ("Thu, 99 Nov 2021 10:00:00 +0000", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(date: str, published: str | None) -> None:
    mail = f"From: a@b.example\nDate: {date}\n\nSigned.".encode()

    assert parsed(mail, MAIL).published == published


def test_a_message_without_heads_is_read() -> None:
    page = parsed(b"\n\nSigned.", MAIL)

    assert (page.text.strip(), page.title, page.author, page.published) == (
        "Signed.",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "body",
    [
        b"From: a@b.example\n\n",
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: image/png\n\nabc\n--x--\n',
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n\n",
    ],
    ids=["empty", "a picture", "base64 of nothing"],
)
def test_a_message_without_text_says_so(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="holds no text") as caught:
        parsed(body, MAIL)

    assert caught.value.hint


def test_a_message_whose_html_is_no_text_says_so() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        parsed(b"Content-Type: text/html\n\n<html><body></body></html>", MAIL)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"a\x00b", "is binary"), (b"\xc2\xa0", "is empty")],
    ids=["a byte of no text", "nothing but a space"],
)
def test_a_message_whose_content_is_no_text_says_so(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parsed(b"Content-Type: text/plain; charset=utf-8\n\n" + content, MAIL)
