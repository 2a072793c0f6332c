"""The notebooks run from the first cell to the last with the right numbers, and lie in the project without outputs."""

from __future__ import annotations

import re
from math import comb
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
DATA = Path(__file__).resolve().parents[3] / "crates/smarketing/examples/data"
FILES = ["leads.csv", "interactions.csv"]
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_two() -> None:
    assert [notebook.stem for notebook in NOTEBOOKS] == ["plan_quarter", "score_leads"]


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def ran(request: pytest.FixtureRequest) -> tuple[str, Any]:
    """A notebook after it ran: its name, and its cells with their outputs."""
    path: Path = request.param
    notebook = nbformat.read(path, as_version=4)
    for cell in code(notebook):
        assert not cell.outputs and cell.execution_count is None, "clear the outputs before you commit"
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": FOLDER}}).execute()
    return path.stem, notebook


def test_a_notebook_shows_pictures(ran: tuple[str, Any]) -> None:
    shown = [output for cell in code(ran[1]) for output in cell.outputs]
    assert any("text/html" in output.get("data", {}) for output in shown)


def test_a_notebook_gives_the_right_numbers(ran: tuple[str, Any]) -> None:
    name, notebook = ran
    {"plan_quarter": plan_quarter, "score_leads": score_leads}[name](notebook)


def plan_quarter(notebook: Any) -> None:
    # 240,000, 250,000 and 310,000 in one segment, 60,000 and 80,000 in the other.
    assert "940,000.00 EUR" in told(notebook, "plan = agreement.plan(options)")
    # 60 % of 800,000 at 12,000 a deal are 40 deals: of 2,000 leads that is one in fifty.
    assert float(told(notebook, "solution.value")) == 40 / 2_000

    # The fewest leads of which, by the binomial distribution, at least ten close with a chance of 90 %.
    def fewer_than_ten(leads: int) -> float:
        return sum(comb(leads, deals) * 0.2**deals * 0.8 ** (leads - deals) for deals in range(10))

    fewest = next(leads for leads in range(10, 1_000) if fewer_than_ten(leads) <= 0.1)
    assert int(told(notebook, "smarketing.leads_for_chance")) == fewest


def score_leads(notebook: Any) -> None:
    # A line for each row, and one for the headers.
    lines = {name: len((DATA / name).read_text(encoding="utf-8").splitlines()) - 1 for name in FILES}
    assert told(notebook, "len(leads), sum(") == f"({lines['leads.csv']}, {lines['interactions.csv']})"
    stages = dict(re.findall(r"(\w+)'>?: (\d+)", told(notebook, "Counter(assessment.stage")))
    assert sum(map(int, stages.values())) == lines["leads.csv"]
    # The comparison counts the same leads by another way.
    before = dict(re.findall(r"^(\w+) +(\d+) →", told(notebook, "for stage in comparison.stages"), re.MULTILINE))
    assert {stage: count for stage, count in before.items() if count != "0"} == stages


def told(notebook: Any, source: str) -> str:
    """What the cell with this source said: its prints, its value, and its picture."""
    [cell] = [cell for cell in code(notebook) if source in cell.source]
    values = [output["data"] for output in cell.outputs if "data" in output]
    prints = [output["text"] for output in cell.outputs if "text" in output]
    return "".join([*prints, *(text for value in values for text in value.values() if isinstance(text, str))])


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
