"""The columns of each file, and the field of the account that each becomes."""

from dataclasses import dataclass
from enum import Enum, auto


class Becomes(Enum):
    TEXT = auto()
    """The field of the same name."""
    WORDS = auto()
    """A list of words, written with spaces between them."""
    YES_NO = auto()
    """`yes` or `no`."""
    ADDRESS = auto()
    """An address on the channel of the same name."""
    LINK = auto()
    """No field: it names the row to which this one belongs."""


@dataclass(frozen=True)
class Within:
    """A field of a record within."""

    record: str
    field: str


@dataclass(frozen=True)
class Column:
    name: str
    becomes: Becomes | Within
    needed: bool


@dataclass(frozen=True)
class Under:
    """The row of another file to which a row belongs, and the column that names it."""

    column: str
    list: str
    file: str


@dataclass(frozen=True)
class Table:
    file: str
    list: str
    """The list of the account, or of the row it belongs to, that a row is added to."""
    columns: tuple[Column, ...]
    under: Under | None = None


def _needed(*names: str, becomes: Becomes = Becomes.TEXT) -> tuple[Column, ...]:
    return tuple(Column(name, becomes, needed=True) for name in names)


def _may(*names: str, becomes: Becomes | Within = Becomes.TEXT) -> tuple[Column, ...]:
    return tuple(Column(name, becomes, needed=False) for name in names)


_DEBTOR = _needed("debtor", becomes=Becomes.LINK)

DEBTORS = Table(
    file="debtors.csv",
    list="debtor",
    columns=(
        *_needed("id", "name", "kind", "country"),
        *_may("naturalPerson", becomes=Becomes.YES_NO),
        *_may("size", "region"),
        *_may("zones", becomes=Becomes.WORDS),
        *_may("language", "group", "scenario"),
    ),
)

TABLES = (
    Table(
        file="parties.csv",
        list="parties",
        columns=(*_DEBTOR, *_needed("id", "name"), *_may("country", "zone")),
    ),
    Table(
        file="contacts.csv",
        list="contacts",
        columns=(
            *_DEBTOR,
            *_needed("id", "name"),
            *_needed("purposes", becomes=Becomes.WORDS),
            *_may("kind", "party", "language"),
            *_may("email", "whatsApp", "sms", "letter", "portal", "call", becomes=Becomes.ADDRESS),
        ),
    ),
    Table(
        file="consents.csv",
        list="consents",
        under=Under(column="contact", list="contacts", file="contacts.csv"),
        columns=(
            *_DEBTOR,
            *_needed("contact", becomes=Becomes.LINK),
            *_needed("channel"),
            *_needed("given", becomes=Becomes.YES_NO),
            *_needed("source", "at"),
        ),
    ),
    Table(
        file="items.csv",
        list="items",
        columns=(
            *_DEBTOR,
            *_needed("id", "kind", "due", "open", "currency"),
            *_may("documentId", "documentNumber", "issued", "receivedOn", "original", "party"),
            *_may("tags", becomes=Becomes.WORDS),
            *_may("claimKind", "graceUntil", "scenario", "settles", "charge", "timeBarredOn"),
            *_may("paymentReference"),
        ),
    ),
    Table(
        file="payments.csv",
        list="payments",
        columns=(
            *_DEBTOR,
            *_needed("id", "valueDate", "amount", "currency"),
            *_may("bookedOn"),
            *_may("reversedOn", becomes=Within("reversed", "on")),
            *_may("reversedReason", becomes=Within("reversed", "reason")),
        ),
    ),
    Table(
        file="allocations.csv",
        list="allocations",
        under=Under(column="payment", list="payments", file="payments.csv"),
        columns=(
            *_DEBTOR,
            *_needed("payment", becomes=Becomes.LINK),
            *_needed("item", "amount"),
        ),
    ),
)
"""Everything that belongs to a debtor, in the order of reading."""
