"""The examples of the READMEs run: that of the package, and that of the front page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1]
FRONT_PAGE = PACKAGE.parents[1]


def examples(readme: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", readme.read_text("utf-8"), re.S | re.M)


def test_the_examples_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    reminder, claims = examples(PACKAGE / "README.md")
    exec(reminder, {})
    assert capsys.readouterr().out.startswith("2026-1 goes out with ")
    exec(claims, {})
    told = capsys.readouterr().out
    assert "Nederlands recht" in told and "le droit belge" in told


def test_the_example_of_the_front_page(capsys: pytest.CaptureFixture[str]) -> None:
    [example] = examples(FRONT_PAGE / "README.md")
    exec(example, {})
    assert capsys.readouterr().out.startswith("2026-1 Outcome.Act(delivery=")
