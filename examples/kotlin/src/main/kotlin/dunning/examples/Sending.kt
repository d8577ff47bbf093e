/** A pretended sending of the day: what a host does with its actions. */
package dunning.examples

import com.fasterxml.jackson.databind.node.TextNode
import dunning.Account
import dunning.Action
import dunning.Cancellation
import dunning.Command
import dunning.CommandRefused
import dunning.Entry
import dunning.Policy
import dunning.Recheck
import dunning.SentReport
import dunning.entryToJson
import dunning.plan
import dunning.recheck
import dunning.record
import java.io.File
import java.io.IOException
import java.time.Instant

private const val ACTOR = "today"

/** Queue, recheck, send, report: for every action of the day, each account by itself. */
fun recordSending(day: Administration, journal: File): String {
    val lines = StringBuilder()
    val refused = mutableListOf<String>()
    val sendings = day.accounts.map { account ->
        val sending = Sending(account, day.policy)
        for (action in plan(account, day.policy, day.now).actions) {
            try {
                sending.send(action, day.now)
            } catch (refusal: CommandRefused.Refused) {
                refused += "  ${action.delivery}  ${refusal.refusal}\n"
            }
        }
        sending.entries.forEach { lines.append(journalLine(account.debtor.id, it)) }
        sending
    }
    try {
        journal.appendText(lines.toString())
    } catch (error: IOException) {
        throw Refused("$journal: ${error.message}\n")
    }
    fun sum(of: (Sending) -> Int) = sendings.sumOf(of)
    return "RECORDED: ${sum { it.entries.size }} entries; ${sum { it.sent }} sent, " +
        "${sum { it.changed }} of them changed by recheck; ${sum { it.withdrawn }} withdrawn; " +
        "${refused.size} refused\n${refused.joinToString("")}"
}

private fun journalLine(account: String, entry: Entry) =
    "{\"account\":${TextNode(account)},\"entry\":${entryToJson(entry)}}\n"

/** One account's share of the day. */
private class Sending(private var account: Account, private val policy: Policy) {
    val entries = mutableListOf<Entry>()
    var sent = 0
    var changed = 0
    var withdrawn = 0

    fun send(action: Action, now: Instant) {
        // Before anything leaves the house.
        tell("queue", action, Command.Queue(action), now)
        // Sending may wait for an hour at which it is allowed; this one pretends to.
        val at = maxOf(now, action.notBefore)
        val report = when (val answer = recheck(account, policy, action, at)) {
            is Recheck.Withdrawn -> {
                withdrawn += 1
                return tell("cancel", action, Command.Cancel(Cancellation(action.delivery, reason = "withdrawn")), at)
            }
            is Recheck.Changed -> {
                changed += 1
                SentReport(answer.action)
            }
            is Recheck.Go -> SentReport(action)
        }
        sent += 1
        tell("sent", action, Command.Sent(report), at)
    }

    /** Records a command, and takes the entries into the journal. */
    private fun tell(what: String, action: Action, command: Command, at: Instant) {
        // The same delivery always makes the same ids, so nothing is recorded twice.
        val id = "$what:${action.delivery}"
        val new = record(account, policy, id, command, occurredAt = at, actor = ACTOR)
        account = account.copy(journal = account.journal + new)
        entries += new
    }
}
