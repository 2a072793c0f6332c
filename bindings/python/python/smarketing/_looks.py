"""How results look on one line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from smarketing._base import Result
from smarketing.errors import SmarketingError

TELLING: dict[str, tuple[str, ...]] = {
    "Assessment": ("lead", "score", "grade", "band", "stage"),
    "Contribution": ("kind", "id", "dimension", "points"),
    "Event": ("id", "type", "at"),
    "DueLeads": ("segment", "month", "stage", "marketing", "sales", "total", "late"),
    "Finding": ("severity", "code", "path", "message", "help"),
    "ScoreBounds": ("score", "fit", "engagement"),
}
"""The members that tell most of a class; of the others, the first few that are plain values."""

TOLD_IN_FULL = {"Finding"}
"""The classes whose texts are not cut."""

_MOST = 4
_LONGEST = 60


def short(result: Result, depth: int = 0) -> str:
    """The class and what tells most."""
    kind = type(result).__name__
    names = TELLING.get(kind) or result.__members__
    parts: list[str] = []
    for name in names:
        shown = _member(result, name, depth)
        if shown is not None:
            parts.append(f"{name}={shown}")
        if len(parts) == _MOST and kind not in TELLING:
            break
    return f"{kind}({', '.join(parts)})"


def _member(result: Result, name: str, depth: int) -> str | None:
    """A member as a part of a line; one that cannot be read is no reason to show nothing."""
    try:
        value = getattr(result, name)
    except SmarketingError:
        return "?"
    if isinstance(value, str) and type(result).__name__ in TOLD_IN_FULL:
        return repr(value)
    return _shown(value, depth)


def _shown(value: object, depth: int) -> str | None:
    """A value as a part of a line; nothing, where it would say little."""
    if isinstance(value, Result):
        return short(value, depth + 1) if depth == 0 else "…"
    if isinstance(value, list | dict):
        return f"<{len(value)}>" if value else None
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, timedelta) and value < timedelta(0):
        # Python would write less than nothing as days and what is missing to them.
        return f"-{-value}"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…")
    return str(value) if isinstance(value, int | Decimal | date | datetime | timedelta) else None
