package dunning.tests

import dunning.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the door does not let in, and that it says which value it means. */
class RefusalTest {
    @Test
    fun `every problem of an account is told with its path and value`() {
        val items = """[
            {"id": "A", "kind": "invoice", "due": "2026-03-01", "open": 10.5, "currency": "EUR"},
            {"id": "B", "kind": "invoice", "due": "2026-03-01", "open": true, "currency": "EUR"},
            {"id": "C", "kind": "wish", "due": "2026-03-01", "open": "1", "currency": "EUR"},
            {"id": "D", "kind": "invoice", "due": "2026-03-01T00:00:00Z", "open": "1", "currency": "EUR"},
            {"id": "E", "kind": "invoice", "due": "2026-03-01", "open": "1", "currency": "eur"},
            {"id": "F", "kind": "invoice", "open": "1", "currency": "EUR"}
        ]"""
        val text = """{
            "creditor": {"id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam"},
            "debtor": {"id": "D", "name": "D", "kind": "business", "country": "NL"},
            "ledgerAsOf": "2026-03-01T09:00:00", "paymentsAsOf": "2026-03-01T09:00:00Z",
            "colour": "blue", "items": $items
        }"""
        val told = refused { accountFromJson(text) }.associate { it.path to it.value }
        assertEquals("10.5", told["items[0].open"])
        assertEquals("true", told["items[1].open"])
        assertEquals("\"wish\"", told["items[2].kind"])
        assertEquals("\"2026-03-01T00:00:00Z\"", told["items[3].due"])
        assertEquals("\"eur\"", told["items[4].currency"])
        assertTrue("items[5]" in told, "the missing `due`: $told")
        assertEquals("\"2026-03-01T09:00:00\"", told["ledgerAsOf"])
        assertEquals("\"blue\"", told["colour"])
        assertEquals(8, told.size, "$told")
    }

    @Test
    fun `unknown fields and missing ones are refused in commands, actions and policies`() {
        val note = """{"type": "writeNote", "about": {"type": "debtor"}, "note": {"text": "x", "mood": "sunny"}}"""
        assertEquals("unknown field `mood`, expected `text`", refused { commandFromJson(note) }.single().problem)
        assertTrue(refused { actionFromJson("{}") }.single().problem.startsWith("missing field"))
        assertTrue(refused { assumptionsFromJson("""{"payments": "late"}""") }.single().problem.startsWith("unknown variant"))
        assertTrue(refused { entryFromJson("[]") }.isNotEmpty())
        assertTrue(refused { planFromJson("no json") }.single().path.startsWith("line 1"))

        val policy = """{"scenarios": [], "assignment": [], "minGapDays": "three", "colour": "blue"}"""
        val refusal = assertThrows(PolicyRefused.Invalid::class.java) { Policy.fromJson(policy) }
        assertEquals(setOf("minGapDays", "colour"), refusal.problems.map { it.path }.toSet())
    }

    @Test
    fun `a policy that cannot hold is refused with every problem`() {
        val refusal = assertThrows(PolicyRefused.Invalid::class.java) {
            Policy(PolicyDoc(scenarios = listOf(Scenario("s", 1u, listOf())), assignment = listOf(AssignmentRule("t"))))
        }
        assertTrue(refusal.problems.size >= 2, refusal.message)
        assertTrue(refusal.problems.all { it.path.isNotEmpty() }, refusal.message)
    }

    @Test
    fun `codes are capital letters`() {
        val problem = refused { plan(accountOf(currency = "eur"), fullPolicy(), noon) }.single()
        val words = "a currency is three capital letters, such as \"EUR\""
        assertEquals(Problem(path = "Currency", value = "\"eur\"", problem = words), problem)
        for (code in listOf("", "EURO", "E1R", "€€€")) {
            assertEquals("\"$code\"", refused { accountToJson(accountOf(currency = code)) }.single().value)
        }
        val account = fullAccount()
        val nowhere = account.copy(creditor = account.creditor.copy(country = "nl"))
        assertEquals("Country", refused { accountToJson(nowhere) }.single().path)
    }

    @Test
    fun `amounts have at most 28 digits`() {
        val forty = "1234567890123456789012345678901234567890"
        for (text in listOf(forty, "0.$forty", "1E+40", "1E+1000000000", "1E-1000000000")) {
            val amount = BigDecimal(text)
            val problem = refused { plan(accountOf(open = amount), fullPolicy(), noon) }.single()
            assertEquals("Amount", problem.path)
            assertTrue(problem.value.length < 120, problem.value)
            assertTrue(problem.problem.contains("at most 28 digits"), problem.problem)
        }
        assertTrue(refused { plan(accountOf(open = BigDecimal(forty)), fullPolicy(), noon) }.single().value.contains(forty))
    }

    @Test
    fun `days and moments end with the year 9999`() {
        val late = accountOf().copy(history = PaymentHistory(LocalDate.of(10000, 1, 1), 0u, 0u, 0u, 0u))
        assertEquals("\"+10000-01-01\"", refused { accountToJson(late) }.single().value)
        val told = mapOf(
            Instant.MAX to "9223372036854775807 microseconds since 1970",
            Instant.MIN to "-9223372036854775808 microseconds since 1970",
            Instant.parse("+10000-01-01T00:00:00Z") to "+10000-01-01T00:00:00+00:00",
            Instant.parse("0000-12-31T23:59:59Z") to "0000-12-31T23:59:59+00:00",
        )
        for ((at, value) in told) {
            val problem = refused { planMany("", fullPolicy(), at) }.single()
            assertEquals("Moment", problem.path)
            assertEquals("\"$value\"", problem.value)
        }
    }

    @Test
    fun `every verb refuses by its own exception`() {
        val wrong = accountOf(currency = "eur")
        assertEquals(1, refused { recheck(wrong, fullPolicy(), action(), noon) }.size)
        assertEquals(1, refused { forecast(wrong, fullPolicy(), noon, noon) }.size)
        val entry = fullAccount().journal.single().copy(subject = Subject.DebtorCurrency("eur"))
        assertEquals(1, refused { redact(entry) }.size)

        val note = Command.WriteNote(Subject.DebtorCurrency("eur"), Note("x"))
        val command = assertThrows(CommandRefused.Invalid::class.java) {
            record(fullAccount(), fullPolicy(), "c9", note, noon, "eva")
        }
        assertEquals("\"eur\"", command.problems.single().value)
        assertTrue(command.message.contains("eur"), command.message)

        val doc = fullPolicy().doc().copy(tolerances = listOf(Tolerance("eur", BigDecimal.ONE)))
        val policy = assertThrows(PolicyRefused.Invalid::class.java) { Policy(doc) }
        assertEquals("\"eur\"", policy.problems.single().value)
    }

    @Test
    fun `a refusal reads like a sentence and tells its parts`() {
        val refusal = refusalFromJson("""{"type": "idReused", "commandId": "c1"}""")
        assertEquals("command `c1` was recorded before with other content", refusal.toString())
        assertEquals(Refusal.IdReused("c1"), refusal)
        assertEquals("refusal=$refusal", CommandRefused.Refused(refusal).message)
    }

    private fun accountOf(open: BigDecimal = BigDecimal("1.00"), currency: String = "EUR") =
        fullAccount().copy(items = listOf(item("A", open, currency)))

    private fun refused(attempt: () -> Any): List<Problem> =
        assertThrows(InputRefused.Invalid::class.java) { attempt() }.problems
}
