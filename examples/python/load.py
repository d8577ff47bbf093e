"""From files to accounts.

Each row becomes JSON of the account it belongs to, and the core reads that: it names every wrong
value by its path, and the draft knows in which file, line and column the path stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from columns import DEBTORS, TABLES, Table
from draft import Draft, Json
from dunning import Account, InputRefused, Policy, PolicyRefused
from export import moment_of, parse, read_export
from table import Row, read_rows
from wrong import Refused, Wrong, listed, quoted


@dataclass(frozen=True)
class Administration:
    """An administration at a moment."""

    policy: Policy
    day: date
    now: datetime
    accounts: list[Account]
    """In the order of `debtors.csv`."""
    entries_elsewhere: int
    """Journal entries of debtors that the export lacks."""


def load(files: Mapping[str, Path], on: date | None, fresh: bool) -> Administration:
    return _Loading(files).load(on, fresh)


class _Loading:
    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._drafts: dict[str, Draft] = {}
        self._wrong: list[Wrong] = []

    def load(self, on: date | None, fresh: bool) -> Administration:
        policy = self._policy()
        texts = self._text("export.json"), self._text("creditor.json")
        export = read_export(*texts, on, fresh, self._wrong)
        self._tables(export.fields or {})
        elsewhere = self._journal()
        accounts = self._accounts(whole=export.fields is not None)
        if policy is None or export.day is None or self._wrong:
            raise Refused(listed(self._wrong))
        return Administration(policy, export.day, moment_of(export.day), accounts, elsewhere)

    def _text(self, name: str) -> str:
        """The text of a file; empty if it is not there, which only optional files may be."""
        path = self._files.get(name)
        if path is None:
            return ""
        try:
            return path.read_bytes().decode()
        except UnicodeDecodeError:
            self._wrong.append(Wrong(name, 0, "is not UTF-8 text"))
        except OSError:
            # `--record` may begin a journal.
            if name != "journal.jsonl":
                self._wrong.append(Wrong(name, 0, "cannot be read"))
        return ""

    def _policy(self) -> Policy | None:
        try:
            return Policy.from_json(self._text("policy.json"))
        except PolicyRefused as refused:
            for found in refused.problems:
                told = Wrong("policy.json", 0, found.problem, 0, found.path, found.value)
                self._wrong.append(told)
            return None

    def _tables(self, fields: Json) -> None:
        unread = set()
        rows = read_rows(DEBTORS, self._text(DEBTORS.file), self._wrong)
        if rows is None:
            unread.add(DEBTORS.file)
        for row in rows or []:
            self._debtor(row, fields)
        for table in TABLES:
            if table.file not in self._files:
                continue
            rows = read_rows(table, self._text(table.file), self._wrong)
            if rows is None:
                unread.add(table.file)
            # What belongs to rows that could not be read is not wrong by itself.
            belongs = {DEBTORS.file} | ({table.under.file} if table.under else set())
            if rows is not None and not belongs & unread:
                for row in rows:
                    self._row(table, row)

    def _debtor(self, row: Row, fields: Json) -> None:
        id = row.get("id")
        if id is None:
            return
        if id.text not in self._drafts:
            self._drafts[id.text] = Draft(fields, row, self._wrong)
            return
        problem = "the debtor stands here twice"
        self._wrong.append(Wrong(DEBTORS.file, row.line, problem, id.at, "id", quoted(id.text)))

    def _row(self, table: Table, row: Row) -> None:
        debtor = row.get("debtor")
        if debtor is None:
            return
        if debtor.text in self._drafts:
            self._drafts[debtor.text].add(table, row)
            return
        problem, value = "debtors.csv has no such debtor", quoted(debtor.text)
        self._wrong.append(Wrong(table.file, row.line, problem, debtor.at, "debtor", value))

    def _journal(self) -> int:
        """Lines `{"account": debtor, "entry": {…}}`; returns how many are of other debtors."""
        elsewhere = 0
        for number, line in enumerate(self._text("journal.jsonl").split("\n"), start=1):
            line = line.removesuffix("\r")
            if not line.strip():
                continue
            match _parsed(line):
                case {"account": str(account), "entry": dict(entry)}:
                    if account in self._drafts:
                        self._drafts[account].add_entry(number, entry)
                    else:
                        elsewhere += 1
                case _:
                    problem = "is no JSON object with `account` and `entry`"
                    self._wrong.append(Wrong("journal.jsonl", number, problem, value=line))
        return elsewhere

    def _accounts(self, *, whole: bool) -> list[Account]:
        accounts = []
        for draft in self._drafts.values():
            try:
                accounts.append(draft.account())
            except InputRefused as refused:
                places = map(draft.place, refused.problems)
                # Without creditor and export each account lacks the same fields.
                self._wrong.extend(place for place in places if whole or place.line)
        return accounts


def _parsed(line: str) -> object:
    try:
        return parse(line)
    except ValueError:
        return None
