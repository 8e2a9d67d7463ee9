"""Logs and their names."""
