/** The files of a message, and the page with all of them. */
package dunning.examples

import dunning.Channel
import dunning.RenderedMessage
import java.time.LocalDate

class Letter(
    val name: String,
    val debtor: String,
    val message: RenderedMessage,
    /** The QR code as SVG. */
    val code: String?,
)

private const val HEAD = """<!doctype html>
<meta charset="utf-8">
<title>Messages</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; }
section { border: 1px solid #bbb; padding: 1em; margin: 1em 0; }
pre { white-space: pre-wrap; font: inherit; }
td, th { padding: 0 1em 0 0; }
</style>
"""

/** The channel as JSON has it. */
fun word(channel: Channel): String = when (channel) {
    Channel.EMAIL -> "email"
    Channel.WHATS_APP -> "whatsApp"
    Channel.SMS -> "sms"
    Channel.LETTER -> "letter"
    Channel.PORTAL -> "portal"
    Channel.CALL -> "call"
}

/** A line for each message: its file, template, language and hash. */
fun listed(day: LocalDate, letters: List<Letter>): String {
    val lines = letters.map { letter ->
        val template = letter.message.template
        val told = "${template.id} ${template.version}  ${letter.message.language}  ${template.contentHash}"
        "${letter.name}  $told${if (letter.code == null) "" else "  qr"}\n"
    }
    return "${letters.size} messages for $day\n" + lines.joinToString("")
}

fun text(letter: Letter): String =
    letter.message.subject?.let { "$it\n\n" }.orEmpty() + "${letter.message.text}\n"

fun html(letter: Letter): String? = letter.message.html?.let { html ->
    val title = escaped(letter.message.subject.orEmpty())
    "<!doctype html>\n<meta charset=\"utf-8\">\n<title>$title</title>\n$html${picture(letter)}"
}

private fun picture(letter: Letter): String =
    if (letter.code == null) "" else "<img src=\"${letter.name}.svg\" width=\"160\" alt=\"QR\">\n"

fun index(letters: List<Letter>): String = buildString {
    append(HEAD, "<h1>${letters.size} messages</h1>\n<ol>\n")
    for (letter in letters) {
        append("<li><a href=\"#${letter.name}\">${letter.name}</a> ${escaped(letter.debtor)}</li>\n")
    }
    append("</ol>\n")
    for (letter in letters) {
        val message = letter.message
        append("<section id=\"${letter.name}\">\n<h2>${letter.name}</h2>\n")
        message.subject?.let { append("<h3>${escaped(it)}</h3>\n") }
        append(message.html ?: "<pre>${escaped(message.text)}</pre>\n", picture(letter), "</section>\n")
    }
}

private fun escaped(text: String): String =
    text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
