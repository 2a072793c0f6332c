"""Values that have no text, as part of leads: each is a finding of its own lead, and nothing else is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

import smarketing
from smarketing import Agreement, AgreementError, RequestError, samples


def cycle() -> list[Any]:
    inner: list[Any] = []
    inner.append(inner)
    return inner


def deep(depth: int) -> list[Any]:
    made: list[Any] = []
    for _ in range(depth):
        made = [made]
    return made


NAIVE = datetime(2026, 11, 2, 10)


def test_a_naive_instant_is_a_finding_with_advice(agreement: Agreement) -> None:
    visits = [{"type": "whitepaper", "at": NAIVE}, {"type": "demo_request", "at": samples.AS_OF}]
    found = agreement.assess({"id": "L"}, visits, as_of=samples.AS_OF)
    (finding,) = found.findings
    assert (finding.code, finding.path) == ("invalid_value", "interactions[0].at")
    assert "no time zone" in finding.message
    assert finding.help is not None and "tzinfo=" in finding.help and ".date()" in finding.help
    assert found.score == agreement.assess({"id": "L"}, visits[1:], as_of=samples.AS_OF).score
    with pytest.raises(RequestError, match=r"as_of: .*no time zone.*tzinfo="):
        agreement.assess({"id": "L"}, as_of=NAIVE)


BAD: list[Any] = [NAIVE, b"x", object(), 10**5000, 10**40, 1j, "\ud800", {b"x": 1}, cycle(), deep(100), [str]]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: type(bad).__name__)
def test_what_has_no_text_is_a_finding_of_its_lead_and_counts_as_unknown(agreement: Agreement, bad: Any) -> None:
    good = {"lead": samples.lead(), "interactions": samples.interactions()}
    score = agreement.assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF).score
    rows: list[Any] = [good, {"lead": {**samples.lead(), "employees": bad, "budget": b""}}, {"lead": bad}, bad, good]
    first, hurt, alone, row, last = agreement.assess_all(rows, as_of=samples.AS_OF)
    assert first.score == last.score == score
    paths = [finding.path for finding in hurt.findings]
    assert "lead.budget" in paths and any(path.startswith("lead.employees") for path in paths)
    assert alone.findings and row.findings
    without = {name: fact for name, fact in samples.lead().items() if name not in {"employees", "budget"}}
    assert hurt.score == agreement.assess(without, as_of=samples.AS_OF).score
    assert agreement.assess(rows[1]["lead"], as_of=samples.AS_OF).score == hurt.score
    assert agreement.bind(rows[1]["lead"]).assess(as_of=samples.AS_OF).score == hurt.score


@pytest.mark.parametrize("bad", [b"x", object(), NAIVE, 5, None, "L-1"], ids=lambda bad: type(bad).__name__)
def test_what_is_no_lead_is_not_bound_and_not_counted(agreement: Agreement, bad: Any) -> None:
    with pytest.raises(RequestError, match="lead"):
        agreement.bind(bad)
    with pytest.raises(RequestError, match="interactions"):
        agreement.bind({}, 5)  # type: ignore[arg-type]
    rows: list[Any] = [{"lead": {}}, {"lead": bad}, bad, {"lead": {}, "interactions": b"x"}, {"lead": {"budget": b"x"}}]
    comparison = smarketing.compare(agreement, agreement, rows, as_of=samples.AS_OF)
    assert comparison.leads == 2
    assert {finding.path[:8] for finding in comparison.findings} == {"leads[1]", "leads[2]", "leads[3]"}


def test_no_row_is_a_finding_of_its_own_answer(agreement: Agreement) -> None:
    good: Any = {"lead": {"id": "L-1"}}
    found = agreement.assess_all([good, None, {"lead": None}, 5, {"laed": {}}, good], as_of=samples.AS_OF)
    assert [len(one.findings) > 0 for one in found] == [False, True, True, True, True, False]
    assert agreement.assess(None, as_of=samples.AS_OF).findings  # type: ignore[arg-type]


def test_all_that_has_no_text_is_said_at_once(agreement: Agreement) -> None:
    lead = {"employees": NAIVE, "budget": b"x", "country": NAIVE, None: 1}
    found = agreement.assess(lead, as_of=samples.AS_OF).findings
    assert [finding.path for finding in found] == ["lead.employees", "lead.budget", "lead.country", "lead.None"]
    with pytest.raises(RequestError) as caught:
        agreement.performance([{"date": b"x", "count": object()}], options={"rounding": NAIVE}, as_of=b"x")  # type: ignore[arg-type, typeddict-item]
    paths = {finding.path for finding in caught.value.findings}
    assert {"actuals[0].date", "actuals[0].count", "options.rounding", "as_of"} <= paths
    with pytest.raises(AgreementError) as refused:
        Agreement.from_dict({"smarketing": 1, "agreement": {"name": b"A", "version": object()}, "filds": {}})
    assert {finding.path for finding in refused.value.findings} == {"agreement.name", "agreement.version", "filds"}
