"""What is wrong with the input, and where: all of it is told at once."""

from collections.abc import Iterable
from dataclasses import dataclass

NAMES = (
    "policy.json",
    "creditor.json",
    "export.json",
    "debtors.csv",
    "parties.csv",
    "contacts.csv",
    "consents.csv",
    "items.csv",
    "payments.csv",
    "allocations.csv",
    "journal.jsonl",
)
"""The files in the order in which what is wrong with them is told."""


class Refused(Exception):
    """The arguments or the files are wrong; says how, each line with its end."""


@dataclass(frozen=True)
class Wrong:
    file: str
    line: int
    """0 where the whole file is meant: the small JSON files have no lines."""
    problem: str
    at: int = 0
    """The place of the column in the header."""
    column: str = ""
    value: str = ""
    """As it is shown; empty if there is nothing to show."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.column, self.value, self.problem) if part)


def listed(wrong: Iterable[Wrong]) -> str:
    """By file, line and column, each thing once."""
    told = sorted(set(wrong), key=_order)
    return "".join(f"{one}\n" for one in told) + f"wrong: {len(told)}\n"


def _order(one: Wrong) -> tuple[int, int, int, str, str, str]:
    return NAMES.index(one.file), one.line, one.at, one.column, one.value, one.problem


def quoted(cell: str) -> str:
    """A value as it stands in its file."""
    return f'"{cell}"'
