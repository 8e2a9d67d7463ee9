"""An extractor that asks over a network, moved forward document by document; patient."""

from ingestd.errors import UnavailableError
from ingestd.extraction.extractor import Extractor
from ingestd.pipeline import follower
from ingestd.pipeline.extract import remote_step
from ingestd.pipeline.step import Tools

ROUNDS = 5
"""So often may one document be what the other side broke down over, until it is set aside."""
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0


class RemoteStep:
    """One extractor and how it does; for one thread.

    What it said is recorded before the next document is asked for: nothing is paid for twice.
    """

    def __init__(self, extractor: Extractor, tools: Tools) -> None:
        self.name = extractor.name
        self._tools = tools
        self._step = remote_step(extractor, gives_up=lambda: self._failures >= ROUNDS)
        self._failures = 0

    def advance(self) -> int:
        """Read the next document; return how many positions of the log were passed.

        Raises UnavailableError where nobody can be asked now: `pause` says when to try again.
        Nothing is lost; a document over which the other side broke down every time is
        rejected in the end.
        """
        try:
            passed = follower.advance(self._step, self._tools, singly=True)
        except UnavailableError:
            self._failures += 1
            raise
        if passed:
            self._failures = 0
        return passed

    def pause(self, error: UnavailableError) -> float:
        """Seconds to wait after this failure: as long as was asked for, else longer each time."""
        grown = FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10)
        return max(error.pause, min(grown, LONGEST_PAUSE))
