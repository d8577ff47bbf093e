"""The example of the README runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def test_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    text = (Path(__file__).parents[1] / "README.md").read_text()
    [example] = re.findall(r"^```python\n(.*?)^```", text, re.S | re.M)
    exec(example, {})
    assert capsys.readouterr().out.startswith("2026-1 goes out with ")
