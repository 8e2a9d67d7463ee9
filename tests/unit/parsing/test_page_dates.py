import pytest

from ingestd.parsing.markup import tree_of
from ingestd.parsing.page_dates import guessed_day
from tests.unit.parsing.reading import LONG


def guess(inside: str) -> str | None:
    return guessed_day(tree_of(f"<html><body>{inside}<p>{LONG}</p></body></html>"))


@pytest.mark.parametrize(
    "line",
    [
        "11.03.2021",
        "Thu, 11 March 2021",
        "Datum: 11.03.2021",
        "Published: 11 March 2021",
        "2021-03-11",
    ],
)
def test_a_line_that_is_a_date_or_says_so_is_believed(line: str) -> None:
    assert guess(f"<p>{LONG} On 3 May 2020 it began.</p><div>{line}</div>") == "2021-03-11"


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        (f"<p>{LONG} It began on 3 May 2020.</p>", None),
        (f"<div><br>{LONG} It began on 3 May 2020.</div>", None),
        ("<p>Seen on 3 May 2020 in town</p>", "2020-05-03"),
        ("<footer>Copyright 2019</footer>", None),
        ("<script>var begun = '2020-05-03';</script><style>p {}</style>", "2020-05-03"),
        ("<p>Datum: bald</p>", None),
    ],
    ids=["prose", "prose behind a break", "a short line", "copyright", "a script", "no date"],
)
def test_a_date_in_a_sentence_is_anothers_and_else_it_is_the_pages(
    inside: str, day: str | None
) -> None:
    assert guess(inside) == day
