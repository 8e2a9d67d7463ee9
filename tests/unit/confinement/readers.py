"""Functions that children are asked to run."""

import os
import signal
from dataclasses import dataclass

from ingestd.errors import UnreadableError
from tests.fixtures import machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    word: str
    content: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    word: str
    size: int
    process: int


def well(asked: Asked) -> Answered:
    return Answered(word=asked.word.upper(), size=len(asked.content), process=os.getpid())


def knowing(asked: Asked) -> Answered:
    variables = machine.environment()
    return Answered(word=variables.get(asked.word, "unknown"), size=0, process=os.getpid())


def refusing(asked: Asked) -> Answered:
    raise UnreadableError(f"{asked.word} is no news", hint="write some")


def for_ever(_: Asked) -> Answered:
    while True:
        pass


def greedy(asked: Asked) -> Answered:
    return Answered(word="", size=len(bytearray(2**31)), process=0)


def stumbling(asked: Asked) -> Answered:
    raise KeyError(asked.word)


def dying(_: Asked) -> Answered:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Answered(word="", size=0, process=0)


def told_to_end(asked: Asked) -> Answered:
    os.kill(os.getpid(), signal.SIGTERM)
    return well(asked)


def too_deep(asked: Asked) -> Answered:
    return too_deep(asked)


LOADED: list[int] = []


def load() -> None:
    LOADED.append(os.getpid())


def load_in_vain() -> None:
    raise LookupError("nothing to load")


def loaded_by(_: Asked) -> Answered:
    """Who has loaded what is there in this process."""
    [process] = LOADED
    return Answered(word="", size=os.getppid(), process=process)


def lying(_: Asked) -> list[int]:
    return [1, 2, 3]
