// The functions beside the verbs.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CommandRefused, Policy, interest, replyDue, stopWord } from 'dunning'

const work = { type: 'message', channels: ['email'] }
const step = { id: 'r', interest: 'late', offset: { type: 'days', days: 3 }, work }
const policy = new Policy({
  scenarios: [{ id: 's', version: 1, steps: [step] }],
  assignment: [{ scenario: 's' }],
  interest: [{ id: 'late', rates: [{ begins: '2025-01-01', percent: '7.5' }] }],
})
const item = { id: 'A', kind: 'invoice', due: '2026-03-01', open: '1000.00', currency: 'EUR' }

test('interest is exact', () => {
  assert.equal(interest(item, policy, 'late', '2026-03-10').total, '1.85')
  assert.throws(() => interest(item, policy, 'none', '2026-03-10'), CommandRefused)
})

test('without service hours no reply is due', () => {
  const creditor = { id: 'C', name: 'C', country: 'NL', zone: 'Europe/Amsterdam' }
  assert.equal(replyDue(creditor, policy, '2026-03-04T08:00:00Z'), null)
})

test('a stop word is found', () => {
  assert.equal(stopWord('STOP')?.word, 'stop')
  assert.equal(stopWord('please call me'), null)
})
