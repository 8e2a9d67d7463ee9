"""Originals and texts in a bucket: the program works as with a folder, and says what is wrong."""

import shutil
import subprocess

import pytest

from tests.fixtures.commands import Told
from tests.fixtures.daemons import SEEDS, Program
from tests.fixtures.objects import Bucket

ARTICLE = SEEDS / "000_d3242000318e0367.txt"
ANOTHER = SEEDS / "004_8e73b1b9151e5b58.txt"
KEYS = {
    "INGESTD_BLOBS__ACCESS_KEY": "canary-id",
    "INGESTD_BLOBS__SECRET_KEY": "canary-secret",
}


@pytest.fixture
def kept_there(program: Program, bucket: Bucket) -> Program:
    settings = bucket.settings()
    program.beside.update(KEYS)
    place = {
        "INGESTD_BLOBS__URL": str(settings.url),
        "INGESTD_BLOBS__ENDPOINT": str(settings.endpoint),
    }
    program.beside.update(place)
    return program


def told(done: Told) -> str:
    return done.out + done.err


def blobs_of(program: Program) -> set[str]:
    return {
        event["data"][field]
        for event in program.rows("events")
        for field in ("blob", "text")
        if field in event["data"]
    }


def test_the_seeds_live_in_a_bucket_and_are_read_from_there(
    kept_there: Program, bucket: Bucket
) -> None:
    for seed in SEEDS.glob("*.txt"):
        shutil.copy(seed, kept_there.drop)

    kept_there.start()
    articles = kept_there.wait_for("/v1/articles", 5)
    kept_there.wait_until_level()
    shown = [kept_there.get(f"/v1/articles/{article['id']}") for article in articles]
    stopped = kept_there.stop()

    named = blobs_of(kept_there)
    assert stopped == 0
    assert ARTICLE.read_text("utf-8") in [article["text"] for article in shown if article]
    assert [kept.name for kept in bucket.blobs().names()] == sorted(named)
    assert not (kept_there.var / "blobs").exists()
    assert kept_there.run("replay", "--verify").code == 0
    assert "canary" not in kept_there.said()


def test_verify_names_the_objects_that_are_missing_or_altered(
    kept_there: Program, bucket: Bucket
) -> None:
    kept_there.rows("ingest", str(ARTICLE), str(ANOTHER))
    received = kept_there.rows("events", "--type", "document.received")
    missing, altered = [event["data"]["blob"] for event in received]
    sound = kept_there.run("verify")
    bucket.blobs().remove(missing)
    bucket.write(f"kept/{altered[:2]}/{altered}", b"something else")

    found = kept_there.run("verify", "--json")

    assert sound.code == 0, sound.err
    assert found.code == 3
    assert missing in found.out
    assert altered in found.out


def test_erasing_takes_the_objects_out_of_the_bucket(
    kept_there: Program, bucket: Bucket
) -> None:
    [gone] = kept_there.rows("ingest", str(ARTICLE))
    kept_there.rows("ingest", str(ANOTHER))

    erased = kept_there.run("erase", gone["id"], "--reason", "asked for", "--yes")

    named = blobs_of(kept_there)
    assert erased.code == 0, erased.err
    assert len(named) == 1
    assert [kept.name for kept in bucket.blobs().names()] == [*named]
    assert kept_there.run("verify").code == 0


def test_keys_stay_secret_in_all_that_is_said_and_written(kept_there: Program) -> None:
    kept_there.rows("ingest", str(ARTICLE))

    said = [
        told(kept_there.run(*command))
        for command in (
            ("config", "check"),
            ("config", "show"),
            ("events", "--json"),
            ("status",),
        )
    ]

    written = b"".join(
        path.read_bytes() for path in kept_there.var.rglob("*") if path.is_file()
    )
    assert "canary" not in "".join(said)
    assert b"canary" not in written
    assert kept_there.beside["INGESTD_BLOBS__URL"] in said[1]


@pytest.mark.parametrize(
    ("astray", "where"),
    [
        ({"INGESTD_BLOBS__URL": "s3://no-such-bucket"}, "there is no such bucket"),
        (
            {"INGESTD_BLOBS__ENDPOINT": "http://127.0.0.1:1"},
            "http://127.0.0.1:1 cannot be reached",
        ),
    ],
    ids=["wrong bucket", "no server"],
)
def test_without_a_way_to_the_bucket_nothing_is_recorded_and_it_is_told(
    kept_there: Program, astray: dict[str, str], where: str
) -> None:
    kept_there.beside.update(astray)

    done = kept_there.run("ingest", str(ARTICLE))

    assert done.code == 69
    assert where in done.err
    assert "of [blobs]" in done.err
    assert "Traceback" not in done.err
    assert kept_there.rows("events") == []


def test_a_daemon_takes_up_by_itself_what_it_could_not_keep(
    kept_there: Program, bucket: Bucket
) -> None:
    kept_there.beside["INGESTD_BLOBS__URL"] = "s3://made-later"
    shutil.copy(ARTICLE, kept_there.drop)

    kept_there.start()
    kept_there.wait_until_said("there is no such bucket")
    bucket.server.request("PUT", "/made-later")
    [article] = kept_there.wait_for("/v1/articles", 1)

    assert kept_there.stop() == 0
    assert kept_there.rows("show", article["id"])[0]["text"] == ARTICLE.read_text("utf-8")


def test_a_bucket_without_keys_is_a_mistake_in_the_configuration(kept_there: Program) -> None:
    del kept_there.beside["INGESTD_BLOBS__SECRET_KEY"]

    done = kept_there.run("config", "check")

    assert done.code == 78
    assert "'blobs' has a url: give its access_key and secret_key, as secrets" in done.err


def test_without_its_packages_it_says_which_to_install(kept_there: Program) -> None:
    # a module of this name that cannot be found, as where the extra was not installed
    hiding = "import sys; sys.modules['obstore'] = None; import runpy; runpy.run_module('ingestd', run_name='__main__')"
    command = kept_there.command("ingest", str(ARTICLE))

    done = subprocess.run(
        [command[0], "-c", hiding, *command[3:]],
        env=kept_there.environment,
        cwd=kept_there.home,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 78, done.stderr
    assert "'blobs.url' needs the package obstore, which is not installed" in done.stderr
    assert "pip install 'ingestd[s3]'" in done.stderr
