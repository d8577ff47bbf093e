"""The example runs, and `mypy --strict` finds what is wrong in programs like it."""

from __future__ import annotations

from pathlib import Path

import pytest
import typed_example
from mypy import api

WRONG = """
from datetime import date
from decimal import Decimal
from dunning import *
from typing_extensions import assert_never

def wrong(decision: Decision, item: Item) -> None:
    Item(id="A", kind=ItemKind.INVOICE, due=date.min, open=1.5, currency="EUR")  # arg-type
    Item(id="A", kind="invoice", due=date.min, open=1, currency="EUR")  # arg-type
    Item(id="A", kind=ItemKind.INVOICE, open=1, currency="EUR")  # call-arg
    Item(id="A", kind=ItemKind.INVOICE, due=date.min, open=1, currency="EUR", colour=1)  # call-arg
    item.open = Decimal(1)  # misc
    match decision.outcome:
        case Outcome.Act():
            pass
        case Outcome.Wait():
            pass
        case never:
            assert_never(never)  # arg-type
    match item:
        case Item(id, kind, due):
            due.hour  # attr-defined
"""


def test_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    typed_example.main()
    assert capsys.readouterr().out.startswith("A goes out with ")


def test_mistakes_are_found(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(WRONG)
    found, errors, _ = api.run(["--strict", str(tmp_path / "wrong.py")])
    assert not errors
    told = {
        (int(line.split(":")[1]), line.rsplit("[", 1)[1].rstrip("]"))
        for line in found.splitlines()
        if ": error: " in line
    }
    wanted = {
        (number, line.rsplit("  # ", 1)[1])
        for number, line in enumerate(WRONG.splitlines(), start=1)
        if "  # " in line
    }
    assert told == wanted, found
