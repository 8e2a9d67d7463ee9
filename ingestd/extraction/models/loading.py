"""What is said where a model, or the package it needs, is not there."""

from collections.abc import Iterator
from contextlib import contextmanager

from ingestd.errors import ConfigError, Problem


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Import what an extra brings, or raise ConfigError that names it."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        reason = f"the extractor '{extra}' needs the package {package}, which is not installed"
        hint = f"install the extra {extra}: pip install 'ingestd[{extra}]'"
        raise ConfigError([Problem("configuration", None, reason, hint)]) from error


def unusable(option: str, name: str, error: Exception, *, hint: str) -> ConfigError:
    """The error for a model that cannot be loaded; `option` is where it is named."""
    said = (str(error).strip() or type(error).__name__).splitlines()[0][:300]
    reason = f"'extraction.{option}': {name} cannot be loaded: {said}"
    return ConfigError([Problem("configuration", None, reason, hint)])
