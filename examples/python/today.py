"""Plans a day for a whole administration read from CSV files, and tells what to do and why.

`examples/README.md` tells what it prints; the same program exists in other languages.
"""

import argparse
import os
import sys
from datetime import date

from dunning import InputRefused
from export import read_day
from files import find
from load import load
from recording import record_sending
from report import report
from story import story
from wrong import Refused


class Args(argparse.Namespace):
    paths: list[str]
    on: date | None
    fresh: bool
    debtor: str | None
    journal: str | None
    record: bool


def arguments() -> Args:
    parser = argparse.ArgumentParser(
        description="Plans a day for an administration: "
        "what goes out, what waits and why, what needs a person.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        help="your own files: a directory that holds them, or single files that take the place of "
        "those of the same name; the sample administration if none is given. Names and columns are "
        "told in examples/data/README.md",
    )
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=_day,
        help="the day to plan, at 08:00 UTC; the day in export.json if not given",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="take ledger and payments as read at the planned moment, whatever export.json says",
    )
    parser.add_argument(
        "--journal", metavar="PATH", help="the journal, in place of journal.jsonl"
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--debtor", metavar="ID", help="tell the story of one debtor instead")
    either.add_argument(
        "--record",
        action="store_true",
        help="pretend to send everything, and append what happened to the journal",
    )
    args = parser.parse_intermixed_args(namespace=Args())
    if args.record and args.journal is None:
        parser.error("--record needs --journal")
    return args


def _day(text: str) -> date:
    try:
        return read_day(text)
    except InputRefused as refused:
        raise argparse.ArgumentTypeError(refused.problems[0].problem) from refused


def run(args: Args) -> str:
    files = find(args.paths, args.journal, begins_journal=args.record)
    day = load(files, args.on, args.fresh)
    if args.debtor is not None:
        return story(day, args.debtor)
    text = report(day)
    if args.record:
        text += "\n" + record_sending(day, files["journal.jsonl"])
    return text


def main() -> int:
    try:
        text = run(arguments())
    except Refused as refused:
        # As bytes: the text is the same on every system.
        sys.stderr.buffer.write(str(refused).encode())
        return 2
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:
        # A reader that has seen enough (`| head`) is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
