"""Extractors and their options, as a configuration says them."""

from tests.unit.config.conftest import Loading, Refused, Write

LLM = """
[extraction]
extractors = ["rules", "llm"]

[extraction.llm]
api = "openai"
url = "http://127.0.0.1:9/v1/"
model = "small"
"""


def test_everything_wrong_with_extractors_is_told_at_once_with_its_line(
    write: Write, refused: Refused
) -> None:
    write(
        "config/ingestd.toml",
        "[extraction]\n"
        'extractors = ["rules", "spacy", "llm"]\n'
        'believe = "lm"\n'
        "[extraction.llm]\n"
        'api = "openia"\n'
        'url = "http://127.0.0.1:9/v1"\n'
        'modell = "small"\n'
        "overlap = 9000\n"
        'allow_networks = ["127.0.0.1/8"]\n',
    )

    assert refused() == [
        "config/ingestd.toml:1: 'extraction.spacy' is named in 'extractors': "
        "add a table [extraction.spacy]",
        "config/ingestd.toml:3: 'extraction.believe' names no extractor in use: "
        "did you mean 'llm'?",
        "config/ingestd.toml:4: 'model' is missing\n  add a line: model = …",
        "config/ingestd.toml:5: 'extraction.llm.api' should be 'openai' or 'anthropic', "
        'not "openia"',
        "config/ingestd.toml:7: unknown option 'modell'\n  did you mean 'model'?",
        "config/ingestd.toml:8: 'extraction.llm.overlap' should be at most half of 'window'",
        "config/ingestd.toml:9: 'extraction.llm.allow_networks.0' should be a network like "
        '"10.0.0.0/8", not "127.0.0.1/8"',
    ]


def test_labels_lead_to_types_that_there_are(write: Write, refused: Refused) -> None:
    write(
        "config/ingestd.toml",
        "[extraction]\n"
        '[extraction.spacy]\npipeline = "x"\nlabels = { ORG = "firm" }\n'
        '[extraction.gliner]\nmodel = "x"\nwindow = 20\noverlap = 11\n',
    )

    first, second = refused()

    assert "'extraction.spacy.labels.ORG' should be 'company', 'person'" in first
    assert second.endswith("'extraction.gliner.overlap' should be at most half of 'window'")


def test_the_key_of_a_model_comes_from_the_environment_or_a_file_and_is_never_shown(
    write: Write, loading: Loading
) -> None:
    write("config/ingestd.toml", LLM)
    file = write("key", "from-file\n")

    named = loading(environment={"INGESTD_EXTRACTION__LLM__KEY": "from-variable"})
    filed = loading(environment={"INGESTD_EXTRACTION__LLM__KEY_FILE": str(file)})

    keys = [
        loaded.settings.extraction.llm.key.get_secret_value()
        for loaded in (named, filed)
        if loaded.settings.extraction.llm and loaded.settings.extraction.llm.key
    ]
    assert keys == ["from-variable", "from-file"]
    assert "from-" not in repr([named, filed])


def test_the_environment_changes_one_option_and_leaves_the_others(
    write: Write, loading: Loading
) -> None:
    write("config/ingestd.toml", LLM)

    loaded = loading(environment={"INGESTD_EXTRACTION__LLM__RETRIES": "7"})

    llm = loaded.settings.extraction.llm
    assert llm is not None
    assert (llm.retries, llm.model, llm.url) == (7, "small", "http://127.0.0.1:9/v1")


def test_a_pipeline_on_disk_is_sought_beside_the_file_and_a_name_is_left_alone(
    write: Write, loading: Loading
) -> None:
    file = write(
        "config/ingestd.toml",
        '[extraction]\n[extraction.spacy]\npipeline = "./mine"\n'
        '[extraction.gliner]\nmodel = "house/model"\n',
    )

    extraction = loading().settings.extraction

    assert extraction.spacy is not None
    assert extraction.gliner is not None
    assert extraction.spacy.pipeline == str(file.parent / "mine")
    assert extraction.gliner.model == "house/model"
