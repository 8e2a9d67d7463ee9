"""The sound of names across scripts."""
# ruff: noqa: RUF001  Cyrillic is what these tests are about

import pytest

from ingestd.resolution.scripts import marks_conflict, sound, vietnamese_sound


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Kirill Dmitriev", "Кирилл Дмитриев"),
        ("Yury Borisov", "Юрий Борисов"),
        ("Yuri Borisov", "Юрий Борисов"),
        ("Sergey Lavrov", "Сергей Лавров"),
        ("Sergei Lavrov", "Сергей Лавров"),
        ("Valentina Matviyenko", "Валентина Матвиенко"),
        ("Yevgeny Khrushchev", "Евгений Хрущев"),
        ("Alexander Shchukin", "Александр Щукин"),
    ],
)
def test_spellings_of_a_slavic_name_sound_the_same(latin: str, cyrillic: str) -> None:
    assert sound(latin) == sound(cyrillic)


def test_different_surnames_sound_different() -> None:
    assert sound("Dmitriev") != sound("Dmitrenko")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Đặng Minh Khôi", "Данг Минь Кхой"),
        ("Dang Minh Khoi", "Данг Минь Кхой"),
        ("Dương Hoàng Minh", "Зыонг Хоанг Минь"),
        ("Nguyễn Xuân Phúc", "Нгуен Суан Фук"),
        ("Vương Đình Huệ", "Выонг Динь Хюэ"),
        ("Phạm Minh Chính", "Фам Минь Тьинь"),
        ("Tô Lâm", "То Лам"),
        ("Trần Đại Quang", "Чан Дай Куанг"),
        ("Bùi Thanh Sơn", "Буй Тхань Шон"),
        ("Nguyễn Phú Trọng", "Нгуен Фу Чонг"),
    ],
)
def test_vietnamese_names_are_known_in_russian(latin: str, cyrillic: str) -> None:
    assert vietnamese_sound(latin) == vietnamese_sound(cyrillic) is not None


def test_other_vietnamese_names_are_not_taken_for_them() -> None:
    assert vietnamese_sound("Đặng Minh Khôi") != vietnamese_sound("Зыонг Хоанг Минь")


@pytest.mark.parametrize("name", ["Kirill Dmitriev", "Кирилл Дмитриев", "Minh", "Минь"])
def test_what_cannot_be_a_whole_vietnamese_name_has_no_syllables(name: str) -> None:
    assert vietnamese_sound(name) is None


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", True),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", False),
        ("Hoà Bình", "Hòa Bình", False),
        ("Đỗ", "Dỗ", True),
    ],
)
def test_marks_tell_names_apart_only_where_both_have_them(
    one: str, other: str, *, answer: bool
) -> None:
    assert marks_conflict(one, other) is answer
