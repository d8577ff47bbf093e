/**
 * Writes tomorrow's messages of an administration: a file for each, its QR code, and a page to look
 * through them all.
 *
 * `examples/README.md` tells what it writes; the same program exists in other languages.
 */
package dunning.examples

import dunning.Account
import dunning.Channel
import dunning.MessageAnswer
import dunning.MessageOptions
import dunning.Occasion
import dunning.OccasionMessage
import dunning.PayloadAnswer
import dunning.PaymentLink
import dunning.PictureAnswer
import dunning.RenderedMessage
import dunning.epcPayload
import dunning.plan
import dunning.qrSvg
import dunning.renderMessage
import dunning.renderOccasion
import dunning.thankYou
import java.io.File
import java.time.Instant
import kotlin.system.exitProcess

object Letters {
    /** The directory to write to, then your own files; `letters` and the sample if not given. */
    @JvmStatic
    fun main(args: Array<String>) {
        try {
            val text = run(File(args.firstOrNull() ?: "letters"), args.drop(1).map(::File))
            System.out.write(text.toByteArray())
            System.out.flush()
        } catch (refused: Refused) {
            System.err.write(refused.text.toByteArray())
            System.err.flush()
            exitProcess(2)
        }
    }
}

private fun run(out: File, paths: List<File>): String {
    val files = files(paths, null, false)
    val day = load(files, load(files, null, false).day.plusDays(1), false)
    val letters = mutableListOf<Letter>()
    for (account in day.accounts) {
        val options = options(account)
        for (action in plan(account, day.policy, day.now).actions) {
            val answer = renderMessage(account, day.policy, action, options)
            letters += letter(letters.size, account, action.step, answer)
        }
        thanks(account, day.now, options).forEach { letters += letter(letters.size, account, "thanks", it) }
    }
    write(out, letters)
    return listed(day.day, letters)
}

private fun options(account: Account): MessageOptions {
    val url = "https://pay.koperenpan.example/${account.debtor.id}"
    return MessageOptions(fallbackLanguage = "en", links = listOf(PaymentLink("wero", "Wero", url)))
}

/** Thanks for each payment that was asked for, to the first contact with an e-mail address. */
private fun thanks(account: Account, now: Instant, options: MessageOptions): List<MessageAnswer> {
    val contact = account.contacts.find { contact -> contact.addresses.any { it.channel == Channel.EMAIL } }
        ?: return emptyList()
    return account.payments.mapNotNull { thankYou(account, it.id) }.map { thanks ->
        val about = OccasionMessage(Occasion.Thanks(thanks), contact.id, Channel.EMAIL, now)
        renderOccasion(account, about, options)
    }
}

private fun letter(count: Int, account: Account, step: String, answer: MessageAnswer): Letter {
    val debtor = account.debtor
    val message = (answer as? MessageAnswer.Rendered)?.message
        ?: throw Refused("${debtor.id} $step: $answer\n")
    val number = (count + 1).toString().padStart(3, '0')
    return Letter("$number-${debtor.id}-${word(message.channel)}-$step", debtor.name, message, code(message))
}

/** The QR code of the payment that it asks for. */
private fun code(message: RenderedMessage): String? {
    val made = message.transfer?.let(::epcPayload) as? PayloadAnswer.Made ?: return null
    return (qrSvg(made.payload) as? PictureAnswer.Drawn)?.svg
}

private fun write(out: File, letters: List<Letter>) {
    out.mkdirs()
    for (letter in letters) {
        File(out, "${letter.name}.txt").writeText(text(letter))
        html(letter)?.let { File(out, "${letter.name}.html").writeText(it) }
        letter.code?.let { File(out, "${letter.name}.svg").writeText(it) }
    }
    File(out, "index.html").writeText(index(letters))
}
