// A program as TypeScript sees it: builds an account, plans, and tells every outcome and hold.
import { CommandRefused, Policy, plan, record } from 'dunning'
import type { Account, Decision, Entry, Hold, Item, Outcome, Plan, PolicyDoc } from 'dunning'

const rules: PolicyDoc = {
  scenarios: [
    {
      id: 'standard',
      version: 1,
      steps: [
        {
          id: 'reminder',
          offset: { type: 'days', days: 3 },
          work: { type: 'message', channels: ['email', 'letter'] },
        },
      ],
    },
  ],
  assignment: [{ scenario: 'standard' }],
  minGapDays: null,
}

const items: Item[] = [
  { id: 'A', kind: 'invoice', due: '2026-02-10', open: '100.00', currency: 'EUR' },
  { id: 'B', kind: 'creditNote', due: '2026-02-10', open: '-20.00', currency: 'EUR', issued: null },
]

const account: Account = {
  creditor: { id: 'C', name: 'Kees BV', country: 'NL', zone: 'Europe/Amsterdam' },
  debtor: { id: 'D', name: 'Jan', kind: 'business', country: 'NL' },
  ledgerAsOf: '2026-03-02T07:00:00Z',
  paymentsAsOf: '2026-03-02T07:00:00Z',
  items,
}

/** Holds are an open set: a later version may add some, so a default arm stays. */
function told(hold: Hold): string {
  switch (hold.type) {
    case 'stale':
      return `the data of ${hold.asOf} is too old since ${hold.freshUntil}`
    case 'invalid':
      return `${hold.path} is ${hold.value}: ${hold.problem}`
    case 'nothingOwed':
      return `nothing to ask for: ${hold.why}`
    case 'blocked':
      return hold.scope.type === 'item' ? `item ${hold.scope.item} blocked` : 'blocked'
    case 'rescheduled':
      return `moved to ${hold.to} by ${hold.actor}`
    case 'disputed':
      return `${hold.amount} disputed: ${hold.reason}`
    case 'promised':
      return `${hold.amount} promised by ${hold.date}`
    case 'outcomeUnknown':
      return `queued at ${hold.queuedAt}`
    case 'newerEntry':
      return `entry ${hold.entry} is of a later version`
    case 'timeBarred':
      return `time-barred since ${hold.on}`
    case 'scenario':
      return `no scenario: ${hold.why}`
    case 'step':
      return `${hold.why}, ${hold.on}`
    case 'timing':
      return `not before ${hold.until}`
    case 'window':
      return `not before ${hold.at}, since ${hold.movedBy.map((stop) => stop.rule).join(', ')}`
    case 'capped':
      return `${hold.atMost} contacts in ${hold.days} days`
    case 'handedOver':
    case 'insolvent':
    case 'deceased':
    case 'withdrawn':
      return `${hold.type} since ${hold.begins}, told by ${hold.actor}`
    case 'arranged':
      return `paid in instalments: ${hold.why}`
    case 'questioned':
      return `asked on ${hold.askedOn}: ${hold.reason}`
    case 'belowMinimum':
      return `only ${hold.total} is due at ${hold.step}`
    case 'rejected':
      return `${hold.actor} rejected ${hold.step}: ${hold.reason}`
    case 'legalData':
      return `no legal data for ${hold.step}`
    case 'awaitingApproval':
      return `${hold.step} waits for approval: ${hold.why}`
    case 'called':
      return `${hold.attempts} calls of ${hold.step}: ${hold.why}`
    case 'replied':
      return `the debtor wrote: ${hold.why}`
    case 'unreachable':
      return hold.excluded.map((excluded) => `${excluded.channel}: ${excluded.why}`).join(', ')
    default:
      return unknown(hold)
  }
}

/** Does not compile while a case is left out above. */
function unknown(other: never): string {
  return `something that a later version knows: ${JSON.stringify(other)}`
}

function sentence(decision: Decision): string {
  const outcome: Outcome = decision.outcome
  switch (outcome.type) {
    case 'act':
      return `${decision.item}: goes out as ${outcome.delivery}`
    case 'wait':
      return `${decision.item}: waits, ${decision.holds.map(told).join('; ')}`
    case 'closed':
      return `${decision.item}: closed`
    default:
      return unknown(outcome)
  }
}

export const policy = new Policy(rules)
export const planned: Plan = plan(account, policy, new Date('2026-03-02T08:00:00Z'))
export const sentences: string[] = planned.decisions.map(sentence)

/** The entries of a promise, or why it was not taken. */
export function promise(date: string): Entry[] | string {
  try {
    return record(account, policy, {
      commandId: 'c1',
      command: { type: 'promise', promise: { amount: '100.00', currency: 'EUR', date } },
      occurredAt: new Date('2026-03-02T08:00:00Z'),
      actor: 'eva',
    })
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal.type
    throw error
  }
}
