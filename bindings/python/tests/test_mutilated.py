"""Thousands of mutilated inputs: each gives an answer or a typed error, and the interpreter lives on."""

from __future__ import annotations

import contextlib
import copy
import json
import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import smarketing
from smarketing import Agreement, SmarketingError, _smarketing, samples

MANY = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
FUNCTIONS: list[dict[str, Any]] = json.loads(_smarketing.functions())
DOCUMENT: dict[str, Any] = samples.agreement().document().to_dict()


@dataclass
class Box:
    lead: Any


def nested(given: tuple[Any, int]) -> Any:
    """A value in many tuples."""
    value, depth = given
    for _ in range(depth):
        value = (value,)
    return value


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(max_size=8),
    st.sampled_from(
        ["", "L-1", "mql", "marketing", "2026-11-02T10:00:00Z", "2026-11-02", "2026-11", "30d", "1e9", "dach"]
    ),
    st.datetimes(),
    st.datetimes(timezones=st.timezones()),
    st.dates(),
    st.timedeltas(),
    st.binary(max_size=4),
    st.just(object()),
    st.sampled_from([10**400, -(2**64), "\ud800", float("inf"), Decimal("sNaN"), Decimal("1E+999999")]),
)
NAMES = st.sampled_from(
    ["id", "lead", "type", "at", "interactions", "events", "state", "stage", "month", "score", "industry", "email",
     "employees", "segment", "leads", "of", "won", "options", "properties", "url", "kind", "known_since", "value"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(NAMES | st.text(max_size=4), inside, max_size=5)
        | st.tuples(inside, inside)
        | st.dictionaries(NAMES, inside, max_size=2).map(MappingProxyType)
        | inside.map(Box)
        | st.tuples(inside, st.integers(1, 200)).map(nested)
    ),
    max_leaves=12,
)
TYPED = (SmarketingError,)


@MANY
@given(lead=VALUES, interactions=VALUES, as_of=SCALARS | st.just(samples.AS_OF))
def test_any_lead(lead: Any, interactions: Any, as_of: Any) -> None:
    with contextlib.suppress(*TYPED):
        found = samples.agreement().assess(lead, interactions, as_of=as_of)
        assert found.score == round(sum(line.points for line in found.contributions), 6)


@MANY
@given(document=VALUES)
def test_any_document(document: Any) -> None:
    with contextlib.suppress(*TYPED):
        Agreement.from_dict(document)


@settings(MANY, max_examples=3000)
@given(function=st.sampled_from(FUNCTIONS), data=st.data())
def test_any_argument(function: dict[str, Any], data: st.DataObject) -> None:
    arguments = {
        argument["name"]: data.draw(VALUES)
        for argument in function["arguments"]
        if argument["required"] or data.draw(st.booleans())
    }
    with contextlib.suppress(*TYPED):
        ask(function, arguments)


def ask(function: dict[str, Any], arguments: dict[str, Any]) -> str:
    agreement = samples.agreement()._native
    match function["on"]:
        case "Library":
            return _smarketing.answer(function["name"], arguments)
        case "Lead":
            bound = agreement.bind(samples.lead(), samples.interactions())
            return bound.answer(function["name"], arguments)
        case "Agreement":
            return agreement.answer(function["name"], arguments)
        case _:
            return _smarketing.answer_with([agreement, agreement], function["name"], arguments)


RENAMED = {"from": "from_"}
HANDLES = st.sampled_from([samples.agreement(), samples.agreement(), 5, None, "x", DOCUMENT, object()])


@settings(MANY, max_examples=2000)
@given(function=st.sampled_from(FUNCTIONS), data=st.data())
def test_any_call_of_a_public_function(function: dict[str, Any], data: st.DataObject) -> None:
    arguments = {
        RENAMED.get(argument["name"], argument["name"]): data.draw(VALUES)
        for argument in function["arguments"]
        if argument["required"] or data.draw(st.booleans())
    }
    with contextlib.suppress(*TYPED):
        call(function, arguments, data)


def call(function: dict[str, Any], arguments: dict[str, Any], data: st.DataObject) -> Any:
    agreement, name = samples.agreement(), function["name"]
    match function["on"]:
        case "Library":
            return getattr(smarketing, name)(**arguments)
        case "BeforeAndAfter":
            return getattr(smarketing, name)(data.draw(HANDLES), data.draw(HANDLES), **arguments)
        case "Agreements":
            return getattr(smarketing, name)(data.draw(HANDLES | st.lists(HANDLES, max_size=3)), **arguments)
        case "AgreementAndOther":
            return getattr(agreement, name)(data.draw(HANDLES), **arguments)
        case "Agreement":
            return getattr(agreement, name)(**arguments)
    return getattr(agreement.bind(samples.lead(), samples.interactions()), name)(**arguments)


ODD: list[Any] = [None, True, -1, 10**30, 0.1, float("nan"), "", "x" * 3000, [], {}, [[]], {"x": {"y": []}}, date.max,
                  datetime.max, timedelta.max, Decimal("1e-40"), "\x00", "9" * 400, object()]  # fmt: skip


def mutilated(value: Any, chance: random.Random) -> Any:
    """The value with one part taken out, doubled or replaced."""
    whole = copy.deepcopy(value)
    part, parent, key = whole, None, None
    while isinstance(part, dict | list) and part and (parent is None or chance.random() < 0.8):
        parent, key = part, chance.choice(list(part) if isinstance(part, dict) else range(len(part)))
        part = parent[key]
    match chance.randrange(4):
        case _ if parent is None:
            return chance.choice(ODD)
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.append(part)
        case 1:
            parent[f"{key}{chance.choice('xs_')}"] = part
        case _:
            parent[key] = chance.choice(ODD)
    return whole


@pytest.mark.parametrize("seed", range(8))
def test_a_good_document_with_one_part_mutilated(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(250):
        with contextlib.suppress(*TYPED):
            made = Agreement.from_dict(mutilated(DOCUMENT, chance))
            made.check(as_of=samples.AS_OF)
            made.assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF).to_dict()
            made.plan().to_dict()


@pytest.mark.parametrize("seed", range(4))
def test_a_good_document_s_text_mutilated(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(250):
        start = chance.randrange(len(samples.AGREEMENT))
        end = start + chance.randrange(12)
        text = (
            samples.AGREEMENT[:start]
            + chance.choice(["", '"', "[", "=", "\n", "é", "0", "\x00"])
            + samples.AGREEMENT[end:]
        )
        smarketing.check_toml(text)
        try:
            Agreement.from_toml(text)
        except SmarketingError as error:
            assert str(error)


@pytest.mark.parametrize("seed", range(4))
def test_a_good_history_mutilated(seed: int) -> None:
    chance, agreement = random.Random(seed), samples.agreement()
    events = json.loads(_smarketing.to_json(samples.events()))
    state = smarketing.replay([agreement], events, as_of=samples.AS_OF).state
    assert state is not None
    lead = state.to_dict()
    for _ in range(250):
        with contextlib.suppress(*TYPED):
            smarketing.replay([agreement], mutilated(events, chance), as_of=samples.AS_OF).to_dict()
        with contextlib.suppress(*TYPED):
            agreement.apply(mutilated(lead, chance), mutilated(events[1], chance), as_of=samples.AS_OF).to_dict()
        with contextlib.suppress(*TYPED):
            agreement.work_list([mutilated(lead, chance)], "sales", as_of=samples.AS_OF)


def test_everything_still_works_afterwards() -> None:
    found = samples.agreement().assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)
    assert found.score == 64.0
