package dunning.examples

/** Texts in the order of their UTF-8 bytes, which is the same in every language. */
val BY_BYTES: Comparator<String> =
    Comparator { one, other -> java.util.Arrays.compareUnsigned(one.toByteArray(), other.toByteArray()) }

private val AS_TOLD: Comparator<Wrong> =
    compareBy<Wrong> { NAMES.keys.indexOf(it.file) }
        .thenBy { it.line }
        .thenBy { it.at }
        .thenBy(BY_BYTES) { it.column }
        .thenBy(BY_BYTES) { it.value }
        .thenBy(BY_BYTES) { it.problem }

/** What is wrong with the input, and where: all of it is told at once. */
data class Wrong(
    val file: String,
    /** 0 where the whole file is meant. */
    val line: Int,
    val problem: String,
    /** The column by its place in the header and its name. */
    val at: Int = 0,
    val column: String = "",
    /** As it is shown; empty if there is nothing to show. */
    val value: String = "",
) {
    override fun toString(): String {
        val place = if (line > 0) "$file:$line" else file
        return listOf(place, column, value, problem).filter(String::isNotEmpty).joinToString(": ")
    }
}

/** A text as it stands in its cell. */
fun cell(text: String) = "\"$text\""

fun listed(wrong: List<Wrong>): String {
    val told = wrong.distinct().sortedWith(AS_TOLD)
    return told.joinToString("") { "$it\n" } + "wrong: ${told.size}\n"
}
