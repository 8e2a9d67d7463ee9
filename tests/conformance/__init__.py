"""How our readers do on corpora of others: `python -m tests.conformance.NAME FOLDER`."""
