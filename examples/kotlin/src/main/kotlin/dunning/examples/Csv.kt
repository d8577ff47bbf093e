package dunning.examples

/** A row of a CSV text, and the line on which it begins. */
class Record(val line: Int, val cells: List<String>)

/** The rows of a CSV text (RFC 4180); blank lines are none. A line may end in any of the known ways. */
fun records(text: String, delimiter: Char): List<Record> = CsvReader(text, delimiter).records()

private class CsvReader(private val text: String, private val delimiter: Char) {
    private var at = 0
    private var line = 1

    fun records(): List<Record> = buildList {
        while (at < text.length) {
            if (atLineEnd()) take() else add(record())
        }
    }

    private fun record(): Record {
        val begin = line
        val cells = mutableListOf(cell())
        while (at < text.length && text[at] == delimiter) {
            take()
            cells += cell()
        }
        return Record(begin, cells)
    }

    /** Up to the delimiter or the end of the line. What follows a closing quote belongs to the cell. */
    private fun cell() = buildString {
        if (at < text.length && text[at] == '"') quoted()
        while (at < text.length && text[at] != delimiter && !atLineEnd()) append(take())
    }

    private fun StringBuilder.quoted() {
        take()
        while (at < text.length) {
            val char = take()
            if (char == '"' && (at == text.length || text[at] != '"')) return
            append(if (char == '"') take() else char)
        }
    }

    private fun atLineEnd() = text[at] == '\n' || text[at] == '\r'

    private fun take(): Char {
        val char = text[at++]
        if (char == '\n') line++
        return char
    }
}
