"""Running what reads strangers' bytes in a child process, which can be killed."""
