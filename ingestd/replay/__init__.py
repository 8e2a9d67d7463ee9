"""Builds projections anew from the log beside what is served, compares, and swaps."""

from ingestd.replay.comparing import verify as verify
from ingestd.replay.filling import NEARLY as NEARLY
from ingestd.replay.filling import PAGE as PAGE
from ingestd.replay.outcomes import Difference as Difference
from ingestd.replay.outcomes import Progress as Progress
from ingestd.replay.outcomes import Rebuilt as Rebuilt
from ingestd.replay.outcomes import Verified as Verified
from ingestd.replay.outcomes import silent as silent
from ingestd.replay.rebuilding import rebuild as rebuild
from ingestd.replay.standby import roll_back as roll_back
