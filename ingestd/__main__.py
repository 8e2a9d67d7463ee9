"""`python -m ingestd`, and the `ingestd` command."""

from ingestd.cli.root import main

if __name__ == "__main__":
    main()
