// The contract, as every language runs it: one case a file in `conformance/<rule>/`.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, test } from 'node:test'

import * as dunning from 'dunning'

const { CommandRefused, InputRefused, Policy, PolicyRefused } = dunning

const root =
  process.env.DUNNING_CONFORMANCE ?? fileURLToPath(new URL('../../../conformance', import.meta.url))

const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

/** A policy document, or the name of one in `conformance/policies`. */
const docOf = (policy) => (typeof policy === 'string' ? read('policies', `${policy}.json`) : policy)
const named = (policy) => new Policy(JSON.stringify(docOf(policy)))
const policyOf = (given) => named(given.policy)

/** What `call` gives, or what `told` makes of its refusal. */
function either(Refused, told, call) {
  try {
    return call()
  } catch (error) {
    if (error instanceof Refused) return told(error)
    throw error
  }
}

/** What `call` gives, or the refusal of the command. */
const orRefusal = (call) => either(CommandRefused, (error) => ({ refusal: error.refusal }), call)

/** The policy, if the case has one. */
const rulesOf = (given) => given.policy && policyOf(given)

/** What `tell` gives in each language that the case names. */
const inWords = (given, tell) =>
  Object.fromEntries(
    given.languages.map((language) => [language, either(InputRefused, problems, () => tell(language))]),
  )

const problems = (error) => ({ problems: error.problems })

/** Records a command and appends its entries; their number, or the refusal. */
function take(scene, commandId, command) {
  const { now } = scene
  const asked = { commandId, command, actor: 'eva', occurredAt: now, recordedAt: now }
  const answered = verbs.record({ ...scene, ...asked })
  if (!answered.entries) return answered
  scene.account.journal = [...(scene.account.journal ?? []), ...answered.entries]
  return answered.entries.length
}

/** Carries out what is planned. */
const run = (scene, act) =>
  verbs.plan(scene).actions.map((action, number) => {
    take(scene, `${act.id}-${number}-queue`, { type: 'queue', action })
    const recheck = verbs.recheck({ ...scene, action }).type
    const { channel, step, total } = action
    const called = { type: 'called', report: { action, outcome: act.outcome } }
    const done = action.kind === 'call' ? called : { type: 'sent', report: { action } }
    return { channel, step, total, recheck, recorded: take(scene, `${act.id}-${number}-done`, done) }
  })

const verbs = {
  // Days as a clerk lives them: each act is a command, or a run.
  play: (given) => {
    const scene = structuredClone(given)
    const told = given.script.map((act) => {
      scene.now = act.at
      Object.assign(scene.account, act.ledger, { ledgerAsOf: act.at, paymentsAsOf: act.at })
      return act.command ? take(scene, act.id, act.command) : run(scene, act)
    })
    return { told, journal: scene.account.journal }
  },
  plan: (given) => dunning.plan(JSON.stringify(given.account), policyOf(given), given.now),
  recheck: (given) => {
    const [account, action] = [JSON.stringify(given.account), JSON.stringify(given.action)]
    return dunning.recheck(account, policyOf(given), action, given.now)
  },
  record: (given) => {
    const { commandId, occurredAt, recordedAt, actor } = given
    const command = JSON.stringify(given.command)
    const report = { commandId, command, occurredAt, recordedAt, actor }
    return either(CommandRefused, (error) => ({ refusal: error.refusal }), () => ({
      entries: dunning.record(JSON.stringify(given.account), policyOf(given), report),
    }))
  },
  forecast: (given) => {
    const { from, until } = given
    const assumptions = given.assumptions && JSON.stringify(given.assumptions)
    const span = { from, until, assumptions }
    return dunning.forecast(JSON.stringify(given.account), policyOf(given), span)
  },
  compare: (given) => {
    const { from, until } = given
    const assumptions = given.assumptions && JSON.stringify(given.assumptions)
    const policies = [named(given.policyA), named(given.policyB)]
    return dunning.compare(JSON.stringify(given.account), ...policies, { from, until, assumptions })
  },
  explain: (given) => {
    const [account, policy] = [JSON.stringify(given.account), policyOf(given)]
    const { item, now } = given
    return inWords(given, (language) => dunning.explain(account, policy, { item, now, language }))
  },
  sentence: (given) => {
    const [account, said] = [JSON.stringify(given.account), JSON.stringify(given.said)]
    const { item } = given
    return inWords(given, (language) => dunning.sentence(account, said, { language, item }))
  },
  recheckSentence: (given) => {
    const told = [given.account, given.action, given.recheck].map((part) => JSON.stringify(part))
    return inWords(given, (language) => dunning.recheckSentence(...told, language))
  },
  planMany: async (given) => {
    const line = (account) => (typeof account === 'string' ? account : JSON.stringify(account))
    const lines = given.accounts.map(line).join('\n')
    const results = await dunning.planMany(lines, policyOf(given), given.now)
    return results.split('\n').filter(Boolean).map((result) => JSON.parse(result))
  },
  policy: (given) => either(PolicyRefused, problems, () => ({ policy: policyOf(given).toJSON() })),
  lint: (given) => policyOf(given).lint(),
  read: (given) =>
    either(InputRefused, problems, () => ({
      json: dunning.read(given.type, JSON.stringify(given.json)),
    })),
  claim: (given) =>
    orRefusal(() => {
      const claim = dunning.claim(given.account, policyOf(given), { on: given.on })
      return { claim, text: dunning.claimText(given.account, claim, 'en').split('\n') }
    }),
  capacity: (given) => orRefusal(() => dunning.capacity(given.plans, given.limits)),
  byChannel: (given) => dunning.byChannel(given.action),
  nextAllowed: (given) =>
    orRefusal(() => {
      const { contact, channel, at } = given
      return dunning.nextAllowed(given.account, policyOf(given), { contact, channel, at })
    }),
  termDays: (given) => orRefusal(() => dunning.termDays(given.term, rulesOf(given))),
  holidays: (given) =>
    orRefusal(() => dunning.holidays(given.calendar, given.year, rulesOf(given))),
  renderMessage: (given) =>
    dunning.renderMessage(given.account, policyOf(given), given.action, given.options),
  renderOccasion: (given) => dunning.renderOccasion(given.account, given.about, given.options),
  lintTemplate: (given) => dunning.lintTemplate(given.template),
  thankYou: (given) => ({ thanks: dunning.thankYou(given.account, given.payment) }),
  redact: (given) => dunning.redact(JSON.stringify(given.entry)),
}

let executed = 0
after(() => console.log(`conformance: ${executed} cases`))

const rules = readdirSync(root, { withFileTypes: true })
  .filter((rule) => rule.isDirectory() && !['channels', 'law', 'peers', 'policies'].includes(rule.name))
  .map((rule) => rule.name)
  .sort()

for (const rule of rules) {
  for (const file of readdirSync(join(root, rule)).sort()) {
    if (!file.endsWith('.json')) continue
    test(`${rule}/${file}`, async () => {
      const given = read(rule, file)
      assert.ok(Object.hasOwn(verbs, given.verb), `unknown verb ${given.verb}`)
      executed += 1
      assert.deepEqual(await verbs[given.verb](given), given.expect, given.description)
    })
  }
}
