"""Extractors by name."""

from pathlib import Path

import pytest

from ingestd.config.extraction import ExtractionSettings, GlinerSettings, SpacySettings
from ingestd.errors import UsageError
from ingestd.extraction.extractor import Extractor
from ingestd.extraction.registry import (
    check_extractors,
    extractor_names,
    is_remote,
    load_extractor,
)


def test_the_rules_are_built_in() -> None:
    extractor: Extractor = load_extractor("rules")

    assert (extractor.name, extractor.version) == ("rules", "3")


def test_a_misspelt_extractor_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError, match="unknown extractor 'rule'") as caught:
        load_extractor("rule")

    assert caught.value.hint == "did you mean 'rules'?"


def test_an_extractor_nobody_knows_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        load_extractor("oracle")

    assert caught.value.hint == f"there are: {', '.join(extractor_names())}"


def test_an_installed_package_brings_its_extractor_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = tmp_path / "oracle-1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: oracle\nVersion: 1\n")
    (described / "entry_points.txt").write_text(
        "[ingestd.extractors]\noracle = oracle_at_delphi:Oracle\n"
    )
    (tmp_path / "oracle_at_delphi.py").write_text(
        "class Oracle:\n    name = 'oracle'\n    version = '7'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))

    extractor = load_extractor("oracle")

    assert (extractor.name, extractor.version) == ("oracle", "7")
    assert extractor_names() == ("rules", "spacy", "gliner", "llm", "oracle")
    assert not is_remote(extractor)


@pytest.mark.parametrize("name", ["spacy", "gliner", "llm"])
def test_an_extractor_without_its_options_says_what_to_write(name: str) -> None:
    with pytest.raises(UsageError, match=f"the extractor '{name}' has no options") as caught:
        load_extractor(name)

    assert caught.value.hint == f"add a table [extraction.{name}] to the configuration"


def test_a_missing_package_is_told_with_the_extra_that_brings_it() -> None:
    settings = ExtractionSettings(
        extractors=("rules", "gliner"), gliner=GlinerSettings(model="./model")
    )

    (complaint,) = check_extractors(settings)

    assert complaint.message == (
        "the extractor 'gliner' needs the package gliner, which is not installed"
    )
    assert complaint.hint == "install the extra gliner: pip install 'ingestd[gliner]'"


def test_extractors_that_are_there_are_in_order() -> None:
    settings = ExtractionSettings(
        extractors=("rules", "spacy"), spacy=SpacySettings(pipeline="./pipeline")
    )

    assert list(check_extractors(settings)) == []
