"""An event-sourced corpus ingestion daemon for news."""

__version__ = "0.1.0"
