package dunning.tests

import dunning.*
import java.math.BigDecimal

/** An account with every input record, each with all its fields. */
fun fullAccount() = Account(
    creditor = creditor(),
    debtor = debtor(),
    ledgerAsOf = noon,
    paymentsAsOf = noon,
    parties = listOf(Party("P1", "Filiaal Noord", country = "BE", zone = "Europe/Brussels")),
    contacts = listOf(contact()),
    items = listOf(fullItem(), item("A2", BigDecimal("99.95"))),
    payments = listOf(
        Payment(
            id = "B1", valueDate = day("2026-03-02"), amount = BigDecimal("20.00"), currency = "EUR",
            bookedOn = day("2026-03-03"), allocations = listOf(Allocation("A1", BigDecimal("20.00"))),
            reversed = Reversal(day("2026-03-05"), "AC04"),
        ),
    ),
    journal = listOf(
        Entry(
            id = "c1/1", occurredAt = noon, recordedAt = noon, actor = "eva", subject = Subject.Item("A1"),
            event = Event.NoteWritten(Note("called")), fingerprint = "00", unknown = "{\"mood\":\"sunny\"}",
        ),
    ),
    history = PaymentHistory(
        asOf = day("2026-03-01"), paidCount = 12u, paidLateCount = 3u, daysLateTotal = 20u, daysLateLongest = 9u,
    ),
    completeness = Completeness.WITH_SETTLED,
)

private fun creditor() = Creditor(
    id = "C1", name = "Bakkerij Jansen B.V.", country = "NL", zone = "Europe/Amsterdam",
    registration = "12345678", role = CreditorRole.FIRST_PARTY, size = CompanySize.SMALL_OR_MEDIUM,
    bankAccounts = listOf(BankAccount("NL91ABNA0417164300", bic = "ABNANL2A", holder = "Jansen")),
    senders = listOf(Sender("S1", Channel.EMAIL, "rekening@example.com")),
    serviceHours = listOf(ServiceHours(Weekday.MONDAY, fromMinute = 540u, untilMinute = 1020u)),
)

private fun debtor() = Debtor(
    id = "D1", name = "Café De Zon", kind = DebtorKind.BUSINESS, country = "NL", naturalPerson = true,
    size = CompanySize.LARGE, region = "NH", zones = listOf("Europe/Amsterdam"), language = "nl",
    group = "horeca", scenario = "standard",
)

private fun contact() = Contact(
    id = "K1", name = "Eva", purposes = listOf(Purpose.REMINDER, Purpose.MAIN), kind = ContactKind.PERSON,
    party = "P1", language = "nl",
    addresses = listOf(Address("E1", Channel.EMAIL, "eva@example.com", fingerprint = "1")),
    consents = listOf(Consent(Channel.WHATS_APP, given = true, source = "form", at = noon)),
)

private fun fullItem() = Item(
    id = "A1", kind = ItemKind.INVOICE, due = day("2026-03-01"), open = BigDecimal("1250.00"), currency = "EUR",
    documentId = "DOC1", documentNumber = "2026-001", issued = day("2026-02-01"), receivedOn = day("2026-02-02"),
    original = BigDecimal("1270.00"), contract = Contract("O1", date = day("2025-01-01"), regularSupply = true),
    party = "P1", tags = listOf("rush"), claimKind = DebtorKind.CONSUMER, graceUntil = day("2026-03-04"),
    scenario = "standard", settles = "A0", charge = "c0/1", timeBarredOn = day("2031-03-01"),
    paymentReference = "RF18539007547034",
)

/** A policy with every rule. */
fun fullPolicy() = Policy(
    PolicyDoc(
        scenarios = listOf(
            Scenario(
                "standard", 1u,
                listOf(
                    Step("reminder", Offset.Days(3), Work.Message(listOf(Channel.EMAIL, Channel.LETTER), "friendly")),
                    Step(
                        "call", Offset.BusinessDays(5, "NL"), Work.Call("script"),
                        anchor = Anchor.PREVIOUS_STEP, fallbackHours = 24u,
                    ),
                ),
            ),
        ),
        assignment = listOf(
            AssignmentRule(
                scenario = "standard", kinds = listOf(DebtorKind.BUSINESS), countries = listOf("NL"),
                groups = listOf("horeca"),
            ),
            AssignmentRule("standard"),
        ),
        calendars = listOf(
            BusinessCalendar(
                id = "NL", source = "test", holidays = listOf(day("2026-04-06")),
                weekend = listOf(Weekday.SUNDAY), knownUntil = day("2026-12-31"),
            ),
        ),
        minGapDays = 2u, ledgerFreshDays = 2u, sendWithinHours = 12u, queueTimeoutHours = 48u, staleHoldDays = 20u,
        netting = Netting.ALWAYS, tolerances = listOf(Tolerance("EUR", BigDecimal("5.00"))),
        grouping = Grouping.ITEM,
        promises = PromiseRules(graceDays = 1u, maxOpen = 2u, maxDaysAhead = 14u, rest = PromiseRest.DUNNED),
    ),
)

val key = StepKey(subject = Subject.Item("A1"), scenario = "standard", step = "reminder", occurrence = 1u)

fun action() = Action(
    delivery = "d1", kind = ActionKind.MESSAGE, channel = Channel.EMAIL,
    recipient = Recipient(
        contact = "K1", purpose = Purpose.REMINDER, address = AddressRef(id = "E1", fingerprint = "1"),
        value = "eva@example.com", language = "nl",
    ),
    covers = listOf(Cover(key, scenarioVersion = 1u)), step = "reminder",
    lines = listOf(
        Line(
            item = "A1", step = "reminder", documentNumber = "2026-001", due = day("2026-03-01"),
            open = BigDecimal("1250.00"), dunned = BigDecimal("1200.00"), disputed = BigDecimal("50.00"),
        ),
    ),
    total = BigDecimal("1200.00"), currency = "EUR", attempt = 1u, plannedAt = noon, notBefore = noon,
    expiresAt = noon.plusSeconds(3600), template = "friendly",
)

/** Each command once, with all its fields. */
fun commands(): List<Command> = listOf(
    Command.Queue(action()),
    Command.Sent(
        SentReport(
            action(), template = TemplateRef(id = "friendly", version = "3", contentHash = "abc"),
            providerReference = "provider-1", deadline = Deadline.RelativeToReceipt(14u), legalKind = "letter14",
            consequence = "fee",
        ),
    ),
    Command.Failed(Failure("d1", reason = "bounced", text = "mailbox full")),
    Command.Cancel(Cancellation("d1", reason = "paid", steps = listOf(key), text = "by phone")),
    Command.Delivered(Receipt("d1")),
    Command.Read(Receipt("d1")),
    Command.Block(
        DunningBlock(
            scope = BlockScope.Channel(Channel.EMAIL), reason = "moved", begins = day("2026-03-01"),
            until = day("2026-04-01"), text = "wait",
        ),
    ),
    Command.Unblock(Unblocking("c2/1", text = "back")),
    Command.Reschedule(
        Rescheduling(
            key, to = day("2026-03-20"), reason = "holiday", shiftRest = true, was = day("2026-03-10"), text = "asked",
        ),
    ),
    Command.Skip(Skipping(key, reason = "wrong step", text = "see mail")),
    Command.Promise(
        PromiseToPay(
            amount = BigDecimal("100.00"), currency = "EUR", date = day("2026-03-20"),
            items = listOf(ItemAmount("A1", BigDecimal("100.00"))), graceDays = 2u, text = "will pay",
        ),
    ),
    Command.OpenDispute(Dispute("A1", reason = "quality", amount = BigDecimal("50.00"), text = "mouldy")),
    Command.CloseDispute(DisputeClosing("c3/1", outcome = DisputeOutcome.Partly(BigDecimal("25.00")), text = "half")),
    Command.WriteNote(Subject.Debtor, Note("called")),
    Command.EditNote(NoteEdit("c4/1", "called twice")),
    Command.ImportLevel(importedLevel()),
) + rulings() + conversations() + arrangements() + repairs() + acts()

/** The names of all of them, in the same order. */
val COMMANDS = listOf(
    "queue", "sent", "failed", "cancel", "delivered", "read", "block", "unblock", "reschedule", "skip", "promise",
    "openDispute", "closeDispute", "writeNote", "editNote", "importLevel", "propose", "approve", "reject", "called",
    "inbound", "answerInbound", "sendReceipt", "proposeArrangement", "counterArrangement", "acceptArrangement",
    "refuseArrangement", "cancelArrangement", "lapseArrangement", "undo", "importHistory", "mergeDebtor", "stop",
    "endStop", "askQuestion", "answerQuestion", "setLevel", "moveItem", "charged", "waive",
)

/** Without `else`: a command that is added does not compile until it stands here. */
fun name(command: Command): String = when (command) {
    is Command.Propose -> "propose"
    is Command.Approve -> "approve"
    is Command.Reject -> "reject"
    is Command.Queue -> "queue"
    is Command.Sent -> "sent"
    is Command.Called -> "called"
    is Command.Failed -> "failed"
    is Command.Cancel -> "cancel"
    is Command.Delivered -> "delivered"
    is Command.Read -> "read"
    is Command.Inbound -> "inbound"
    is Command.AnswerInbound -> "answerInbound"
    is Command.SendReceipt -> "sendReceipt"
    is Command.Block -> "block"
    is Command.Unblock -> "unblock"
    is Command.Reschedule -> "reschedule"
    is Command.Skip -> "skip"
    is Command.Promise -> "promise"
    is Command.OpenDispute -> "openDispute"
    is Command.CloseDispute -> "closeDispute"
    is Command.WriteNote -> "writeNote"
    is Command.EditNote -> "editNote"
    is Command.ImportLevel -> "importLevel"
    is Command.ProposeArrangement -> "proposeArrangement"
    is Command.CounterArrangement -> "counterArrangement"
    is Command.AcceptArrangement -> "acceptArrangement"
    is Command.RefuseArrangement -> "refuseArrangement"
    is Command.CancelArrangement -> "cancelArrangement"
    is Command.LapseArrangement -> "lapseArrangement"
    is Command.Undo -> "undo"
    is Command.ImportHistory -> "importHistory"
    is Command.MergeDebtor -> "mergeDebtor"
    is Command.Stop -> "stop"
    is Command.EndStop -> "endStop"
    is Command.AskQuestion -> "askQuestion"
    is Command.AnswerQuestion -> "answerQuestion"
    is Command.SetLevel -> "setLevel"
    is Command.MoveItem -> "moveItem"
    is Command.Charged -> "charged"
    is Command.Waive -> "waive"
}
