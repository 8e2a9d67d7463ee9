"""Lists of feeds come in from other readers, and go out to them."""

from pathlib import Path

import pytest

from tests.integration.cli.desk import Desk

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Mine</title></head><body>
<outline text="World"><outline text="Asia">
<outline text="One" title="One!" xmlUrl="http://127.0.0.1:9/one" htmlUrl="http://one.example/" own="x"/>
</outline></outline>
<outline text="Two" xmlUrl="http://me:secret@127.0.0.1:9/two"/>
<outline text="Two" xmlUrl="http://127.0.0.1:9/two"/>
<outline text="Three" xmlUrl="gopher://three.example/"/>
<outline text="A note"/>
</body></opml>
"""


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    path = tmp_path / "My Feeds.opml"
    path.write_text(LIST, "utf-8")
    return path


def test_feeds_become_sources_in_a_file_of_their_own(fresh: Desk, opml: Path) -> None:
    told = fresh("sources", "import-opml", str(opml), "--json")

    file = fresh.home / "sources.d" / "my-feeds.toml"
    assert [(row["outcome"], row["name"]) for row in told.rows] == [
        ("imported", "one"),
        ("imported", "two"),
        ("known", "two"),
        ("refused", None),
    ]
    assert told.err == (
        f"2 feeds imported into {file}, 1 known, 1 refused,"
        " 1 outlines without an address passed over\n"
    )
    shown = fresh("config", "show", "--json").row["source"]
    assert [source["name"] for source in shown] == ["drop", "gone", "one", "two"]
    assert file.stat().st_mode & 0o777 == (fresh.home / "ingestd.toml").stat().st_mode & 0o777
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_importing_twice_changes_nothing(fresh: Desk, opml: Path) -> None:
    fresh("sources", "import-opml", str(opml))
    before = (fresh.home / "sources.d" / "my-feeds.toml").read_text("utf-8")

    again = fresh("sources", "import-opml", str(opml), "--json")

    assert {row["outcome"] for row in again.rows} == {"known", "refused"}
    assert [path.name for path in (fresh.home / "sources.d").iterdir()] == ["my-feeds.toml"]
    assert (fresh.home / "sources.d" / "my-feeds.toml").read_text("utf-8") == before


def test_a_file_that_is_there_is_not_overwritten(fresh: Desk, opml: Path) -> None:
    folder = fresh.home / "sources.d"
    folder.mkdir()
    (folder / "my-feeds.toml").write_text("# mine\n", "utf-8")

    fresh("sources", "import-opml", str(opml))

    assert sorted(path.name for path in folder.iterdir()) == [
        "my-feeds-2.toml",
        "my-feeds.toml",
    ]


def test_what_was_imported_is_exported_with_its_folders_and_without_secrets(
    fresh: Desk, opml: Path, tmp_path: Path
) -> None:
    fresh("sources", "import-opml", str(opml))
    out = tmp_path / "out.opml"

    shown, put = fresh("sources", "export-opml"), fresh("sources", "export-opml", str(out))

    assert (shown.code, put.code, put.err) == (0, 0, f"2 feeds are in {out}\n")
    assert out.read_text("utf-8") == shown.out
    assert "secret" not in shown.out
    assert shown.out == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<opml version="2.0">\n'
        "  <head>\n"
        "    <title>ingestd</title>\n"
        "  </head>\n"
        "  <body>\n"
        '    <outline text="World">\n'
        '      <outline text="Asia">\n'
        '        <outline text="One" type="rss" title="One!" htmlUrl="http://one.example/"'
        ' own="x" xmlUrl="http://127.0.0.1:9/one"/>\n'
        "      </outline>\n"
        "    </outline>\n"
        '    <outline text="Two" type="rss" xmlUrl="http://127.0.0.1:9/two"/>\n'
        "  </body>\n"
        "</opml>\n"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no list", "it is no OPML"),
        (b"<opml>" + b"<outline>" * 100_000, "it is no OPML"),
        (b" " * (10 * 2**20), "has over 8,388,608 bytes"),
    ],
)
def test_what_is_no_list_is_told_with_65_and_writes_nothing(
    fresh: Desk, tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "bad.opml"
    path.write_bytes(content)

    told = fresh("sources", "import-opml", str(path))

    assert (told.code, told.out) == (65, "")
    assert f"ingestd: {path} " in told.err
    assert reason in told.err
    assert not (fresh.home / "sources.d").exists()


def test_a_list_that_is_not_there_is_told(fresh: Desk, tmp_path: Path) -> None:
    told = fresh("sources", "import-opml", str(tmp_path / "no.opml"))

    assert (told.code, told.err) == (
        2,
        f"ingestd: {tmp_path / 'no.opml'} cannot be read: No such file or directory\n",
    )


def test_what_cannot_be_written_is_told_with_74(fresh: Desk, opml: Path) -> None:
    (fresh.home / "sources.d").write_text("no folder", "utf-8")

    imported = fresh("sources", "import-opml", str(opml))
    exported = fresh("sources", "export-opml", str(fresh.home / "no" / "out.opml"))

    assert (imported.code, exported.code) == (74, 74)
    assert "sources.d cannot be written: " in imported.err
    assert "out.opml cannot be written: " in exported.err
