"""A signed head, kept elsewhere, tells of a log that was cut, made anew or exchanged."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from ingestd.errors import CheckpointError, UsageError
from ingestd.store import log_rows
from ingestd.store.database import Database
from ingestd.store.tables import LOG_HEAD
from ingestd.verification import checkpoint, keys
from ingestd.verification.checkpoint import Checkpoint, compare
from ingestd.verification.keys import Key
from tests.fixtures.building import polled
from tests.fixtures.stores import Given
from tests.integration.verification import tampering


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return Key.kept_in(tmp_path)


def signed(database: Database, key: Key) -> Checkpoint:
    with database.reading() as connection:
        head = log_rows.head_of(connection)
    assert head is not None
    return checkpoint.sign(head, key)


@pytest.mark.usefixtures("story")
def test_a_log_that_has_only_grown_is_the_one_that_was_signed(
    database: Database, key: Key, given: Given
) -> None:
    before = signed(database, key)

    given(polled(accepted=1))

    assert before.position == 10
    assert compare(database, before) is None


def test_an_empty_log_can_be_signed_and_compared(
    database: Database, key: Key, given: Given
) -> None:
    before = signed(database, key)

    given(polled(accepted=1))

    assert compare(database, before) is None
    tampering.change_head(database, log_id="f" * 32)
    finding = compare(database, before)
    assert finding is not None
    assert finding.kind == "another_log"


@pytest.mark.usefixtures("story")
def test_a_chain_that_was_made_anew_is_found(database: Database, key: Key) -> None:
    before, every = signed(database, key), tampering.rows(database)
    tampering.rehash(database, [*every[:4], every[4] | {"actor": "other@1"}, *every[5:]])

    finding = compare(database, before)

    assert finding is not None
    assert (finding.kind, finding.position) == ("rewritten", 10)


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("left", "told"), [(9, "event 10 was removed"), (7, "events 8 to 10 were removed")]
)
def test_a_tail_that_was_cut_off_is_found(
    database: Database, key: Key, left: int, told: str
) -> None:
    before = signed(database, key)
    tampering.rehash(database, tampering.rows(database)[:left])

    finding = compare(database, before)

    assert finding is not None
    assert finding.kind == "shortened"
    assert finding.told == f"the log ends at {left}: {told}"


@pytest.mark.usefixtures("story")
def test_a_log_that_was_put_back_to_an_earlier_epoch_is_found(
    database: Database, key: Key
) -> None:
    tampering.change_head(database, epoch=3)
    before = signed(database, key)
    tampering.change_head(database, epoch=2)

    finding = compare(database, before)

    assert finding is not None
    assert finding.told == "the log is of epoch 2, not 3"


@pytest.mark.usefixtures("story")
def test_a_log_without_a_head_is_another_one(database: Database, key: Key) -> None:
    before = signed(database, key)
    with tampering.as_owner(database) as connection:
        connection.execute(LOG_HEAD.delete())

    finding = compare(database, before)

    assert finding is not None
    assert finding.kind == "another_log"


ONE = Checkpoint(
    checkpoint=1,
    log_id="0f" * 16,
    epoch=1,
    position=7,
    hash="ab" * 32,
    recorded_at="2026-11-22T08:00:00.000000Z",
    public_key="",
    signature="",
)


def made(key: Key) -> Checkpoint:
    unsigned = replace(ONE, public_key=key.public)
    return replace(unsigned, signature=key.sign(unsigned.signed))


def test_what_was_written_is_read_again(key: Key, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"

    checkpoint.write(made(key), path)

    assert checkpoint.read(path, trusted=key.public) == made(key)
    assert list(json.loads(path.read_text())) == list(asdict(ONE))


def test_a_file_that_is_there_is_not_written_over(key: Key, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    path.write_text("kept")

    with pytest.raises(CheckpointError, match=r"kept\.json cannot be written: File exists"):
        checkpoint.write(made(key), path)

    assert path.read_text() == "kept"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("log_id", "0e" * 16),
        ("epoch", 2),
        ("position", 8),
        ("hash", "ac" * 32),
        ("recorded_at", "2026-11-22T08:00:00.000001Z"),
        ("signature", "00" * 64),
        ("signature", "no digits"),
    ],
)
def test_a_field_that_was_changed_is_not_what_was_signed(
    key: Key, tmp_path: Path, field: str, value: object
) -> None:
    path = tmp_path / "kept.json"
    path.write_text(json.dumps(asdict(made(key)) | {field: value}))

    with pytest.raises(CheckpointError, match="is not what was signed") as caught:
        checkpoint.read(path, trusted=key.public)

    assert caught.value.exit_code == 65


def test_another_key_than_the_trusted_one_is_refused(key: Key, tmp_path: Path) -> None:
    path, other = tmp_path / "kept.json", tmp_path / "other"
    other.mkdir()
    checkpoint.write(made(Key.kept_in(other)), path)

    with pytest.raises(CheckpointError, match=f"and trusted is {key.public}") as caught:
        checkpoint.read(path, trusted=key.public)

    assert caught.value.hint is not None
    assert "--public-key" in caught.value.hint


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no checkpoint"),
        (b"{}", "is no checkpoint: Object missing required field"),
        (b"[]", "is no checkpoint"),
        (b"\xff\xfe", "is no checkpoint"),
        (json.dumps(asdict(replace(ONE, checkpoint=2))).encode(), "is of format 2, not 1"),
    ],
)
def test_a_file_that_is_no_checkpoint_is_told(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "kept.json"
    path.write_bytes(content)

    with pytest.raises(CheckpointError, match=told):
        checkpoint.read(path, trusted="00" * 32)


def test_a_folder_is_no_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="Is a directory"):
        checkpoint.read(tmp_path, trusted="00" * 32)


def test_a_key_is_made_once_for_its_owners_eyes(tmp_path: Path) -> None:
    first, second = Key.kept_in(tmp_path), Key.kept_in(tmp_path)

    [path] = tmp_path.iterdir()
    assert path.name == keys.NAME
    assert path.stat().st_mode & 0o777 == 0o600
    assert first.public == second.public


def pem_of(private: rsa.RSAPrivateKey | Ed25519PrivateKey) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_a_key_that_another_program_made_can_be_used(tmp_path: Path) -> None:
    path, private = tmp_path / "key.pem", Ed25519PrivateKey.generate()
    path.write_bytes(pem_of(private))

    assert Key.read(path).public == private.public_key().public_bytes_raw().hex()


@pytest.mark.parametrize(
    "content",
    [b"", b"no key", pem_of(rsa.generate_private_key(65537, 2048))],
    ids=["empty", "garbled", "of another kind"],
)
def test_a_file_that_holds_no_key_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(content)

    with pytest.raises(CheckpointError, match="holds no Ed25519 key"):
        Key.read(path)


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="No such file"):
        Key.read(tmp_path / "key.pem")


def test_a_key_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="cannot be written"):
        Key.kept_in(tmp_path / "nowhere")


def test_a_public_key_is_64_digits(key: Key) -> None:
    assert keys.checked(key.public.upper()) == key.public
    for wrong in ("", "00", "no digits", "0" * 63):
        with pytest.raises(UsageError, match="is no public key"):
            keys.checked(wrong)
