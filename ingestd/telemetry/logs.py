"""One line per piece of work, on stderr: JSON for machines, columns for people."""

import logging
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger


def configure_logs(
    *, stream: TextIO = sys.stderr, json: bool, level: int = logging.INFO
) -> None:
    """Send every log line to `stream`, one line each, with a timestamp in UTC.

    `json` is for streams that are no terminal. Libraries that speak through the standard
    library's loggers are heard from WARNING on, as `library.warned`; their words are a value,
    never the event's name, so that what they quote cannot break out of its line.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(_for_machines() if json else _for_people(colors=stream.isatty())),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(stream),
        # a second call must reach loggers that were made before it
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Relay()], force=True)
    # what a library warns of is a line like any other, not text of its own on stderr
    logging.captureWarnings(capture=True)


def _for_machines() -> list[Processor]:
    # without locals: they may hold a secret, and texts by the megabyte
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [
        structlog.processors.ExceptionRenderer(tracebacks),
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
    ]


def _for_people(*, colors: bool) -> list[Processor]:
    plain = structlog.dev.plain_traceback
    renderer = structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=plain)
    return [_quote_control_characters, renderer]


def _quote_control_characters(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    # a title may carry an escape sequence; a terminal would obey it
    return {
        key: repr(value) if isinstance(value, str) and not value.isprintable() else value
        for key, value in line.items()
    }


class _Relay(logging.Handler):
    """Hands what a library says to structlog."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno,
            "library.warned",
            logger=record.name,
            message=record.getMessage(),
            exc_info=record.exc_info,
        )
