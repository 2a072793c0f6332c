"""How the package is used, for type checkers: what is right here must pass, and what is wrong must be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple, assert_type

import smarketing
from smarketing import Agreement, AgreementError, BoundLead, inputs, results


@dataclass
class Company:
    """A lead's facts as a data class."""

    industry: str
    employees: int


def score(agreement: Agreement) -> None:
    """Assessing, with facts in all forms."""
    now = datetime(2026, 11, 2, 10, tzinfo=UTC)
    visits: list[inputs.Interaction] = [{"type": "demo_request", "at": now}]
    assessment = agreement.assess({"id": "L-1", "employees": Decimal(400)}, visits, as_of=now)
    agreement.assess(Company("software", 400), [], as_of="2026-11-02T10:00:00Z")
    assert_type(assessment, results.Assessment)
    assert_type(assessment.score, float)
    assert_type(assessment.grade, str | None)
    assert_type(assessment.contributions, list[results.Contribution])
    assert_type(assessment.as_of, datetime)
    if assessment.icp is not None:
        assert_type(assessment.icp.matched, float)
    lead = agreement.bind({"id": "L-1"})
    assert_type(lead, BoundLead)
    assert_type(lead.decays_below(timedelta(days=90), as_of=now), results.Decline | None)
    lead.form("mql", as_of=now)
    assert_type(smarketing.in_language(lead.questions(as_of=now)[0].ask, "en"), str | None)


def plan(agreement: Agreement) -> None:
    """Planning, and amounts that stay exact."""
    owed = agreement.plan({"rounding": "up_each_step", "start": "2026-11"})
    assert_type(owed.total.total.revenue, Decimal)
    options: inputs.PlanOptions = {"rounding": "none"}
    agreement.performance([], options, as_of="2026-11-02T10:00:00Z")
    assert_type(agreement.business_elapsed("office", "2026-11-02T10:00:00Z", "2026-11-02T12:00:00Z"), timedelta)


class Row(NamedTuple):
    """A lead's facts as a named tuple."""

    id: str
    employees: int


def named(agreement: Agreement, rows: list[Row]) -> None:
    """Rows as frames give them."""
    agreement.assess(Row("L-1", 400), as_of="2026-11-02T10:00:00Z")
    agreement.assess_all([{"lead": row} for row in rows], as_of="2026-11-02T10:00:00Z")


def narrowed(change: results.SingleChange, deed: results.Deed, event: results.Event) -> None:
    """The variants of a union are told by their tag, by their class, and in `match`."""
    if change.kind == "interaction":
        assert_type(change.times, int)
    elif change.kind == "learn":
        assert_type(change, results.SingleChangeLearn)
        change.times  # type: ignore[attr-defined]
    else:
        assert_type(change.field, str)
    match deed:
        case results.DeedStartClock(clock=clock):
            assert_type(clock, str)
        case results.DeedNotify():
            assert_type(deed.about, results.About)
    if isinstance(event, results.EventAssessed):
        assert_type(event.type, Literal["assessed"])
    if event.type == "won":
        assert_type(event, results.EventWon)


def reasons(evidence: results.Evidence, reason: results.TransitionReason) -> None:
    """Evidence and reasons, too."""
    if evidence.kind == "fact":
        assert_type(evidence.field, str)
    if reason.kind == "reason":
        assert_type(reason.id, str)


def wrong(agreement: Agreement) -> None:
    """What a type checker must see: an ignored error that is none is an error of its own."""
    agreement.assess({"id": "L-1"})  # type: ignore[call-arg]
    agreement.assess({"id": "L-1"}, as_of=5)  # type: ignore[arg-type]
    agreement.bind({"id": "L-1"}).form("mqql", as_of="2026-11-02T10:00:00Z")  # type: ignore[arg-type]
    agreement.assess({"id": "L-1"}, as_of="2026-11-02T10:00:00Z").scores  # type: ignore[attr-defined]
    agreement.plan({"roundin": "none"})  # type: ignore[arg-type]
    smarketing.compare(agreement, {}, [], as_of="2026-11-02T10:00:00Z")  # type: ignore[arg-type]
    try:
        Agreement.from_toml("")
    except AgreementError as error:
        assert_type(error.findings, list[results.Finding])
