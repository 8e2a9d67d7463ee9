"""Reads every test case of w3c/feedvalidator.

`python -m tests.conformance.feedvalidator FOLDER`, FOLDER being a checkout of it. Most of these
files are wrong in one way each, and some are no feeds at all (OPML, KML): none may raise.
"""

import sys

from tests.conformance.every_file import tell

if __name__ == "__main__":
    sys.exit(tell(__doc__, ("testcases",)))
