"""Names are made alike before they are compared."""

import pytest

from ingestd.evaluation.names import is_same_role, normal


@pytest.mark.parametrize(
    ("name", "alike"),
    [
        ("The Acme Steel Co., Ltd.", "acme steel"),
        ("L'Oiseau S.A.", "oiseau"),
        ("Công ty Cổ phần Đông Á", "dong a"),
        ("ООО «Ромашка»", "ромашка"),  # noqa: RUF001
        ("T&T  Group_Holding", "t&t group holding"),
        ("Company", "company"),
        ("Le", "le"),
        ("La", "la"),
        ("", ""),
        ("…", ""),
    ],
)
def test_marks_case_articles_and_legal_forms_do_not_tell_names_apart(
    name: str, alike: str
) -> None:
    assert normal(name) == alike


@pytest.mark.parametrize(
    ("said", "roles", "same"),
    [
        ("chief executive", ("chief executive",), True),
        ("group chief executive", ("chief executive",), True),
        ("minister", ("deputy minister of health",), True),
        ("head of sales", ("sales head",), True),
        ("chairman", ("chief executive",), False),
        ("chairman", ("chief executive", "chairman"), True),
        ("chairman", (), False),
        ("…", ("chairman",), False),
        (None, ("chairman",), False),
    ],
)
def test_a_role_is_the_same_in_part_or_by_half_of_its_words(
    said: str | None, roles: tuple[str, ...], same: bool
) -> None:
    assert is_same_role(said, roles) is same
