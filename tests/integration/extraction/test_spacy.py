"""The extractor `spacy`, with a pipeline that is trained on the spot."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from ingestd.config.extraction import ExtractionSettings, SpacySettings
from ingestd.errors import ConfigError, TooLargeError
from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article, Extractor
from ingestd.extraction.registry import Surroundings, load_extractor
from ingestd.pipeline.soundness import faults_of

# what it shall learn: who stands around "bought" is a firm, who "said" is a person
FIRMS = ["Alva", "Brix", "Corda", "Delmo", "Etna", "Fyra"]
PEOPLE = ["Anna", "Boris", "Clara", "Dmitri"]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fix_random_seed(1)
    learner = spacy.blank("en")
    learner.add_pipe("ner")
    examples = []
    for firm in FIRMS:
        for person in PEOPLE:
            words = f"{person} said {firm} bought Grid in 2021 ."
            spans = [
                (0, len(person), "PERSON"),
                (len(person) + 6, len(person) + 6 + len(firm), "ORG"),
                (words.index("2021"), words.index("2021") + 4, "DATE"),
            ]
            examples.append(Example.from_dict(learner.make_doc(words), {"entities": spans}))
    learner.initialize(lambda: examples)
    for _ in range(12):
        learner.update(examples)
    path = tmp_path_factory.mktemp("pipeline") / "tiny"
    learner.to_disk(path)
    return path


def loaded(pipeline: Path | str, **options: object) -> Extractor:
    settings = SpacySettings.model_validate({"pipeline": str(pipeline), **options})
    return load_extractor("spacy", Surroundings(settings=ExtractionSettings(spacy=settings)))


def read(extractor: Extractor, text: str) -> Extraction:
    found = extractor.extract(Article(text=text, blocks=(), language="en"))
    assert list(faults_of(found, text)) == []
    return found


def test_what_a_pipeline_marks_becomes_entities_with_their_places(pipeline: Path) -> None:
    text = "Anna said Brix bought Grid in 2021 .\nClara said Brix bought Grid in 2021 ."

    found = read(loaded(pipeline), text)

    told = [
        (each.name, each.type, [place.start for place in each.mentions])
        for each in found.entities
    ]
    assert told == [
        ("Anna", "person", [0]),
        ("Brix", "organization", [10, 48]),
        ("Clara", "person", [37]),
    ]
    assert found.entities[0].reasons == ("label PERSON",)


def test_what_labels_mean_can_be_told_and_changes_the_version(pipeline: Path) -> None:
    usual = loaded(pipeline)
    other = loaded(pipeline, labels={"ORG": "company"})

    found = read(other, "Anna said Brix bought Grid in 2021 .")

    assert [(each.name, each.type) for each in found.entities] == [("Brix", "company")]
    assert usual.version.startswith("en_pipeline-")
    assert usual.version != other.version


def test_a_text_over_the_pipeline_s_limit_is_refused_not_cut(pipeline: Path) -> None:
    with pytest.raises(TooLargeError):
        read(loaded(pipeline), "a " * 500_001)


def test_a_pipeline_that_is_not_there_is_a_mistake_of_the_configuration() -> None:
    with pytest.raises(ConfigError, match=r"'extraction.spacy.pipeline': xx_none_sm cannot"):
        loaded("xx_none_sm")
