"""Ed25519 keys that sign checkpoints: ours is made when it is first needed."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ingestd.errors import CheckpointError, UsageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

NAME = "checkpoint.key"


class Key:
    """A private key in a PEM file (PKCS #8, without a password)."""

    def __init__(self, private: "Ed25519PrivateKey") -> None:
        self._private = private

    @classmethod
    def read(cls, path: Path) -> "Key":
        """Take the key from a file. Raises CheckpointError where it holds none."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - slow
            Ed25519PrivateKey,
        )
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - slow
            load_pem_private_key,
        )

        try:
            private = load_pem_private_key(path.read_bytes(), password=None)
        except OSError as error:
            raise CheckpointError(f"the key {path}: {error.strerror}") from error
        except (TypeError, ValueError) as error:
            raise _no_key(path) from error
        if not isinstance(private, Ed25519PrivateKey):
            raise _no_key(path)
        return cls(private)

    @classmethod
    def kept_in(cls, folder: Path) -> "Key":
        """The data directory's own key, made if there is none yet, for its owner's eyes only."""
        path = folder / NAME
        if not path.exists():
            _make(path)
        return cls.read(path)

    @property
    def public(self) -> str:
        """The public key, 64 hexadecimal digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, content: bytes) -> str:
        """Return the signature, 128 hexadecimal digits."""
        return self._private.sign(content).hex()


def is_signed(content: bytes, signature: str, public: str) -> bool:
    """Whether the owner of the public key has signed these bytes."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - slow to import

    try:
        _public_key(public).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def checked(public: str) -> str:
    """Return a public key as we write it. Raises UsageError for what is none."""
    try:
        return _public_key(public).public_bytes_raw().hex()
    except ValueError as error:
        raise UsageError(
            f"{public!r} is no public key", hint="it should be 64 hexadecimal digits"
        ) from error


def _public_key(public: str) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - slow
        Ed25519PublicKey,
    )

    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - slow
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - slow
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    made = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    try:
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{NAME}-")
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
        # of two that make one at once, the first is kept
        with suppress(FileExistsError):
            path.hardlink_to(unfinished)
        Path(unfinished).unlink()
    except OSError as error:
        raise CheckpointError(f"the key {path} cannot be written: {error.strerror}") from error


def _no_key(path: Path) -> CheckpointError:
    return CheckpointError(
        f"{path} holds no Ed25519 key",
        hint="it should be a PEM file, as 'openssl genpkey -algorithm ed25519' writes it",
    )
