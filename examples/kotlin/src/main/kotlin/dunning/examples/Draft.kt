package dunning.examples

import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import dunning.Problem

/** An account as JSON in the making, with the place in the files of everything in it. */
class Draft(fields: ObjectNode, debtor: Row, wrong: MutableList<Wrong>) {
    /** Where each path of the JSON stands. */
    private val places = mutableMapOf<String, Place>()
    private val json: ObjectNode = JSON.createObjectNode()

    private class Place(val file: String, val line: Int, val cell: Cell? = null)

    init {
        for (list in listOf("parties", "contacts", "items", "payments", "journal")) json.putArray(list)
        json.setAll<ObjectNode>(fields)
        json.set<ObjectNode>("debtor", record(DEBTORS, "debtor", debtor, wrong))
    }

    override fun toString() = json.toString()

    /** Adds a row to its list of the account, or of the row that it belongs to. */
    fun add(table: Table, row: Row, wrong: MutableList<Wrong>) {
        var parent = json
        var path = table.list
        val under = table.under
        if (under != null) {
            val link = row[under.column] ?: return
            val rows = json.withArrayProperty(under.list)
            val at = rows.indexOfFirst { it.path("id").asText() == link.text }
            if (at < 0) {
                val problem = "${under.file} has no such ${under.column} of the debtor"
                wrong += Wrong(table.file, row.line, problem, link.at, under.column, cell(link.text))
                return
            }
            parent = rows[at] as ObjectNode
            path = "${under.list}[$at].${table.list}"
        }
        val list = parent.withArrayProperty(table.list)
        list.add(record(table, "$path[${list.size()}]", row, wrong))
    }

    fun addEntry(line: Int, entry: ObjectNode) {
        val journal = json.get("journal") as ArrayNode
        places["journal[${journal.size()}]"] = Place("journal.jsonl", line)
        journal.add(entry)
    }

    /** Where a problem stands that the core found. */
    fun place(problem: Problem): Wrong {
        val path = generateSequence(problem.path) { path ->
            path.lastIndexOfAny(charArrayOf('.', '[')).takeIf { it >= 0 }?.let(path::take)
        }.find { it in places }
        val place = places[path]
        if (path != null && place != null) {
            val wrong = Wrong(place.file, place.line, problem.problem)
            val cell = place.cell
            if (cell != null) return wrong.copy(at = cell.at, column = cell.column.name, value = cell(cell.text))
            val rest = problem.path.removePrefix(path).trimStart('.')
            return wrong.copy(column = rest, value = problem.value)
        }
        val inCreditor = problem.path.startsWith("creditor")
        val file = if (inCreditor) "creditor.json" else "export.json"
        val column = problem.path.removePrefix(if (inCreditor) "creditor" else "input").trimStart('.')
        return Wrong(file, 0, problem.problem, column = column, value = if (column.isEmpty()) "" else problem.value)
    }

    private fun record(table: Table, path: String, row: Row, wrong: MutableList<Wrong>): ObjectNode {
        val record = JSON.createObjectNode()
        for (cell in row.cells) {
            if (!cell.column.needed && cell.text.isEmpty()) continue
            val name = cell.column.name
            val place = Place(table.file, row.line, cell)
            when (val becomes = cell.column.becomes) {
                Becomes.Text -> {
                    places["$path.$name"] = place
                    record.put(name, cell.text)
                }
                Becomes.Words -> {
                    places["$path.$name"] = place
                    val words = record.putArray(name)
                    cell.text.split(' ', '\t', '\n', '\r').filter(String::isNotEmpty).forEach(words::add)
                }
                Becomes.YesNo -> {
                    if (cell.text != "yes" && cell.text != "no") {
                        val problem = "is neither yes nor no"
                        wrong += Wrong(table.file, row.line, problem, cell.at, name, cell(cell.text))
                    }
                    // Something that can be read in any case, so that it is told once.
                    record.put(name, cell.text == "yes")
                }
                is Becomes.Within -> {
                    places["$path.${becomes.record}"] = place
                    places["$path.${becomes.record}.${becomes.field}"] = place
                    record.withObjectProperty(becomes.record).put(becomes.field, cell.text)
                }
                Becomes.Address -> {
                    val address = record.withArrayProperty("addresses").addObject()
                    address.put("id", "${row["id"]?.text.orEmpty()}-$name").put("channel", name).put("value", cell.text)
                }
                Becomes.Link -> {}
            }
        }
        return record
    }
}
