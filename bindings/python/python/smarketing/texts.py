"""Texts for people: plain, or by language code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_language(texts: str | Mapping[str, str] | None, language: str) -> str | None:
    """The text in a language; else the plain one, else English, else the first by its code; None where there is none.

    >>> in_language({"de": "Branche", "en": "Industry"}, "de")
    'Branche'
    >>> in_language({"de": "Branche", "en": "Industry"}, "fr")
    'Industry'
    >>> in_language("Industry", "de")
    'Industry'
    """
    if texts is None or isinstance(texts, str):
        return texts
    codes = (code for code in (language, "en", *sorted(texts)) if code in texts)
    return next((texts[code] for code in codes), None)
