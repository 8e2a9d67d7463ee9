"""Turns what S3-compatible storage says into errors with a remedy, and without its keys."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from obstore.exceptions import BaseError

from ingestd.errors import (
    StorageFullError,
    StoreBusyError,
    StoreError,
    StoreUnavailableError,
)

_CODE = re.compile(r"(?:<Code>|\binner: )(\w+)(?:</Code>|,)")
_STATUS = re.compile(r"\bstatus: (\d{3})\b")
_CERTIFICATE = re.compile(r"\bInvalidCertificate\(\s*(\w+)")
_REASON = re.compile(r'(?:message|error): "([^"]+)"')

_BUCKET = ("there is no such bucket", "make it, or correct the url of [blobs]")
_KEYS = ("the keys are refused", "correct access_key and secret_key of [blobs]")
_CLOCK = ("the clocks differ too much", "set the clock of this machine")
_REGION = ("the bucket lies elsewhere", "correct the region or the endpoint of [blobs]")
_RIGHTS = ("access is refused", "let the key read, write, list and delete in this bucket")
_KNOWN = {
    "NoSuchBucket": _BUCKET,
    "InvalidAccessKeyId": _KEYS,
    "SignatureDoesNotMatch": _KEYS,
    "RequestTimeTooSkewed": _CLOCK,
    "AuthorizationHeaderMalformed": _REGION,
    "BareRedirect": _REGION,
    "307": _REGION,
    "401": _KEYS,
    "403": _RIGHTS,
}
_FULL = {"507", "InsufficientStorage", "QuotaExceeded", "XMinioStorageFull"}
_BUSY = {"429", "500", "502", "503", "504"}
_OTHERWISE = ("the request is refused", "correct url and endpoint of [blobs]")


def lacks_bucket(error: FileNotFoundError) -> bool:
    """Whether it is not only the object that was not found."""
    return "NoSuchBucket" in _CODE.findall(str(error))


@contextmanager
def told_plainly(where: str, endpoint: str) -> Iterator[None]:
    """Raise StoreError with a remedy where the storage fails."""
    try:
        yield
    except (BaseError, FileNotFoundError) as error:
        # what the server said may repeat the key: neither its words nor the error go further
        raise _plainly(str(error), where, endpoint) from None


def _plainly(said: str, where: str, endpoint: str) -> StoreError:
    code, status = _first(_CODE, said), _first(_STATUS, said)
    if not status and not code:
        return _unanswered(said, endpoint)
    if {code, status} & _FULL:
        return StorageFullError(where)
    answer = " ".join(part for part in (status, code) if part)
    if status in _BUSY:
        return StoreBusyError(f"{endpoint} cannot answer now ({answer})")
    what, hint = _KNOWN.get(code) or _KNOWN.get(status) or _OTHERWISE
    return StoreUnavailableError(f"{where}: {what} ({answer})", hint=hint)


def _unanswered(said: str, endpoint: str) -> StoreError:
    if "kind: Timeout" in said:
        return StoreBusyError(f"{endpoint} does not answer in time")
    if flaw := _first(_CERTIFICATE, said):
        return StoreUnavailableError(
            f"{endpoint} cannot be trusted: its certificate is refused ({flaw})",
            hint="add who signed it to the certificates of the system",
        )
    reason = _first(_REASON, said) or "the connection broke"
    return StoreUnavailableError(
        f"{endpoint} cannot be reached: {reason}",
        hint="is the server running? if it is another, correct the endpoint of [blobs]",
    )


def _first(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.search(said)
    return found[1] if found else ""
