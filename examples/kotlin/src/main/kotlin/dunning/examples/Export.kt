package dunning.examples

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import dunning.Command
import dunning.InputRefused
import dunning.Problem
import dunning.commandFromJson
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

private val KNOWN = listOf("day", "ledgerAsOf", "paymentsAsOf", "completeness")

/** What `export.json` and `creditor.json` say. */
class Export(
    val day: LocalDate?,
    /** The fields of every account that these files give; null if one of them is no JSON. */
    val fields: ObjectNode?,
)

fun readExport(text: String, creditorText: String, on: LocalDate?, fresh: Boolean, wrong: MutableList<Wrong>): Export {
    val creditor = jsonObject("creditor.json", creditorText, wrong)
    val fields = jsonObject("export.json", text, wrong) ?: return Export(null, null)
    for ((name, value) in fields.properties().filter { it.key !in KNOWN }) {
        wrong += Wrong("export.json", 0, "there is no such field", column = name, value = JSON.writeValueAsString(value))
    }
    fields.retain(KNOWN)
    val given: JsonNode = fields.remove("day") ?: fields.nullNode()
    val read = readDay(if (given.isTextual) given.asText() else "") {
        wrong += Wrong("export.json", 0, it.problem, column = "day", value = JSON.writeValueAsString(given))
        null
    }
    val day = on ?: read
    if (fresh && day != null) {
        for (name in listOf("ledgerAsOf", "paymentsAsOf")) fields.put(name, moment(day).toString())
    }
    return Export(day, creditor?.let { fields.set("creditor", it) })
}

/** The hour matters little: steps count in days of the creditor. */
fun moment(day: LocalDate): Instant = day.atTime(8, 0).toInstant(ZoneOffset.UTC)

/** A day as the core reads it, in the smallest thing that holds one; what is no day is told in its words. */
fun readDay(text: String, orElse: (Problem) -> LocalDate?): LocalDate? {
    val block = JSON.createObjectNode().put("reason", "none").put("begins", text)
    block.putObject("scope").put("type", "debtor")
    val command = JSON.createObjectNode().put("type", "block").set<ObjectNode>("block", block)
    return try {
        (commandFromJson(command.toString()) as Command.Block).block.begins
    } catch (refused: InputRefused.Invalid) {
        orElse(refused.problems.first())
    }
}

/** None if it is no JSON, or something else than an object. */
fun jsonObject(text: String): ObjectNode? = try {
    tree(text) as? ObjectNode
} catch (_: JsonProcessingException) {
    null
}

private fun jsonObject(file: String, text: String, wrong: MutableList<Wrong>): ObjectNode? {
    val json = jsonObject(text)
    if (json == null) wrong += Wrong(file, 0, "is no JSON object")
    return json
}
