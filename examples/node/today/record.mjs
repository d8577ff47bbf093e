// The day is sent, as far as the journal knows: what a host does with an action.
// @ts-check
import { appendFileSync } from 'node:fs'

import { CommandRefused, plan, recheck, record } from 'dunning'

import { isLater } from './report.mjs'
import { Refused } from './wrong.mjs'

/**
 * @import { Action, Command, Entry, Moment, Policy } from 'dunning'
 * @import { Account, Administration } from './load.mjs'
 */

const ACTOR = 'today'

/**
 * Queue, recheck, send, report: for every action of the day, each account by itself.
 *
 * @param {Administration} day
 * @param {string} journal
 */
export function recordSending({ accounts, policy, now }, journal) {
  const tally = { sent: 0, changed: 0, withdrawn: 0 }
  /** @type {string[]} */
  const lines = []
  /** @type {string[]} */
  const refused = []
  for (const account of accounts) {
    const before = account.journal.length
    for (const action of plan(account, policy, now).actions) {
      try {
        send(account, policy, action, now, tally)
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error
        refused.push(`  ${action.delivery}  ${error.message}\n`)
      }
    }
    const added = account.journal.slice(before)
    lines.push(...added.map((entry) => journalLine(account.debtor.id, entry)))
  }
  append(journal, lines.join(''))
  const { sent, changed, withdrawn } = tally
  const counts = `${sent} sent, ${changed} of them changed by recheck; ${withdrawn} withdrawn`
  const told = `RECORDED: ${lines.length} entries; ${counts}; ${refused.length} refused\n`
  return `${told}${refused.join('')}`
}

/**
 * Queue, recheck, send, report.
 *
 * @param {Account} account
 * @param {Policy} policy
 * @param {Action} action
 * @param {Moment} now
 * @param {{ sent: number, changed: number, withdrawn: number }} tally
 */
function send(account, policy, action, now, tally) {
  const { delivery, notBefore } = action
  /** Records a command, and takes the entries into the journal. */
  const tell = (/** @type {string} */ what, /** @type {Moment} */ at, /** @type {Command} */ command) => {
    // The same delivery always makes the same ids, so nothing is recorded twice.
    const commandId = `${what}:${delivery}`
    const report = { commandId, command, occurredAt: at, actor: ACTOR }
    account.journal.push(...record(account, policy, report))
  }
  tell('queue', now, { type: 'queue', action })
  // Sending may wait for an hour at which it is allowed; this one pretends to.
  const at = isLater(notBefore, now) ? notBefore : now
  const checked = recheck(account, policy, action, at)
  if (checked.type === 'withdrawn') {
    tally.withdrawn += 1
    tell('cancel', at, { type: 'cancel', cancel: { delivery, reason: 'withdrawn' } })
    return
  }
  if (checked.type === 'changed') tally.changed += 1
  tally.sent += 1
  const sent = checked.type === 'changed' ? checked.action : action
  tell('sent', at, { type: 'sent', report: { action: sent } })
}

/**
 * @param {string} account
 * @param {Entry} entry
 */
function journalLine(account, entry) {
  return `${JSON.stringify({ account, entry })}\n`
}

/**
 * @param {string} path
 * @param {string} lines
 */
function append(path, lines) {
  try {
    appendFileSync(path, lines)
  } catch (error) {
    throw new Refused(`${path}: ${/** @type {Error} */ (error).message}\n`)
  }
}
