"""The long-running service: watch, poll, follow, serve."""
