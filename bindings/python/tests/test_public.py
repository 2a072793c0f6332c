"""The public names: those of the core's list of functions, and what holds a handle; nothing else."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest

import smarketing
from smarketing import Agreement, BoundLead, _smarketing

FUNCTIONS: list[dict[str, Any]] = json.loads(_smarketing.functions())
HANDLES = {"from_toml", "from_json", "from_dict", "from_path", "assess", "bind"}
CLASSES = {"Agreement", "BoundLead", "Result"}
HELPERS = {"in_language"}
ERRORS = {"SmarketingError", "AgreementError", "RequestError", "RefusalError"}


def names(*on: str) -> set[str]:
    return {function["name"] for function in FUNCTIONS if function["on"] in on}


def public(owner: object) -> set[str]:
    return {name for name in dir(owner) if not name.startswith("_")}


def test_the_functions_are_those_of_the_core() -> None:
    assert set(smarketing.__all__) == names("Library", "BeforeAndAfter", "Agreements") | CLASSES | HELPERS | ERRORS


def test_an_agreement_s_methods_are_those_of_the_core() -> None:
    assert public(Agreement) == names("Agreement", "AgreementAndOther") | HANDLES


def test_a_bound_lead_s_methods_are_those_of_the_core() -> None:
    assert public(BoundLead) == names("Lead") | {"agreement"}


OWNERS = {"Agreement": Agreement, "AgreementAndOther": Agreement, "Lead": BoundLead}


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: f"{function['on']}-{function['name']}")
def test_arguments_are_those_of_the_core(function: dict[str, Any]) -> None:
    owner = OWNERS.get(function["on"], smarketing)
    parameters = inspect.signature(getattr(owner, function["name"])).parameters
    own = {
        name.rstrip("_"): parameter
        for name, parameter in parameters.items()
        if name not in {"self", "other", "before", "after", "agreements"}
    }
    assert set(own) == {argument["name"] for argument in function["arguments"]}
    for argument in function["arguments"]:
        parameter = own[argument["name"]]
        assert (parameter.default is parameter.empty) == argument["required"]
        assert (parameter.kind is parameter.KEYWORD_ONLY) == (argument["name"] == "as_of")


def test_everything_has_words() -> None:
    for name in smarketing.__all__:
        assert inspect.getdoc(getattr(smarketing, name)), name
    for owner in (Agreement, BoundLead):
        for name in public(owner):
            assert inspect.getdoc(getattr(owner, name)), name
