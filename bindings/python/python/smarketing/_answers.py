"""How the texts of answers become Python values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from smarketing import _smarketing
from smarketing._base import DATE, DECIMAL, DURATION, INSTANT, NUMBER, Result, converted, made
from smarketing._smarketing import elements
from smarketing.errors import RequestError, finding
from smarketing.results import Assessment

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta
    from decimal import Decimal

__all__ = [
    "assessed",
    "assessed_all",
    "boolean",
    "day",
    "decoded",
    "elements",
    "instant",
    "made",
    "many",
    "money",
    "native",
    "natives",
    "number",
    "span",
    "text",
    "whole",
    "word",
]

R = TypeVar("R", bound=Result)

_CHUNK = 256
"""So many leads at once: then Python may handle its signals."""


def many(kind: type[R], answer: str) -> list[R]:
    """A list of results, each with its own text."""
    return [kind._made(text=element) for element in elements(answer)]


def native(agreement: object, place: str) -> _smarketing.Agreement:
    """What an agreement holds in Rust; anything else is refused by the argument's name."""
    held = getattr(agreement, "_native", None)
    if isinstance(held, _smarketing.Agreement):
        return held
    raise unfit("an `Agreement`", agreement, place)


def natives(agreements: object, place: str = "agreements") -> list[_smarketing.Agreement]:
    """What each of several agreements holds in Rust."""
    if not isinstance(agreements, Iterable):
        raise unfit("a list of agreements", agreements, place)
    return [native(agreement, f"{place}[{at}]") for at, agreement in enumerate(agreements)]


def unfit(wanted: str, found: object, place: str) -> RequestError:
    """The error for an argument that is something else."""
    message = f"expected {wanted}, found a value of type `{type(found).__name__}`"
    return RequestError([finding("wrong_type", message, place)])


def assessed(native: _smarketing.Assessment) -> Assessment:
    """An assessment that stays in Rust until something is read."""
    return Assessment._made(native=native)


def assessed_all(agreement: _smarketing.Agreement, leads: Iterable[Any], as_of: object) -> list[Assessment]:
    """Many assessments, some leads at a time."""
    if isinstance(leads, Mapping | str | bytes) or hasattr(leads, "columns"):
        # No list, and to be refused as what it is: one that is made of it would hide that.
        return [assessed(native) for native in agreement.assess_some(leads, as_of)]
    if not isinstance(leads, Iterable):
        raise unfit("a list of leads", leads, "leads")
    rest, made = iter(leads), []
    while some := list(islice(rest, _CHUNK)):
        made += [assessed(native) for native in agreement.assess_some(some, as_of)]
    if not made:
        agreement.assess_some([], as_of)
    return made


def decoded(answer: str) -> dict[str, Any]:
    """A table as plain data."""
    table: dict[str, Any] = json.loads(answer)
    return table


def text(answer: str) -> str:
    """A text."""
    return str(json.loads(answer))


def word(answer: str) -> Any:
    """One of some words, which the caller's annotation names."""
    return json.loads(answer)


def number(answer: str) -> float:
    """A number, as a double."""
    return NUMBER(json.loads(answer))


def money(answer: str) -> Decimal:
    """An amount."""
    return DECIMAL(json.loads(answer))


def whole(answer: str) -> int:
    """A whole number."""
    return int(answer)


def boolean(answer: str) -> bool:
    """True or false."""
    return answer == "true"


def instant(answer: str) -> datetime:
    """An instant, in UTC."""
    read: datetime = converted(INSTANT, json.loads(answer))
    return read


def day(answer: str) -> date:
    """A date."""
    read: date = converted(DATE, json.loads(answer))
    return read


def span(answer: str) -> timedelta:
    """A span of time."""
    read: timedelta = converted(DURATION, json.loads(answer))
    return read
