"""The examples in docstrings and in the README run, and their answers are right."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import smarketing

README = Path(__file__).resolve().parents[1] / "README.md"
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
MODULES = sorted(f"smarketing.{module.name}" for module in pkgutil.iter_modules(smarketing.__path__))


@pytest.mark.parametrize("name", ["smarketing", *MODULES])
def test_docstrings(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name), optionflags=OPTIONS)
    assert done.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    modules = [importlib.import_module(name) for name in ["smarketing", *MODULES]]
    examples = [example for module in modules for test in finder.find(module) for example in test.examples]
    assert len(examples) > 100


def test_the_readme() -> None:
    done = doctest.testfile(str(README), module_relative=False, optionflags=OPTIONS)
    assert (done.failed, done.attempted > 0) == (0, True)


def test_the_project_s_readme() -> None:
    """The README of the project shows one agreement, and the same assessment of it in three languages."""
    page = (README.parents[2] / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in page.split("```python\n")[1:]]
    if not blocks:
        pytest.skip("the README of the project has no Python yet")
    text = page.split("```toml\n")[1].split("```")[0]
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {"text": text})
