/**
 * From files to accounts.
 *
 * Each row becomes JSON of the account it belongs to, and the core reads that: it names every wrong
 * value by its path, and the draft knows in which file, line and column the path stands.
 */
package dunning.examples

import com.fasterxml.jackson.databind.node.ObjectNode
import dunning.Account
import dunning.InputRefused
import dunning.Policy
import dunning.PolicyRefused
import dunning.accountFromJson
import java.io.File
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.time.Instant
import java.time.LocalDate

/** An administration at a moment. */
class Administration(
    val policy: Policy,
    val day: LocalDate,
    val now: Instant,
    /** In the order of `debtors.csv`. */
    val accounts: List<Account>,
    /** Journal entries of debtors that the export lacks. */
    val entriesElsewhere: Int,
)

fun load(files: Map<String, File>, on: LocalDate?, fresh: Boolean): Administration {
    val wrong = mutableListOf<Wrong>()
    val policy = readPolicy(text(files, "policy.json", wrong), wrong)
    val creditor = text(files, "creditor.json", wrong)
    val export = readExport(text(files, "export.json", wrong), creditor, on, fresh, wrong)
    val drafts = Drafts(wrong)
    val unread = mutableSetOf<String>()
    val debtors = rows(DEBTORS, text(files, DEBTORS.file, wrong), wrong)
    if (debtors == null) unread += DEBTORS.file
    debtors.orEmpty().forEach { drafts.addDebtor(it, export.fields) }
    for (table in TABLES.filter { it.file in files }) {
        val rows = rows(table, text(files, table.file, wrong), wrong)
        if (rows == null) unread += table.file
        // What belongs to rows that could not be read is not wrong by itself.
        if (listOfNotNull(DEBTORS.file, table.under?.file).none(unread::contains)) {
            rows.orEmpty().forEach { drafts.addRow(table, it) }
        }
    }
    val entriesElsewhere = drafts.addJournal(text(files, "journal.jsonl", wrong))
    val accounts = drafts.accounts(export.fields != null)
    if (policy == null || export.day == null || wrong.isNotEmpty()) throw Refused(listed(wrong))
    return Administration(policy, export.day, moment(export.day), accounts, entriesElsewhere)
}

/** The text of a file; empty if it is not there, which only optional files may be. */
private fun text(files: Map<String, File>, name: String, wrong: MutableList<Wrong>): String {
    val file = files[name] ?: return ""
    try {
        // Not `readText`, which takes any bytes.
        return Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.readBytes())).toString()
    } catch (_: CharacterCodingException) {
        wrong += Wrong(name, 0, "is not UTF-8 text")
    } catch (_: IOException) {
        // `--record` may begin a journal.
        if (name != "journal.jsonl") wrong += Wrong(name, 0, "cannot be read")
    }
    return ""
}

private fun readPolicy(text: String, wrong: MutableList<Wrong>): Policy? = try {
    Policy.fromJson(text)
} catch (refused: PolicyRefused.Invalid) {
    refused.problems.mapTo(wrong) { Wrong("policy.json", 0, it.problem, column = it.path, value = it.value) }
    null
}

private class Drafts(private val wrong: MutableList<Wrong>) {
    /** By debtor, in the order of `debtors.csv`. */
    private val drafts = linkedMapOf<String, Draft>()

    fun addDebtor(row: Row, fields: ObjectNode?) {
        val id = row["id"] ?: return
        if (id.text in drafts) {
            wrong += Wrong(DEBTORS.file, row.line, "the debtor stands here twice", id.at, "id", cell(id.text))
            return
        }
        drafts[id.text] = Draft(fields ?: JSON.createObjectNode(), row, wrong)
    }

    fun addRow(table: Table, row: Row) {
        val debtor = row["debtor"] ?: return
        val draft = drafts[debtor.text]
        if (draft == null) {
            val problem = "debtors.csv has no such debtor"
            wrong += Wrong(table.file, row.line, problem, debtor.at, "debtor", cell(debtor.text))
            return
        }
        draft.add(table, row, wrong)
    }

    /** Lines `{"account": debtor, "entry": {…}}`; returns how many are of other debtors. */
    fun addJournal(text: String): Int {
        var elsewhere = 0
        for ((at, line) in text.split("\r\n", "\n").withIndex()) {
            if (line.isBlank()) continue
            val json = jsonObject(line)
            val account = json?.get("account")?.textValue()
            val entry = json?.get("entry") as? ObjectNode
            if (account == null || entry == null) {
                val problem = "is no JSON object with `account` and `entry`"
                wrong += Wrong("journal.jsonl", at + 1, problem, value = line)
                continue
            }
            val draft = drafts[account]
            if (draft == null) elsewhere++ else draft.addEntry(at + 1, entry)
        }
        return elsewhere
    }

    fun accounts(whole: Boolean): List<Account> = drafts.values.mapNotNull { draft ->
        try {
            accountFromJson(draft.toString())
        } catch (refused: InputRefused.Invalid) {
            // Without creditor and export each account lacks the same fields.
            refused.problems.map(draft::place).filterTo(wrong) { whole || it.line > 0 }
            null
        }
    }
}
