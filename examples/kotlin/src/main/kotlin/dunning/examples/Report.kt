/** The day of the whole administration. */
package dunning.examples

import com.fasterxml.jackson.databind.JsonNode
import dunning.Account
import dunning.Action
import dunning.Channel
import dunning.Decision
import dunning.Item
import dunning.Outcome
import dunning.Plan
import dunning.plan
import dunning.planToJson
import java.time.Instant
import java.util.TreeMap

/** How many debtors are named behind a reason. */
private const val NAMED = 8

/** An account with its plan; codes are printed from the plan's JSON. */
private class Planned(val account: Account, val plan: Plan) {
    val json = tree(planToJson(plan))
    val debtor get() = account.debtor
    val decisions = plan.decisions.zip(json.list("decisions")).zip(account.items) { (decision, json), item ->
        Decided(account, item, decision, json)
    }
}

private class Decided(val account: Account, val item: Item, val decision: Decision, val json: JsonNode)

private class Outgoing(val account: Account, val action: Action, val channel: String)

fun report(day: Administration): String {
    val plans = day.accounts.map { Planned(it, plan(it, day.policy, day.now)) }
    val decisions = plans.flatMap(Planned::decisions)
    return head(day) +
        goesOut(plans) +
        byReason("WAITS", decisions.filter { it.decision.outcome is Outcome.Wait }) +
        byReason("CLOSED", decisions.filter { it.decision.outcome is Outcome.Closed }) +
        needsAPerson(plans) +
        odd(plans) +
        amounts(plans)
}

/** `1 item`, `2 items`. */
private fun count(number: Int, one: String, many: String = "${one}s") = "$number ${if (number == 1) one else many}"

private fun head(day: Administration): String {
    val accounts = day.accounts
    val first = accounts.firstOrNull()
    val counts = listOf(
        count(accounts.size, "debtor"),
        count(accounts.sumOf { it.items.size }, "item"),
        count(accounts.sumOf { it.payments.size }, "payment"),
        count(accounts.sumOf { it.journal.size }, "journal entry", "journal entries"),
    )
    val elsewhere = if (day.entriesElsewhere > 0) " (and ${day.entriesElsewhere} of other debtors)" else ""
    val asOf = first?.let { "\nledger as of ${it.ledgerAsOf}, payments as of ${it.paymentsAsOf}" }.orEmpty()
    return "${first?.creditor?.name ?: "Nobody"} on ${day.day}, planned at ${day.now} (times are UTC)\n" +
        "${counts.joinToString(", ")}$elsewhere$asOf\n"
}

private fun goesOut(plans: List<Planned>): String {
    val channels = TreeMap<Channel, MutableList<Outgoing>>()
    for (planned in plans) {
        for ((action, json) in planned.plan.actions.zip(planned.json.list("actions"))) {
            val outgoing = Outgoing(planned.account, action, word(json.field("channel")))
            channels.getOrPut(action.channel, ::mutableListOf) += outgoing
        }
    }
    return buildString {
        append("\nGOES OUT TODAY: ${tally(channels.values.flatten())}\n")
        for (actions in channels.values) {
            append("${actions.first().channel}: ${tally(actions)}\n")
            for (outgoing in actions) append("  ${line(outgoing)}\n")
        }
    }
}

private fun tally(outgoing: List<Outgoing>): String {
    val sums = Sums()
    for (one in outgoing) sums.add(one.action.currency, one.action.total)
    val items = count(outgoing.sumOf { it.action.lines.size }, "item")
    return withSums("${count(outgoing.size, "action")}, $items", sums)
}

private fun line(outgoing: Outgoing): String {
    val action = outgoing.action
    val debtor = outgoing.account.debtor
    val parts = listOfNotNull(
        debtor.id,
        "${action.currency} ${action.total.toPlainString()}",
        action.step,
        count(action.lines.size, "item"),
        debtor.name,
        action.recipient.value,
        "attempt ${action.attempt}".takeIf { action.attempt > 1u },
        "not before ${action.notBefore}".takeIf { action.notBefore > action.plannedAt },
    )
    return parts.joinToString("  ")
}

private fun withSums(text: String, sums: Sums) =
    if (sums.currencies.isEmpty()) text else "$text, $sums"

/** What stands under one reason. */
private class Group {
    private var items = 0
    private val sums = Sums()
    private val debtors = linkedSetOf<String>()
    private var review: Instant? = null

    val tally get() = withSums(count(items, "item"), sums)

    fun add(decided: Decided) {
        items += 1
        sums.add(decided.item.currency, decided.item.open)
        debtors += decided.account.debtor.id
        review = listOfNotNull(review, decided.decision.reviewAt).minOrNull()
    }

    fun line(reason: String): String {
        val more = if (debtors.size > NAMED) " and ${debtors.size - NAMED} more" else ""
        val again = review?.let { "; looked at again from $it" }.orEmpty()
        return "  $reason: $tally; ${debtors.take(NAMED).joinToString(" ")}$more$again\n"
    }
}

private fun byReason(title: String, decisions: List<Decided>): String {
    val all = Group()
    val reasons = TreeMap<String, Group>(BY_BYTES)
    for (decided in decisions) {
        all.add(decided)
        for (reason in decided.json.list("holds").map(::reason).toSet()) {
            reasons.getOrPut(reason, ::Group).add(decided)
        }
    }
    return "\n$title: ${all.tally}\n" + reasons.map { (reason, group) -> group.line(reason) }.joinToString("")
}

/** The hold's code with the word that tells its sort. */
private fun reason(hold: JsonNode): String {
    val sort = listOf("why", "problem", "reason").firstNotNullOfOrNull { hold.get(it)?.textValue() }
    return listOfNotNull(hold.field("type").asText(), sort).joinToString(" ")
}

private fun needsAPerson(plans: List<Planned>): String {
    val lines = plans.flatMap { planned ->
        planned.plan.notices.zip(planned.json.list("notices")) { notice, json ->
            val since = notice.since?.let { "  since $it" }.orEmpty()
            val debtor = planned.debtor
            "  ${debtor.id}  ${subject(json.field("subject"))}  ${code(json.field("hold"))}$since  ${debtor.name}\n"
        }
    }
    return "\nNEEDS A PERSON: ${count(lines.size, "notice")}\n" + lines.joinToString("")
}

private fun odd(plans: List<Planned>): String {
    val lines = plans.flatMap { planned ->
        val debtor = planned.debtor
        val ofAccount = planned.json.list("findings").map { "  ${debtor.id}  ${code(it)}  ${debtor.name}\n" }
        ofAccount + planned.decisions.flatMap { decided ->
            decided.json.list("findings").map { "  ${debtor.id}  item ${decided.item.id}  ${code(it)}  ${debtor.name}\n" }
        }
    }
    return "\nODD, BUT STOPS NOTHING: ${count(lines.size, "finding")}\n" + lines.joinToString("")
}

/** By currency: the open amounts by outcome add up to what is open. */
private fun amounts(plans: List<Planned>): String {
    val columns = listOf("open", "in what goes out", "asked for today", "waiting", "closed").associateWith { Sums() }
    for (planned in plans) {
        for (decided in planned.decisions) {
            val outcome = when (decided.decision.outcome) {
                is Outcome.Act -> "in what goes out"
                is Outcome.Closed -> "closed"
                is Outcome.Wait -> "waiting"
            }
            for (column in listOf("open", outcome)) {
                columns.getValue(column).add(decided.item.currency, decided.item.open)
            }
        }
        for (action in planned.plan.actions) columns.getValue("asked for today").add(action.currency, action.total)
    }
    val lines = columns.getValue("open").currencies.map { currency ->
        val sums = columns.mapNotNull { (name, sums) -> sums[currency]?.let { "$name $it" } }
        "  $currency: ${sums.joinToString("; ")}\n"
    }
    return "\nAMOUNTS\n" + lines.joinToString("")
}
