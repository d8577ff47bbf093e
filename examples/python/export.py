"""The small JSON files: who is owed, and when the files were made."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from typing import Any

import show
from draft import Json
from dunning import Command, InputRefused
from wrong import Wrong

KNOWN = ("day", "ledgerAsOf", "paymentsAsOf", "completeness")


@dataclass(frozen=True)
class Export:
    """What `export.json` and `creditor.json` say."""

    day: date | None = None
    """The day to plan."""
    fields: Json | None = None
    """The fields of every account that these files give; none if one of them is no JSON."""


def read_export(
    text: str, creditor_text: str, on: date | None, fresh: bool, wrong: list[Wrong]
) -> Export:
    creditor = _object("creditor.json", creditor_text, wrong)
    export = _object("export.json", text, wrong)
    if export is None:
        return Export()
    for name in export.keys() - set(KNOWN):
        value = show.compact(export[name])
        wrong.append(Wrong("export.json", 0, "there is no such field", 0, name, value))
    given = export.get("day")
    day = on
    try:
        # It must be a day even if another is to be planned.
        own = read_day(given)
        day = on or own
    except InputRefused as refused:
        problem = refused.problems[0].problem
        wrong.append(Wrong("export.json", 0, problem, 0, "day", show.compact(given)))
    fields = {name: export[name] for name in KNOWN[1:] if name in export}
    if fresh and day is not None:
        fields["ledgerAsOf"] = fields["paymentsAsOf"] = show.moment(moment_of(day))
    return Export(day, None if creditor is None else {**fields, "creditor": creditor})


def moment_of(day: date) -> datetime:
    """The hour matters little: steps count in days of the creditor."""
    return datetime.combine(day, time(8), timezone.utc)


def read_day(given: object) -> date:
    """Raises `InputRefused`: the core reads the day, in a command that has one."""
    block = {
        "scope": {"type": "debtor"},
        "reason": "day",
        "begins": given if isinstance(given, str) else "",
    }
    match Command.from_json(json.dumps({"type": "block", "block": block})):
        case Command.Block(block=block_read) if block_read.begins is not None:
            return block_read.begins
        case other:
            raise AssertionError(other)


def parse(text: str) -> Any:
    """Raises `ValueError` for what is no JSON."""
    try:
        found = json.loads(text)
        # Python reads what others do not: numbers without end, and halves of characters.
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as error:
        raise ValueError("too deep") from error
    return found


def _object(file: str, text: str, wrong: list[Wrong]) -> Json | None:
    try:
        found = parse(text)
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    wrong.append(Wrong(file, 0, "is no JSON object"))
    return None
