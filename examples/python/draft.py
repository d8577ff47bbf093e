"""An account as JSON in the making, with the place in the files of everything in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from columns import DEBTORS, Becomes, Table, Within
from dunning import Account, Problem
from table import Cell, Row
from wrong import Wrong, quoted

Json = dict[str, Any]


@dataclass(frozen=True)
class Place:
    file: str
    line: int
    cell: Cell | None = None
    """None for a whole line."""


class Draft:
    def __init__(self, fields: Json, debtor: Row, wrong: list[Wrong]) -> None:
        """With the fields that are the same for every account."""
        self._places: dict[str, Place] = {}
        self._wrong = wrong
        self._json: Json = {
            "parties": [],
            "contacts": [],
            "items": [],
            "payments": [],
            "journal": [],
            **fields,
            "debtor": self._record(DEBTORS, "debtor", debtor),
        }

    def account(self) -> Account:
        return Account.from_json(json.dumps(self._json))

    def add(self, table: Table, row: Row) -> None:
        """Adds a row to its list of the account, or of the row that it belongs to."""
        parent, path = self._json, table.list
        if table.under is not None:
            link = row.get(table.under.column)
            if link is None:
                return
            ids = [one["id"] for one in self._json[table.under.list]]
            if link.text not in ids:
                problem = f"{table.under.file} has no such {table.under.column} of the debtor"
                self._tell(table, row, link, problem)
                return
            at = ids.index(link.text)
            parent = self._json[table.under.list][at]
            path = f"{table.under.list}[{at}].{table.list}"
        rows = parent.setdefault(table.list, [])
        rows.append(self._record(table, f"{path}[{len(rows)}]", row))

    def add_entry(self, line: int, entry: Json) -> None:
        journal = self._json["journal"]
        self._places[f"journal[{len(journal)}]"] = Place("journal.jsonl", line)
        journal.append(entry)

    def place(self, problem: Problem) -> Wrong:
        """Where a problem stands that the core found."""
        path = problem.path
        while path not in self._places:
            end = max(path.rfind("."), path.rfind("["))
            if end < 0:
                return _in_small_file(problem)
            path = path[:end]
        place = self._places[path]
        if place.cell is not None:
            cell = place.cell
            return Wrong(
                place.file, place.line, problem.problem, cell.at, cell.column.name, quoted(cell.text)
            )
        rest = problem.path.removeprefix(path).lstrip(".")
        return Wrong(place.file, place.line, problem.problem, 0, rest, problem.value)

    def _tell(self, table: Table, row: Row, cell: Cell, problem: str) -> None:
        told = Wrong(table.file, row.line, problem, cell.at, cell.column.name, quoted(cell.text))
        self._wrong.append(told)

    def _record(self, table: Table, path: str, row: Row) -> Json:
        record: Json = {}
        for cell in row.cells:
            name, text = cell.column.name, cell.text
            if not text and not cell.column.needed:
                continue
            place = Place(table.file, row.line, cell)
            match cell.column.becomes:
                case Becomes.TEXT:
                    self._places[f"{path}.{name}"] = place
                    record[name] = text
                case Becomes.WORDS:
                    self._places[f"{path}.{name}"] = place
                    record[name] = text.split()
                case Becomes.YES_NO:
                    if text not in ("yes", "no"):
                        self._tell(table, row, cell, "is neither yes nor no")
                    record[name] = text == "yes"
                case Within(record=within, field=field):
                    self._places[f"{path}.{within}"] = place
                    self._places[f"{path}.{within}.{field}"] = place
                    record.setdefault(within, {})[field] = text
                case Becomes.ADDRESS:
                    address = {"id": f"{record['id']}-{name}", "channel": name, "value": text}
                    record.setdefault("addresses", []).append(address)
                case Becomes.LINK:
                    pass
        return record


def _in_small_file(problem: Problem) -> Wrong:
    if problem.path.startswith("creditor"):
        file, column = "creditor.json", problem.path.removeprefix("creditor").lstrip(".")
    else:
        file, column = "export.json", problem.path.removeprefix("input")
    return Wrong(file, 0, problem.problem, 0, column, problem.value if column else "")
