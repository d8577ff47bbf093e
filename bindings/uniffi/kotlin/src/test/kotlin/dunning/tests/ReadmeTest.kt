package dunning.tests

// begin of the example
import dunning.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate

fun remind() {
    val policy = Policy(
        PolicyDoc(
            scenarios = listOf(
                Scenario(
                    "standard", version = 1u,
                    steps = listOf(Step("reminder", Offset.Days(3), Work.Message(listOf(Channel.EMAIL)))),
                ),
            ),
            assignment = listOf(AssignmentRule("standard")),
        ),
    )
    val account = Account(
        creditor = Creditor("C1", "Bakkerij Jansen B.V.", country = "NL", zone = "Europe/Amsterdam"),
        debtor = Debtor("D1", "Café De Zon", DebtorKind.BUSINESS, country = "NL"),
        ledgerAsOf = Instant.parse("2026-03-10T06:00:00Z"),
        paymentsAsOf = Instant.parse("2026-03-10T06:00:00Z"),
        contacts = listOf(
            Contact(
                "K1", "Eva", listOf(Purpose.MAIN),
                addresses = listOf(Address("E1", Channel.EMAIL, "eva@example.com")),
            ),
        ),
        items = listOf(
            Item("A1", ItemKind.INVOICE, LocalDate.of(2026, 3, 1), BigDecimal("1250.00"), "EUR"),
        ),
    )
    val today = plan(account, policy, now = Instant.parse("2026-03-10T09:00:00Z"))
    for (decision in today.decisions) {
        when (val outcome = decision.outcome) {
            is Outcome.Act -> println("${decision.item} goes out with ${outcome.delivery}")
            is Outcome.Wait -> println("${decision.item} waits: ${decision.holds}")
            is Outcome.Closed -> println("${decision.item} needs nothing")
        }
    }
}
// end of the example

class ReadmeTest {
    @org.junit.jupiter.api.Test
    fun `the example in the README is the one above, and it runs`() {
        val source = java.io.File("src/test/kotlin/dunning/tests/ReadmeTest.kt").readText()
        val example = source.substringAfter("// begin of the example\n").substringBefore("// end of the " + "example\n")
        val readme = java.io.File(System.getProperty("readme.path")).readText()
        val shown = readme.substringAfter("```kotlin\n").substringBefore("```\n")
        org.junit.jupiter.api.Assertions.assertEquals(example, shown)
        remind()
    }
}
