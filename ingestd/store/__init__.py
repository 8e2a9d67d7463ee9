"""Durable things: the log, the blobs, checkpoints, generations of tables."""
