"""The API and the web pages."""
