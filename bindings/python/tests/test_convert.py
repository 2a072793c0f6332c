"""The converter: which JSON text each Python value becomes, and which values are refused, and where."""

from __future__ import annotations

import enum
import itertools
import uuid
from collections import ChainMap, OrderedDict, UserDict, UserList, deque, namedtuple
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from smarketing import Agreement, RequestError, samples
from smarketing._smarketing import to_json

if TYPE_CHECKING:
    from collections.abc import Callable


class Level(enum.Enum):
    HIGH = "high"


class Word(enum.StrEnum):
    LOW = "low"


class Rank(enum.IntEnum):
    FIRST = 1


class Name(str):
    __slots__ = ()


class Ratio(float):
    __slots__ = ()


@dataclass
class Company:
    industry: str
    employees: int | None = None
    tags: list[str] = field(default_factory=list)


Point = namedtuple("Point", ["x", "y"])


class Rows:
    """What database drivers give: keys, and a value for each."""

    def keys(self) -> list[str]:
        return ["a"]

    def __getitem__(self, key: str) -> int:
        return 1


BERLIN = ZoneInfo("Europe/Berlin")

VALUES: list[tuple[Any, str]] = [
    (None, "null"),
    (True, "true"),
    (False, "false"),
    (0, "0"),
    (-7, "-7"),
    (2**63, "9223372036854775808"),
    (-(10**40), "-1" + "0" * 40),
    (1.0, "1"),
    (0.1, "0.1"),
    (-0.5, "-0.5"),
    (1e-7, "0.0000001"),
    (1e22, "10000000000000000000000"),
    (float("nan"), "null"),
    (float("inf"), '"Infinity"'),
    (float("-inf"), '"-Infinity"'),
    (Ratio(2.5), "2.5"),
    ("", '""'),
    ("Größe 🎯", '"Größe 🎯"'),
    ('"\\\n\t\x00\x1f\x7f', '"\\"\\\\\\n\\t\\u0000\\u001f\x7f"'),
    (Name("x"), '"x"'),
    (Decimal("12.50"), "12.50"),
    (Decimal("-0"), "-0"),
    (Decimal("1E+3"), "1E+3"),
    (Decimal("NaN"), "null"),
    (Decimal("sNaN"), "null"),
    (Decimal("Infinity"), '"Infinity"'),
    (datetime(2026, 11, 2, 10, tzinfo=UTC), '"2026-11-02T10:00:00+00:00"'),
    (datetime(2026, 11, 2, 10, 0, 0, 5, tzinfo=BERLIN), '"2026-11-02T10:00:00.000005+01:00"'),
    (datetime(2026, 7, 2, 10, tzinfo=timezone(-timedelta(hours=3, minutes=30))), '"2026-07-02T10:00:00-03:30"'),
    (datetime(1890, 1, 1, tzinfo=BERLIN), '"1889-12-31T23:06:32+00:00"'),
    (date(2026, 11, 2), '"2026-11-02"'),
    (time(9, 0), '"09:00"'),
    (time(9, 0, 30), '"09:00:30"'),
    (timedelta(days=1, seconds=30), '"86430s"'),
    (uuid.UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
    (Level.HIGH, '"high"'),
    (Word.LOW, '"low"'),
    (Rank.FIRST, "1"),
    ([], "[]"),
    ([1, [2, ()], "x"], '[1,[2,[]],"x"]'),
    ((1, 2), "[1,2]"),
    ({3, 1, 2}, "[1,2,3]"),
    (frozenset(["b", "a"]), '["a","b"]'),
    (deque([1]), "[1]"),
    (UserList([1]), "[1]"),
    (range(3), "[0,1,2]"),
    ((n for n in (1, 2)), "[1,2]"),
    ({}, "{}"),
    ({"a": None, "b": [1]}, '{"a":null,"b":[1]}'),
    ({1: "x", Level.HIGH: "y", Name("z"): 0}, '{"1":"x","high":"y","z":0}'),
    (OrderedDict(a=1), '{"a":1}'),
    (ChainMap({"a": 1}), '{"a":1}'),
    (UserDict(a=1), '{"a":1}'),
    (MappingProxyType({"a": 1}), '{"a":1}'),
    (Rows(), '{"a":1}'),
    (Point(1, 2), '{"x":1,"y":2}'),
    (Company("software", tags=["x"]), '{"industry":"software","employees":null,"tags":["x"]}'),
]


@pytest.mark.parametrize(("value", "text"), VALUES, ids=lambda part: type(part).__name__)
def test_values_have_one_text(value: Any, text: str) -> None:
    assert to_json(value) == text


def test_results_give_their_own_text() -> None:
    assessment = samples.agreement().assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)
    assert to_json({"a": [assessment]}) == f'{{"a":[{assessment.to_json()}]}}'


class NoOffset(tzinfo):
    def utcoffset(self, at: datetime | None) -> None:
        return None

    def dst(self, at: datetime | None) -> None:
        return None

    def tzname(self, at: datetime | None) -> str:
        return "?"


def cycle() -> list[Any]:
    inside: list[Any] = []
    inside.append({"again": inside})
    return inside


@dataclass
class Box:
    inside: Any


class Selfish(Point):
    """A tuple with names that says of itself that it is its own table."""

    __slots__ = ()

    def _asdict(self) -> Any:
        return self


class Endless(Point):
    __slots__ = ()

    def _asdict(self) -> Any:
        return Endless(1, 2)


class Bottomless:
    def __iter__(self) -> Any:
        return iter([Bottomless()])


def deep(depth: int, wrap: Callable[[Any], Any] = lambda inside: [inside]) -> Any:
    value: Any = 0
    for _ in range(depth):
        value = wrap(value)
    return value


class Mirror(enum.Enum):
    LEFT = 1
    RIGHT = 2

    @property
    def value(self) -> Any:
        return Mirror.RIGHT if self is Mirror.LEFT else Mirror.LEFT


class Recursive(enum.Enum):
    SELF = object()


REFUSED: list[tuple[Any, str, str]] = [
    ({"a": [0, {"b c": object()}]}, "wrong_type", 'a[1]."b c"'),
    ({"at": datetime(2026, 11, 2, 10)}, "invalid_value", "at"),
    ([datetime(2026, 11, 2, 10, tzinfo=NoOffset())], "invalid_value", "[0]"),
    ([datetime.max.replace(tzinfo=timezone(-timedelta(hours=1, seconds=1)))], "out_of_range", "[0]"),
    ({"x": "\ud800"}, "invalid_value", "x"),
    ({"\ud800": 1}, "invalid_value", ""),
    ({b"x": 1}, "wrong_type", ""),
    ({None: 1}, "wrong_type", ""),
    ({True: 1}, "wrong_type", ""),
    ([b"x"], "wrong_type", "[0]"),
    ([bytearray(b"x")], "wrong_type", "[0]"),
    ([memoryview(b"x")], "wrong_type", "[0]"),
    ([print], "wrong_type", "[0]"),
    ([Level], "wrong_type", "[0]"),
    ([Recursive.SELF], "wrong_type", "[0]"),
    ([1j], "wrong_type", "[0]"),
    ([10**5000], "out_of_range", "[0]"),
    (cycle(), "invalid_value", "[0].again"),
    (deep(70), "too_large", "[0]" * 64),
    (deep(100_000, lambda inside: (inside,)), "too_large", "[0]" * 64),
    (deep(100_000, lambda inside: {"a": inside}), "too_large", ".".join("a" * 64)),
    (deep(1_000, lambda inside: MappingProxyType({"a": inside})), "too_large", ".".join("a" * 64)),
    (deep(70, lambda inside: OrderedDict(a=inside)), "too_large", ".".join("a" * 64)),
    (deep(1_000, Box), "too_large", ".".join(["inside"] * 64)),
    (deep(1_000, lambda inside: deque([inside])), "too_large", "[0]" * 64),
    (deep(1_000, lambda inside: Point(inside, 1)), "too_large", ".".join("x" * 32)),
    (deep(70, lambda inside: frozenset([inside])), "too_large", ""),
    ([Bottomless()], "too_large", "[0]" * 64),
    ([Selfish(1, 2)], "invalid_value", "[0]"),
    ([Endless(1, 2)], "too_large", "[0]"),
    ([Mirror.LEFT], "invalid_value", "[0]"),
    ({Mirror.LEFT: 1}, "wrong_type", ""),
]


@pytest.mark.parametrize(("value", "code", "path"), REFUSED, ids=lambda part: type(part).__name__)
def test_what_has_no_text_is_refused_at_its_place(value: Any, code: str, path: str) -> None:
    with pytest.raises(RequestError) as caught:
        to_json(value)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == (code, path)


def test_midnight_without_a_zone_is_a_day() -> None:
    assert to_json(datetime(2026, 11, 5)) == '"2026-11-05"'
    days = Agreement.from_dict({"smarketing": 1, "agreement": {"name": "A", "version": "1"}, "fields": {"end": "date"}})
    for day in (datetime(2026, 11, 5), date(2026, 11, 5), "2026-11-05"):
        assert days.assess({"end": day}, as_of=samples.AS_OF).findings == []
    (finding,) = days.assess({"end": datetime(2026, 11, 2, 10)}, as_of=samples.AS_OF).findings
    assert ".date()" in str(finding.help)


def test_what_never_ends_ends() -> None:
    for endless in (iter(int, 1), itertools.repeat({"type": "whitepaper"})):
        with pytest.raises(RequestError, match="does it ever end"):
            samples.agreement().assess({}, endless, as_of=samples.AS_OF)
    with pytest.raises(RequestError, match="262144 values"):
        samples.agreement().assess({}, [object()] * 300_000, as_of=samples.AS_OF)


def test_a_mapping_that_changes_while_it_is_read_is_no_crash() -> None:
    facts: dict[str, Any] = {}

    class Growing(tzinfo):
        def utcoffset(self, at: datetime | None) -> timedelta:
            facts[f"more{len(facts)}"] = 1
            return timedelta(0)

        def dst(self, at: datetime | None) -> None:
            return None

        def tzname(self, at: datetime | None) -> str:
            return "?"

    facts.update(a=datetime(2026, 11, 2, tzinfo=Growing()), b=1)
    with pytest.raises(RequestError, match="changed while"):
        to_json(facts)


def test_what_the_caller_raises_comes_through() -> None:
    class Broken(dict[str, int]):
        def items(self) -> Any:
            raise KeyError("mine")

    class Unreadable:
        def __iter__(self) -> Any:
            raise ZeroDivisionError("mine")

    assert to_json(Broken(a=1)) == '{"a":1}'
    with pytest.raises(ZeroDivisionError, match="mine"):
        to_json([Unreadable()])


def test_a_wide_cycle_ends_at_once() -> None:
    wide: list[Any] = []
    wide.extend([wide] * 10)
    with pytest.raises(RequestError):
        to_json(wide)


def test_facts_may_come_in_any_form(agreement: Agreement) -> None:
    facts = {"industry": "software", "employees": 400}
    whole = agreement.assess(facts, as_of=samples.AS_OF)
    for form in (Company("software", 400), MappingProxyType(facts), OrderedDict(facts), {**facts, "budget": None}):
        lead = form if not isinstance(form, Company) else {"industry": form.industry, "employees": form.employees}
        assert agreement.assess(lead, as_of=samples.AS_OF) == whole
    numbers = (400, 400.0, Decimal(400), "400")
    found = [agreement.assess({**facts, "employees": number}, as_of=samples.AS_OF) for number in numbers]
    assert {assessment.score for assessment in found} == {whole.score}


def test_what_is_missing_is_unknown_and_what_is_infinite_is_found(agreement: Agreement) -> None:
    unknown = agreement.assess({"industry": "software"}, as_of=samples.AS_OF)
    for nothing in (None, float("nan"), Decimal("NaN"), ""):
        found = agreement.assess({"industry": "software", "employees": nothing}, as_of=samples.AS_OF)
        assert (found.score, found.findings) == (unknown.score, [])
    found = agreement.assess({"industry": "software", "employees": float("inf")}, as_of=samples.AS_OF)
    assert [finding.path for finding in found.findings] == ["lead.employees"]


def test_what_is_nested_as_deep_as_may_be_has_a_text() -> None:
    assert to_json(deep(64, lambda inside: (inside,))) == "[" * 64 + "0" + "]" * 64
    assert to_json(deep(64, Box)) == '{"inside":' * 64 + "0" + "}" * 64


def test_numbers_of_numpy_have_the_shortest_text_of_their_own_type() -> None:
    numpy = pytest.importorskip("numpy")
    for kind in (numpy.float16, numpy.float32, numpy.float64, numpy.longdouble):
        assert to_json(kind("0.1")) == "0.1"
        assert to_json(numpy.array(["0.1", "2.5"], dtype=kind)) == "[0.1,2.5]"
        assert to_json(numpy.array([["0.1"], ["nan"]], dtype=kind)) == "[[0.1],[null]]"
        assert to_json(numpy.array("0.1", dtype=kind)) == "0.1"
        assert to_json(kind("inf")) == '"Infinity"'
    assert to_json(numpy.float32("1e-7")) == "0.0000001"
    assert to_json(numpy.float32("1e20")) == "100000000000000000000"
    assert to_json(numpy.array([1, 2], dtype=numpy.int16)) == "[1,2]"
