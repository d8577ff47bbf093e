package dunning.examples

/** A file: its columns, and the list of the account, or of the row it belongs to, that a row is added to. */
class Table(val file: String, val list: String, val columns: List<Column>, val under: Under? = null)

/** The column that names the row of another file to which a row belongs. */
class Under(val column: String, val list: String, val file: String)

class Column(val name: String, val needed: Boolean, val becomes: Becomes)

/** The field of the account that a cell becomes. */
sealed interface Becomes {
    /** The field of the same name. */
    object Text : Becomes

    /** A list of words, written with spaces between them. */
    object Words : Becomes

    /** `yes` or `no`. */
    object YesNo : Becomes

    /** A field of a record within. */
    class Within(val record: String, val field: String) : Becomes

    /** An address on the channel of the same name. */
    object Address : Becomes

    /** No field: it names the row to which this one belongs. */
    object Link : Becomes
}

private fun needed(name: String, becomes: Becomes = Becomes.Text) = Column(name, true, becomes)

private fun may(name: String, becomes: Becomes = Becomes.Text) = Column(name, false, becomes)

private fun link(name: String) = needed(name, Becomes.Link)

val DEBTORS = Table(
    "debtors.csv", "debtor",
    listOf(
        needed("id"), needed("name"), needed("kind"), needed("country"), may("naturalPerson", Becomes.YesNo),
        may("size"), may("region"), may("zones", Becomes.Words), may("language"), may("group"), may("scenario"),
    ),
)

/** Everything that belongs to a debtor, in the order of reading. */
val TABLES = listOf(
    Table(
        "parties.csv", "parties",
        listOf(link("debtor"), needed("id"), needed("name"), may("country"), may("zone")),
    ),
    Table(
        "contacts.csv", "contacts",
        listOf(link("debtor"), needed("id"), needed("name"), needed("purposes", Becomes.Words)) +
            listOf("kind", "party", "language").map { may(it) } +
            listOf("email", "whatsApp", "sms", "letter", "portal", "call").map { may(it, Becomes.Address) },
    ),
    Table(
        "consents.csv", "consents",
        listOf(
            link("debtor"), link("contact"), needed("channel"), needed("given", Becomes.YesNo), needed("source"),
            needed("at"),
        ),
        Under("contact", "contacts", "contacts.csv"),
    ),
    Table(
        "items.csv", "items",
        listOf(
            link("debtor"), needed("id"), needed("kind"), needed("due"), needed("open"), needed("currency"),
            may("documentId"), may("documentNumber"), may("issued"), may("receivedOn"), may("original"),
            may("party"), may("tags", Becomes.Words), may("claimKind"), may("graceUntil"), may("scenario"),
            may("settles"), may("charge"), may("timeBarredOn"), may("paymentReference"),
        ),
    ),
    Table(
        "payments.csv", "payments",
        listOf(
            link("debtor"), needed("id"), needed("valueDate"), needed("amount"), needed("currency"),
            may("bookedOn"), may("reversedOn", Becomes.Within("reversed", "on")),
            may("reversedReason", Becomes.Within("reversed", "reason")),
        ),
    ),
    Table(
        "allocations.csv", "allocations",
        listOf(link("debtor"), link("payment"), needed("item"), needed("amount")),
        Under("payment", "payments", "payments.csv"),
    ),
)
