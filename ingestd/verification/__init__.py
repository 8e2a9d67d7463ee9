"""Is the log what was written, and is every blob there? Signed checkpoints; orphaned blobs."""
