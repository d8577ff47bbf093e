package dunning.tests

import dunning.*
import java.math.BigDecimal

fun importedLevel() = LevelImport(
    item = "A1", scenario = "standard", scenarioVersion = 1u, step = "reminder",
    reachedOn = day("2026-03-05"), channel = Channel.LETTER, text = "from the old system",
)

/** What a person says to a proposal. */
fun rulings(): List<Command> = listOf(
    Command.Propose(action()),
    Command.Approve(action(), text = "fine"),
    Command.Reject(Rejection(listOf(key), reason = "call first", until = day("2026-03-20"), text = "see note")),
)

/** Calls, messages and answers. */
fun conversations(): List<Command> = listOf(
    Command.Called(
        CallReport(
            action(), CallOutcome.CallBackOn(day("2026-03-11")),
            promise = PromiseToPay(BigDecimal("10.00"), "EUR", day("2026-03-20")),
            disputes = listOf(Dispute("A2", reason = "quality")),
            questions = listOf(Question("A1", reason = "copy", until = day("2026-03-30"), text = "which order?")),
            said = listOf(Intent.PaidAlready(day("2026-03-01")), Intent.WantsInstalments), note = Note("friendly"),
        ),
    ),
    Command.Inbound(
        InboundMessage(
            id = "m1", channel = Channel.EMAIL, intent = Intent.WillPay(day("2026-03-20")), contact = "K1",
            address = AddressRef(id = "E1", fingerprint = "1"), items = listOf("A1"), delivery = "d1", body = "blob-1",
        ),
    ),
    Command.AnswerInbound(InboundAnswer("m1", text = "thanks")),
    Command.SendReceipt(
        AutomaticReceipt(
            inbound = "m1", channel = Channel.EMAIL, opensAt = noon, answerBy = noon.plusSeconds(3600), contact = "K1",
        ),
    ),
)

private fun proposal() = ArrangementProposal(
    by = ArrangementSide.DEBTOR, currency = "EUR",
    instalments = listOf(
        Instalment(day("2026-04-01"), BigDecimal("60.00")),
        Instalment(day("2026-05-01"), BigDecimal("60.00")),
    ),
    items = listOf(ItemAmount("A1", BigDecimal("100.00"))), charges = BigDecimal("15.00"),
    interest = BigDecimal("5.00"), countedUpTo = day("2026-03-10"), furtherInterest = ArrangedInterest.FROZEN,
    expiresOn = day("2026-03-24"), text = "by telephone",
)

/** Everything about instalments. */
fun arrangements(): List<Command> = listOf(
    Command.ProposeArrangement(proposal()),
    Command.CounterArrangement(ArrangementCounter("c5/1", proposal())),
    Command.AcceptArrangement(ArrangementAnswer("c5/1", text = "agreed")),
    Command.RefuseArrangement(ArrangementRefusal("c5/1", reason = "too long", text = "three months at most")),
    Command.CancelArrangement(ArrangementRefusal("c5/1", reason = "paid at once", text = "thanks")),
    Command.LapseArrangement(ArrangementRefusal("c5/1", reason = "not paid", text = "twice")),
)

/** What was undone or taken over. */
fun repairs(): List<Command> = listOf(
    Command.Undo(Undoing("d1", reason = "wrong debtor", steps = listOf(key), text = "sorry")),
    Command.ImportHistory(HistoryImport(listOf(importedLevel()))),
    Command.MergeDebtor(DebtorMerge("D0", lastEntry = "c0/9", text = "same firm")),
)

/** Stops, questions, levels set by hand, and charges. */
fun acts(): List<Command> = listOf(
    Command.Stop(
        Stopping(
            Stop.HandedOver("agency", item = "A1"), begins = day("2026-03-10"), until = day("2026-06-10"),
            reference = "file 7", text = "after three reminders",
        ),
    ),
    Command.EndStop(StopEnding("c6/1", reason = "returned", text = "no result")),
    Command.AskQuestion(Question("A1", reason = "copy", until = day("2026-03-30"), text = "which order?")),
    Command.AnswerQuestion(QuestionAnswer("c7/1", text = "sent")),
    Command.SetLevel(
        LevelSetting(
            "A1", reason = "agreed", step = "reminder", scenario = "standard", scenarioVersion = 1u,
            reachedOn = day("2026-03-05"), text = "one step back",
        ),
    ),
    Command.MoveItem(
        ScenarioMove(
            "A1", scenario = "standard", reason = "new terms", scenarioVersion = 1u, step = "reminder", text = "asked",
        ),
    ),
    Command.Charged(ChargeBooking("f1", amount = BigDecimal("40.00"), documentId = "F1", text = "booked")),
    Command.Waive(ChargeWaiver("f1", reason = "goodwill", text = "once")),
)
