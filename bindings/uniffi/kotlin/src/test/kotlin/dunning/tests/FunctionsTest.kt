package dunning.tests

import dunning.*
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** The functions beside the verbs. */
class FunctionsTest {
    private val policy = Policy.fromJson(
        """{"scenarios": [{"id": "s", "version": 1, "steps": [
        {"id": "r", "interest": "late", "offset": {"type": "days", "days": 3},
         "work": {"type": "message", "channels": ["email"]}}]}],
        "assignment": [{"scenario": "s"}],
        "interest": [{"id": "late", "rates": [{"begins": "2025-01-01", "percent": "7.5"}]}]}""",
    )
    private val account = accountFromJson(
        """{"creditor": {"id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam"},
        "debtor": {"id": "D", "name": "D", "kind": "business", "country": "NL"},
        "items": [{"id": "A", "kind": "invoice", "due": "2026-03-01", "open": "1000.00",
         "currency": "EUR"}],
        "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z"}""",
    )

    @Test
    fun interestIsExact() {
        val until = account.items.first().due.plusDays(9)
        val total = interest(account.items.first(), policy, "late", until).total
        assertEquals("1.85", total.toPlainString())
        assertThrows(CommandRefused::class.java) {
            interest(account.items.first(), policy, "none", until)
        }
    }

    @Test
    fun withoutServiceHoursNoReplyIsDue() {
        assertNull(replyDue(account.creditor, policy, Instant.parse("2026-03-04T08:00:00Z")))
    }

    @Test
    fun aTermTellsItsDays() {
        val sent = LocalDate.parse("2026-01-08")
        val days = termDays(Term.DutchFourteenDays(sentOn = sent, channel = Channel.LETTER))
        assertEquals(LocalDate.parse("2026-01-10"), days.receivedOn)
        assertEquals(LocalDate.parse("2026-01-26"), days.lastDay)
        assertThrows(CommandRefused::class.java) {
            termDays(Term.DutchFourteenDays(sentOn = sent, channel = Channel.EMAIL), policy)
        }
    }

    @Test
    fun businessDaysAreCounted() {
        val friday = LocalDate.parse("2026-04-24")
        assertEquals(LocalDate.parse("2026-04-05"), easterSunday(2026u))
        assertEquals(10, holidays("BE", 2026u).holidays.size)
        assertEquals(LocalDate.parse("2026-04-30"), addBusinessDays(friday, 3, "NL-ATW", policy))
        assertEquals(friday, adjustDay(friday, Adjustment.FOLLOWING, "NL-ATW"))
        assertEquals(false, isBusinessDay(LocalDate.parse("2026-05-05"), "NL-ATW"))
        assertThrows(CommandRefused::class.java) { isBusinessDay(friday, "XX") }
    }

    @Test
    fun aStopWordIsFound() {
        assertEquals("stop", stopWord("STOP")?.word)
        assertNull(stopWord("please call me"))
    }
}
