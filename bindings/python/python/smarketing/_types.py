"""What functions take: each argument in the forms that Python has for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from smarketing._base import Result

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class NamedFields(Protocol):
    """A named tuple, of whatever fields."""

    def _asdict(self) -> dict[str, Any]: ...


if TYPE_CHECKING:
    Record: TypeAlias = Result | DataclassInstance | NamedFields
    """A result that is given back, a data class, or a named tuple."""

    Given: TypeAlias = Mapping[str, Any] | Record
    """A dict or any other mapping, a data class, a named tuple, or a result that is given back."""
else:
    Record = Result | NamedFields
    Given = Mapping[str, Any] | Record

Instant: TypeAlias = datetime | str
"""A `datetime` with a time zone, or RFC 3339 text."""

Day: TypeAlias = date | str
"""A `date`, or text such as `2026-11-02`."""

Span: TypeAlias = timedelta | str
"""A `timedelta`, or text such as `30d`, `4h` or `PT4H30M`."""

Amount: TypeAlias = Decimal | int | float | str
"""An amount of money; a float counts by its shortest text."""
