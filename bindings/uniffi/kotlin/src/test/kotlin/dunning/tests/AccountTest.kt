package dunning.tests

import dunning.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Everything that a host gives, built from classes and not from JSON. */
class AccountTest {
    @Test
    fun `an account with every kind of input comes back as it was`() {
        val account = fullAccount()
        assertEquals(account, accountFromJson(accountToJson(account)))
        assertEquals("C1", plan(account, fullPolicy(), noon).creditor)
    }

    @Test
    fun `a policy with every kind of rule comes back as it was`() {
        val doc = fullPolicy().doc()
        assertEquals(doc, policyDocFromJson(policyDocToJson(doc)))
        assertEquals(doc, Policy.fromJson(fullPolicy().toJson()).doc())
    }

    @Test
    fun `every command comes back as it was`() {
        for (command in commands()) {
            assertEquals(command, commandFromJson(commandToJson(command)))
        }
        assertEquals(COMMANDS, commands().map(::name))
    }

    @Test
    fun `what is absent need not be said`() {
        val note = Command.WriteNote(Subject.Debtor, Note("called"))
        record(fullAccount(), fullPolicy(), "c9", note, occurredAt = noon, actor = "eva")
        forecast(fullAccount(), fullPolicy(), from = noon, until = noon)
        val action = action().copy(template = null)
        assertEquals(action, actionFromJson(actionToJson(action)))
        assertEquals(DunningBlock(BlockScope.Step("s"), "r"), DunningBlock(BlockScope.Step("s", null), "r", null, null, null))
    }

    @Test
    fun `an account is a plain value`() {
        val account = fullAccount()
        assertEquals(account, fullAccount())
        assertEquals("D2", account.copy(debtor = account.debtor.copy(id = "D2")).debtor.id)
    }

    @Test
    fun `every answer can be told apart without a default`() {
        for (recheck in listOf(Recheck.Go, Recheck.Changed(action()), Recheck.Withdrawn(listOf()))) {
            val word = when (recheck) {
                is Recheck.Go -> "go"
                is Recheck.Changed -> "changed"
                is Recheck.Withdrawn -> "withdrawn"
            }
            assertEquals(true, recheckToJson(recheck).contains("\"$word\""))
        }
        for (outcome in listOf(Outcome.Act("d"), Outcome.Wait, Outcome.Closed)) {
            assertEquals(outcome is Outcome.Act, words(outcome) == "send d")
        }
    }

    @Test
    fun `a closed policy is refused by Kotlin and nothing breaks`() {
        val policy = fullPolicy()
        policy.close()
        assertThrows(IllegalStateException::class.java) { plan(fullAccount(), policy, noon) }
    }

    private fun words(outcome: Outcome): String = when (outcome) {
        is Outcome.Act -> "send ${outcome.delivery}"
        is Outcome.Wait -> "wait"
        is Outcome.Closed -> "closed"
    }

    @Test
    fun `amounts and moments keep what the core can hold`() {
        fun back(open: String, at: Instant = noon): Account {
            val account = fullAccount().copy(ledgerAsOf = at, items = listOf(item("A", BigDecimal(open))))
            return accountFromJson(accountToJson(account))
        }
        fun amount(text: String): String = back(text).items.single().open.toString()
        assertEquals("100000", amount("1E+5"))
        assertEquals("0.000001", amount("1E-6"))
        assertEquals("1250.00", amount("1250.00"))
        assertEquals("-0.5", amount("-0.5"))
        val moments = mapOf(
            "1969-12-31T23:59:59.123456789Z" to "1969-12-31T23:59:59.123456Z",
            "2026-03-10T11:00:00.999999999Z" to "2026-03-10T11:00:00.999999Z",
            "0001-01-01T00:00:00Z" to "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z" to "9999-12-31T23:59:59.999999Z",
        )
        for ((given, kept) in moments) {
            assertEquals(Instant.parse(kept), back("1", Instant.parse(given)).ledgerAsOf)
        }
    }
}

val noon: Instant = Instant.parse("2026-03-10T11:00:00Z")

fun day(text: String): LocalDate = LocalDate.parse(text)

fun item(id: String, open: BigDecimal, currency: String = "EUR") =
    Item(id, ItemKind.INVOICE, due = day("2026-03-01"), open = open, currency = currency)
