import pytest
from pydantic import ValidationError

from ingestd.sources.feeds.sitemap import Listed
from ingestd.sources.listed import ListOptions, matching


def test_a_pattern_may_be_found_anywhere_in_an_address() -> None:
    listed = [Listed(url=f"https://host/{path}") for path in ("2021/a", "tag/b", "2022/c")]

    assert [one.url[-1] for one in matching(listed, r"/\d+/")] == ["a", "c"]
    assert matching(listed, "") == listed


@pytest.mark.parametrize("pattern", ["(", "(?=look)", r"(a)\1"])
def test_a_pattern_that_is_none_is_told(pattern: str) -> None:
    with pytest.raises(ValidationError, match="should be a pattern of RE2"):
        ListOptions.model_validate({"links": pattern})
