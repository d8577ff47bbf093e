"""The contract that all languages share: every case gives what it expects."""

from __future__ import annotations

import json
from pathlib import Path

import conformance
import pytest


@pytest.mark.parametrize("path", conformance.cases(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    case = json.loads(path.read_text())
    result = conformance.execute(case, path.name)
    # Text of equal shape: the difference is shown line by line.
    found, expected = (json.dumps(of, indent=1, sort_keys=True) for of in (result, case["expect"]))
    assert found == expected, case["description"]


def test_an_unknown_verb_fails() -> None:
    with pytest.raises(KeyError):
        conformance.execute({"verb": "guess"}, "guess")
