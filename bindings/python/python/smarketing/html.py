"""How notebooks show results: an assessment as a card, a timeline as a line, a plan as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from decimal import Decimal

    from smarketing._base import Result
    from smarketing.results import Assessment, Contribution, Plan, PlanFigures, Timeline

_GOOD, _BAD, _LINE = "#2e7d5b", "#b3402e", "#2f5d9f"
_FONT = "font-family:system-ui,sans-serif;font-size:13px;line-height:1.45"
_BOX = f"{_FONT};max-width:46em;border:1px solid rgba(128,128,128,.35);border-radius:8px;padding:12px 16px"
_DIM = "opacity:.65"
_CELL = "padding:2px 10px;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums"
_MOST_LINES = 24

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 640, 180, 44, 16, 24


def picture(result: Result) -> str | None:
    """The picture of a result, where there is one for its class."""
    draw = _PICTURES.get(type(result).__name__)
    return draw(result) if draw else None


def card(assessment: Assessment) -> str:
    """An assessment: score, grade, band and stage, then the lines of the score as bars.

    >>> from smarketing import html, samples
    >>> found = samples.agreement().assess(samples.lead(), samples.interactions(), as_of=samples.AS_OF)
    >>> "64" in html.card(found), html.card(found) == found._repr_html_()
    (True, True)
    """
    badges = [assessment.grade, assessment.band, str(assessment.stage).upper(), assessment.persona]
    shown = "".join(_badge(str(badge)) for badge in badges if badge)
    bounds = assessment.bounds.score
    possible = f"{_number(bounds.least)} to {_number(bounds.most)} possible"
    head = (
        f'<div style="display:flex;align-items:baseline;gap:10px;flex-wrap:wrap">'
        f'<span style="font-size:30px;font-weight:650">{_number(assessment.score)}</span>{shown}'
        f'<span style="{_DIM}">{possible if bounds.least != bounds.most else ""}</span></div>'
    )
    who = f"{assessment.lead or 'a lead'} under agreement {assessment.agreement}, {_instant(assessment.as_of)}"
    return _box(
        head
        + f'<div style="{_DIM};margin-bottom:8px">{escape(who)}</div>'
        + _bars(assessment.contributions)
        + _next(assessment)
        + _findings(assessment.findings)
    )


def line(timeline: Timeline) -> str:
    """A timeline: the score as a step function, with a mark where a threshold is crossed."""
    if not timeline.steps:
        return _box("nothing happened")
    area = _Area(timeline)
    stages = " → ".join(str(stage).upper() for stage in _runs([step.stage for step in timeline.steps]))
    title = f"{timeline.lead or 'a lead'}: {stages}"
    return _box(
        f'<div style="font-weight:600">{escape(title)}</div>'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="100%" role="img" font-size="11" fill="currentColor">'
        f"{area.scale()}{area.marks()}{area.path()}{area.dates()}</svg>"
    )


class _Area:
    """Where a timeline's instants and scores lie in its picture."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.start, self.end = timeline.from_.timestamp(), timeline.until.timestamp()
        self.top = max(0.0, *(step.score for step in timeline.steps)) or 1.0
        self.bottom = min(0.0, *(step.score for step in timeline.steps))

    def x(self, at: datetime) -> str:
        share = (at.timestamp() - self.start) / (self.end - self.start or 1)
        return f"{_LEFT + share * (_WIDTH - _LEFT - 8):.1f}"

    def y(self, score: float) -> str:
        share = (score - self.bottom) / (self.top - self.bottom)
        return f"{_TOP + (1 - share) * (_HEIGHT - _TOP - _BOTTOM):.1f}"

    def path(self) -> str:
        lines = "".join(
            f"{'L' if at else 'M'}{self.x(step.from_)},{self.y(step.score)}H{self.x(step.until)}"
            for at, step in enumerate(self.timeline.steps)
        )
        return f'<path d="{lines}" fill="none" stroke="{_LINE}" stroke-width="2"/>'

    def marks(self) -> str:
        places = ((self.x(crossing.at), _crossed(crossing)) for crossing in self.timeline.crossings)
        return "".join(
            f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}" stroke="currentColor"'
            f' stroke-opacity=".35" stroke-dasharray="3 3"><title>{said}</title></line>'
            for x, said in places
        )

    def scale(self) -> str:
        places = ((self.y(score), _number(score)) for score in sorted({self.bottom, 0.0, self.top}))
        return "".join(
            f'<text x="{_LEFT - 6}" y="{y}" text-anchor="end" dominant-baseline="middle" opacity=".65">{score}</text>'
            f'<line x1="{_LEFT}" x2="{_WIDTH - 8}" y1="{y}" y2="{y}" stroke="currentColor" stroke-opacity=".15"/>'
            for y, score in places
        )

    def dates(self) -> str:
        first, last = (f"{at:%Y-%m-%d}" for at in (self.timeline.from_, self.timeline.until))
        return (
            f'<text x="{_LEFT}" y="{_HEIGHT - 6}" opacity=".65">{first}</text>'
            f'<text x="{_WIDTH - 8}" y="{_HEIGHT - 6}" text-anchor="end" opacity=".65">{last}</text>'
        )


def table(plan: Plan) -> str:
    """A plan: what marketing and sales owe, by segment and month, at every stage of the chain.

    >>> from smarketing import html, samples
    >>> plan = samples.agreement().plan()
    >>> all(f">{stage}</th>" in html.table(plan) for stage in plan.total.total.stages)
    True
    >>> f">{plan.total.total.revenue:,f} {plan.currency}</td>" in html.table(plan)
    True
    """
    stages = list(plan.total.total.stages)
    rows = [
        _row(month.month, segment.segment, side, figures, stages, plan.currency)
        for segment in plan.segments
        for month in segment.months
        for side, figures in (("marketing", month.figures.marketing), ("sales", month.figures.sales))
    ]
    style = "font-weight:600;border-top:1px solid currentColor"
    total = _row("all", "", "", plan.total.total, stages, plan.currency, style)
    names = ["month", "segment", "side", "revenue", *stages, "deals", "cost"]
    left = {"month", "segment", "side"}
    head = "".join(
        f'<th style="{_CELL};{_DIM};font-weight:400{";text-align:left" if name in left else ""}">{escape(name)}</th>'
        for name in names
    )
    body = (
        f'<table style="border-collapse:collapse;color:inherit;{_FONT}"><tr>{head}</tr>{"".join(rows)}{total}</table>'
    )
    return _box(f'<div style="overflow-x:auto">{body}</div>' + _findings(plan.findings), wide=True)


def _box(inside: str, *, wide: bool = False) -> str:
    return f'<div style="{_BOX}{";max-width:80em" if wide else ""}">{inside}</div>'


def _badge(text: str) -> str:
    style = "border:1px solid currentColor;border-radius:10px;padding:0 9px;font-size:12px;font-weight:600"
    return f'<span style="{style}">{escape(text)}</span>'


def _bars(contributions: list[Contribution]) -> str:
    """The lines of the score, each with a bar to the right or, where it takes away, to the left."""
    below = max((-part.points for part in contributions), default=0.0)
    above = max((part.points for part in contributions), default=0.0)
    below, above = max(below, 0.0), max(above, 0.0)
    whole = below + above or 1.0
    zero = below / whole * 96
    shown = sorted(contributions, key=lambda part: -abs(part.points))[:_MOST_LINES]
    rows = []
    for part in shown:
        name = part.id or f"{part.kind} {part.dimension}"
        share = abs(part.points) / whole * 96
        start = zero if part.points >= 0 else zero - share
        side = f"left:{start:.1f}%;background:{_GOOD if part.points >= 0 else _BAD}"
        bar = f'<div style="position:absolute;top:3px;bottom:3px;width:{share:.1f}%;{side};border-radius:2px"></div>'
        rows.append(
            f'<tr title="{escape(_evidence(part))}"><td style="padding:1px 8px 1px 0">{escape(str(name))}</td>'
            f'<td style="{_DIM};padding:1px 8px">{escape(str(part.dimension))}</td>'
            f'<td style="position:relative;width:55%;min-width:12em">{bar}</td>'
            f'<td style="{_CELL}">{_number(part.points, sign=True)}</td></tr>'
        )
    rest = len(contributions) - len(shown)
    more = f'<div style="{_DIM}">and {rest} smaller</div>' if rest else ""
    return f'<table style="width:100%;border-collapse:collapse;color:inherit;{_FONT}">{"".join(rows)}</table>{more}'


def _evidence(part: Contribution) -> str:
    """What a line rests on, in few words."""
    words = []
    for evidence in part.evidence:
        told = evidence.to_dict()
        name = told.get("field") or told.get("name") or told.get("type") or told.get("kind")
        words.append(f"{name}: {told['value']}" if "value" in told else str(name))
    return ", ".join(words[:8])


def _next(assessment: Assessment) -> str:
    """What keeps the lead from its next stage."""
    if assessment.next is None:
        return ""
    words = []
    for blocker in assessment.next.blockers:
        told = blocker.to_dict()
        about = told.get("clause") or told.get("field") or told.get("id") or ""
        words.append(f"{told['kind']} {about}".strip())
    text = f"Before {str(assessment.next.stage).upper()}: {'; '.join(words)}"
    return f'<div style="margin-top:8px">{escape(text)}</div>'


def _findings(findings: list[Any] | None) -> str:
    lines = "".join(f"<li>{escape(f'{finding.path}: {finding.message}')}</li>" for finding in findings or [])
    return f'<ul style="color:{_BAD};margin:8px 0 0;padding-left:18px">{lines}</ul>' if lines else ""


def _row(
    month: str, segment: str, side: str, figures: PlanFigures, stages: list[str], currency: str, style: str = ""
) -> str:
    """A row of a plan. Money is shown as it is, to the last of its digits."""
    owed = [_number(figures.stages.get(stage)) for stage in stages]
    cells = [f"{figures.revenue:,f} {currency}", *owed, _number(figures.deals), f"{figures.cost:,f} {currency}"]
    texts = "".join(f'<td style="{_CELL};text-align:left">{escape(text)}</td>' for text in (month, segment, side))
    return f'<tr style="{style}">{texts}{"".join(map(_cell, cells))}</tr>'


def _cell(text: str) -> str:
    return f'<td style="{_CELL}">{escape(text)}</td>'


def _number(number: float | Decimal | None, *, sign: bool = False) -> str:
    if number is None:
        return ""
    text = f"{number:+,.2f}" if sign else f"{number:,.2f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")  # noqa: RUF001, a real minus


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _crossed(crossing: Any) -> str:
    told = crossing.threshold.to_dict()
    change = f"{told.get('before') or 'none'} → {told.get('after') or 'none'}"
    return escape(f"{_instant(crossing.at)}, {told['kind']}: {change}")


def _runs(words: list[str]) -> list[str]:
    """The words without repetitions that follow each other."""
    return [word for at, word in enumerate(words) if at == 0 or words[at - 1] != word]


_PICTURES: dict[str, Callable[[Any], str]] = {"Assessment": card, "Plan": table, "Timeline": line}
