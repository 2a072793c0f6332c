"""A small agreement and a lead to try things with: the examples of the documentation stand on them.

>>> from smarketing import samples
>>> samples.agreement()
Agreement('Inside sales, DACH', version='2026.11')
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from smarketing._functions import assessed_event
from smarketing.agreement import Agreement

AGREEMENT = """\
smarketing = 1

[agreement]
name = "Inside sales, DACH"
version = "2026.11"
currency = "EUR"
time_zone = "Europe/Berlin"
parties = { marketing = "Demand Generation", sales = "Inside Sales" }

[fields]
industry  = { type = "category", values = ["software", "finance", "retail"] }
employees = { type = "number", ask = { en = "How many people work there?" } }
job_title = { type = "text" }
email     = { type = "email" }
country   = { type = "country" }
budget    = { type = "money", owner = "sales", ask = { en = "Which budget is set aside?" } }

[interactions]
page_view    = { properties = { url = "text" } }
whitepaper   = {}
demo_request = {}
email_sent   = { activity = false }

[icp]
tiers = { A = 0.8, B = 0.5 }
criteria = [
  { id = "industry", weight = 3, when = { industry = ["software", "finance"] } },
  { id = "size", weight = 2, when = { employees = { at_least = 50, at_most = 2000 } } },
]

[[personas]]
id = "it-lead"
name = "Ines, head of IT"
role = "decision_maker"
when = { job_title = { word = ["cio", "it-leiter*", "head of it"] } }

[scoring]
decay = { half_life = "30d" }
bands = { warm = 30, hot = 60, else = "cold" }
fit = { max = 50, grades = { A = 40, B = 20, else = "C" } }
engagement = { max = 50, grades = { 1 = 30, 2 = 10, else = "3" } }
rules = [
  { id = "industry", scores = "fit", when = { industry = ["software", "finance"] }, points = 15 },
  { id = "size", scores = "fit", when = { employees = { at_least = 50, at_most = 2000 } }, points = 10 },
  { id = "title", scores = "fit", when = { persona = "it-lead" }, points = 15 },
  { id = "demo", scores = "engagement", on = "demo_request", points = 30, limit = { times = 1 } },
  { id = "pricing", scores = "engagement", on = "page_view", where = { url = { contains = "/pricing" } }, points = 8 },
  { id = "whitepaper", scores = "engagement", on = "whitepaper", points = 6 },
]

[qualification]
framework = "bant"
criteria = [{ id = "budget", when = { budget = { at_least = 10000 } } }]

[lifecycle]
stages = ["lead", "mql", "sal", "sql", "opportunity", "customer"]

[lifecycle.stage.mql]
when = { score = { at_least = 40 }, fit = { at_least = 20 } }
requires = ["email"]
keep_while = { score = { at_least = 35 } }

[lifecycle.stage.sql]
when = { bant_met = { at_least = 1 } }

[[lifecycle.reject_reasons]]
id = "no-budget"
then = "nurture"
for = "90d"
reset = "engagement"

[consent]
quiet_after_purchase = "30d"

[handover]
calendars = { office = { days = "mon-fri", open = "09:00", close = "17:00" } }

[[handover.clocks]]
id = "accept"
from = "handover"
until = ["accepted", "rejected"]
within = "4h"
calendar = "office"
on_breach = ["notify", "return"]

[[handover.clocks]]
id = "first-contact"
from = "accepted"
until = "contact_attempted"
within = "8h"
calendar = "office"
on_breach = ["notify"]

[[goals]]
segment = "dach"
when = { country = ["DE", "AT", "CH"] }
average_deal = 12000
marketing_share = 0.6
revenue = { 2026-11 = 240000, 2026-12 = 300000 }

[goals.rates]
lead_to_mql = 0.3
mql_to_sal = 0.6
sal_to_sql = 0.5
sql_to_opportunity = 0.6
opportunity_to_customer = 0.25

[[kpis]]
id = "acceptance_rate"
target = 0.5
owner = "both"
decision = "raise or lower the MQL threshold"
"""
"""A small agreement with a part of everything."""

AS_OF = datetime(2026, 11, 2, 10, tzinfo=UTC)
"""An instant to ask for."""


@cache
def agreement() -> Agreement:
    """The small agreement."""
    return Agreement.from_toml(AGREEMENT)


def lead() -> dict[str, Any]:
    """A lead of which much is known, but not how many people work there."""
    return {
        "id": "L-1",
        "industry": "Software",
        "job_title": "IT-Leiterin",
        "email": "ines@firm.example",
        "country": "DE",
        "created": datetime(2026, 9, 28, 8, tzinfo=UTC),
    }


def interactions() -> list[dict[str, Any]]:
    """What the lead did: a look at the prices, and a request for a demo."""
    return [
        {
            "id": "i-1",
            "type": "page_view",
            "at": datetime(2026, 10, 3, 9, tzinfo=UTC),
            "properties": {"url": "/pricing/team"},
        },
        {"id": "i-2", "type": "demo_request", "at": datetime(2026, 11, 2, 9, tzinfo=UTC)},
    ]


def events() -> list[dict[str, Any]]:
    """The lead's history: it began, and was assessed when it asked for the demo."""
    assessment = agreement().assess(lead(), interactions(), as_of=AS_OF)
    started = {"id": "e-1", "type": "started", "at": "2026-09-28T08:00:00Z", "lead": "L-1", "sourced_by": "marketing"}
    return [started, assessed_event("e-2", assessment).to_dict()]
