# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Names made alike: what a different spelling of the same name must not cost."""

import re
import unicodedata

_FORMS = """
joint stock company|public joint stock company|private limited company|private limited
limited liability company|company limited|co ltd|pte ltd|sdn bhd|jsc|pjsc|ojsc|llc|llp
ltd|limited|co|company|inc|incorporated|corp|corporation|plc|bhd|berhad|ag|sa|s a|sas
gmbh|nv|n v|asa|oyj|tbk|pvt|tong cong ty co phan|cong ty trach nhiem huu han
cong ty co phan|cong ty tnhh|cong ty cp|tong cong ty|tap doan|cong ty|ctcp|tnhh
ооо|ао|пао|оао|зао|гк|нао|компания
"""
_LEGAL = sorted(re.findall(r"[^|\n]+", _FORMS), key=len, reverse=True)
_ARTICLE = re.compile(r"(?:the|le|la|les|l) (?=..)")
_NO_WORD = re.compile(r"[^\w&+]+")


def normal(name: str) -> str:
    """A name without marks, case, punctuation, leading article and legal forms."""
    marked = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    low = bare.replace("đ", "d").replace("Đ", "D").casefold().replace("_", " ")
    text = _NO_WORD.sub(" ", low).strip()
    return _without_form(_ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)


def _without_form(text: str) -> str:
    shorter = next((rest for form in _LEGAL for rest in _ends(text, form)), None)
    return text if shorter is None else _without_form(shorter)


def _ends(text: str, form: str) -> list[str]:
    rests = [
        text.removesuffix(f" {form}"),
        text.removeprefix(f"{form} "),
    ]
    return [rest for rest in rests if rest != text and rest.strip()]


def is_same_role(said: str | None, roles: tuple[str, ...]) -> bool:
    """Whether a role is one of these: the same, part of it, or half of its words."""
    if not said:
        return False
    ours = normal(said)
    return any(_alike(ours, normal(role)) for role in roles)


def _alike(one: str, other: str) -> bool:
    if one and other and (f" {one} " in f" {other} " or f" {other} " in f" {one} "):
        return True
    mine, yours = set(one.split()), set(other.split())
    return bool(mine and yours) and 2 * len(mine & yours) >= len(mine | yours)
