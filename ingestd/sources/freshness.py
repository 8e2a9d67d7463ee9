"""For how long a server says that what it gave stays as it is."""

import re
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str], ttl: float | None) -> float | None:
    """Seconds by Cache-Control or else Expires (RFC 9111), or by the feed's own word.

    The longer one counts; None where nothing is said. Header names are in small letters.
    """
    told = [span for span in (_by_headers(headers), ttl) if span is not None and span > 0]
    return max(told, default=None)


def _by_headers(headers: Mapping[str, str]) -> float | None:
    control = headers.get("cache-control", "")
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return None
    age = _MAX_AGE.search(control)
    if age is not None:
        return float(age.group(1)) - _figure(headers.get("age", ""))
    return _until(headers.get("expires", ""), headers.get("date", ""))


def _until(expires: str, date: str) -> float | None:
    """By the server's own clock, which may be another than ours."""
    try:
        span: timedelta = parsedate_to_datetime(expires) - parsedate_to_datetime(date)
    except (ValueError, TypeError):  # no dates, or one without a zone
        return None
    return span.total_seconds()


def _figure(text: str) -> float:
    return float(text) if text.strip().isdecimal() else 0.0
