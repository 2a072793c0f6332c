"""The examples in docstrings and in the README run, and their answers are right."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import smarketing

README = Path(__file__).resolve().parents[1] / "README.md"
PROJECT_README = Path(__file__).resolve().parents[3] / "README.md"
GUIDES = PROJECT_README.parent / "docs" / "guides"
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


def test_the_project_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PROJECT_README.read_text(encoding="utf-8")
    blocks = re.findall(r"```(toml|python)\n(.*?)```", text, flags=re.DOTALL)
    [agreement] = [code for kind, code in blocks if kind == "toml"]
    [example] = [code for kind, code in blocks if kind == "python"]
    assert example.count("assert ") >= 5
    (tmp_path / "agreement.toml").write_text(agreement, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, str(PROJECT_README), "exec"), {})


@pytest.mark.parametrize("name", ["first-agreement", "work-list", "quarter"])
def test_the_guides(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed into Python runs in order; what stands in TOML is added to the agreement that it runs on."""
    page = GUIDES / f"{name}.md"
    agreement = "" if name == "first-agreement" else (GUIDES / "agreement.toml").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    monkeypatch.chdir(tmp_path)
    attempted = 0
    for kind, block in re.findall(r"```(toml|pycon)\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
        if kind == "toml":
            agreement += block
        (tmp_path / "agreement.toml").write_text(agreement, encoding="utf-8")
        if kind == "pycon":
            test = doctest.DocTestParser().get_doctest(block, names, name, str(page), 0)
            done = doctest.DocTestRunner(optionflags=OPTIONS).run(test, clear_globs=False)
            names = test.globs
            assert done.failed == 0
            attempted += done.attempted
    assert attempted >= 15
    assert agreement == (GUIDES / "agreement.toml").read_text(encoding="utf-8")
