"""The extractor `gliner`, with a small package of that name in its place.

It has the functions that are used of the real one, and its habit of reading a few words and
dropping the rest; the real one, and weights, cannot be had here.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingestd.config.extraction import ExtractionSettings, GlinerSettings
from ingestd.errors import ConfigError, UnreadableError
from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article, Extractor
from ingestd.extraction.registry import Surroundings, load_extractor
from ingestd.pipeline.soundness import faults_of

PACKAGE = """
import re
from types import SimpleNamespace

class GLiNER:
    def __init__(self, path):
        self.config = SimpleNamespace(max_len=int(path.rpartition("-")[2]) if "-" in path else None)
        self.beyond = "beyond" in path

    @classmethod
    def from_pretrained(cls, path, local_files_only=False):
        if not local_files_only or "missing" in path:
            raise OSError("no such model\\nsecond line")
        return cls(path)

    def predict_entities(self, text, labels, threshold=0.5):
        words = list(re.finditer(r"\\w+(?:[-_]\\w+)*|\\S", text))
        if self.config.max_len:
            words = words[: self.config.max_len]
        end = words[-1].end() if words else 0
        found = []
        for match in re.finditer(r"[A-Z]\\w+(?: [A-Z]\\w+)*", text[:end]):
            label = "company" if match[0].endswith("Corp") else "person"
            found.append({"start": match.start(), "end": match.end(), "text": match[0],
                          "label": label, "score": 0.9})
        if self.beyond:
            found.append({"start": 0, "end": len(text) + 1, "text": "", "label": "person", "score": 1})
        found.append({"start": 0, "end": 1, "text": "", "label": "never asked for", "score": 1})
        return [span for span in found if span["score"] >= threshold]
"""


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "gliner.py").write_text(PACKAGE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("gliner", None)


def loaded(model: str = "model", **options: object) -> Extractor:
    settings = GlinerSettings.model_validate({"model": model, **options})
    return load_extractor("gliner", Surroundings(settings=ExtractionSettings(gliner=settings)))


def read(extractor: Extractor, text: str) -> Extraction:
    found = extractor.extract(Article(text=text, blocks=(), language="en"))
    assert list(faults_of(found, text)) == []
    return found


def places(found: Extraction) -> dict[str, list[int]]:
    return {each.name: [place.start for place in each.mentions] for each in found.entities}


def test_a_name_at_the_end_of_a_long_text_is_found() -> None:
    text = "word " * 5_000 + "Anna Lind left Beta Corp."

    found = read(loaded(), text)

    assert places(found) == {"Anna Lind": [25_000], "Beta Corp": [25_015]}
    assert [each.type for each in found.entities] == ["person", "company"]


def test_a_name_that_a_window_cuts_is_found_whole_in_the_next_and_told_once() -> None:
    text = "word " * 15 + "Anna Maria Lind left. " + "word " * 20

    found = read(loaded(window=17, overlap=8), text)

    assert places(found) == {"Anna Maria Lind": [75]}


def test_windows_are_no_longer_than_the_model_reads() -> None:
    text = "word " * 30 + "Anna Lind left."

    found = read(loaded("model-12", window=250), text)

    assert places(found) == {"Anna Lind": [150]}


def test_less_sure_is_left_out() -> None:
    assert read(loaded(threshold=0.95), "Anna Lind left.").entities == ()


def test_a_text_without_words_is_answered_with_nothing() -> None:
    assert read(loaded(), " \n ") == Extraction()


def test_a_word_that_no_window_holds_is_an_error_not_a_silence() -> None:
    with pytest.raises(UnreadableError, match="a word of 5,000 letters at 5 does not fit"):
        read(loaded(), "Anna " + "x" * 5_000)


def test_a_place_outside_of_what_was_shown_is_an_error() -> None:
    with pytest.raises(UnreadableError, match="gliner marks 0 to 11 of 10 characters"):
        read(loaded("beyond"), "Anna left.")


def test_options_are_part_of_the_version() -> None:
    assert loaded("/models/one/").version.startswith("one-")
    assert loaded(threshold=0.4).version != loaded(threshold=0.5).version


def test_a_model_that_is_not_there_is_a_mistake_of_the_configuration() -> None:
    with pytest.raises(
        ConfigError, match=r"'extraction.gliner.model': missing cannot be loaded"
    ):
        loaded("missing")


def test_a_missing_package_is_told_with_its_extra(tmp_path: Path) -> None:
    (tmp_path / "gliner.py").write_text("import torch_that_is_not_there\n", "utf-8")

    with pytest.raises(ConfigError) as caught:
        loaded()

    assert str(caught.value) == (
        "configuration: the extractor 'gliner' needs the package torch_that_is_not_there, "
        "which is not installed\n  install the extra gliner: pip install 'ingestd[gliner]'"
    )
