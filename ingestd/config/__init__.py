"""Settings: found, read, checked, every error at once."""
