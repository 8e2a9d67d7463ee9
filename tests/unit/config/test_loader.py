from pathlib import Path

import pytest

from ingestd.config.loader import load
from ingestd.config.tables import SourceTable
from ingestd.errors import ConfigError, Problem
from tests.unit.config.conftest import Loading, Refused, Write

MAIN = "config/ingestd.toml"


def test_an_empty_file_gives_the_defaults(
    write: Write, loading: Loading, tmp_path: Path
) -> None:
    write(MAIN, "")

    settings = loading().settings

    assert settings.data_dir == tmp_path / "var"
    assert settings.store_url == f"sqlite:///{tmp_path}/var/ingestd.db"
    assert (settings.http.host, settings.http.port) == ("127.0.0.1", 8400)
    assert settings.extraction.extractors == ("rules",)


def test_settings_cannot_be_changed(write: Write, loading: Loading) -> None:
    write(MAIN, "")

    with pytest.raises(ValueError, match="frozen"):
        loading().settings.http.__setattr__("listen", "0.0.0.0:80")


def test_relative_paths_are_relative_to_the_file_that_says_them(
    write: Write, loading: Loading, tmp_path: Path
) -> None:
    file = write("etc/my.toml", 'data_dir = "kept"\n[store]\nurl = "sqlite:///kept/log.db"\n')

    settings = loading(file).settings

    assert settings.data_dir == tmp_path / "etc" / "kept"
    assert settings.store_url == f"sqlite:///{tmp_path}/etc/kept/log.db"


def test_the_environment_overrides_the_file(
    write: Write, loading: Loading, tmp_path: Path
) -> None:
    write(MAIN, '[http]\nlisten = "127.0.0.1:1"\n')
    environment = {
        "INGESTD_DATA_DIR": "elsewhere",
        "INGESTD_HTTP__LISTEN": "[::1]:2",
        "INGESTD_EXTRACTION__EXTRACTORS": "rules, oracle",
        "HOME": "/nowhere",
    }

    settings = loading(environment=environment).settings

    assert settings.data_dir == tmp_path / "elsewhere"
    assert (settings.http.host, settings.http.port) == ("::1", 2)
    assert settings.extraction.extractors == ("rules", "oracle")


def test_data_dir_on_the_command_line_takes_the_log_along(
    write: Write, loading: Loading, tmp_path: Path
) -> None:
    write(MAIN, 'data_dir = "x"\n[store]\nurl = "postgresql://host/news"\n')

    settings = loading(data_dir=Path("mine"), environment={"INGESTD_DATA_DIR": "y"}).settings

    assert settings.data_dir == tmp_path / "mine"
    assert settings.store_url == f"sqlite:///{tmp_path}/mine/ingestd.db"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://user@host/news", "postgresql+psycopg://user@host/news"),
        ("postgresql://user@host/news", "postgresql+psycopg://user@host/news"),
        ("postgresql+psycopg://user@host/news", "postgresql+psycopg://user@host/news"),
        ("sqlite:////srv/log.db", "sqlite:////srv/log.db"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("sqlite://", "sqlite://"),
    ],
)
def test_a_store_url_gets_the_driver_that_is_installed(
    write: Write, loading: Loading, given: str, used: str
) -> None:
    write(MAIN, f'[store]\nurl = "{given}"\n')

    assert loading().settings.store_url == used


def test_a_password_is_never_shown(write: Write, loading: Loading) -> None:
    write(MAIN, '[store]\nurl = "postgresql://user:canary@host/news?password=canary"\n')

    settings = loading().settings

    assert "canary" in settings.store_url
    assert settings.store_address == "postgresql+psycopg://host/news"
    assert "canary" not in repr(settings) + settings.model_dump_json()


def test_every_file_of_sources_d_adds_its_sources(write: Write, loading: Loading) -> None:
    write(MAIN, '[[source]]\nname = "seeds"\nkind = "folder"\npath = "../seeds"\n')
    write("config/sources.d/b.toml", '\n[[source]]\nkind = "feed"\nname = "b"\n')
    write("config/sources.d/a.toml", '[[source]]\nkind = "feed"\nname = "a"\nevery = "1h"\n')
    write("config/sources.d/c.toml.sample", "not read")

    seeds, a, b = loading().sources

    assert (seeds.name, seeds.kind, dict(seeds.options)) == (
        "seeds",
        "folder",
        {"path": "../seeds"},
    )
    assert (a.name, a.file, dict(a.options)) == (
        "a",
        "config/sources.d/a.toml",
        {"every": "1h"},
    )
    assert (b.line, dict(b.lines)) == (2, {"kind": 3, "name": 4})
    assert b.folder.name == "sources.d"


def test_everything_wrong_in_every_file_is_told_at_once(write: Write, refused: Refused) -> None:
    write(
        MAIN,
        """
[http]
listen = "localhost"
listn = 3
[extraction]
extractors = [
  "rules", 5
]
[[source]]
name = "A b"
path = "x"
[[source]]
name = "a"
kind = "folder"
[[sources]]
""",
    )
    write("config/sources.d/x.toml", '[http]\n[[source]]\nname = "a"\nkind = "feed"\n')
    write("config/sources.d/y.toml", "a = 1\nb = = 2\n")
    write("config/sources.d/z.toml", '[[source]]\nkind = "feed"\n')

    assert refused(environment={"INGESTD_HTPP__LISTEN": "x", "INGESTD_STORE__ULR": "y"}) == [
        'config/ingestd.toml:3: \'http.listen\' should be "host:port", not "localhost"',
        "config/ingestd.toml:4: unknown option 'listn'\n  did you mean 'listen'?",
        "config/ingestd.toml:6: 'extraction.extractors.1' should be a valid string, not 5",
        "config/ingestd.toml:9: source \"A b\": 'kind' is missing\n"
        '  add a line: kind = "folder"',
        'config/ingestd.toml:10: source "A b": the name cannot be used\n'
        "  use small letters, digits, '-', '_' and '.', at most 64",
        "config/ingestd.toml:15: unknown option 'sources'\n  did you mean 'source'?",
        "config/sources.d/x.toml:1: 'http' does not belong here, only [[source]] tables do\n"
        "  move it into ingestd.toml",
        'config/sources.d/x.toml:3: source "a": the name is taken\n'
        "  the other one is at config/ingestd.toml:12",
        "config/sources.d/y.toml:2: is not TOML here: invalid value",
        'config/sources.d/z.toml:1: a source needs a name\n  add a line: name = "…"',
        "environment: INGESTD_HTPP__LISTEN sets nothing\n  did you mean 'http'?",
        "environment: INGESTD_STORE__ULR: unknown option 'ulr'\n  did you mean 'url'?",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("data_dir = 5", "1: 'data_dir' should be a path, not "),
        ("[data_dir.x]", "1: 'data_dir' should be a path, not "),
        ("[http.listen.x]", "1: 'http.listen' should be a valid string"),
        ('store = "x"', "1: 'store' should be a valid dictionary"),
        ('[store]\nurl = "mysql://h/d"', "2: 'store.url' should begin with"),
        ("[store]\nurl = 5", "2: 'store.url' should be a valid string, not 5"),
        (
            "[extraction]\nextractors = []",
            "2: 'extraction.extractors' should not be empty, not []",
        ),
        (
            '[extraction]\nextractors = ["a", "a"]',
            "2: 'extraction.extractors' should name each only",
        ),
        ('[http]\nlisten = "h:70000"', "2: 'http.listen' should be"),
        ('[source]\nname = "x"', "1: 'source' should be tables, one for each source\n"),
        ("source = 5", "1: 'source' should be tables, one for each source\n"),
        ('[[source]]\nname = "ingest"\nkind = "k"', "2: source \"ingest\": 'ingest' is the"),
        ("a = 1\n\nb = [1,\n\n", "3: is not TOML here: "),
        ('a = "', "1: is not TOML here: "),
    ],
)
def test_a_mistake_is_told_with_its_line(
    write: Write, refused: Refused, text: str, told: str
) -> None:
    write(MAIN, text)

    [problem] = refused()

    assert problem.startswith(f"config/ingestd.toml:{told}")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(refused: Refused, write: Write) -> None:
    write(MAIN, "").write_bytes(b'a = 1\nb = "\xe9"\n')

    assert refused() == ["config/ingestd.toml:2: is not UTF-8\n  save it as UTF-8"]


def test_a_file_that_cannot_be_read_is_told(write: Write, refused: Refused) -> None:
    write(MAIN, "")
    write("config/sources.d/x.toml/inside", "")

    assert refused() == ["config/sources.d/x.toml: cannot be read: Is a directory"]


def test_what_the_kinds_of_sources_find_wrong_is_told_with_the_rest(
    write: Write, loading: Loading
) -> None:
    write(MAIN, 'x = 1\n[[source]]\nname = "a"\nkind = "folder"\npth = "."\n')

    def check(table: SourceTable) -> list[Problem]:
        return [table.problem("unknown option 'pth'", key="pth", hint="did you mean 'path'?")]

    with pytest.raises(ConfigError) as caught:
        loading(check_source=check)

    assert str(caught.value) == (
        "config/ingestd.toml:1: unknown option 'x'\n"
        "  known: blobs, data_dir, extraction, fetching, http, source, store\n"
        "config/ingestd.toml:5: source \"a\": unknown option 'pth'\n"
        "  did you mean 'path'?"
    )


def test_a_file_from_elsewhere_is_shown_with_its_whole_path(
    write: Write, tmp_path: Path
) -> None:
    file = write("etc/ingestd.toml", "x = 1")

    with pytest.raises(ConfigError) as caught:
        load(file, environment={}, working_directory=tmp_path / "home")

    assert [problem.file for problem in caught.value.problems] == [str(file)]


def test_sources_are_not_checked_further_unless_asked(write: Write, tmp_path: Path) -> None:
    file = write(MAIN, '[[source]]\nname = "a"\nkind = "unheard-of"\n')

    [table] = load(file, environment={}, working_directory=tmp_path).sources

    assert table.kind == "unheard-of"
