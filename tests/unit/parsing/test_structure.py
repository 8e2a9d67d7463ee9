# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.parsing.reading import LONG, SEEDS, of_kind, pairs, seed

PIECES = st.sampled_from([
    "date 2021-11 ", "MOSCOW – ", "Hà Nội (TTXVN) - ", "МОСКВА, 11 ноября. /ТАСС/. ", LONG, "A heading",
    "By Jane Doe", "Photo: VNA", " — VNA/VNS Photo Duy Trinh", ". VNS", ".-VNA", "- Why so?", "# Mark",
    "Title: x", "---", "11/11/2021", "\n", "\r\n", "\n\n", " ", "\t", "\u2028", "\x0c", "\ufeff", ".", "?",
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=20))).map("".join))


@given(TEXTS)
def test_blocks_hold_every_letter_once_and_in_order(text: str) -> None:
    blocks = pairs(text)

    assert "".join("".join(quote.split()) for _, quote in blocks) == "".join(text.split())
    assert [quote for _, quote in blocks if quote != quote.strip() or not quote] == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_seed_keeps_every_letter(path: object) -> None:
    text = seed(SEEDS.index(path))  # type: ignore[arg-type]  # the ids above want an object

    assert "".join("".join(quote.split()) for _, quote in pairs(text)) == "".join(text.split())


def test_an_english_dispatch_opens_with_its_dateline_and_ends_with_its_agency() -> None:
    blocks = pairs(seed(0))

    assert [kind for kind, _ in blocks] == ["dateline", *["body"] * 10, "agency"]
    assert (blocks[0][1], blocks[-1][1]) == ("MOSCOW –", "VNS")


def test_a_french_dispatch_has_a_date_and_a_credit_before_it() -> None:
    blocks = pairs(seed(1))

    assert blocks[:3] == [
        ("metadata", "date 2021-11"),
        ("credit", "Photo: VNA"),
        ("dateline", "Moscou (VNA) -"),
    ]
    assert [kind for kind, _ in blocks[3:]] == [*["body"] * 8, "agency"]


def test_an_interview_is_headline_captions_questions_and_answers() -> None:
    kinds = [kind for kind, _ in pairs(seed(2))]

    assert kinds[:5] == ["title", "dateline", "body", "caption", "caption"]
    assert kinds.count("question") == 5
    assert kinds[-2:] == ["body", "credit"]
    assert set(kinds[5:-1]) == {"question", "body"}


def test_a_caption_beside_the_date_is_no_headline() -> None:
    blocks = pairs(seed(3))

    assert [kind for kind, _ in blocks[:4]] == ["metadata", "caption", "credit", "dateline"]
    assert of_kind("credit", seed(3)) == ["— VNA/VNS Photo Duy Trinh"] * 2
    assert of_kind("agency", seed(3)) == ["— VNS"]
    assert "title" not in dict(blocks)


def test_short_lines_between_paragraphs_are_headings() -> None:
    kinds = [kind for kind, _ in pairs(seed(4))]

    assert (kinds[0], kinds.count("heading"), kinds.count("title")) == ("body", 4, 0)


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\u2028"])
def test_a_blank_text_has_no_blocks(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Vietnam and Russia sign two deals",
        "Will the vaccine be made at home?",
        "Việt Nam và Nga ký kết thỏa thuận hợp tác sản xuất vắc xin phòng COVID-19 tại Hà Nội",
        "«Фармстандарт» построит завод во Вьетнаме",
        "Pfizer buys Acme Inc.",
    ],
)
def test_a_headline_is_the_title(headline: str) -> None:
    assert pairs(f"{headline}\n\n{LONG}") == [("title", headline), ("body", LONG)]


@pytest.mark.parametrize(
    "line",
    [
        "It was signed.",
        "- an item of a list",
        "Moscow hosted the round-table, and many companies came to it from both of the two countries "
        "and from a few of their neighbours to the north and the south of them",
    ],
)
def test_what_is_no_headline_is_no_title(line: str) -> None:
    assert of_kind("title", f"{line}\n\n{LONG}") == []


def test_a_lone_short_line_is_body() -> None:
    assert pairs("Nothing follows this") == [("body", "Nothing follows this")]


def test_a_headline_may_be_followed_by_byline_and_date() -> None:
    text = f"Two deals signed\nBy Jane Doe and John Roe\nThu, 11 November 2021 10:30\n{LONG}"

    assert [kind for kind, _ in pairs(text)] == ["title", "byline", "metadata", "body"]


def test_markdown_headings_are_title_and_headings() -> None:
    text = f"# Two deals signed.\n\n{LONG}\n\n## What comes next.\n\n{LONG}"

    assert [kind for kind, _ in pairs(text)] == ["title", "body", "heading", "body"]


def test_front_matter_is_metadata() -> None:
    text = f"---\ntitle: Two deals\ndate: 2021-11-11\n---\n{LONG}"

    assert [kind for kind, _ in pairs(text)] == [*["metadata"] * 4, "body"]


def test_a_date_alone_is_metadata_without_anything_after_it() -> None:
    assert pairs("date 2021-11-11") == [("metadata", "date 2021-11-11")]


def test_a_line_that_only_begins_like_a_date_is_text() -> None:
    assert of_kind("metadata", f"Updated 2021 figures came out today.\n{LONG}") == []


def test_tags_below_an_article_are_metadata() -> None:
    assert pairs(f"{LONG}\n\nTags: vaccines, deals")[-1] == (
        "metadata",
        "Tags: vaccines, deals",
    )


def test_a_heading_with_a_year_is_no_date() -> None:
    assert of_kind("heading", f"{LONG}\nOutlook 2022\n{LONG}") == ["Outlook 2022"]


def test_list_items_are_no_headings() -> None:
    text = f"{LONG}\nAlbumin\nInsulin\nHeparin\nInterferon"

    assert of_kind("heading", text) == []


def test_a_rule_between_paragraphs_is_no_heading() -> None:
    assert of_kind("heading", f"{LONG}\n* * *\n{LONG}") == []


@pytest.mark.parametrize(
    "question",
    ["- What was signed?", "Q: What was signed, and by whom?", "Hỏi: Ai đã ký?", "Why now?"],
)
def test_what_an_interviewer_asks_is_a_question(question: str) -> None:
    assert of_kind("question", f"{LONG}\n{question}\n{LONG}") == [question]


def test_a_paragraph_that_ends_in_a_question_is_body() -> None:
    asking = f"{LONG} And who would have thought it?"

    assert pairs(asking) == [("body", asking)]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Delegates at the table. Photo: VNA", "Delegates at the table.", "Photo: VNA"),
        ("Quang cảnh hội nghị. Ảnh: TTXVN", "Quang cảnh hội nghị.", "Ảnh: TTXVN"),
        ("Вид на завод. Фото: РИА Новости", "Вид на завод.", "Фото: РИА Новости"),
        ("La signature (Photo : AFP)", "La signature", "(Photo : AFP)"),
        ("The plant in Hanoi (file photo)", "The plant in Hanoi", "(file photo)"),
        ("Завод © РИА Новости", "Завод", "© РИА Новости"),
        ("At the plant.— VNA Photo", "At the plant.", "— VNA Photo"),
        ("At the plant. VNA/VNS Photo Lan Anh", "At the plant.", "VNA/VNS Photo Lan Anh"),
    ],
)
def test_a_picture_line_parts_into_caption_and_credit(
    line: str, caption: str, credit: str
) -> None:
    assert pairs(f"{LONG}\n{line}\n{LONG}")[1:3] == [("caption", caption), ("credit", credit)]


def test_a_long_paragraph_with_a_credit_stays_body() -> None:
    long = " ".join([LONG] * 5)

    assert pairs(f"{long} (Photo: VNA)") == [("body", long), ("credit", "(Photo: VNA)")]


@pytest.mark.parametrize(
    "text",
    [
        "The deal was a photo opportunity for all, the minister said on the sidelines.",
        "He denied it — photos show him there.",
        "He showed a photo: the plant in the north.",
        "She owns a tele-photo lens maker.",
    ],
)
def test_talk_of_pictures_is_no_caption(text: str) -> None:
    assert pairs(text) == [("body", text)]


@pytest.mark.parametrize(
    "junk",
    [
        "Share",
        "Kinh tế",
        "Home > News > Business",
        "Thứ Năm, 11/11/2021, 10:30 (GMT+7)",
        "Thứ năm ngày 11 tháng 11 năm 2021",
        "Last updated: 11/11/2021",
    ],
)
def test_what_stands_above_the_headline_is_metadata(junk: str) -> None:
    text = f"{junk}\n\nTwo big deals signed\n\n{LONG}"

    assert [kind for kind, _ in pairs(text)] == ["metadata", "title", "body"]


def test_a_long_tail_behind_a_label_is_no_credit() -> None:
    text = "He showed a photo: the one that the two of them took when the plant was opened by the king"

    assert of_kind("credit", text) == []


@pytest.mark.parametrize(
    "line",
    ["Translated by Ngoc Hung", "Traduit par Anne Roy", "Ảnh: TTXVN", "Перевод: Иван Петров"],
)
def test_a_credit_alone_is_a_credit(line: str) -> None:
    assert of_kind("credit", f"{LONG}\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe", "Par Anne Roy", "Автор: Иван Петров", "Thực hiện: Minh Hải", "Minh Hải"],
)
def test_a_signature_at_the_end_is_a_byline(line: str) -> None:
    assert pairs(f"{LONG}\n{line}")[-1] == ("byline", line)


def test_a_sentence_with_by_is_no_byline() -> None:
    assert of_kind("byline", f"By the end of 2027 it will open\n{LONG}") == []


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        (" VNS", "VNS"),
        ("-VNA", "-VNA"),
        (" — VNS", "— VNS"),
        ("/. (TTXVN)", "(TTXVN)"),
        (" (Theo TTXVN)", "(Theo TTXVN)"),
        (" VNA/VNS", "VNA/VNS"),
        ("\n\nTheo TTXVN", "Theo TTXVN"),
        ("\n\nNguồn: TTXVN", "Nguồn: TTXVN"),
        ("\n\nSOURCE Acme Pharma JSC", "SOURCE Acme Pharma JSC"),
    ],
)
def test_the_sign_at_the_end_is_the_agency(tail: str, agency: str) -> None:
    assert pairs(LONG + tail)[-1] == ("agency", agency)


@pytest.mark.parametrize("tail", [" It joined the WHO.", " It joined the Union (EU)."])
def test_an_acronym_within_the_last_sentence_is_no_agency(tail: str) -> None:
    assert of_kind("agency", LONG + tail) == []


def test_a_place_in_capitals_opens_only_the_beginning() -> None:
    text = f"{LONG}\nSo it was. {LONG}\nGAVI – The alliance – {LONG}"

    assert of_kind("dateline", text) == []


def test_a_digest_has_a_dateline_for_each_dispatch() -> None:
    text = "\n\n".join([f"Hà Nội (TTXVN) - {LONG}"] * 3)

    assert of_kind("dateline", text) == ["Hà Nội (TTXVN) -"] * 3
