"""The two languages that servers of models speak: what is asked, and how the answer is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from ingestd.config.extraction import LlmSettings
from ingestd.extraction.models.answer import SCHEMA, MalformedAnswerError
from ingestd.extraction.models.prompt import INSTRUCTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a model said: JSON, by which model, and the tokens it took."""

    answer: str
    model: str
    tokens_in: int
    tokens_out: int


class CutError(Exception):
    """The model had more to say than it may."""


class Api(Protocol):
    """One of the languages."""

    path: str

    def headers(self, settings: LlmSettings) -> Mapping[str, str]:
        """What shows who asks."""

    def body(self, settings: LlmSettings, question: str) -> dict[str, Any]:
        """What is asked."""

    def said(self, content: bytes) -> Said:
        """What was answered. Raises MalformedAnswerError, CutError."""


class _Function(msgspec.Struct, frozen=True):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Function
    finish_reason: str | None = None


class _Tokens(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(msgspec.Struct, frozen=True):
    choices: list[_Choice]
    model: str = ""
    usage: _Tokens | None = None


class ChatCompletions:
    """The chat completions that many servers offer, with a JSON Schema for the answer."""

    path = "/chat/completions"

    def headers(self, settings: LlmSettings) -> Mapping[str, str]:
        """See Api."""
        if settings.key is None:
            return {}
        return {"authorization": f"Bearer {settings.key.get_secret_value()}"}

    def body(self, settings: LlmSettings, question: str) -> dict[str, Any]:
        """See Api."""
        shape = {"name": "news", "strict": True, "schema": SCHEMA}
        return {
            "model": settings.model,
            "temperature": 0,
            "max_tokens": settings.max_tokens,
            "messages": [
                {"role": "system", "content": INSTRUCTIONS},
                {"role": "user", "content": question},
            ],
            "response_format": {"type": "json_schema", "json_schema": shape},
        }

    def said(self, content: bytes) -> Said:
        """See Api."""
        completion = _decoded(content, _Completion)
        if not completion.choices:
            raise MalformedAnswerError("the server's answer has no choices")
        choice = completion.choices[0]
        if choice.finish_reason == "length":
            raise CutError
        if choice.message.content is None:
            refusal = choice.message.refusal or "nothing"
            raise MalformedAnswerError(f"the model said {refusal[:200]!r} instead")
        tokens = completion.usage or _Tokens()
        return Said(
            answer=choice.message.content,
            model=completion.model,
            tokens_in=tokens.prompt_tokens,
            tokens_out=tokens.completion_tokens,
        )


class _Block(msgspec.Struct, frozen=True):
    type: str
    input: msgspec.Raw = msgspec.Raw(b"")


class _Counted(msgspec.Struct, frozen=True):
    input_tokens: int = 0
    output_tokens: int = 0


class _Message(msgspec.Struct, frozen=True):
    content: list[_Block]
    model: str = ""
    stop_reason: str | None = None
    usage: _Counted | None = None


class Messages:
    """Anthropic's messages, with a tool of which the input is the answer."""

    path = "/v1/messages"

    def headers(self, settings: LlmSettings) -> Mapping[str, str]:
        """See Api."""
        told = {"anthropic-version": "2023-06-01"}
        if settings.key is not None:
            told["x-api-key"] = settings.key.get_secret_value()
        return told

    def body(self, settings: LlmSettings, question: str) -> dict[str, Any]:
        """See Api."""
        tool = {
            "name": "report",
            "description": "Report what the text says.",
            "input_schema": SCHEMA,
        }
        return {
            "model": settings.model,
            "temperature": 0,
            "max_tokens": settings.max_tokens,
            "system": INSTRUCTIONS,
            "messages": [{"role": "user", "content": question}],
            "tools": [tool],
            "tool_choice": {"type": "tool", "name": "report"},
        }

    def said(self, content: bytes) -> Said:
        """See Api."""
        message = _decoded(content, _Message)
        if message.stop_reason == "max_tokens":
            raise CutError
        inputs = [block.input for block in message.content if bytes(block.input)]
        if not inputs:
            raise MalformedAnswerError("the model did not use the tool it was given")
        tokens = message.usage or _Counted()
        return Said(
            answer=bytes(inputs[0]).decode(),
            model=message.model,
            tokens_in=tokens.input_tokens,
            tokens_out=tokens.output_tokens,
        )


APIS: Mapping[str, Api] = {"openai": ChatCompletions(), "anthropic": Messages()}


def _decoded(content: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedAnswerError(
            f"the server's answer is none of its API: {error}"
        ) from error
