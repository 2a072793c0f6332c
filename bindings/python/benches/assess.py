"""What one assessment costs from Python: a dict in, an assessment out; then with all its reasons read.

Run it where the wheel is installed: `target/python/venv/bin/python bindings/python/benches/assess.py`.
"""

from __future__ import annotations

import json
import pickle
import sys
import timeit
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from smarketing import Agreement, _smarketing

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).resolve().parents[3] / "benches" / "data"
SCORE = 87.352848


def timed(work: Callable[[], object], number: int = 100, repeat: int = 500, each: int = 1) -> tuple[float, float]:
    """The median and the least of many short runs, in microseconds for each: other work lengthens most runs."""
    runs = [run / number / each * 1e6 for run in timeit.repeat(work, number=number, repeat=repeat)]
    return median(runs), min(runs)


def main() -> None:
    """Measures, and holds every answer to the score that must come out."""
    agreement = Agreement.from_path(DATA / "forty_rules.toml")
    request = json.loads((DATA / "request.json").read_text(encoding="utf-8"))
    lead, interactions, as_of = request["lead"], request["interactions"], request["as_of"]
    instants = [{**one, "at": datetime.fromisoformat(one["at"])} for one in interactions]
    bound = agreement.bind(lead, interactions)
    text = agreement.assess(lead, interactions, as_of=as_of).to_json()
    pairs = [{"lead": lead, "interactions": interactions}] * 1_000

    def one() -> None:
        assert agreement.assess(lead, interactions, as_of=as_of).score == SCORE

    def dates() -> None:
        assert agreement.assess(lead, instants, as_of=as_of).score == SCORE

    def written() -> None:
        assert agreement.assess(lead, interactions, as_of=as_of).to_json() == text

    def reasons() -> None:
        found = agreement.assess(lead, interactions, as_of=as_of)
        assert abs(sum(line.points for line in found.contributions) - SCORE) < 1e-6

    def evidence() -> None:
        found = agreement.assess(lead, interactions, as_of=as_of)
        assert sum(len(line.evidence) for line in found.contributions) > 20

    def many() -> None:
        assert len(agreement.assess_all(pairs, as_of=as_of)) == len(pairs)

    lines = [
        ("assess: a dict in, score, grade and stage out, reasons kept in Rust", timed(one)),
        ("the same, interactions with `datetime`", timed(dates)),
        ("assess, and the JSON text with all reasons", timed(written)),
        ("assess, and every contribution read as an object", timed(reasons, 30)),
        ("assess, and every piece of evidence too", timed(evidence, 30)),
        ("a bound lead at another instant", timed(lambda: bound.assess(as_of=as_of))),
        ("assess_all, each of 1,000 leads", timed(many, 1, 25, each=1_000)),
        ("converting the dict alone", timed(lambda: _smarketing.to_json(request))),
        ("decoding the answer alone: json.loads", timed(lambda: json.loads(text))),
        (
            "a pickle of the assessment",
            timed(lambda: pickle.dumps(agreement.assess(lead, interactions, as_of=as_of))),
        ),
    ]
    print(f"Python {sys.version.split()[0]}, many short runs, microseconds a call: the median, and the least")
    for name, (middle, least) in lines:
        print(f"{middle:9.1f} {least:9.1f}  {name}")


if __name__ == "__main__":
    main()
