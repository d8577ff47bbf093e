"""CSV files as rows of cells that know where they stand."""

import csv
import io
from dataclasses import dataclass

from columns import Column, Table
from wrong import Wrong


@dataclass(frozen=True)
class Cell:
    column: Column
    at: int
    """Its place in the header."""
    text: str


@dataclass(frozen=True)
class Row:
    """The cells of the columns that the file has, in the order of the table's columns."""

    line: int
    cells: tuple[Cell, ...]

    def get(self, column: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.column.name == column), None)


def read_rows(table: Table, text: str, wrong: list[Wrong]) -> list[Row] | None:
    """Comma or, as spreadsheets write it in many countries, semicolon between cells.

    None if the header is wrong: then nothing can be said of the rows.
    """
    records = _records(text.removeprefix("\ufeff"))
    if not records:
        wrong.append(Wrong(table.file, 1, "there is no header"))
        return None
    (_, header), *records = records
    told = len(wrong)
    places = _places(table, header, wrong)
    if len(wrong) > told:
        return None
    rows = []
    for line, record in records:
        if len(record) == len(header):
            cells = (Cell(column, at, record[at].strip()) for column, at in places)
            rows.append(Row(line, tuple(cells)))
        else:
            problem = f"{len(record)} cells where the header has {len(header)}"
            wrong.append(Wrong(table.file, line, problem))
    return rows


def _records(text: str) -> list[tuple[int, list[str]]]:
    """Each record with the line on which it begins; blank lines are none."""
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    # The default limit of a cell is for hostile files; these are one's own.
    csv.field_size_limit(max(len(text), 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records = []
    line = 1
    for record in reader:
        if record:
            records.append((line, record))
        line = reader.line_num + 1
    return records


def _places(table: Table, header: list[str], wrong: list[Wrong]) -> list[tuple[Column, int]]:
    """Where each column of the table stands in the file."""
    known = {column.name for column in table.columns}
    for at, name in enumerate(header):
        if name not in known:
            problem = "there is no such column"
        elif name in header[:at]:
            problem = "the column stands here twice"
        else:
            continue
        wrong.append(Wrong(table.file, 1, problem, at, name))
    for column in table.columns:
        if column.needed and column.name not in header:
            wrong.append(Wrong(table.file, 1, "the column is missing", len(header), column.name))
    present = (column for column in table.columns if column.name in header)
    return [(column, header.index(column.name)) for column in present]
