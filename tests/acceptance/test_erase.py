"""Erasing beside a daemon at work, and a daemon that finds an erasure half done."""

from contextlib import suppress
from pathlib import Path

from ingestd.app import App
from ingestd.config.settings import Settings
from ingestd.pipeline.erasing import due, erase
from tests.fixtures.daemons import PATIENCE, PAUSE, SEEDS, Program

WORDS = "Kosachev"


def having(program: Program, words: str) -> list[str]:
    """The files of the database in which these words are."""
    found = []
    for path in program.var.glob("ingestd.db*"):
        # whoever closes the last connection takes the journal away
        with suppress(FileNotFoundError):
            if words.lower().encode() in path.read_bytes().lower():
                found.append(path.name)
    return found


def article_with(program: Program, words: str) -> str:
    for row in program.rows("articles"):
        if words in program.rows("show", row["id"])[0]["text"]:
            return str(row["id"])
    raise AssertionError(f"no article has {words}")


def source_of(words: str) -> Path:
    [path] = [path for path in SEEDS.iterdir() if words in path.read_text("utf-8")]
    return path


def test_an_article_is_erased_beside_a_running_daemon(program: Program) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)
    program.rows("ingest", str(SEEDS))
    article = article_with(program, WORDS)
    assert having(program, WORDS)

    [row] = program.rows("erase", article, "--reason", "asked for", "--yes")

    assert row["outcome"] == "erased"
    program.put("again.txt", source_of(WORDS).read_bytes())
    program.put("other.txt", "OSLO - The harbour was closed for a day after a storm.\n" * 3)
    program.wait_for("/v1/articles", 5)
    program.wait_until_level()
    assert having(program, WORDS) == []
    assert program.run("replay", "--verify").code == 0
    assert program.stop() == 0


def test_a_daemon_does_to_its_end_what_was_interrupted(program: Program) -> None:
    program.rows("ingest", str(SEEDS))
    article = article_with(program, WORDS)
    with App(Settings(data_dir=program.var)).opened() as app:
        erase(article, reason="asked for", who="me", tools=app.tools)  # and the machine stops
        assert due(app.tools)
    assert having(program, WORDS)

    program.start()

    for _ in range(int(PATIENCE / 0.1)):
        if not having(program, WORDS):
            break
        PAUSE.wait(0.1)
    assert having(program, WORDS) == []
    program.wait_for("/v1/articles", 4)
    assert program.stop() == 0
