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

    @Test
    fun aReferenceIsMadeCheckedAndFound() {
        val made = makeReference(ReferenceScheme.ISO11649, "539007547034")
        assertEquals("RF18 5390 0754 7034", (made as ReferenceAnswer.Valid).reference.printed)
        val wrong = checkReference(ReferenceScheme.BELGIAN_OGM, "+++010/8068/17184+++")
        assertEquals(FlawKind.CHECKSUM, (wrong as ReferenceAnswer.Flawed).flaws.first().kind)
        val found = findReferences("see RF18 5390 0754 7034", listOf(ReferenceScheme.ISO11649))
        assertEquals("RF18539007547034", found.first().reference.value)
    }

    @Test
    fun aPayloadIsMadeDrawnAndRead() {
        val made = epcPayload(EpcTransfer(name = "A", iban = "NL91ABNA0417164300"))
        val payload = (made as PayloadAnswer.Made).payload
        val picture = qrSvg(payload) as PictureAnswer.Drawn
        assertEquals("<svg ", picture.svg.take(5))
        val again = readEpcPayload(payload.text) as EpcAnswer.Read
        assertEquals("A", again.transfer.name)
    }

    @Test
    fun linksTextsAndAddressesAreChecked() {
        val link = whatsappLink("+31612345678", "Hi", "1") as LinkAnswer.Made
        assertEquals("https://wa.me/31612345678?text=Hi%20%5B1%5D", link.url)
        assertEquals("Daniel", smsPlan("Dani\u00ebl").plain?.text)
        val phone = checkPhone("+31 (0)6 12345678") as AddressAnswer.Valid
        assertEquals("+31612345678", phone.value)
    }

    @Test
    fun reportsErrorsAndKeywordsAreRead() {
        assertEquals(DeliveryStatus.READ, deliveryState(listOf("read", "sent")).status)
        val day = account.items.first().due
        assertEquals(ErrorClass.HARD, errorClass("smtp", "550 5.1.1", day))
        assertNull(errorClass("x", "7", day))
        assertEquals(KeywordAction.OPT_OUT, messageKeyword(" stop ")?.action)
    }

    @Test
    fun contactWaitsForTheHours() {
        val setting = ContactSetting(
            channel = Channel.EMAIL,
            zones = listOf("Europe/Amsterdam"),
            country = "NL",
            naturalPerson = true,
            consumer = true,
            role = CreditorRole.THIRD_PARTY,
        )
        val ascension = Instant.parse("2026-05-14T08:00:00Z")
        val next = nextContact(contactRules(), setting, ascension) as NextContact.At
        assertEquals(Instant.parse("2026-05-16T05:00:00Z"), next.at)
    }

    @Test
    fun whatsAppHasItsWindowAndACallItsWeek() {
        val ask = WhatsAppAsk(WhatsAppKind.FREE_FORM, Instant.parse("2026-11-17T09:00:00Z"))
        assertEquals(listOf(WhatsAppStop.WINDOW_CLOSED), whatsappCheck(ask).stops)
        val due = account.items.first().due
        val talked = CountedCall(day = due, conversation = true)
        val next = callFrequency(listOf(talked), due.plusDays(6))
        assertEquals(CallPresumption.VIOLATION, next.presumption)
    }
}
