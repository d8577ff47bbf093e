// Everything about one debtor: what is decided, why, and what comes.
// @ts-check
import { forecast, plan } from 'dunning'

import { about, code, eventCode } from './show.mjs'
import { Refused } from './wrong.mjs'

/**
 * @import { Action, Decision, Item, Plan } from 'dunning'
 * @import { Account, Administration } from './load.mjs'
 */

const DAYS_AHEAD = 60

/**
 * @param {Administration} day
 * @param {string} id
 */
export function story(day, id) {
  const account = day.accounts.find(({ debtor }) => debtor.id === id)
  if (!account) throw new Refused(`${id}: debtors.csv has no such debtor\n`)
  const today = plan(account, day.policy, day.now)
  const told = new Set(today.notices.map(({ key }) => key))
  return [
    head(account, day.now),
    section('ITEMS', account.items.flatMap((item, at) => itemStory(item, today.decisions[at]))),
    section('PAYMENTS', payments(account)),
    section('GOES OUT TODAY', today.actions.map(actionLine)),
    section('NEEDS A PERSON', notices(today, new Set())),
    section('ODD, BUT STOPS NOTHING', today.findings.map(code)),
    section('JOURNAL', journal(account)),
    section(`COMING ${DAYS_AHEAD} DAYS, IF NOTHING IS PAID`, coming(account, day, told)),
  ].join('\n')
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
function section(title, lines) {
  return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/**
 * @param {Account} account
 * @param {string} now
 */
function head({ debtor: { id, name, ...debtor }, contacts }, now) {
  const lines = contacts.flatMap(({ id, name, addresses = [], consents = [], ...contact }) => [
    `${id} ${name}  ${code(contact)}`,
    ...addresses.map(({ channel, value }) => `  ${channel} ${value}`),
    ...consents.map((consent) => `  consent ${code(consent)}`),
  ])
  const first = `${id} ${name}, planned at ${now} (times are UTC)\n${code(debtor)}\n`
  return `${first}\n${section('CONTACTS', lines)}`
}

/**
 * @param {Item} item
 * @param {Decision | undefined} decision
 */
function itemStory(item, decision) {
  const number = item.documentNumber == null ? '' : ` ${item.documentNumber}`
  const open = `open ${item.currency} ${item.open}`
  const lines = [`${item.id}${number}  ${item.kind}  due ${item.due}  ${open}`]
  if (!decision) return lines
  const { outcome, holds, reasons, findings, next, reviewAt } = decision
  lines.push(outcomeOf(outcome))
  lines.push(...holds.map((hold) => `  hold ${code(hold)}`))
  lines.push(...reasons.map((reason) => `  reason ${code(reason)}`))
  lines.push(...findings.map((finding) => `  finding ${code(finding)}`))
  if (next) lines.push(`  next ${next.key.step} from ${next.dueOn}`)
  if (reviewAt) lines.push(`  looked at again from ${reviewAt}`)
  return lines
}

/** @param {import('dunning').Outcome} outcome */
function outcomeOf(outcome) {
  switch (outcome.type) {
    case 'act':
      return `  goes out with ${outcome.delivery}`
    case 'closed':
      return '  closed'
    default:
      return '  waits'
  }
}

/** @param {Account} account */
function payments(account) {
  return account.payments.flatMap((payment) => [
    `${payment.id}  ${payment.valueDate}  ${payment.currency} ${payment.amount}`,
    ...(payment.allocations ?? []).map(({ item, amount }) => `  ${item} ${amount}`),
    ...(payment.reversed ? [`  reversed ${code(payment.reversed)}`] : []),
  ])
}

/** @param {Action} action */
function actionLine({ channel, step, currency, total, recipient, lines }) {
  const to = `to ${recipient.contact} (${recipient.purpose})`
  const items = lines.map(({ item, step, dunned }) => `${item} ${step} ${dunned}`).join(', ')
  return `${channel}  ${step}  ${currency} ${total}  ${to}  ${items}`
}

/**
 * The notices whose key was not told before.
 *
 * @param {Plan} plan
 * @param {Set<string>} told
 */
function notices(plan, told) {
  const fresh = plan.notices.filter(({ key }) => !told.has(key) && told.add(key))
  return fresh.map(({ subject, hold }) => `${about(subject)}  ${code(hold)}`)
}

/**
 * In the order of recording.
 *
 * @param {Account} account
 */
function journal(account) {
  return account.journal.map(({ occurredAt, actor, id, subject, event }) =>
    [occurredAt, actor, id, about(subject), eventCode(event)].join('  '),
  )
}

/**
 * What follows from here if everything is sent and nothing is paid.
 *
 * @param {Account} account
 * @param {Administration} day
 * @param {Set<string>} told
 */
function coming(account, day, told) {
  const until = new Date(day.now)
  until.setUTCDate(until.getUTCDate() + DAYS_AHEAD)
  // Beyond the year 9999 there are no moments.
  if (until.getUTCFullYear() > 9999) return []
  return forecast(account, day.policy, { from: day.now, until }).flatMap((plan) => {
    const lines = [
      ...plan.actions.map((action) => `  ${actionLine(action)}`),
      ...notices(plan, told).map((notice) => `  needs a person:  ${notice}`),
    ]
    return lines.length > 0 ? [plan.now, ...lines] : []
  })
}
