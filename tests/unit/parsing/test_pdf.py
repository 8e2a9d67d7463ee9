import pytest

from ingestd.errors import UnreadableError
from ingestd.events.media_types import PDF
from ingestd.parsing.printed import paragraphs_of
from tests.unit.parsing.making import pdf
from tests.unit.parsing.reading import parsed

FIRST = (
    "The two companies said on Thursday that they had agreed to make the vac-",
    "cine together, and that work would begin within the year.",
)
CANARY = "canary"
JOINED = (
    "The two companies said on Thursday that they had agreed to make the vaccine together, "
    "and that work would begin within the year."
)


def paragraphs(*pages: str) -> list[str]:
    return [part.text for part in paragraphs_of(pages) if part.text]


def test_a_pdf_gives_its_text_and_what_it_says_of_itself() -> None:
    body = pdf(
        ["Two deals signed", "", *FIRST],
        told={"Title": "Two deals", "Author": "Jane Doe", "CreationDate": "D:20211111080000Z"},
    )
    page = parsed(body, PDF)

    assert page.text == f"Two deals signed\n\n{JOINED}"
    assert (page.title, page.published, page.author) == ("Two deals", "2021-11-11", "Jane Doe")
    assert [block.kind for block in page.blocks] == ["title", "body"]


@pytest.mark.parametrize(
    "told",
    [
        {"Title": "Microsoft Word - draft", "Author": "admin"},
        {"Title": "release_final.docx", "Author": "User1"},
        {"Title": "untitled", "CreationDate": "yesterday"},
        {"Title": " ", "Author": " "},
    ],
)
def test_what_a_program_puts_in_for_want_of_better_is_not_believed(
    told: dict[str, str],
) -> None:
    page = parsed(pdf(FIRST, told=told), PDF)

    assert (page.title, page.author, page.published) == (None, None, None)


def test_what_the_text_says_of_its_date_goes_before_the_files() -> None:
    body = pdf(["Date: 2021-11-09", "", *FIRST], told={"CreationDate": "D:20211111080000Z"})

    assert parsed(body, PDF).published == "2021-11-09"


def test_a_pdf_that_needs_a_password_says_so() -> None:
    with pytest.raises(UnreadableError, match="the PDF is encrypted") as caught:
        parsed(pdf(FIRST, password=CANARY), PDF)

    assert caught.value.hint


def test_a_pdf_that_is_only_locked_against_changes_is_read() -> None:
    assert parsed(pdf(FIRST, owned=True), PDF).text == JOINED


def test_a_pdf_of_pictures_says_that_it_holds_no_text() -> None:
    with pytest.raises(UnreadableError, match="holds no text"):
        parsed(pdf([], []), PDF)


@pytest.mark.parametrize(
    "body",
    [b"%PDF-1.7\n", pdf(FIRST)[:300], b"%PDF-1.4\ntrailer << /Root 1 0 R >>"],
    ids=["a beginning", "cut off", "no root"],
)
def test_a_damaged_pdf_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"cannot be read|holds no text") as caught:
        parsed(body, PDF)

    assert caught.value.hint


def test_what_stands_on_each_page_and_its_number_are_left_out() -> None:
    pages = [f"The Daily, page {n}\nThis is what page {word} says.\n{n}" for n, word in
             enumerate(("one", "two", "three", "four"), start=1)]  # fmt: skip

    assert paragraphs(*pages) == [
        f"This is what page {word} says." for word in ("one", "two", "three", "four")
    ]


def test_two_pages_alike_are_no_running_title() -> None:
    assert paragraphs("Signed.", "Signed.") == ["Signed.", "Signed."]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert paragraphs("\n".join(FIRST[:1]), "cine together.\n\nThe end.") == [
        "The two companies said on Thursday that they had agreed to make the vaccine together.",
        "The end.",
    ]


def test_items_and_blank_lines_begin_paragraphs() -> None:
    line = "x" * 60

    assert paragraphs(f"{line}\n- one\n- two\n\n{line}") == [line, "- one", "- two", line]


def test_a_short_line_that_closes_a_sentence_closes_its_paragraph() -> None:
    page = f"{'long ' * 12}line\nends here.\nAnother begins {'long ' * 9}\nand ends."

    assert len(paragraphs(page)) == 2


@pytest.mark.parametrize(
    "number", ["7", "- 7 -", "Page 7", "7 / 12", "trang 7", "Page 7 of 12"]
)
def test_a_number_at_the_edge_is_no_text(number: str) -> None:
    assert paragraphs(f"It was signed.\n{number}") == ["It was signed."]


def test_nothing_is_nothing() -> None:
    assert paragraphs("", "\n \n") == []


def test_blank_lines_around_a_page_are_no_text() -> None:
    assert paragraphs("\n\nIt was signed.\n\n") == ["It was signed."]


def test_a_long_paragraph_is_put_together_line_by_line() -> None:
    line = "a line of a paragraph that goes on and on to the end of the book"

    [paragraph] = paragraphs(*["\n".join([line] * 400)] * 50)

    # the first two and the last two of each page are taken for what runs along its edges
    assert len(paragraph) == 50 * 396 * (len(line) + 1) - 1
