import pytest

from ingestd.config.did_you_mean import did_you_mean


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("pth", "did you mean 'path'?"),
        ("PATH", "did you mean 'path'?"),
        ("colour", "known: every, path"),
    ],
)
def test_advice_names_the_nearest_word_or_all_of_them(word: str, advice: str) -> None:
    assert did_you_mean(word, {"path", "every"}) == advice
