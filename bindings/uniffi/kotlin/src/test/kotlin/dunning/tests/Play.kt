package dunning.tests

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode

/** Days as a clerk lives them: each act is a command, or a run that carries out what is planned. */
internal class Play(private val scene: ObjectNode, private val answer: (JsonNode) -> JsonNode) {
    private val account = scene.get("account") as ObjectNode

    fun told(): JsonNode {
        val told = json.createArrayNode()
        for (act in scene.get("script")) {
            scene.set<JsonNode>("now", act.get("at"))
            act.get("ledger")?.fields()?.forEach { (name, value) -> account.set<JsonNode>(name, value) }
            account.set<JsonNode>("ledgerAsOf", act.get("at"))
            account.set<JsonNode>("paymentsAsOf", act.get("at"))
            val command = act.get("command")
            told.add(if (command == null) run(act) else take(act.get("id").asText(), command))
        }
        val journal = account.get("journal")
        return json.createObjectNode().apply { set<JsonNode>("told", told); set<JsonNode>("journal", journal) }
    }

    private fun run(act: JsonNode): JsonNode {
        val did = json.createArrayNode()
        ask("plan").get("actions").forEachIndexed { number, action ->
            val id = "${act.get("id").asText()}-$number"
            take("$id-queue", json.createObjectNode().put("type", "queue").set("action", action))
            val report = json.createObjectNode().set<ObjectNode>("action", action)
            val isCall = action.get("kind").asText() == "call"
            if (isCall) report.set<JsonNode>("outcome", act.get("outcome"))
            val recheck = ask("recheck", "action" to action).get("type")
            val done = json.createObjectNode().put("type", if (isCall) "called" else "sent")
            val told = json.createObjectNode()
            for (name in listOf("channel", "step", "total")) told.set<JsonNode>(name, action.get(name))
            told.set<JsonNode>("recheck", recheck)
            told.set<JsonNode>("recorded", take("$id-done", done.set("report", report)))
            did.add(told)
        }
        return did
    }

    /** Records a command and appends its entries; their number, or the refusal. */
    private fun take(id: String, command: JsonNode): JsonNode {
        val now = scene.get("now")
        val (name, actor) = json.nodeFactory.textNode(id) to json.nodeFactory.textNode("eva")
        val answered = ask(
            "record", "commandId" to name, "command" to command, "actor" to actor,
            "occurredAt" to now, "recordedAt" to now,
        )
        val entries = answered.get("entries") ?: return answered
        (account.get("journal") as? ArrayNode ?: account.putArray("journal")).addAll(entries as ArrayNode)
        return json.nodeFactory.numberNode(entries.size())
    }

    private fun ask(verb: String, vararg fields: Pair<String, JsonNode>): JsonNode {
        val asked = scene.deepCopy().put("verb", verb)
        for ((name, value) in fields) asked.set<JsonNode>(name, value)
        return answer(asked)
    }

    private companion object {
        val json = ObjectMapper()
    }
}
