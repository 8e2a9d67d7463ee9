"""Reads every file of feedparser's own tests with our reader.

`python -m tests.conformance.feedparser_tests FOLDER`, FOLDER being a checkout of
kurtmckee/feedparser. They are broken in all ways that its authors ever met: none may raise.
"""

import sys

from tests.conformance.every_file import tell

if __name__ == "__main__":
    sys.exit(tell(__doc__, ("tests",)))
