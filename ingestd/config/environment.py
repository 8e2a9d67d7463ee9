"""What the environment says; the only place where it is read."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_settings import EnvSettingsSource

from ingestd.config.did_you_mean import did_you_mean
from ingestd.config.places import Tree
from ingestd.config.settings import Settings
from ingestd.errors import Problem

PREFIX = "INGESTD_"
BETWEEN = "__"
SECRETS = (
    ("store", "url"),
    ("blobs", "access_key"),
    ("blobs", "secret_key"),
    ("extraction", "llm", "key"),
)
WHERE = "environment"


def environment() -> Mapping[str, str]:
    """The variables of this process, as they are now."""
    return dict(os.environ)


@dataclass(frozen=True, slots=True)
class Overrides:
    """Settings given outside the files, and what is wrong with how they were given."""

    values: Tree = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def variable(path: tuple[str | int, ...]) -> str:
    """The variable that sets the setting at this path."""
    return PREFIX + BETWEEN.join(str(part).upper() for part in path)


def overrides(variables: Mapping[str, str]) -> Overrides:
    """Read every INGESTD_SECTION__KEY, and secrets from files that others name.

    Of a secret, `$CREDENTIALS_DIRECTORY/section_key` is believed first, then the file that
    INGESTD_SECTION__KEY_FILE names, then the variable itself.
    """
    found = Overrides()
    named = {**variables, **_secrets(variables, found.problems)}
    own = {name: value for name, value in named.items() if _is_setting(name)}
    found.problems.extend(problem for name in own for problem in _strays(name))
    source = EnvSettingsSource(Settings)
    source.env_vars = {name.lower(): value for name, value in own.items()}
    found.values.update(source())
    return found


def _strays(name: str) -> Iterator[Problem]:
    section, between, _ = name.removeprefix(PREFIX).partition(BETWEEN)
    sections = set(Settings.model_fields) - {"data_dir"}
    if between and section.lower() not in sections:
        hint = did_you_mean(section, sections)
        yield Problem(WHERE, None, f"{name} sets nothing", hint)


def _is_setting(name: str) -> bool:
    plain = name == variable(("data_dir",))
    return plain or (name.startswith(PREFIX) and BETWEEN in name and not _names_a_file(name))


def _names_a_file(name: str) -> bool:
    return any(name == f"{variable(path)}_FILE" for path in SECRETS)


def _secrets(variables: Mapping[str, str], problems: list[Problem]) -> dict[str, str]:
    found = {}
    for path in SECRETS:
        for file in _secret_files(path, variables):
            try:
                found[variable(path)] = file.read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                reason = getattr(error, "strerror", None) or "is not UTF-8"
                problems.append(Problem(str(file), None, f"a secret cannot be read: {reason}"))
    return found


def _secret_files(path: tuple[str, ...], variables: Mapping[str, str]) -> list[Path]:
    # the one believed most comes last
    files = []
    if named := variables.get(f"{variable(path)}_FILE"):
        files.append(Path(named))
    if directory := variables.get("CREDENTIALS_DIRECTORY"):
        credential = Path(directory, "_".join(path))
        files += [credential] if credential.exists() else []
    return files
