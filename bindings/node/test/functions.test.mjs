// The functions beside the verbs.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import {
  CommandRefused,
  Policy,
  addBusinessDays,
  adjustDay,
  calendars,
  easterSunday,
  holidays,
  interest,
  isBusinessDay,
  replyDue,
  stopWord,
  termDays,
} from 'dunning'

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

test('a term tells its days', () => {
  const letter = { type: 'dutchFourteenDays', sentOn: '2026-01-08', channel: 'letter' }
  const days = termDays(letter)
  assert.deepEqual([days.receivedOn, days.lastDay], ['2026-01-10', '2026-01-26'])
  assert.equal(days.effectFrom, '2026-01-27')
  assert.throws(() => termDays({ ...letter, channel: 'email' }, policy), CommandRefused)
})

test('business days are counted', () => {
  assert.equal(easterSunday(2026), '2026-04-05')
  assert.ok(calendars().some((calendar) => calendar.id === 'NL-ATW'))
  assert.equal(holidays('BE', 2026).holidays.length, 10)
  assert.equal(isBusinessDay('2026-05-05', 'NL-ATW'), false)
  assert.equal(addBusinessDays('2026-04-24', 3, 'NL-ATW', policy), '2026-04-30')
  assert.equal(adjustDay('2026-05-31', 'modifiedFollowing', 'DE-NW'), '2026-05-29')
  assert.throws(() => isBusinessDay('2026-05-05', 'XX'), CommandRefused)
})

test('a stop word is found', () => {
  assert.equal(stopWord('STOP')?.word, 'stop')
  assert.equal(stopWord('please call me'), null)
})
