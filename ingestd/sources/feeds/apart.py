"""Reading what came from the web in a child, with a reason that names its address."""

from typing import TypeVar

from ingestd.confinement.task import Confinement, StoppedError, Task
from ingestd.errors import MalformedFeedError, UnreadableError
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret

A = TypeVar("A")
R = TypeVar("R")


def read_apart(task: Task[A, R], asked: A, *, reply: Reply, confinement: Confinement) -> R:
    """Run a task on what a reply brought; raises MalformedFeedError where it comes to nothing."""
    at = without_secret(reply.url)
    try:
        return confinement.run(task, asked)
    except StoppedError as error:
        raise MalformedFeedError(f"{at} cannot be read: {error}", hint=error.hint) from error
    except UnreadableError as error:
        raise MalformedFeedError(f"{at} is {error}", hint=error.hint) from error
