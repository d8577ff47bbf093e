/** Everything about one debtor: what is decided, why, and what comes. */
package dunning.examples

import com.fasterxml.jackson.databind.JsonNode
import dunning.Account
import dunning.Decision
import dunning.Item
import dunning.Outcome
import dunning.Plan
import dunning.accountToJson
import dunning.entryToJson
import dunning.forecast
import dunning.plan
import dunning.planToJson
import java.time.Duration

private const val DAYS_AHEAD = 60L

fun story(day: Administration, id: String): String {
    val account = day.accounts.find { it.debtor.id == id } ?: throw Refused("$id: debtors.csv has no such debtor\n")
    val json = tree(accountToJson(account))
    val plan = plan(account, day.policy, day.now)
    val planJson = tree(planToJson(plan))
    return buildString {
        append("$id ${account.debtor.name}, planned at ${day.now} (times are UTC)\n")
        append("${code(json.field("debtor").without("id", "name"))}\n")
        append("\nCONTACTS\n")
        json.list("contacts").forEach { contact(it) }
        append("\nITEMS\n")
        for ((at, item) in account.items.withIndex()) {
            item(item, json.list("items")[at])
            decision(plan.decisions[at], planJson.list("decisions")[at])
        }
        append("\nPAYMENTS\n")
        payments(account, json.list("payments"))
        append("\nGOES OUT TODAY\n")
        planJson.list("actions").forEach { append(line(it)) }
        append("\nNEEDS A PERSON\n")
        planJson.list("notices").distinctBy { it.field("key") }.forEach { append(noticeLine(it)) }
        append("\nODD, BUT STOPS NOTHING\n")
        planJson.list("findings").forEach { append("  ${code(it)}\n") }
        append("\nJOURNAL\n")
        journal(account)
        append("\nCOMING $DAYS_AHEAD DAYS, IF NOTHING IS PAID\n")
        coming(account, day, plan)
    }
}

private fun StringBuilder.contact(contact: JsonNode) {
    val rest = contact.without("id", "name", "addresses", "consents")
    append("  ${contact.field("id").asText()} ${contact.field("name").asText()}  ${code(rest)}\n")
    for (address in contact.list("addresses")) {
        append("    ${word(address.field("channel"))} ${address.field("value").asText()}\n")
    }
    for (consent in contact.list("consents")) append("    consent ${code(consent)}\n")
}

private fun StringBuilder.item(item: Item, json: JsonNode) {
    val number = item.documentNumber?.let { " $it" }.orEmpty()
    val open = "${item.currency} ${item.open.toPlainString()}"
    append("  ${item.id}$number  ${word(json.field("kind"))}  due ${item.due}  open $open\n")
}

private fun StringBuilder.decision(decision: Decision, json: JsonNode) {
    val outcome = when (val outcome = decision.outcome) {
        is Outcome.Act -> "goes out with ${outcome.delivery}"
        is Outcome.Closed -> "closed"
        is Outcome.Wait -> "waits"
    }
    append("    $outcome\n")
    json.list("holds").forEach { append("    hold ${code(it)}\n") }
    json.list("reasons").forEach { append("    reason ${code(it)}\n") }
    json.list("findings").forEach { append("    finding ${code(it)}\n") }
    decision.next?.let { append("    next ${it.key.step} from ${it.dueOn}\n") }
    decision.reviewAt?.let { append("    looked at again from $it\n") }
}

private fun StringBuilder.payments(account: Account, json: List<JsonNode>) {
    for ((payment, code) in account.payments.zip(json)) {
        append("  ${payment.id}  ${payment.valueDate}  ${payment.currency} ${payment.amount.toPlainString()}\n")
        for (part in payment.allocations) append("    ${part.item} ${part.amount.toPlainString()}\n")
        if (payment.reversed != null) append("    reversed ${code(code.field("reversed"))}\n")
    }
}

private fun line(action: JsonNode): String {
    fun JsonNode.text(name: String) = field(name).asText()
    val items = action.list("lines").joinToString(", ") { "${it.text("item")} ${it.text("step")} ${it.text("dunned")}" }
    val recipient = action.field("recipient")
    val to = "${recipient.text("contact")} (${word(recipient.field("purpose"))})"
    val what = "${word(action.field("channel"))}  ${action.text("step")}"
    return "  $what  ${action.text("currency")} ${action.text("total")}  to $to  $items\n"
}

private fun noticeLine(notice: JsonNode) = "  ${subject(notice.field("subject"))}  ${code(notice.field("hold"))}\n"

/** In the order of recording. */
private fun StringBuilder.journal(account: Account) {
    for (entry in account.journal) {
        val json = tree(entryToJson(entry))
        val about = subject(json.field("subject"))
        append("  ${entry.occurredAt}  ${entry.actor}  ${entry.id}  $about  ${event(json.field("event"))}\n")
    }
}

/** What follows from here if everything is sent and nothing is paid. */
private fun StringBuilder.coming(account: Account, day: Administration, today: Plan) {
    val until = day.now.plus(Duration.ofDays(DAYS_AHEAD))
    val told = today.notices.mapTo(mutableSetOf()) { it.key }
    for (plan in forecast(account, day.policy, day.now, until)) {
        val json = tree(planToJson(plan))
        val actions = json.list("actions").map(::line)
        val notices = json.list("notices").filter { told.add(it.field("key").asText()) }.map(::noticeLine)
        if (actions.isNotEmpty() || notices.isNotEmpty()) append("  ${plan.now}\n")
        for (line in actions) append("  $line")
        for (line in notices) append("    needs a person:$line")
    }
}
