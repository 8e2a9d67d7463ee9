"""What several settings must be alike, as pydantic calls it; each raises ValueError."""

from urllib.parse import urlsplit


def listed(value: object) -> object:
    """A list; in the environment, it is words with commas between."""
    return [word.strip() for word in value.split(",")] if isinstance(value, str) else value


def distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    """Values of which none comes twice."""
    if len(set(values)) != len(values):
        raise ValueError("should name each only once")
    return values


def web_address(url: str) -> str:
    """An address of a server, without a slash at its end."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise ValueError('should be "https://host" or "http://host:port", without a key in it')
    return url.rstrip("/")
