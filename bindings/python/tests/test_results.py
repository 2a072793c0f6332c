"""Results: attributes of Python types, short texts, pictures, equality, hashes, pickles and copies."""

from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

import smarketing
from smarketing import Agreement, RequestError, Result, results, samples
from smarketing._base import DURATION, Member


@pytest.fixture
def assessment(agreement: Agreement) -> results.Assessment:
    return agreement.assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)


def every_kind(agreement: Agreement) -> list[Any]:
    """One result of many kinds."""
    lead = agreement.bind(samples.lead(), samples.interactions())
    replayed = smarketing.replay([agreement], samples.events(), as_of=samples.AS_OF)
    return [
        lead.assess(as_of=samples.AS_OF),
        lead.bounds(as_of=samples.AS_OF),
        lead.timeline("2026-10-01T00:00:00Z", "2026-12-31T00:00:00Z"),
        agreement.plan(),
        agreement.document(),
        agreement.table()[0],
        replayed,
        *lead.questions(as_of=samples.AS_OF),
        *smarketing.kpi_definitions()[:3],
    ]


def test_members_have_the_types_of_python(assessment: results.Assessment, agreement: Agreement) -> None:
    assert (assessment.lead, assessment.score, assessment.grade, assessment.stage) == ("L-1", 64.0, "B1", "mql")
    assert assessment.as_of == datetime(2026, 11, 2, 10, tzinfo=UTC)
    assert assessment.bounds.score.most == 74.0
    assert [line.id for line in assessment.contributions] == ["industry", "title", "demo", "pricing"]
    assert assessment.findings == []
    assert assessment.icp is not None
    assert assessment.icp.tier == "B"
    plan = agreement.plan()
    assert plan.total.total.revenue == Decimal(540_000)
    assert agreement.working_days("2026-11-02", date(2026, 11, 9)) == 5
    assert agreement.business_due("office", samples.AS_OF, timedelta(hours=8)) == datetime(2026, 11, 3, 10, tzinfo=UTC)
    assert agreement.business_elapsed("office", samples.AS_OF, "2026-11-02T12:30:00Z") == timedelta(hours=2.5)


def test_what_is_read_in_rust_is_what_the_text_says(assessment: results.Assessment) -> None:
    decoded = results.Assessment.from_json(assessment.to_json())
    for name in ("score", "fit", "engagement", "grade", "band", "stage"):
        fresh = copy.deepcopy(assessment)
        assert getattr(assessment, name) == getattr(decoded, name) == getattr(fresh, name)
        assert type(getattr(assessment, name)) is type(getattr(decoded, name))


def test_the_reasons_add_up(assessment: results.Assessment) -> None:
    assert sum(line.points for line in assessment.contributions) == assessment.score


def test_results_are_equal_by_what_they_say(assessment: results.Assessment, agreement: Agreement) -> None:
    again = agreement.assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)
    other = agreement.assess(samples.lead(), [], as_of=samples.AS_OF)
    assert assessment == again
    assert hash(assessment) == hash(again)
    assert assessment != other
    assert assessment != assessment.to_json()
    assert len({assessment, again, other}) == 2
    # As a database gives it back: other spaces, another order, other digits of the same number.
    entries = sorted(assessment.to_dict().items(), reverse=True)
    stored = results.Assessment.from_json(json.dumps({**dict(entries), "score": 64.0}, indent=1))
    assert stored.to_json() != assessment.to_json()
    assert stored == assessment
    assert len({stored, assessment}) == 1
    assert stored != results.Assessment.from_json(json.dumps({**dict(entries), "score": 65}))


def test_what_is_read_is_the_reader_s_own(assessment: results.Assessment) -> None:
    lines = assessment.contributions
    lines.clear()
    assert len(assessment.contributions) == 4
    assert assessment.contributions is not assessment.contributions
    assert assessment.contributions[0] is assessment.contributions[0]
    assessment.personas[0].open.append("mine")
    assert "mine" not in assessment.personas[0].open
    assessment.contributions.append(None)  # type: ignore[arg-type]
    assert assessment._repr_html_() == copy.deepcopy(assessment)._repr_html_()
    plan = samples.agreement().plan()
    plan.total.marketing.stages.clear()
    assert plan.total.marketing.stages


def test_every_kind_is_pickled_copied_and_read_back(agreement: Agreement) -> None:
    for result in every_kind(agreement):
        for made in (
            pickle.loads(pickle.dumps(result)),
            copy.copy(result),
            copy.deepcopy(result),
            type(result).from_json(result.to_json()),
        ):
            assert made == result
            assert type(made) is type(result)
        assert result.to_dict() == json.loads(result.to_json())


def test_every_member_of_every_kind_can_be_read(agreement: Agreement) -> None:
    for result in every_kind(agreement):
        assert result.__members__
        walk(result)


def walk(value: Any) -> None:
    if isinstance(value, Result):
        assert value.to_json() == smarketing._smarketing.to_json(value.to_dict())
        repr(value)
        for name in value.__members__:
            walk(getattr(value, name))
    elif isinstance(value, list):
        for element in value:
            walk(element)
    elif isinstance(value, dict):
        for element in value.values():
            walk(element)


def test_results_never_change(assessment: results.Assessment) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        assessment.score = 1.0
    with pytest.raises(AttributeError, match="never changes"):
        del assessment.score
    with pytest.raises(TypeError, match="answer of the library"):
        results.Assessment()


def test_what_is_done_to_a_list_stays_there(assessment: results.Assessment) -> None:
    text = assessment.to_json()
    assessment.contributions.clear()
    assessment.to_dict().clear()
    assert assessment.to_json() == text
    assert copy.deepcopy(assessment).contributions


def test_texts_are_short(assessment: results.Assessment, agreement: Agreement) -> None:
    assert repr(assessment) == "Assessment(lead='L-1', score=64, grade='B1', band='hot', stage='mql')"
    for result in every_kind(agreement):
        assert len(repr(result)) < 300
        assert "\n" not in repr(result)


def test_every_member_has_words() -> None:
    kinds = [kind for kind in vars(results).values() if isinstance(kind, type) and issubclass(kind, Result)]
    assert len(kinds) > 100
    for kind in kinds:
        assert kind.__doc__, kind
        for name in kind.__members__:
            member = kind.__dict__[name]
            assert isinstance(member, Member)
            assert member.__doc__, (kind, name)


class Parts(HTMLParser):
    """Holds the markup to be well-formed, and notes its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parts(picture: str | None) -> set[str]:
    assert picture is not None
    parser = Parts()
    parser.feed(picture)
    assert parser.open == []
    return parser.tags


def test_notebooks_show_pictures(assessment: results.Assessment, agreement: Agreement) -> None:
    lead = agreement.bind(samples.lead(), samples.interactions())
    timeline = lead.timeline("2026-10-01T00:00:00Z", "2026-12-31T00:00:00Z")
    assert "tr" in parts(assessment._repr_html_())
    assert {"svg", "path"} <= parts(timeline._repr_html_())
    assert {"table", "th"} <= parts(agreement.plan()._repr_html_())
    assert assessment.bounds._repr_html_() is None


def test_a_plan_shows_every_stage_and_every_cent() -> None:
    goal = {"segment": "all", "average_deal": "100.10", "revenue": {"2026-11": "1001"}, "marketing_share": "0.5"}
    goal["rates"] = {"lead_to_mql": 0.5, "mql_to_sal": 0.5, "sal_to_customer": 0.5}
    document = {"smarketing": 1, "agreement": {"name": "A", "version": "1", "currency": "EUR"}, "goals": [goal]}
    picture = Agreement.from_dict(document).plan()._repr_html_() or ""
    cells = re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", picture)
    assert cells[:9] == ["month", "segment", "side", "revenue", "lead", "mql", "sal", "deals", "cost"]
    # Half of 1,001 is 500.50; 5 deals need 10, 20 and 40 leads.
    assert cells[9:18] == ["2026-11", "all", "marketing", "500.50 EUR", "40", "20", "10", "5", "0.00 EUR"]
    assert cells[-6:] == ["1,001.00 EUR", "80", "40", "20", "10", "0.00 EUR"]


def test_pictures_escape_everything() -> None:
    hurt = '<script>alert("x")</script>'
    document = {
        "smarketing": 1,
        "agreement": {"name": "A", "version": hurt},
        "fields": {"title": {"type": "text"}},
        "scoring": {
            "bands": {"a<b>&": 10, "else": "low"},
            "rules": [{"id": "one", "scores": "fit", "when": {"title": {"known": True}}, "points": 10}],
        },
    }
    agreement = Agreement.from_dict(document)
    lead = {"id": hurt, "title": hurt, hurt: 1}
    bound = agreement.bind(lead)
    for result in (
        agreement.assess(lead, as_of=samples.AS_OF),
        bound.timeline("2026-10-01T00:00:00Z", "2026-12-31T00:00:00Z"),
    ):
        picture = result._repr_html_()
        assert "script" not in parts(picture)
        assert "&lt;script&gt;" in str(picture)
        assert "<b>" not in str(picture)


def test_spans_are_read() -> None:
    assert DURATION("PT1H40M") == timedelta(hours=1, minutes=40)
    assert DURATION("-PT0.5S") == -timedelta(seconds=0.5)
    assert DURATION("PT0S") == timedelta(0)
    assert DURATION("2w") == timedelta(weeks=2)


def test_agreements_are_values(agreement: Agreement) -> None:
    again = Agreement.from_toml(samples.AGREEMENT)
    assert agreement == again
    assert hash(agreement) == hash(again)
    assert pickle.loads(pickle.dumps(agreement)) == agreement
    assert copy.copy(agreement) == copy.deepcopy(agreement) == agreement
    assert Agreement.from_dict(agreement.document()) == agreement
    assert agreement != Agreement.from_toml(samples.AGREEMENT.replace("2026.11", "2026.12"))
    assert repr(agreement) == "Agreement('Inside sales, DACH', version='2026.11')"


def test_bound_leads_are_values(agreement: Agreement) -> None:
    bound = agreement.bind(samples.lead(), samples.interactions())
    again = pickle.loads(pickle.dumps(bound))
    assert again == bound
    assert hash(again) == hash(bound)
    assert again.assess(as_of=samples.AS_OF) == bound.assess(as_of=samples.AS_OF)
    assert bound.agreement is agreement
    assert bound != agreement.bind(samples.lead())


BROKEN: list[Any] = [
    "[1]", "", "x", "1", "null", '{"a":1', '{"a":1},"b":{}', '{"a":1}}', '{"a":NaN}', '{"a":"\ud800"}', "{" * 9999,
    None, 5, b"{}", "[" * 100_000, '{"a":' * 1000 + "1" + "}" * 1000,
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text)[:20])
def test_a_text_that_is_no_table_is_no_result(text: Any) -> None:
    with pytest.raises(RequestError) as caught:
        results.Assessment.from_json(text)
    assert len(caught.value.findings) == 1


def test_who_changes_what_was_read_changes_no_result() -> None:
    changed = results.Disqualifier._made(data={"id": "r", "when": {"all": [{"industry": ["software"]}]}})
    twice = results.Disqualifier._made(data=changed.to_dict())
    when: Any = changed.when
    when["all"][0]["industry"].append("retail")
    when["all"].append({})
    assert changed == twice
    assert changed.to_dict() == twice.to_dict()
    other: Any = results.Disqualifier.from_json(twice.to_json()).when
    assert other == {"all": [{"industry": ["software"]}]}


def test_what_python_cannot_have_is_a_typed_error() -> None:
    for broken in ("+12026-01-01T00:00:00Z", 5, [], {}, "2026-99-99T00:00:00Z"):
        text = json.dumps({"lead": "L", "as_of": broken})
        made = results.Assessment._made(text=text)
        assert made.to_json() == text
        assert "as_of" not in repr(made)
        with pytest.raises(RequestError) as caught:
            _ = made.as_of
        assert caught.value.findings[0].path == "as_of"
        with pytest.raises(RequestError) as caught:
            results.Assessment.from_json(text)
        assert "as_of" in [finding.path for finding in caught.value.findings]
    assert repr(results.Assessment._made(text='{"score":"x"}')) == "Assessment(score=?)"


def test_a_text_that_is_no_result_is_told_all_that_is_wrong(assessment: results.Assessment) -> None:
    with pytest.raises(RequestError) as caught:
        results.Assessment.from_json('{"score": "x", "contributions": [{"id": 5}], "personas": {}}')
    found = [(finding.code, finding.path) for finding in caught.value.findings]
    for expected in [
        ("invalid_value", "score"),
        ("missing_key", ""),
        ("wrong_type", "contributions[0].id"),
        ("missing_key", "contributions[0]"),
        ("wrong_type", "personas"),
    ]:
        assert expected in found
    evidence = {**assessment.to_dict()["contributions"][0], "evidence": [{"kind": "rumour"}]}
    with pytest.raises(RequestError, match="`rumour` is not one of `fact`"):
        results.Contribution.from_json(json.dumps(evidence))


def test_variants_are_classes_of_their_own(agreement: Agreement) -> None:
    changes = [one.change for one in agreement.bind(samples.lead(), []).what_would_it_take("mql", as_of=samples.AS_OF)]
    assert changes
    for change in changes:
        assert isinstance(change, results.SingleChange)
        match change:
            case results.SingleChangeLearn(field=field) | results.SingleChangeChange(field=field):
                assert field
            case results.SingleChangeInteraction(times=times):
                assert times > 0
        assert pickle.loads(pickle.dumps(change)) == change == type(change).from_json(change.to_json())
    event = smarketing.assessed_event("e-1", agreement.assess(samples.lead(), as_of=samples.AS_OF))
    assert type(event) is results.EventAssessed
    with pytest.raises(RequestError, match="type"):
        results.EventWon.from_json(event.to_json())


def test_short_texts_say_what_matters(agreement: Agreement, assessment: results.Assessment) -> None:
    finding = agreement.assess({"employees": "many" * 30}, as_of=samples.AS_OF).findings[0]
    assert "severity='error'" in repr(finding) and repr(finding.message) in repr(finding)
    assert repr(finding.help) in repr(finding)
    due = agreement.plan().due[0]
    assert all(f"{name}=" in repr(due) for name in ("marketing", "sales", "total", "late"))
    clock = agreement.start_clock("accept", "2026-11-02T08:00:00Z")
    assert "remaining=-2:40:00" in repr(agreement.clock_forecast(clock, as_of="2026-11-02T14:40:00Z"))
    assert repr(agreement.bind(samples.lead())).startswith("BoundLead('L-1', agreement=")
    assert repr(agreement.bind({"id": None})).startswith("BoundLead(agreement=")


def test_bounds_are_shown_by_what_they_have(assessment: results.Assessment, agreement: Agreement) -> None:
    bound = agreement.bind(samples.lead(), samples.interactions())
    assert "score=" in repr(assessment.bounds)
    assert "score=" in repr(bound.bounds(as_of=samples.AS_OF))
