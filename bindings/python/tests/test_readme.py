"""The examples of the READMEs run: that of the package, and that of the front page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1]
FRONT_PAGE = PACKAGE.parents[1]


def example(readme: Path) -> str:
    [found] = re.findall(r"^```python\n(.*?)^```", readme.read_text("utf-8"), re.S | re.M)
    return str(found)


def test_the_example_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    exec(example(PACKAGE / "README.md"), {})
    assert capsys.readouterr().out.startswith("2026-1 goes out with ")


def test_the_example_of_the_front_page(capsys: pytest.CaptureFixture[str]) -> None:
    exec(example(FRONT_PAGE / "README.md"), {})
    assert capsys.readouterr().out.startswith("2026-1 Outcome.Act(delivery=")
