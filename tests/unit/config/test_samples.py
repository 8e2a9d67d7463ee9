import re
import shutil
from pathlib import Path

import pytest

from ingestd.config.loader import Loaded, load
from ingestd.config.settings import Settings
from ingestd.sources.folder import FolderOptions
from ingestd.sources.registry import KINDS, build_sources, check_source

CONFIG = Path(__file__).parents[3] / "config"
# an option that is shown but not set: "# every = …", not a sentence
SHOWN = re.compile(r"^# (?=[a-z_]+ = )", re.MULTILINE)

KEYS = {"INGESTD_BLOBS__ACCESS_KEY": "id", "INGESTD_BLOBS__SECRET_KEY": "secret"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


def loaded(config: Path, **variables: str) -> Loaded:
    return load(
        None, environment=variables, working_directory=config.parent, check_source=check_source
    )


def test_as_delivered_only_the_seeds_are_watched_and_nobody_is_asked(copied: Path) -> None:
    [source] = build_sources(loaded(copied).sources)

    assert (source.name, source.kind) == ("seeds", "folder")
    assert source.address == str(copied.parent / "seeds")


def test_as_delivered_everything_is_written_beside_the_configuration(copied: Path) -> None:
    settings = loaded(copied).settings

    assert settings.data_dir == copied.parent / "var"
    assert settings.model_dump(exclude={"data_dir"}) == Settings().model_dump(
        exclude={"data_dir"}
    )


def test_the_sample_of_a_feed_works_once_it_has_its_name(copied: Path) -> None:
    sample = copied / "sources.d" / "feeds.toml.sample"
    sample.rename(sample.with_suffix(""))

    _, feed = build_sources(loaded(copied).sources)

    assert (feed.kind, feed.pace.start, feed.options) == (
        "feed",
        1800.0,
        '{"every":1800.0,"full_text":true}',
    )


def test_every_option_that_is_shown_is_right_and_every_option_is_shown(copied: Path) -> None:
    main, samples = copied / "ingestd.toml", sorted((copied / "sources.d").glob("*.sample"))
    for file, active in ((main, main), *((one, one.with_suffix("")) for one in samples)):
        active.write_text(SHOWN.sub("", file.read_text("utf-8")), "utf-8")

    told = loaded(copied, **KEYS)

    assert told.settings.store_url == "postgresql+psycopg://user@host/news"
    assert told.settings.blobs.url == "s3://bucket/prefix"
    assert told.settings.http.public_url == "https://news.example.org"
    assert told.settings.blobs.endpoint == "https://s3.example.org"
    shown: dict[str, set[str]] = {}
    for table in told.sources:
        shown.setdefault(table.kind, set()).update(table.options)
    assert shown == {name: set(kind.options.model_fields) for name, kind in KINDS.items()}


def test_values_shown_but_not_set_are_the_defaults(copied: Path) -> None:
    main = copied / "ingestd.toml"
    main.write_text(SHOWN.sub("", main.read_text("utf-8")), "utf-8")

    [seeds] = loaded(copied, **KEYS).sources
    shown = FolderOptions.model_validate(seeds.options)

    assert shown == FolderOptions.model_validate({"path": "../seeds"})
