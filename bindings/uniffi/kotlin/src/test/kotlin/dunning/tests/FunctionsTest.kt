package dunning.tests

import dunning.*
import java.time.Instant
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
    fun aStopWordIsFound() {
        assertEquals("stop", stopWord("STOP")?.word)
        assertNull(stopWord("please call me"))
    }
}
