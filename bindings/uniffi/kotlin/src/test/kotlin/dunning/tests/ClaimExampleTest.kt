package dunning.tests

// begin of the example
import dunning.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate

fun account(country: String, zone: String, kind: DebtorKind, at: Instant, journal: List<Entry>) = Account(
    creditor = Creditor("C", "Bakker", country = country, zone = zone),
    debtor = Debtor("D", "De Groot", kind, country = country),
    ledgerAsOf = at,
    paymentsAsOf = at,
    contacts = listOf(
        Contact(
            "eva", "Eva", listOf(Purpose.REMINDER),
            addresses = listOf(Address("mail", Channel.EMAIL, "eva@example.com")),
        ),
    ),
    items = listOf(
        Item("2026-1", ItemKind.INVOICE, LocalDate.of(2026, 2, 1), BigDecimal("400.00"), "EUR"),
    ),
    journal = journal,
)

fun owed(): List<BigDecimal> {
    // Interest and collection costs by Dutch law, without a notice: 400.00 + 9.79 + 60.00.
    val now = Instant.parse("2026-04-30T09:00:00Z")
    val dutch = Policy(preset("nl_business").policy)
    val business = account("NL", "Europe/Amsterdam", DebtorKind.BUSINESS, now, listOf())
    val dutchClaim = claim(business, dutch, on = LocalDate.of(2026, 4, 30))
    println(claimText(business, dutchClaim, "nl"))

    // The Belgian house rules, with the clause; the first reminder goes out in February.
    val belgian = Policy(preset("be_consumer").policy.copy(claims = ClaimRules(clauseAgreed = true)))
    val then = Instant.parse("2026-02-09T09:00:00Z")
    val before = account("BE", "Europe/Brussels", DebtorKind.CONSUMER, then, listOf())
    val reminder = plan(before, belgian, now = then).actions.single()
    val journal = record(
        before, belgian, "sent-1", Command.Sent(SentReport(reminder)), occurredAt = then, actor = "outbox",
    )
    val consumer = account("BE", "Europe/Brussels", DebtorKind.CONSUMER, now, journal)
    val days = listOf(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 30))
    val belgianClaims = days.map { claim(consumer, belgian, on = it) } // 400.00, then 455.00
    return (listOf(dutchClaim) + belgianClaims).map { it.statements.single().total }
}
// end of the example

class ClaimExampleTest {
    @org.junit.jupiter.api.Test
    fun `the example on claims in the README is the one above, and gives these sums`() {
        val source = java.io.File("src/test/kotlin/dunning/tests/ClaimExampleTest.kt").readText()
        val example = source.substringAfter("// begin of the example\n").substringBefore("// end of the " + "example\n")
        val readme = java.io.File(System.getProperty("readme.path")).readText()
        val shown = readme.split("```kotlin\n")[2].substringBefore("```\n")
        org.junit.jupiter.api.Assertions.assertEquals(example, shown)
        val sums = listOf("469.79", "400.00", "455.00").map(::BigDecimal)
        org.junit.jupiter.api.Assertions.assertEquals(sums, owed())
    }
}
