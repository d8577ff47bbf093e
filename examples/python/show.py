"""Values as text: reason codes are their type, then `name=value` sorted by name."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any


def text(lines: Iterable[str]) -> str:
    """Each line with its end."""
    return "".join(f"{line}\n" for line in lines)


def moment(at: datetime) -> str:
    """In UTC, with a part of a second only if there is one."""
    parts = at.microsecond
    precision = "microseconds" if parts % 1000 else "milliseconds" if parts else "seconds"
    return at.isoformat(timespec=precision).replace("+00:00", "Z")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 item`, `2 items`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def compact(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def code(value: Any) -> str:
    """The JSON of a hold, reason, finding or subject, or of a word."""
    return _shown(value, brief=False)


def subject(about: Any) -> str:
    """What a notice or an entry is about."""
    match about:
        case {"type": "item", "item": item}:
            return f"item {item}"
        case _:
            return code(about)


def event(event: Any) -> str:
    """The fields of its record, of lists only how long they are."""
    match [value for name, value in event.items() if name != "type"]:
        case [dict() as record]:
            return _fields({**record, "type": event["type"]}, brief=True)
        case _:
            return _fields(event, brief=True)


def _shown(value: Any, *, brief: bool) -> str:
    match value:
        case str():
            return f'"{value}"' if not value or " " in value else value
        case list():
            if brief:
                return str(len(value))
            return f"[{', '.join(_within(one, brief=brief) for one in value)}]"
        case dict():
            return _fields(value, brief=brief)
        case None:
            return "none"
        case _:
            return json.dumps(value)


def _within(value: Any, *, brief: bool) -> str:
    """A value within another: an object with more than its type stands in braces."""
    text = _shown(value, brief=brief)
    return f"{{{text}}}" if isinstance(value, dict) and value.keys() != {"type"} else text


def _fields(fields: dict[str, Any], *, brief: bool) -> str:
    shown = [fields["type"]] if "type" in fields else []
    for name in sorted(fields.keys() - {"type"}):
        shown.append(f"{name}={_within(fields[name], brief=brief)}")
    return " ".join(shown)
