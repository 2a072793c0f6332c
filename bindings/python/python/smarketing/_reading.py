"""What is wrong with a text that somebody gives as a result: every finding, each at its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from smarketing.errors import SmarketingError, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smarketing._base import Converter, Result
    from smarketing.results import Finding

_PLAIN = re.compile(r"[\w-]+")


def of_result(kind: type[Result], value: dict[str, Any], path: str) -> Iterator[Finding]:
    """What is missing of a result, and what of it is something else."""
    tag, word = getattr(kind, "__tag__", (None, None))
    if tag and value.get(tag) != word:
        yield finding("invalid_value", f"expected `{word}`, found `{value.get(tag)}`", _below(path, tag))
        return
    for attribute in kind.__members__:
        member = getattr(kind, attribute)
        place, found = _below(path, member.name), value.get(member.name)
        if found is not None:
            yield from of_value(member.convert, found, place)
        elif member.is_needed(kind):
            yield finding("missing_key", f"`{member.name}` is missing", path)


def of_value(convert: Converter, value: Any, path: str) -> Iterator[Finding]:
    """What is wrong with a value that a converter is for."""
    from smarketing import _base

    if isinstance(convert, _base.Either):
        yield from of_value(convert.of(value), value, path)
    elif isinstance(convert, _base.Many):
        if wrong := _other(list, value, path):
            yield wrong
            return
        for at, element in enumerate(value):
            yield from of_value(convert.convert, element, f"{path}[{at}]")
    elif isinstance(convert, _base.Table):
        if wrong := _other(dict, value, path):
            yield wrong
            return
        for key, element in value.items():
            yield from of_value(convert.convert, element, _below(path, key))
    elif isinstance(convert, _base.One):
        yield from _of_one(convert, value, path)
    else:
        yield from _of_plain(convert, value, path)


def _of_one(convert: Any, value: Any, path: str) -> Iterator[Finding]:
    if wrong := _other(dict, value, path):
        yield wrong
    elif kind := convert.of(value):
        yield from of_result(kind, value, path)
    else:
        words = ", ".join(f"`{word}`" for word in convert.kinds)
        yield finding("invalid_value", f"`{value.get(convert.tag)}` is not one of {words}", _below(path, convert.tag))


def _of_plain(convert: Converter, value: Any, path: str) -> Iterator[Finding]:
    from smarketing import _base

    kinds: dict[Any, type] = {
        _base.TEXT: str,
        _base.WHOLE: int,
        _base.BOOLEAN: bool,
        _base.INSTANT: str,
        _base.DATE: str,
    }
    if wrong := _other(kinds.get(convert, object), value, path):
        yield wrong
        return
    try:
        _base.converted(convert, value, path)
    except SmarketingError as error:
        yield from error.findings  # type: ignore[attr-defined]


_NAMES = {list: "a list", dict: "a table", str: "a text", int: "a whole number", bool: "`true` or `false`"}


def _other(wanted: type, value: Any, path: str) -> Finding | None:
    """The finding about a value of another type."""
    if isinstance(value, wanted) and not (wanted is int and isinstance(value, bool)):
        return None
    return finding("wrong_type", f"expected {_NAMES[wanted]}, found `{json.dumps(value)[:60]}`", path)


def _below(path: str, key: str) -> str:
    step = key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    return f"{path}.{step}" if path else step
