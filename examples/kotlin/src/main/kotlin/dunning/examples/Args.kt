package dunning.examples

import java.io.File
import java.time.LocalDate

const val USAGE = """Plans a day for a whole administration: what goes out, what waits and why, what needs a person.

Usage: today [OPTIONS] [PATHS]...

Paths: your own files: a directory that holds them, or single files that take the place of those
of the same name; the sample administration if none is given. Names and columns are told in
examples/data/README.md

  --on DATE       The day to plan, at 08:00 UTC; the day in export.json if not given
  --fresh         Take ledger and payments as read at the planned moment, whatever export.json says
  --debtor ID     Tell the story of one debtor instead
  --journal PATH  The journal, in place of journal.jsonl
  --record        Pretend to send everything, and append what happened to the journal
  --help          This text
"""

private val SWITCHES = listOf("--fresh", "--record", "--help")
private val OPTIONS = listOf("--on", "--debtor", "--journal")

data class Args(
    val paths: List<File>,
    val on: LocalDate?,
    val fresh: Boolean,
    val debtor: String?,
    val journal: File?,
    val record: Boolean,
    val help: Boolean,
)

/** `--name value` or `--name=value`; after `--` there are only paths. */
fun readArgs(words: Array<String>): Args {
    val paths = mutableListOf<File>()
    val given = mutableMapOf<String, String>()
    val left = ArrayDeque(words.toList())
    while (left.isNotEmpty()) {
        val word = left.removeFirst()
        val name = word.substringBefore('=')
        val value = when {
            word == "--" -> {
                left.mapTo(paths, ::File)
                break
            }
            word in SWITCHES -> ""
            name !in OPTIONS && word.startsWith("-") -> refuse("$word: there is no such option")
            name !in OPTIONS -> {
                paths += File(word)
                continue
            }
            name != word -> word.substringAfter('=')
            else -> left.removeFirstOrNull() ?: refuse("$name: its value is missing")
        }
        if (given.put(name, value) != null) refuse("$name: is given twice")
    }
    if ("--record" in given && "--journal" !in given) refuse("--record needs --journal")
    if ("--record" in given && "--debtor" in given) refuse("--record and --debtor do not go together")
    return Args(
        paths = paths,
        on = given["--on"]?.let { text -> readDay(text) { refuse("--on: \"$text\": ${it.problem}") } },
        fresh = "--fresh" in given,
        debtor = given["--debtor"],
        journal = given["--journal"]?.let(::File),
        record = "--record" in given,
        help = "--help" in given,
    )
}

private fun refuse(text: String): Nothing = throw Refused("$text\n")
