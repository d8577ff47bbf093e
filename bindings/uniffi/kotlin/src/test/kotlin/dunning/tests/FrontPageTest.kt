package dunning.tests.frontpage

// begin of the example
import dunning.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate

fun remind() {
    val now = Instant.parse("2026-03-02T09:00:00Z")
    val steps = listOf(Step("reminder", Offset.Days(7), Work.Message(listOf(Channel.EMAIL, Channel.LETTER))))
    val policy = Policy(
        PolicyDoc(
            scenarios = listOf(Scenario("standard", version = 1u, steps = steps)),
            assignment = listOf(AssignmentRule("standard")),
        ),
    )
    val account = Account(
        creditor = Creditor("C", "Bakker BV", country = "NL", zone = "Europe/Amsterdam"),
        debtor = Debtor("D", "De Groot BV", DebtorKind.BUSINESS, country = "NL"),
        ledgerAsOf = now,
        paymentsAsOf = now,
        contacts = listOf(
            Contact(
                "eva", "Eva", listOf(Purpose.REMINDER),
                addresses = listOf(Address("mail", Channel.EMAIL, "eva@example.com")),
            ),
        ),
        items = listOf(
            Item("2026-1", ItemKind.INVOICE, LocalDate.of(2026, 2, 1), BigDecimal("121.00"), "EUR"),
        ),
    )
    for (decision in plan(account, policy, now = now).decisions) {
        println("${decision.item} ${decision.outcome} ${decision.holds}")
    }
}
// end of the example

class FrontPageTest {
    @org.junit.jupiter.api.Test
    fun `the example on the front page is the one above, and it runs`() {
        val source = java.io.File("src/test/kotlin/dunning/tests/FrontPageTest.kt").readText()
        val example = source.substringAfter("// begin of the example\n").substringBefore("// end of the " + "example\n")
        val readme = java.io.File("../../../README.md").readText()
        val shown = readme.substringAfter("```kotlin\n").substringBefore("```\n")
        org.junit.jupiter.api.Assertions.assertEquals(example, shown)
        remind()
    }
}
