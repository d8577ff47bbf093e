//! The columns of each file, and the field of the account that each becomes.

pub(crate) struct Table {
    pub(crate) file: &'static str,
    /// The list of the account, or of the row it belongs to, that a row is added to.
    pub(crate) list: &'static str,
    /// The column that names the row of another file to which a row belongs.
    pub(crate) under: Option<Under>,
    pub(crate) columns: &'static [Column],
}

pub(crate) struct Under {
    pub(crate) column: &'static str,
    pub(crate) list: &'static str,
    pub(crate) file: &'static str,
}

pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) needed: bool,
    pub(crate) becomes: Becomes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Becomes {
    /// The field of the same name.
    Text,
    /// A list of words, written with spaces between them.
    Words,
    /// `yes` or `no`.
    YesNo,
    /// A field of a record within.
    Within(&'static str, &'static str),
    /// An address on the channel of the same name.
    Address,
    /// No field: it names the row to which this one belongs.
    Link,
}

const fn needed(name: &'static str, becomes: Becomes) -> Column {
    Column { name, needed: true, becomes }
}

const fn may(name: &'static str, becomes: Becomes) -> Column {
    Column { name, needed: false, becomes }
}

use Becomes::{Address, Link, Text, Within, Words, YesNo};

pub(crate) const DEBTORS: Table = Table {
    file: "debtors.csv",
    list: "debtor",
    under: None,
    columns: &[
        needed("id", Text),
        needed("name", Text),
        needed("kind", Text),
        needed("country", Text),
        may("naturalPerson", YesNo),
        may("size", Text),
        may("region", Text),
        may("zones", Words),
        may("language", Text),
        may("group", Text),
        may("scenario", Text),
    ],
};

/// Everything that belongs to a debtor, in the order of reading.
pub(crate) const TABLES: [Table; 6] = [
    Table {
        file: "parties.csv",
        list: "parties",
        under: None,
        columns: &[
            needed("debtor", Link),
            needed("id", Text),
            needed("name", Text),
            may("country", Text),
            may("zone", Text),
        ],
    },
    Table {
        file: "contacts.csv",
        list: "contacts",
        under: None,
        columns: &[
            needed("debtor", Link),
            needed("id", Text),
            needed("name", Text),
            needed("purposes", Words),
            may("kind", Text),
            may("party", Text),
            may("language", Text),
            may("email", Address),
            may("whatsApp", Address),
            may("sms", Address),
            may("letter", Address),
            may("portal", Address),
            may("call", Address),
        ],
    },
    Table {
        file: "consents.csv",
        list: "consents",
        under: Some(Under { column: "contact", list: "contacts", file: "contacts.csv" }),
        columns: &[
            needed("debtor", Link),
            needed("contact", Link),
            needed("channel", Text),
            needed("given", YesNo),
            needed("source", Text),
            needed("at", Text),
        ],
    },
    Table {
        file: "items.csv",
        list: "items",
        under: None,
        columns: &[
            needed("debtor", Link),
            needed("id", Text),
            needed("kind", Text),
            needed("due", Text),
            needed("open", Text),
            needed("currency", Text),
            may("documentId", Text),
            may("documentNumber", Text),
            may("issued", Text),
            may("receivedOn", Text),
            may("original", Text),
            may("party", Text),
            may("tags", Words),
            may("claimKind", Text),
            may("graceUntil", Text),
            may("scenario", Text),
            may("settles", Text),
            may("charge", Text),
            may("timeBarredOn", Text),
            may("paymentReference", Text),
        ],
    },
    Table {
        file: "payments.csv",
        list: "payments",
        under: None,
        columns: &[
            needed("debtor", Link),
            needed("id", Text),
            needed("valueDate", Text),
            needed("amount", Text),
            needed("currency", Text),
            may("bookedOn", Text),
            may("reversedOn", Within("reversed", "on")),
            may("reversedReason", Within("reversed", "reason")),
        ],
    },
    Table {
        file: "allocations.csv",
        list: "allocations",
        under: Some(Under { column: "payment", list: "payments", file: "payments.csv" }),
        columns: &[
            needed("debtor", Link),
            needed("payment", Link),
            needed("item", Text),
            needed("amount", Text),
        ],
    },
];
