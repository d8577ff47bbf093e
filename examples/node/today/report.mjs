// The day of the whole administration.
// @ts-check
import { plan } from 'dunning'

import { about, byBytes, code } from './show.mjs'
import { Sums } from './sums.mjs'

/**
 * @import { Action, Channel, Decision, Hold, Item, Moment, Outcome, Plan } from 'dunning'
 * @import { Account, Administration } from './load.mjs'
 *
 * @typedef {{ account: Account, plan: Plan }} Planned
 */

/** How many debtors are named behind a reason. */
const NAMED = 8

/** @type {Channel[]} */
const CHANNELS = ['email', 'whatsApp', 'sms', 'letter', 'portal', 'call']

/** @param {Administration} day */
export function report(day) {
  const plans = day.accounts.map((account) => ({
    account,
    plan: plan(account, day.policy, day.now),
  }))
  return [
    head(day),
    goesOut(plans),
    byReason('WAITS', plans, 'wait'),
    byReason('CLOSED', plans, 'closed'),
    needsAPerson(plans),
    odd(plans),
    amounts(plans),
  ].join('\n')
}

/**
 * `1 item`, `2 items`.
 *
 * @param {number} number
 * @param {string} noun
 * @param {string} [plural]
 */
function count(number, noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`
}

/**
 * Every moment that the core writes is in UTC and ends in `Z`; without it, text compares as time.
 *
 * @param {Moment} a
 * @param {Moment} b
 */
export function isLater(a, b) {
  return a.slice(0, -1) > b.slice(0, -1)
}

/** @param {Administration} day */
function head({ accounts, day, now, entriesElsewhere }) {
  const sum = (/** @type {(account: Account) => unknown[]} */ list) =>
    accounts.reduce((total, account) => total + list(account).length, 0)
  const counts = [
    count(accounts.length, 'debtor'),
    count(sum((account) => account.items), 'item'),
    count(sum((account) => account.payments), 'payment'),
    count(sum((account) => account.journal), 'journal entry', 'journal entries'),
  ].join(', ')
  const elsewhere = entriesElsewhere > 0 ? ` (and ${entriesElsewhere} of other debtors)` : ''
  const [first] = accounts
  const asOf = first
    ? `ledger as of ${first.ledgerAsOf}, payments as of ${first.paymentsAsOf}\n`
    : ''
  const who = first?.creditor.name ?? 'Nobody'
  return `${who} on ${day}, planned at ${now} (times are UTC)\n${counts}${elsewhere}\n${asOf}`
}

/** @param {Planned[]} plans */
function goesOut(plans) {
  const all = plans.flatMap(({ account, plan }) =>
    plan.actions.map((action) => ({ account, action })),
  )
  let text = `GOES OUT TODAY: ${tally(all.map(({ action }) => action))}\n`
  for (const channel of CHANNELS) {
    const those = all.filter(({ action }) => action.channel === channel)
    if (those.length === 0) continue
    text += `${channel}: ${tally(those.map(({ action }) => action))}\n`
    for (const { action, account } of those) text += `  ${actionLine(action, account)}\n`
  }
  return text
}

/** @param {Action[]} actions */
function tally(actions) {
  const sums = new Sums()
  for (const { currency, total } of actions) sums.add(currency, total)
  const items = actions.reduce((total, action) => total + action.lines.length, 0)
  return withSums(`${count(actions.length, 'action')}, ${count(items, 'item')}`, sums)
}

/**
 * @param {Action} action
 * @param {Account} account
 */
function actionLine(action, { debtor }) {
  const parts = [
    debtor.id,
    `${action.currency} ${action.total}`,
    action.step,
    count(action.lines.length, 'item'),
    debtor.name,
    action.recipient.value,
  ]
  if (action.attempt > 1) parts.push(`attempt ${action.attempt}`)
  if (isLater(action.notBefore, action.plannedAt)) parts.push(`not before ${action.notBefore}`)
  return parts.join('  ')
}

/**
 * @param {string} text
 * @param {Sums} sums
 */
function withSums(text, sums) {
  return [text, String(sums)].filter((part) => part !== '').join(', ')
}

/** What stands under one reason. */
class Group {
  items = 0
  sums = new Sums()
  /** @type {string[]} */
  debtors = []
  /** @type {Moment | undefined} */
  review = undefined

  /**
   * @param {Account} account
   * @param {Item} item
   * @param {Decision} decision
   */
  add({ debtor }, { currency, open }, { reviewAt }) {
    this.items += 1
    this.sums.add(currency, open)
    if (this.debtors.at(-1) !== debtor.id) this.debtors.push(debtor.id)
    if (reviewAt && (!this.review || isLater(this.review, reviewAt))) this.review = reviewAt
  }

  toString() {
    const named = this.debtors.slice(0, NAMED)
    const more = this.debtors.length - named.length
    const others = more > 0 ? ` and ${more} more` : ''
    const review = this.review ? `; looked at again from ${this.review}` : ''
    return `${withSums(count(this.items, 'item'), this.sums)}; ${named.join(' ')}${others}${review}`
  }
}

/**
 * Every item with what was decided on it.
 *
 * @param {Planned} planned
 */
function decided({ account, plan }) {
  return account.items.flatMap((item, at) => {
    const decision = plan.decisions[at]
    return decision ? [{ item, decision }] : []
  })
}

/**
 * @param {string} title
 * @param {Planned[]} plans
 * @param {Outcome['type']} outcome
 */
function byReason(title, plans, outcome) {
  const all = new Group()
  /** @type {Map<string, Group>} */
  const groups = new Map()
  for (const planned of plans) {
    const those = decided(planned).filter(({ decision }) => decision.outcome.type === outcome)
    for (const { item, decision } of those) {
      all.add(planned.account, item, decision)
      for (const reason of new Set(decision.holds.map(reasonOf))) {
        const group = groups.get(reason) ?? new Group()
        group.add(planned.account, item, decision)
        groups.set(reason, group)
      }
    }
  }
  const reasons = [...groups].sort(([a], [b]) => byBytes(a, b))
  const lines = reasons.map(([reason, group]) => `  ${reason}: ${group}\n`)
  return `${title}: ${withSums(count(all.items, 'item'), all.sums)}\n${lines.join('')}`
}

/**
 * The hold's code with the word that tells its sort.
 *
 * @param {Hold} hold
 */
function reasonOf(hold) {
  /** @type {import('./show.mjs').Fields} */
  const fields = { ...hold }
  const sort = ['why', 'problem', 'reason']
    .map((name) => fields[name])
    .find((word) => typeof word === 'string')
  return sort === undefined ? hold.type : `${hold.type} ${sort}`
}

/** @param {Planned[]} plans */
function needsAPerson(plans) {
  const lines = plans.flatMap(({ account: { debtor }, plan }) =>
    plan.notices.map(({ subject, hold, since }) => {
      const told = since ? `  since ${since}` : ''
      return `  ${debtor.id}  ${about(subject)}  ${code(hold)}${told}  ${debtor.name}\n`
    }),
  )
  return `NEEDS A PERSON: ${count(lines.length, 'notice')}\n${lines.join('')}`
}

/** @param {Planned[]} plans */
function odd(plans) {
  const lines = plans.flatMap(({ account: { debtor }, plan }) => [
    ...plan.findings.map((finding) => `  ${debtor.id}  ${code(finding)}  ${debtor.name}\n`),
    ...plan.decisions.flatMap(({ item, findings }) =>
      findings.map((finding) => `  ${debtor.id}  item ${item}  ${code(finding)}  ${debtor.name}\n`),
    ),
  ])
  return `ODD, BUT STOPS NOTHING: ${count(lines.length, 'finding')}\n${lines.join('')}`
}

/**
 * By currency: the open amounts by outcome add up to what is open.
 *
 * @param {Planned[]} plans
 */
function amounts(plans) {
  const sums = {
    open: new Sums(),
    act: new Sums(),
    asked: new Sums(),
    wait: new Sums(),
    closed: new Sums(),
  }
  for (const planned of plans) {
    for (const { item, decision } of decided(planned)) {
      sums.open.add(item.currency, item.open)
      sums[decision.outcome.type].add(item.currency, item.open)
    }
    for (const { currency, total } of planned.plan.actions) sums.asked.add(currency, total)
  }
  /** @type {[string, Sums][]} */
  const columns = [
    ['open', sums.open],
    ['in what goes out', sums.act],
    ['asked for today', sums.asked],
    ['waiting', sums.wait],
    ['closed', sums.closed],
  ]
  const lines = sums.open.currencies().map((currency) => {
    const told = columns.map(([name, column]) => ({ name, sum: column.of(currency) }))
    const parts = told.filter(({ sum }) => sum !== undefined)
    return `  ${currency}: ${parts.map(({ name, sum }) => `${name} ${sum}`).join('; ')}\n`
  })
  return `AMOUNTS\n${lines.join('')}`
}
