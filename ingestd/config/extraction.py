"""What can be set of extraction: who reads the articles, whom views believe, and their options."""

from ipaddress import ip_network
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import NoDecode

from ingestd.config.checks import distinct, listed, web_address
from ingestd.config.did_you_mean import did_you_mean
from ingestd.config.durations import Duration

FIRST, VOTE = "first", "vote"
"""Whom the views believe, where that is no extractor's name."""

EntityKind = Literal["company", "person", "public_body", "organization", "product", "place"]
LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
}
"""What spaCy's labels mean, unless told otherwise."""

KINDS: dict[str, EntityKind] = {
    "company": "company",
    "person": "person",
    "government body": "public_body",
    "organization": "organization",
    "product": "product",
    "place": "place",
}
"""What GLiNER is asked for, and what that means, unless told otherwise."""

_STRICT = ConfigDict(extra="forbid", frozen=True)


def _network(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError:
        raise ValueError(f'should be a network like "10.0.0.0/8", not "{text}"') from None


class SpacySettings(BaseModel):
    """The extractor `spacy`: any installed pipeline."""

    model_config = _STRICT

    pipeline: str = Field(
        min_length=1, description="Name of an installed pipeline, or path of one on disk."
    )
    labels: dict[str, EntityKind] = Field(
        default=LABELS, description="What its labels mean; others are left out."
    )


class GlinerSettings(BaseModel):
    """The extractor `gliner`: a model that finds whatever kind of name it is asked for."""

    model_config = _STRICT

    model: str = Field(
        min_length=1, description="Name of a model on this machine, or path of one on disk."
    )
    labels: dict[str, EntityKind] = Field(
        default=KINDS, min_length=1, description="What it is asked for, and what that means."
    )
    threshold: float = Field(default=0.5, ge=0, le=1, description="Less sure is left out.")
    window: int = Field(
        default=250, ge=16, description="Words it is shown at once; its own limit may be lower."
    )
    overlap: int = Field(
        default=50, ge=0, description="Words of a window that the next one shows again."
    )

    @field_validator("overlap")
    @classmethod
    def _is_less(cls, overlap: int, info: ValidationInfo) -> int:
        return less_than_window(overlap, info)


class LlmSettings(BaseModel):
    """The extractor `llm`: a language model behind an API."""

    model_config = _STRICT

    api: Literal["openai", "anthropic"] = Field(
        description="What it speaks: chat completions, or messages."
    )
    url: Annotated[str, AfterValidator(web_address)] = Field(
        description="The address before /chat/completions, or before /v1/messages."
    )
    model: str = Field(min_length=1, description="As the API calls it.")
    key: SecretStr | None = Field(
        default=None, description="The secret of the account. Keep it out of this file."
    )
    timeout: Duration = Field(
        default="120s", validate_default=True, description="For one answer, all in all."
    )
    retries: int = Field(default=3, ge=0, le=20, description="How often it is asked once more.")
    window: int = Field(
        default=12_000, ge=200, description="Characters it is shown at once; no word is cut."
    )
    overlap: int = Field(
        default=600, ge=0, description="Characters of a window that the next one shows again."
    )
    max_tokens: int = Field(default=8_000, ge=16, description="The longest answer, in tokens.")
    price_in: float | None = Field(
        default=None, ge=0, description="US dollars for a million tokens that it reads."
    )
    price_out: float | None = Field(
        default=None, ge=0, description="US dollars for a million tokens that it writes."
    )
    allow_networks: tuple[Annotated[str, AfterValidator(_network)], ...] = Field(
        default=(), description="Networks that are not public where it may be, as 127.0.0.0/8."
    )

    @field_validator("overlap")
    @classmethod
    def _is_less(cls, overlap: int, info: ValidationInfo) -> int:
        return less_than_window(overlap, info)


def less_than_window(overlap: int, info: ValidationInfo) -> int:
    """The overlap; ValueError where windows would hardly move on."""
    window = info.data.get("window")
    if window is not None and overlap * 2 > window:
        raise ValueError("should be at most half of 'window'")
    return overlap


class ExtractionSettings(BaseModel):
    """What reads the articles."""

    model_config = _STRICT

    extractors: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(listed), AfterValidator(distinct)
    ] = Field(
        default=("rules",),
        min_length=1,
        description="Names of extractors, each asked for every article.",
    )
    believe: str = Field(
        default=FIRST,
        validate_default=True,
        description='Whom the views believe: "first" of those named, one of them, or a "vote".',
    )
    spacy: SpacySettings | None = Field(
        default=None, validate_default=True, description="Options of the extractor spacy."
    )
    gliner: GlinerSettings | None = Field(
        default=None, validate_default=True, description="Options of the extractor gliner."
    )
    llm: LlmSettings | None = Field(
        default=None, validate_default=True, description="Options of the extractor llm."
    )

    @field_validator("believe")
    @classmethod
    def _is_one_of_them(cls, believe: str, info: ValidationInfo) -> str:
        known = {FIRST, VOTE, *info.data.get("extractors", (believe,))}
        if believe not in known:
            raise ValueError(f"names no extractor in use: {did_you_mean(believe, known)}")
        return believe

    @field_validator("spacy", "gliner", "llm")
    @classmethod
    def _is_there(cls, options: BaseModel | None, info: ValidationInfo) -> BaseModel | None:
        name = str(info.field_name)
        if options is None and name in info.data.get("extractors", ()):
            raise ValueError(f"is named in 'extractors': add a table [extraction.{name}]")
        return options
