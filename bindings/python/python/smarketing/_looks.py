"""How results look on one line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smarketing._base import Result

TELLING: dict[str, tuple[str, ...]] = {
    "Assessment": ("lead", "score", "grade", "band", "stage"),
    "Contribution": ("kind", "id", "dimension", "points"),
    "Finding": ("code", "path", "message"),
    "LeadState": ("lead", "stage", "owner"),
    "Performance": ("as_of", "status"),
}
"""The members that tell most of a class; of the others, the first few that are plain values."""

_MOST = 4
_LONGEST = 60


def short(result: Result) -> str:
    """The class and what tells most."""
    kind = type(result).__name__
    names = TELLING.get(kind) or result.__members__
    parts: list[str] = []
    for name in names:
        value = getattr(result, name)
        if isinstance(value, list):
            value = f"[{len(value)}]" if value else None
        elif not isinstance(value, str | int | float | Decimal | date | datetime | timedelta):
            value = None
        else:
            value = _plain(value)
        if value is not None:
            parts.append(f"{name}={value}")
        if len(parts) == _MOST and kind not in TELLING:
            break
    return f"{kind}({', '.join(parts)})"


def _plain(value: str | float | Decimal | date | timedelta) -> str:
    if isinstance(value, float):
        return f"{value:g}" if value == round(value, 4) else f"{value:.4f}"
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…")
    return str(value)
