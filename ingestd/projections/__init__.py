"""Read models folded from the log, forward only."""
