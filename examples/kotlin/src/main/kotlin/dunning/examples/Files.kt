package dunning.examples

import java.io.File

/** The files in the order in which wrong rows are told; `true` if there is no run without it. */
val NAMES = mapOf(
    "policy.json" to true,
    "creditor.json" to true,
    "export.json" to true,
    "debtors.csv" to true,
    "parties.csv" to false,
    "contacts.csv" to false,
    "consents.csv" to false,
    "items.csv" to true,
    "payments.csv" to false,
    "allocations.csv" to false,
    "journal.jsonl" to false,
)

/** Which files an administration is made of, and where they are. Later paths win over earlier ones. */
fun files(paths: List<File>, journal: File?, journalMayBeMissing: Boolean): Map<String, File> {
    val files = mutableMapOf<String, File>()
    for (path in paths.ifEmpty { listOf(sample()) }) {
        files += filesAt(path)
    }
    if (journal != null) {
        if (!journal.exists() && !journalMayBeMissing) throw Refused("$journal: there is no such file\n")
        files["journal.jsonl"] = journal
    }
    val missing = NAMES.filter { (name, needed) -> needed && name !in files }.keys
    if (missing.isEmpty()) return files
    throw Refused(missing.joinToString("") { "$it: is needed and not among the files given\n" })
}

private fun filesAt(path: File): Map<String, File> = when {
    path.isDirectory -> NAMES.keys.associateWith(path::resolve).filterValues(File::isFile)
    !path.isFile -> throw Refused("$path: there is no such file\n")
    path.name !in NAMES -> throw Refused("$path: is none of ${NAMES.keys.joinToString(", ")}\n")
    else -> mapOf(path.name to path)
}

/** Beside this program: it runs from `examples/kotlin/target`. */
private fun sample(): File {
    val program = File(Args::class.java.protectionDomain.codeSource.location.toURI())
    return program.parentFile.resolve("../../data").normalize()
}
