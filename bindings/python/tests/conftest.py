"""Tells at the end how many conformance cases were executed."""

from __future__ import annotations

import conformance
import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if conformance.executed:
        terminalreporter.write_line(f"conformance: {len(conformance.executed)} cases")
