package dunning.examples

/** A row: the cells of the columns that the file has, in the order of the table's columns. */
class Row(val line: Int, val cells: List<Cell>) {
    operator fun get(column: String): Cell? = cells.find { it.column.name == column }
}

/** A cell, and its place in the header. */
class Cell(val column: Column, val at: Int, val text: String)

/**
 * Reads a table: comma or, as spreadsheets write it in many countries, semicolon between cells.
 * Null if its header is wrong: then nothing can be said of its rows.
 */
fun rows(table: Table, file: String, wrong: MutableList<Wrong>): List<Row>? {
    val text = file.removePrefix("\uFEFF")
    val delimiter = if (';' in text.substringBefore('\n')) ';' else ','
    val records = records(text, delimiter)
    val header = records.firstOrNull()?.cells
    if (header == null) {
        wrong += Wrong(table.file, 1, "there is no header")
        return null
    }
    val problems = headerProblems(table, header)
    wrong += problems
    if (problems.isNotEmpty()) return null
    val columns = table.columns.filter { it.name in header }
    val rows = mutableListOf<Row>()
    for (record in records.drop(1)) {
        val cells = record.cells
        if (cells.size != header.size) {
            wrong += Wrong(table.file, record.line, "${cells.size} cells where the header has ${header.size}")
            continue
        }
        rows += Row(
            record.line,
            columns.map { column ->
                val at = header.indexOf(column.name)
                Cell(column, at, cells[at].trim())
            },
        )
    }
    return rows
}

private fun headerProblems(table: Table, header: List<String>): List<Wrong> {
    val names = table.columns.map(Column::name)
    val present = header.mapIndexedNotNull { at, name ->
        val problem = when {
            name !in names -> "there is no such column"
            header.indexOf(name) < at -> "the column stands here twice"
            else -> null
        }
        problem?.let { Wrong(table.file, 1, it, at, name) }
    }
    val missing = table.columns.filter { it.needed && it.name !in header }
    return present + missing.map { Wrong(table.file, 1, "the column is missing", header.size, it.name) }
}
