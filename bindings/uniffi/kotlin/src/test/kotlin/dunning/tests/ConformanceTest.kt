package dunning.tests

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import dunning.*
import java.io.File
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory

/** The shared cases: every file in a folder of `conformance`, but for the policies they name. */
class ConformanceTest {
    @TestFactory
    fun cases(): List<DynamicTest> {
        val other = setOf("channels", "law", "peers", "policies")
        val folders = root.listFiles(File::isDirectory)?.filter { it.name !in other }
        val files = folders.orEmpty()
            .flatMap { folder -> folder.listFiles { file -> file.extension == "json" }.orEmpty().toList() }
            .sorted()
        assertTrue(files.isNotEmpty(), "there are no cases in $root")
        return files.map { file -> DynamicTest.dynamicTest(file.relativeTo(root).path) { execute(file) } }
    }

    private fun execute(file: File) {
        val case = json.readTree(file)
        val expected = case.field("expect")
        val found = answer(case)
        executed += 1
        assertEquals(expected.toPrettyString(), found.toPrettyString().ordered(expected, found))
    }

    /** Equal trees may differ in the order of keys: then the texts are not compared. */
    private fun String.ordered(expected: JsonNode, found: JsonNode) =
        if (expected == found) expected.toPrettyString() else this

    private fun answer(case: JsonNode): JsonNode = when (val verb = case.field("verb").asText()) {
        "plan" -> tree(planToJson(plan(account(case), policy(case), moment(case, "now"))))
        "recheck" -> {
            val action = actionFromJson(case.field("action").toString())
            tree(recheckToJson(recheck(account(case), policy(case), action, moment(case, "now"))))
        }
        "record" -> recorded(case)
        "forecast" -> {
            val plans = forecast(
                account(case), policy(case), moment(case, "from"), moment(case, "until"), assumptions(case),
            )
            list(plans.map { tree(planToJson(it)) })
        }
        "compare" -> {
            val (a, b) = policy(case, "policyA") to policy(case, "policyB")
            val (from, until) = moment(case, "from") to moment(case, "until")
            tree(comparisonToJson(compare(account(case), a, b, from, until, assumptions(case))))
        }
        "explain" -> inWords(case) { language ->
            val item = case.field("item").asText()
            tree(explanationToJson(explain(account(case), policy(case), item, moment(case, "now"), language)))
        }
        "sentence" -> inWords(case) { language ->
            val said = saidFromJson(case.field("said").toString())
            text(sentence(account(case), said, language, case.get("item")?.asText()))
        }
        "recheckSentence" -> inWords(case) { language ->
            val action = actionFromJson(case.field("action").toString())
            val answer = recheckFromJson(case.field("recheck").toString())
            text(recheckSentence(account(case), action, answer, language))
        }
        "planMany" -> {
            val lines = case.field("accounts").joinToString("\n") { if (it.isTextual) it.asText() else it.toString() }
            val results = planMany(lines, policy(case), moment(case, "now"))
            list(results.lines().filter(String::isNotBlank).map { tree(plannedLineToJson(plannedLineFromJson(it))) })
        }
        "policy" -> try {
            node("policy", tree(policy(case).toJson()))
        } catch (refused: PolicyRefused.Invalid) {
            problems(refused.problems)
        }
        "lint" -> problems(policy(case).lint()).get("problems")
        "read" -> try {
            node("json", tree(writtenBack(case.field("type").asText(), case.field("json").toString())))
        } catch (refused: InputRefused.Invalid) {
            problems(refused.problems)
        }
        "play" -> Play(case.deepCopy(), ::answer).told()
        "claim" -> orRefusal {
            val claim = claim(account(case), policy(case), LocalDate.parse(case.field("on").asText()))
            val lines = claimText(account(case), claim, "en").split("\n").map(::text)
            json.createObjectNode().set<ObjectNode>("claim", tree(claimToJson(claim)))
                .set<JsonNode>("text", list(lines))
        }
        "capacity" -> orRefusal {
            val plans = case.field("plans").map { planFromJson(it.toString()) }
            tree(capacityToJson(capacity(plans, limits(case.field("limits")))))
        }
        "byChannel" -> list(byChannel(actionFromJson(case.field("action").toString())).map { tree(actionToJson(it)) })
        "nextAllowed" -> orRefusal {
            val contact = case.field("contact").asText()
            val channel = Channel.valueOf(constant(case.field("channel")))
            tree(nextContactToJson(nextAllowed(account(case), policy(case), contact, channel, moment(case, "at"))))
        }
        "termDays" -> orRefusal {
            tree(termDaysToJson(termDays(termFromJson(case.field("term").toString()), rules(case))))
        }
        "holidays" -> orRefusal {
            val year = case.field("year").asInt().toUInt()
            tree(holidayYearToJson(holidays(case.field("calendar").asText(), year, rules(case))))
        }
        "renderMessage" -> {
            val action = actionFromJson(case.field("action").toString())
            tree(messageAnswerToJson(renderMessage(account(case), policy(case), action, options(case))))
        }
        "renderOccasion" -> {
            val about = occasionMessageFromJson(case.field("about").toString())
            tree(messageAnswerToJson(renderOccasion(account(case), about, options(case))))
        }
        "lintTemplate" -> {
            val template = messageTemplateFromJson(case.field("template").toString())
            list(lintTemplate(template).map { tree(templateFlawToJson(it)) })
        }
        "thankYou" -> {
            val thanks = thankYou(account(case), case.field("payment").asText())
            node("thanks", thanks?.let { tree(thankYouToJson(it)) } ?: json.nullNode())
        }
        "redact" -> tree(entryToJson(redact(entryFromJson(case.field("entry").toString()))))
        else -> throw AssertionError("unknown verb: $verb")
    }

    /** A word of the JSON form as the name of a constant. */
    private fun constant(word: JsonNode): String =
        word.asText().replace(Regex("([A-Z])"), "_$1").uppercase()

    private fun limits(given: JsonNode) = Limits(
        zone = given.field("zone").asText(),
        channels = given.field("channels").map {
            ChannelLimit(Channel.valueOf(constant(it.field("channel"))), it.field("aDay").asInt().toUInt())
        },
        used = given.path("used").map {
            val channel = Channel.valueOf(constant(it.field("channel")))
            ChannelUse(channel, LocalDate.parse(it.field("day").asText()), it.field("count").asInt().toUInt())
        },
        priority = given.path("priority").map { CapacityPriority.valueOf(constant(it)) },
    )

    /** What is told in each language that the case names. */
    private fun inWords(case: JsonNode, tell: (String) -> JsonNode): JsonNode {
        val told = json.createObjectNode()
        for (language in case.field("languages").map(JsonNode::asText)) {
            val words = try {
                tell(language)
            } catch (refused: InputRefused.Invalid) {
                problems(refused.problems)
            }
            told.set<JsonNode>(language, words)
        }
        return told
    }

    private fun orRefusal(call: () -> JsonNode): JsonNode = try {
        call()
    } catch (refused: CommandRefused.Refused) {
        node("refusal", tree(refusalToJson(refused.refusal)))
    }

    private fun options(case: JsonNode): MessageOptions? =
        case.get("options")?.let { messageOptionsFromJson(it.toString()) }

    private fun rules(case: JsonNode): Policy? = if (case.has("policy")) policy(case) else null

    private fun assumptions(case: JsonNode): Assumptions? =
        case.get("assumptions")?.let { assumptionsFromJson(it.toString()) }

    private fun recorded(case: JsonNode): JsonNode = try {
        val entries = record(
            account = account(case),
            policy = policy(case),
            commandId = case.field("commandId").asText(),
            command = commandFromJson(case.field("command").toString()),
            occurredAt = moment(case, "occurredAt"),
            recordedAt = moment(case, "recordedAt"),
            actor = case.field("actor").asText(),
        )
        node("entries", list(entries.map { tree(entryToJson(it)) }))
    } catch (refused: CommandRefused.Refused) {
        node("refusal", tree(refusalToJson(refused.refusal)))
    }

    private fun writtenBack(type: String, text: String): String = when (type) {
        "account" -> accountToJson(accountFromJson(text))
        "command" -> commandToJson(commandFromJson(text))
        "entry" -> entryToJson(entryFromJson(text))
        "action" -> actionToJson(actionFromJson(text))
        else -> throw AssertionError("unknown type: $type")
    }

    private fun account(case: JsonNode): Account = accountFromJson(case.field("account").toString())

    private fun policy(case: JsonNode, name: String = "policy"): Policy {
        val given = case.field(name)
        val named = given.isTextual
        return Policy.fromJson(if (named) File(root, "policies/${given.asText()}.json").readText() else given.toString())
    }

    private fun moment(case: JsonNode, name: String): Instant =
        OffsetDateTime.parse(case.field(name).asText()).toInstant()

    private fun JsonNode.field(name: String): JsonNode =
        get(name) ?: throw AssertionError("the case has no field `$name`")

    companion object {
        private val root = File(System.getProperty("conformance.path"))
        private val json = ObjectMapper()
        private var executed = 0

        private fun tree(text: String): JsonNode = json.readTree(text)

        private fun text(words: String): JsonNode = json.nodeFactory.textNode(words)

        private fun list(nodes: List<JsonNode>): JsonNode = json.createArrayNode().addAll(nodes)

        private fun node(name: String, value: JsonNode): JsonNode =
            json.createObjectNode().set<JsonNode>(name, value)

        private fun problems(problems: List<Problem>): JsonNode {
            val nodes = problems.map {
                json.createObjectNode().put("path", it.path).put("value", it.value).put("problem", it.problem)
            }
            return node("problems", list(nodes))
        }

        @JvmStatic
        @AfterAll
        fun tell() = println("conformance: $executed cases")
    }
}
