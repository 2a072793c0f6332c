"""The notebooks run from the first cell to the last, and lie in the project without outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_two() -> None:
    assert [notebook.stem for notebook in NOTEBOOKS] == ["plan_quarter", "score_leads"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in code(notebook):
        assert not cell.outputs and cell.execution_count is None, "clear the outputs before you commit"
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": FOLDER}}).execute()
    shown = [output for cell in code(notebook) for output in cell.outputs]
    assert any("text/html" in output.get("data", {}) for output in shown)


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
