"""What the classes of results stand on: one JSON text, decoded when something of it is first read."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Protocol, Self, get_args

from smarketing import _reading, _smarketing
from smarketing.errors import RequestError, SmarketingError, finding

Converter = Callable[[Any], Any]
"""From a decoded JSON value, which is not null, to the value of a member."""


class Native(Protocol):
    """An answer that stays in Rust: some members are its attributes, all are in its text."""

    def _json(self) -> str: ...


_ABSENT = object()


class Result:
    """An answer of the library: attributes to read, and the core's own JSON text.

    Results never change: lists and dicts that are read from them are the reader's own. They are equal
    if they are of one class and say the same, in whatever order their text has its keys; they can be
    hashed, copied and pickled, and be given back to every function that takes their kind.

    >>> from smarketing.results import Finding
    >>> finding = Finding.from_json('{"code":"empty","severity":"error","message":"nothing","path":""}')
    >>> finding.code, finding.line
    ('empty', None)
    >>> finding.to_dict()["message"]
    'nothing'
    """

    __members__: ClassVar[tuple[str, ...]] = ()
    __keys__: ClassVar[frozenset[str]] = frozenset()
    __tag__: ClassVar[tuple[str, str]]

    _text: str | None
    _data: dict[str, Any] | None
    _native: Native | None

    def __init_subclass__(cls) -> None:
        """Notes the members, by their names in Python and in JSON."""
        super().__init_subclass__()
        declared = {name: value for name, value in vars(cls).items() if isinstance(value, Member)}
        cls.__members__ = (*cls.__members__, *declared)
        cls.__keys__ = cls.__keys__ | frozenset(member.name for member in declared.values())

    def __init__(self) -> None:
        """Results come from the library, or from `from_json`."""
        raise TypeError(f"{type(self).__name__} is an answer of the library; `from_json` reads one back")

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads a result back from its JSON text; `RequestError` says all that is wrong with it."""
        made = cls._made(text=_smarketing.table(text))
        if found := list(_reading.of_result(cls, made._decoded(), "")):
            raise RequestError(found)
        return made

    @classmethod
    def _restored(cls, text: str) -> Self:
        return cls._made(text=text)

    @classmethod
    def _made(cls, text: str | None = None, data: dict[str, Any] | None = None, native: Native | None = None) -> Self:
        made = object.__new__(cls)
        made.__dict__.update(_text=text, _data=data, _native=native)
        return made

    def _decoded(self) -> dict[str, Any]:
        if self._data is None:
            self.__dict__["_data"] = json.loads(self.to_json())
        data = self._data
        return data if isinstance(data, dict) else {}

    def _read(self, name: str) -> Any:
        if self._native is not None and self._data is None:
            value = getattr(self._native, name, _ABSENT)
            if value is not _ABSENT:
                return value
        return self._decoded().get(name)

    def to_json(self) -> str:
        """The core's own JSON text: the same bytes in every language."""
        if self._text is None:
            text = self._native._json() if self._native is not None else _smarketing.to_json(self._data)
            self.__dict__["_text"] = text
        return self._text or ""

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain dicts, lists, texts and numbers, as in JSON.

        What is absent there, or empty and left out, is no key here; the attributes are always there.
        """
        decoded: dict[str, Any] = json.loads(self.to_json())
        return decoded

    def __setattr__(self, name: str, value: object) -> None:
        """Results never change."""
        raise AttributeError(f"a result never changes, so `{name}` cannot be set")

    def __delattr__(self, name: str) -> None:
        """Results never change."""
        raise AttributeError(f"a result never changes, so `{name}` cannot be deleted")

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class and says the same."""
        if type(other) is not type(self) or not isinstance(other, Result):
            return NotImplemented
        return self.to_json() == other.to_json() or self._decoded() == other._decoded()

    def __hash__(self) -> int:
        """By class and what it says."""
        return hash((type(self).__name__, _frozen(self._decoded())))

    def __repr__(self) -> str:
        """The class and what tells most, on one line."""
        from smarketing import _looks

        return _looks.short(self)

    def _repr_html_(self) -> str | None:
        """How a notebook shows it, where a picture says more than the short text."""
        from smarketing import html

        return html.picture(self)

    def __dir__(self) -> Iterator[str]:
        """Members and methods, without what is the library's own."""
        return (name for name in super().__dir__() if not name.startswith("_") or name.endswith("__"))

    def __reduce__(self) -> tuple[Callable[[str], Self], tuple[str]]:
        """Pickled as its text."""
        return type(self)._restored, (self.to_json(),)

    def __copy__(self) -> Self:
        """A result never changes, so that it is its own copy."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """A copy with lists of its own."""
        return type(self)._made(text=self.to_json())


class Member:
    """A member of a result: converted when it is first read, and kept."""

    def __init__(self, name: str, convert: Converter, doc: str, absent: Callable[[], Any]) -> None:
        """A member by its name in JSON."""
        self.name = name
        self.attribute = name
        self.kept = f"{name}[]"
        self.convert = convert
        self.absent = absent
        self.__doc__ = doc

    def __set_name__(self, owner: type, attribute: str) -> None:
        """Takes the attribute's name, which differs from the member's where that is a word of Python."""
        self.attribute = attribute
        self.kept = f"{attribute}[]"

    def is_needed(self, owner: type) -> bool:
        """Whether a result cannot be without it, as the class says in its annotation."""
        written = owner.__annotations__.get(self.attribute, "")
        return self.absent is _nothing and written != "Any" and not written.endswith("| None")

    def __get__(self, result: Result | None, owner: type) -> Any:
        """The member's value; the member itself, where the class is asked."""
        if result is None:
            return self
        if self.kept in result.__dict__:
            return own(result.__dict__[self.kept])
        value = result._read(self.name)
        value = self.absent() if value is None else converted(self.convert, value, self.name)
        if isinstance(value, list | dict):
            # Whoever reads it may change what they are given, and not what the next reader gets.
            result.__dict__[self.kept] = value
            return own(value)
        result.__dict__[self.attribute] = value
        return value


def own(value: Any) -> Any:
    """The same lists and dicts, as somebody's own; the results in them never change."""
    if isinstance(value, list):
        return [own(element) for element in value] if value and isinstance(value[0], list | dict) else value[:]
    if isinstance(value, dict):
        return {key: own(element) for key, element in value.items()}
    return value


def _frozen(value: Any) -> Any:
    """What is equal where the value is equal, and can be hashed."""
    if isinstance(value, dict):
        return frozenset((key, _frozen(element)) for key, element in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def converted(convert: Converter, value: Any, place: str = "") -> Any:
    """The value as Python has it; what Python cannot have, such as an instant after the year 9999, is a finding."""
    try:
        return convert(value)
    except SmarketingError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        message = f"the value cannot be read in Python: {error}"
        raise RequestError([finding("invalid_value", message, place)]) from error


def _nothing() -> None:
    return None


def member(name: str, convert: Converter, doc: str, absent: Callable[[], Any] = _nothing) -> Any:
    """Declares a member of a result: its name in JSON, its converter, its meaning, and what its absence stands for."""
    return Member(name, convert, doc, absent)


def ANY(value: Any) -> Any:  # noqa: N802, a converter by the name of its kind
    """As JSON has it: a copy, since whoever reads a result may change what they were given."""
    return copy.deepcopy(value) if isinstance(value, dict | list) else value


def TEXT(value: Any) -> Any:  # noqa: N802
    """A text."""
    return value


def WHOLE(value: Any) -> Any:  # noqa: N802
    """A whole number."""
    return value


def BOOLEAN(value: Any) -> Any:  # noqa: N802
    """True or false."""
    return value


MONTH: Converter = TEXT
"""A month such as `2026-11`."""


def NUMBER(value: Any) -> float:  # noqa: N802
    """A number, as a double."""
    return float(value)


def DECIMAL(value: Any) -> Decimal:  # noqa: N802
    """Money, or another number that must stay exact."""
    return Decimal(str(value))


def INSTANT(value: Any) -> datetime:  # noqa: N802
    """An instant, in UTC."""
    return datetime.fromisoformat(value)


def DATE(value: Any) -> date:  # noqa: N802
    """A date."""
    return date.fromisoformat(value)


_UNITS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_ISO = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,6}))?S)?")


def DURATION(value: Any) -> timedelta:  # noqa: N802
    """A span of time: `30d` as agreements write it, or `PT1H40M` as results do."""
    if found := _ISO.fullmatch(value):
        sign, hours, minutes, seconds, fraction = found.groups()
        micros = int((fraction or "0").ljust(6, "0"))
        span = timedelta(
            hours=int(hours or 0), minutes=int(minutes or 0), seconds=int(seconds or 0), microseconds=micros
        )
        return -span if sign else span
    return timedelta(seconds=int(value[:-1]) * _UNITS[value[-1]])


class One:
    """A converter to a class, or to that of several which has the value's tag; looked up when first needed."""

    __slots__ = ("_kinds", "_look_up", "tag")

    def __init__(self, look_up: Callable[[], Any]) -> None:
        """What it converts to is known later, when all classes are."""
        self._look_up = look_up
        self._kinds: dict[Any, type[Result]] = {}
        self.tag: str | None = None

    @property
    def kinds(self) -> dict[Any, type[Result]]:
        """The classes by their tags; the only one by none."""
        if not self._kinds:
            found = self._look_up()
            variants = get_args(found)
            self.tag = variants[0].__tag__[0] if variants else None
            self._kinds = {kind.__tag__[1]: kind for kind in variants} if variants else {None: found}
        return self._kinds

    def of(self, value: dict[str, Any]) -> type[Result] | None:
        """The class of a value, if there is one."""
        kinds = self.kinds
        return kinds.get(value.get(self.tag) if self.tag else None)

    def __call__(self, value: Any) -> Result:
        """The result; a tag that is not known is refused."""
        kind = self.of(value)
        if kind is None:
            raise LookupError(f"`{value.get(self.tag)}` is not one of {', '.join(map(repr, self.kinds))}")
        return kind._made(data=value)


class Either:
    """A converter to one thing, or to a table in its place."""

    __slots__ = ("first", "second")

    def __init__(self, first: Converter, second: Converter) -> None:
        """The table is the second."""
        self.first, self.second = first, second

    def of(self, value: Any) -> Converter:
        """The converter that a value is for."""
        return self.first if _fits(self.first, value) else self.second

    def __call__(self, value: Any) -> Any:
        """What one of them gives."""
        return self.of(value)(value)


def _fits(convert: Converter, value: Any) -> bool:
    """Whether the value is what the converter takes: a table is told by its keys."""
    if not isinstance(value, dict):
        return True
    if isinstance(convert, Either):
        return _fits(convert.first, value) or _fits(convert.second, value)
    return isinstance(convert, One) and any(set(value) <= kind.__keys__ for kind in convert.kinds.values())


class Many:
    """A converter to a list."""

    __slots__ = ("convert",)

    def __init__(self, convert: Converter) -> None:
        """A list of what the converter gives."""
        self.convert = convert

    def __call__(self, value: Any) -> list[Any]:
        """The list."""
        convert = self.convert
        return [convert(element) for element in value]


class Table:
    """A converter to a dict from texts."""

    __slots__ = ("convert",)

    def __init__(self, convert: Converter) -> None:
        """A dict of what the converter gives."""
        self.convert = convert

    def __call__(self, value: Any) -> dict[str, Any]:
        """The dict."""
        convert = self.convert
        return {key: convert(element) for key, element in value.items()}


one, either, many, table = One, Either, Many, Table


def made(kind: Any, text: str) -> Any:
    """An answer of that of several classes which has its tag."""
    return One(lambda: kind)(json.loads(text))
