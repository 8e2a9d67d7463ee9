import json
from pathlib import Path

from tests.conformance.gofeed import compared

RSS = """<rss version="2.0"><channel><title>News</title><item><title>&lt;b&gt;One&lt;/b&gt;</title>
<link>/a</link><pubDate>Thu, 11 Nov 2021 10:00:00 +0700</pubDate><author>A. Writer</author>
<description>the text</description></item></channel></rss>"""
TOLD = {
    "title": "News",
    "items": [
        {
            "title": "<b>One</b>",
            "link": "http://feed.example/a",
            "publishedParsed": "2021-11-11T03:00:00Z",
            "author": {"name": "A. Writer"},
            "description": "another text",
        }
    ],
}


def test_each_field_that_is_expected_is_compared(tmp_path: Path) -> None:
    folder = tmp_path / "testdata" / "parser"
    folder.mkdir(parents=True)
    (folder / "a.xml").write_text(RSS, "utf-8")
    (folder / "a.json").write_text(json.dumps(TOLD), "utf-8")
    (folder / "alone.xml").write_text(RSS, "utf-8")

    agreed = {one.field: one.agrees for one in compared(tmp_path)}

    assert agreed == {
        "feed": True,
        "title": True,
        "link": True,
        "date": True,
        "author": True,
        "content": False,
    }


def test_an_entry_that_we_do_not_see_agrees_in_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "testdata"
    folder.mkdir()
    (folder / "a.json").write_text('{"items": []}', "utf-8")
    (folder / "a_expected.json").write_text('{"items": [{"title": "One"}]}', "utf-8")

    [one] = compared(tmp_path)

    assert (one.field, one.theirs, one.ours) == ("title", "One", None)
