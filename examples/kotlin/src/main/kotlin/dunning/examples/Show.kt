/** Reason codes with their parameters as text: the type, then `name=value` sorted by name. */
package dunning.examples

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ObjectNode

val JSON: JsonMapper = JsonMapper.builder()
    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
    .build()

fun tree(json: String): JsonNode = JSON.readTree(json)

/** A field that the core always writes. */
fun JsonNode.field(name: String): JsonNode =
    get(name) ?: throw IllegalStateException("there is no `$name` in $this")

/** A list, which the core does not write if it is empty. */
fun JsonNode.list(name: String): List<JsonNode> = get(name)?.toList().orEmpty()

/** A record without some of its fields. */
fun JsonNode.without(vararg names: String): JsonNode = deepCopy<ObjectNode>().remove(names.toList())

/** A hold, reason, finding or subject. */
fun code(value: JsonNode): String = shown(value, brief = false)

/** A word such as the value of an enum. */
fun word(value: JsonNode): String = code(value)

/** What a notice or an entry is about. */
fun subject(value: JsonNode): String =
    if (value.field("type").asText() == "item") "item ${value.field("item").asText()}" else code(value)

/** An event: the fields of its record, of lists only how long they are. */
fun event(event: JsonNode): String {
    val record = event.without("type").singleOrNull() as? ObjectNode ?: return shown(event, brief = true)
    return shown(record.deepCopy().set("type", event.get("type")), brief = true)
}

private fun shown(value: JsonNode, brief: Boolean): String = when {
    value.isTextual -> value.asText().let { if (it.isEmpty() || ' ' in it) "\"$it\"" else it }
    value.isArray && brief -> value.size().toString()
    value.isArray -> value.joinToString(", ", "[", "]") { within(it, brief) }
    value.isObject -> record(value, brief)
    value.isNull -> "none"
    else -> value.toString()
}

/** A value within another: an object with more than its type stands in braces. */
private fun within(value: JsonNode, brief: Boolean): String {
    val text = shown(value, brief)
    return if (value.isObject && (value.size() > 1 || !value.has("type"))) "{$text}" else text
}

private fun record(value: JsonNode, brief: Boolean): String {
    val type = value.get("type")?.takeIf(JsonNode::isTextual)?.asText()
    val named = value.properties().filter { it.key != "type" }.sortedWith(compareBy(BY_BYTES) { it.key })
    return (listOfNotNull(type) + named.map { "${it.key}=${within(it.value, brief)}" }).joinToString(" ")
}
