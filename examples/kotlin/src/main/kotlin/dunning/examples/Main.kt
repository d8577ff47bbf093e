/**
 * Plans a day for a whole administration read from CSV files, and tells what to do and why.
 *
 * `examples/README.md` tells what it prints; the same program exists in other languages.
 */
package dunning.examples

import java.io.PrintStream
import kotlin.system.exitProcess

/** The input or the arguments are wrong; the text tells all of it. */
class Refused(val text: String) : Exception(text)

fun main(args: Array<String>) {
    try {
        System.out.put(run(readArgs(args)))
    } catch (refused: Refused) {
        System.err.put(refused.text)
        exitProcess(2)
    }
}

/** The same bytes on every system. */
private fun PrintStream.put(text: String) {
    write(text.toByteArray())
    flush()
}

private fun run(args: Args): String {
    if (args.help) return USAGE
    val files = files(args.paths, args.journal, args.record)
    val day = load(files, args.on, args.fresh)
    if (args.debtor != null) return story(day, args.debtor)
    val text = report(day)
    if (!args.record) return text
    return "$text\n${recordSending(day, files.getValue("journal.jsonl"))}"
}
