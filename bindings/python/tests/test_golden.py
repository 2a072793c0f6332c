"""The golden cases: Python gives the same bytes as Rust, asked by text and asked by Python values."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import smarketing
from smarketing import Agreement, Result, SmarketingError, _smarketing
from smarketing.errors import AgreementError, RefusalError, RequestError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Case = dict[str, Any]

FUNCTIONS: list[dict[str, Any]] = json.loads(_smarketing.functions())
RENAMED = {"from": "from_"}

FEWEST = 500
"""So many cases at least are asked: fewer would mean that something was lost on the way."""

MOST_UNASKED = 20
"""So many cases at most are no question that the public functions can be asked: wrong on purpose."""

READ: dict[str, Any] = {"name": "read", "on": "", "result": "null", "arguments": []}
"""Stands for the cases that only read documents, which `Agreement` itself does."""

ASKED: dict[str, Callable[[Case], bool]] = {
    "Library": lambda case: not case["agreements"],
    "Agreement": lambda case: len(case["agreements"]) == 1,
    "Agreements": lambda case: len(case["agreements"]) >= 1,
    "AgreementAndOther": lambda case: len(case["agreements"]) == 2,
    "BeforeAndAfter": lambda case: len(case["agreements"]) == 2,
    "Lead": lambda case: "lead" in case,
}
"""Which cases ask rightly, by whom a function asks."""


class Text(Result):
    """A JSON text, to be given to the library as it is."""


def cases(golden: Path) -> list[Case]:
    file = golden / "requests.json"
    if not file.is_file():
        # Who says where they are, means to have them.
        missing = pytest.fail if os.environ.get("GOLDEN_CASES") else pytest.skip
        missing(f"no golden cases: `cargo xtask test --only python` writes {file}")
    # Numbers by their text: a double would lose what a case is about.
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def answers(golden: Path) -> dict[str, str]:
    return json.loads((golden / "answers.json").read_text(encoding="utf-8"))


def read(documents: list[dict[str, str]]) -> list[Agreement]:
    made = {"toml": Agreement.from_toml, "json": Agreement.from_json}
    return [made[kind](text) for document in documents for kind, text in document.items()]


def error_text(error: SmarketingError) -> str:
    """The core's own JSON text of an error."""
    match error:
        case RefusalError():
            return f'{{"refusal":{error.refusal.to_json()}}}'
        case AgreementError() | RequestError():
            return f'{{"findings":[{",".join(finding.to_json() for finding in error.findings)}]}}'
    raise error


def by_text(case: Case, agreements: list[Agreement]) -> str:
    """Asks as the core is asked: the request goes in as it is."""
    request = Text._made(data=case.get("request") or {})
    natives = [agreement._native for agreement in agreements]
    if "lead" in case:
        return natives[0].bind_text(_smarketing.to_json(case["lead"])).answer(case["function"], request)
    if natives:
        return _smarketing.answer_with(natives, case["function"], request)
    return _smarketing.answer(case["function"], request)


def function_of(case: Case) -> dict[str, Any] | None:
    """The function that a case asks, if it asks one that is there, of whom it takes, with arguments that it has."""
    for function in FUNCTIONS:
        names = {argument["name"] for argument in function["arguments"]}
        if function["name"] == case["function"] and ASKED[function["on"]](case) and set(case["request"]) <= names:
            return function
    return None


def by_values(case: Case, function: dict[str, Any], agreements: list[Agreement]) -> Any:
    """Asks as people do: by the public functions and methods."""
    arguments = dict(case["request"])
    arguments = {RENAMED.get(name, name): value for name, value in arguments.items()}
    match function["on"]:
        case "":
            return None
        case "Library":
            return getattr(smarketing, function["name"])(**arguments)
        case "BeforeAndAfter":
            return getattr(smarketing, function["name"])(*agreements, **arguments)
        case "Agreements":
            return getattr(smarketing, function["name"])(agreements, **arguments)
        case "AgreementAndOther":
            return getattr(agreements[0], function["name"])(agreements[1], **arguments)
        case "Agreement":
            return getattr(agreements[0], function["name"])(**arguments)
    lead = case["lead"]
    bound = agreements[0].bind(lead.get("lead", {}), lead.get("interactions"))
    return getattr(bound, function["name"])(**arguments)


def test_the_same_bytes_as_rust(golden: Path) -> None:
    expected, wrong = answers_or_skip(golden)
    for case in cases(golden):
        try:
            agreements = read(case["agreements"])
            found = "null" if case["function"] == "read" else by_text(case, agreements)
        except SmarketingError as error:
            found = error_text(error)
        if found != expected[case["name"]]:
            wrong.append(f"{case['name']}\n  expected {expected[case['name']]}\n  found    {found}")
    assert not wrong, "\n".join(wrong)
    assert len(expected) == len(cases(golden)) >= FEWEST


def answers_or_skip(golden: Path) -> tuple[dict[str, str], list[str]]:
    cases(golden)
    return answers(golden), []


def test_the_public_functions_give_the_same(golden: Path) -> None:
    expected, wrong = answers_or_skip(golden)
    unasked: list[str] = []
    for case in cases(golden):
        text, function = expected[case["name"]], READ if case["function"] == "read" else function_of(case)
        if function is None:
            unasked.append(case["name"])
            continue
        try:
            value = by_values(case, function, read(case["agreements"]))
        except SmarketingError as error:
            found: Any = error_text(error)
        except TypeError as error:
            # An argument is missing: Python itself says so.
            assert "required" in str(error), case["name"]
            unasked.append(case["name"])
            continue
        else:
            plain = function["result"].rstrip("?") in SCALARS
            found = text if plain and same(value, json.loads(text)) else _smarketing.to_json(value)
        if found != text:
            wrong.append(f"{case['name']}\n  expected {text}\n  found    {found}")
    assert not wrong, "\n".join(wrong)
    assert len(expected) - len(unasked) >= FEWEST
    assert len(unasked) <= MOST_UNASKED, unasked


SCALARS = {"Text", "Number", "Whole", "Boolean", "Instant", "Date", "Month", "Duration", "TimeSpan", "Money", "Object"}


def same(value: Any, decoded: Any) -> bool:
    """Whether a Python value is what the JSON value says."""
    if hasattr(value, "isoformat"):
        return value.isoformat().replace("+00:00", "Z") == decoded
    if isinstance(value, timedelta):
        return spoken(value) == decoded
    return value == decoded


def spoken(span: timedelta) -> str:
    """A span as answers write it: `PT1H40M`."""
    minutes, rest = divmod(abs(span), timedelta(minutes=1))
    seconds = (Decimal(rest // timedelta(microseconds=1)) / 1_000_000).normalize()
    parts = zip((minutes // 60, minutes % 60, f"{seconds:f}" if seconds else ""), "HMS", strict=True)
    sign = "-" if span < timedelta(0) else ""
    return f"{sign}PT{''.join(f'{part}{unit}' for part, unit in parts if part) or '0S'}"


def test_every_answer_reads_and_writes_back(golden: Path) -> None:
    """Decoding an answer and writing it anew gives the same bytes: so do members of results."""
    expected = answers_or_skip(golden)[0]
    assert len(expected) >= FEWEST
    for name, text in expected.items():
        if text.startswith("{\n"):
            # The schema is laid out for people.
            continue
        assert _smarketing.to_json(json.loads(text)) == text, name
