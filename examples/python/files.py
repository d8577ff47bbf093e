"""Which files an administration is made of, and where they are."""

from collections.abc import Sequence
from pathlib import Path

from wrong import NAMES, Refused

SAMPLE = Path(__file__).resolve().parent.parent / "data"

NEEDED = ("policy.json", "creditor.json", "export.json", "debtors.csv", "items.csv")


def find(paths: Sequence[str], journal: str | None, begins_journal: bool) -> dict[str, Path]:
    """The path of each file by its name; later paths win over earlier ones."""
    files: dict[str, Path] = {}
    for given in paths or [str(SAMPLE)]:
        files.update(_named(given))
    if journal is not None:
        if not begins_journal and not Path(journal).exists():
            raise Refused(f"{journal}: there is no such file\n")
        files["journal.jsonl"] = Path(journal)
    missing = [name for name in NEEDED if name not in files]
    if missing:
        lines = [f"{name}: is needed and not among the files given\n" for name in missing]
        raise Refused("".join(lines))
    return files


def _named(given: str) -> dict[str, Path]:
    path = Path(given)
    if path.is_dir():
        return {name: path / name for name in NAMES if (path / name).is_file()}
    if not path.is_file():
        raise Refused(f"{given}: there is no such file\n")
    if path.name not in NAMES:
        raise Refused(f"{given}: is none of {', '.join(NAMES)}\n")
    return {path.name: path}
