// What a program holds and gives: built natively, written back, refused with path and value.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CommandRefused, InputRefused, Policy, PolicyRefused } from 'dunning'
import { forecast, plan, read, recheck, record, redact } from 'dunning'

import { account, item, now, rules } from './sample.mjs'

const policy = new Policy(rules)

/** The problems of a refused account, as [path, value]. */
function refused(json) {
  try {
    plan(json, policy, now)
  } catch (error) {
    assert.ok(error instanceof InputRefused, `${error}`)
    for (const problem of error.problems) assert.ok(problem.problem.length > 0)
    return error.problems.map(({ path, value }) => [path, value])
  }
  return assert.fail('not refused')
}

const withItem = (other) => account({ items: [item, { ...item, id: 'B', ...other }] })

test('an account is built, planned and written back', () => {
  const planned = plan(account(), policy, now)
  assert.deepEqual([planned.creditor, planned.debtor], ['C', 'D'])
  assert.equal(planned.now, '2026-03-02T08:00:00Z')
  const [decision, ...others] = planned.decisions
  assert.deepEqual([decision.item, decision.outcome.type, others], ['A', 'act', []])
  const [{ total, currency, channel }] = planned.actions
  assert.deepEqual([total, currency, channel], ['100.00', 'EUR', 'email'])
  assert.deepEqual(read('account', account()).items, [item])
})

test('text and objects are the same account', () => {
  const text = JSON.stringify(account())
  assert.deepEqual(plan(text, policy, now), plan(account(), policy, now))
})

test('a Date is an instant', () => {
  const [text, date] = [plan(account(), policy, now), plan(account(), policy, new Date(now))]
  assert.deepEqual(date, text)
  const read = account({ ledgerAsOf: new Date('2026-03-02T07:00:00Z') })
  assert.deepEqual(plan(read, policy, now), text)
})

test('undefined and null leave an optional value out', () => {
  const absent = { party: undefined, original: null, issued: null, tags: undefined }
  assert.deepEqual(read('account', account({ items: [{ ...item, ...absent }] })).items, [item])
})

test('null is no list and no yes or no', () => {
  assert.deepEqual(refused(account({ payments: null })), [['payments', 'null']])
  const contract = { id: 'K', regularSupply: null }
  assert.deepEqual(refused(withItem({ contract })), [['items[1].contract.regularSupply', 'null']])
})

test('money is text', () => {
  assert.deepEqual(refused(withItem({ open: 100.5 })), [['items[1].open', '100.5']])
  assert.deepEqual(refused(withItem({ open: 100 })), [['items[1].open', '100']])
  assert.deepEqual(refused(withItem({ open: true })), [['items[1].open', 'true']])
  assert.deepEqual(refused(withItem({ open: '1e3' })), [['items[1].open', '"1e3"']])
  const long = '12345678901234567890123456789012'
  assert.deepEqual(refused(withItem({ open: long })), [['items[1].open', `"${long}"`]])
})

test('a moment has a zone and a day has no time', () => {
  const naive = '2026-03-01T09:00:00'
  assert.deepEqual(refused(account({ ledgerAsOf: naive })), [['ledgerAsOf', `"${naive}"`]])
  const due = new Date('2026-02-10T00:00:00Z')
  assert.deepEqual(refused(withItem({ due })), [['items[1].due', JSON.stringify(due)]])
})

test('unknown fields and words and missing fields are refused, all at once', () => {
  const odd = [{ colour: 'blue' }, { kind: 'poem' }, { due: undefined }]
  const items = odd.map((other) => ({ ...item, ...other }))
  const found = refused(account({ items })).map(([path]) => path).sort()
  assert.deepEqual(found, ['items[0].colour', 'items[1].kind', 'items[2]'])
})

test('what JSON cannot hold is refused and not left out', () => {
  const original = [NaN, Infinity, 5n, () => 5, Symbol('5'), new Date(NaN)]
  const values = ['NaN', 'Infinity', '5n', 'a function', 'a symbol', 'Invalid Date']
  const items = original.map((original) => ({ ...item, original }))
  const expected = values.map((value, at) => [`items[${at}].original`, value])
  assert.deepEqual(refused(account({ items })), expected)
  assert.deepEqual(refused(undefined), [['input', 'nothing']])
  const round = account()
  round.history = round
  assert.match(refused(round)[0][0], /input/)
})

test('no JSON is told by line', () => {
  assert.deepEqual(refused('{\n  "creditor": ,'), [['line 2 column 15', '"creditor": ,']])
})

test('a moment as an argument is refused by its name', () => {
  const wrong = [
    ['2026-03-02T09:00:00', '"2026-03-02T09:00:00"'],
    [1772442000, '1772442000'],
    [undefined, 'nothing'],
    [null, 'null'],
    [new Date(NaN), 'Invalid Date'],
  ]
  for (const [at, value] of wrong) {
    assert.throws(() => plan(account(), policy, at), (error) => {
      assert.ok(error instanceof InputRefused)
      assert.deepEqual(error.problems.map(({ path, value }) => [path, value]), [['now', value]])
      return true
    })
  }
})

test('a policy that cannot hold tells every problem', () => {
  const doc = { ...rules, assignment: [{ scenario: 'x' }], minGapDays: 1000000 }
  assert.throws(() => new Policy(doc), (error) => {
    assert.ok(error instanceof PolicyRefused && error instanceof Error)
    assert.equal(error.name, 'PolicyRefused')
    assert.ok(error.problems.length >= 2, error.message)
    for (const { path, value, problem } of error.problems) {
      assert.ok(error.message.includes(`${path}: ${problem} (found ${value})`), error.message)
    }
    return true
  })
  assert.throws(() => new Policy({ ...rules, minGapDays: NaN }), PolicyRefused)
  assert.throws(() => new Policy('{'), PolicyRefused)
  assert.throws(() => new Policy(), PolicyRefused)
})

test('a policy is written back as it was given', () => {
  assert.deepEqual(policy.toJSON(), rules)
  assert.deepEqual(JSON.parse(JSON.stringify({ policy })), { policy: rules })
})

test('a policy is not an object that looks like one', () => {
  for (const other of [rules, {}, null, undefined, Object.create(Policy.prototype)]) {
    assert.throws(() => plan(account(), other, now), TypeError)
  }
})

const note = { type: 'writeNote', about: { type: 'debtor' }, note: { text: 'called' } }
const report = { commandId: 'c1', command: note, occurredAt: now, actor: 'eva' }

test('a command becomes entries, and entries a journal', () => {
  const [action] = plan(account(), policy, now).actions
  const command = { type: 'queue', action }
  const queue = { commandId: 'q1', command, occurredAt: new Date(now), actor: 'job' }
  const journal = record(account(), policy, queue)
  assert.deepEqual(journal.map(({ id, event }) => [id, event.type]), [['q1/1', 'queued']])
  assert.equal(journal[0].recordedAt, journal[0].occurredAt)
  assert.deepEqual(plan(account({ journal }), policy, now).actions, [])
  assert.deepEqual(recheck(account({ journal }), policy, action, now), { type: 'go' })
  assert.deepEqual(record(account({ journal }), policy, queue), journal)
})

test('a command that makes no sense is refused with its reason', () => {
  const command = { type: 'unblock', unblock: { block: 'b1/1' } }
  assert.throws(() => record(account(), policy, { ...report, command }), (error) => {
    assert.ok(error instanceof CommandRefused && error instanceof Error)
    assert.equal(error.name, 'CommandRefused')
    assert.deepEqual([error.refusal.type, error.refusal.entry], ['unknownEntry', 'b1/1'])
    assert.match(error.message, /`b1\/1`/)
    return true
  })
})

test('a forecast is a list of plans', () => {
  const plans = forecast(account(), policy, { from: now, until: new Date('2026-03-31T00:00:00Z') })
  assert.ok(plans.length > 1)
  assert.equal(plans[0].actions.length, 1)
})

test('free text is taken out of an entry', () => {
  const [entry] = record(account(), policy, report)
  assert.equal(entry.event.note.text, 'called')
  assert.equal(redact(entry).event.note.text, '')
})

test('record refuses what it cannot read', () => {
  const cases = {
    actor: { actor: 5 },
    commandId: { commandId: undefined },
    occurredAt: { occurredAt: '2026-03-02' },
    recordedAt: { recordedAt: 'yesterday' },
    type: { command: { ...note, type: 'sing' } },
    recordedat: { recordedat: now },
  }
  for (const [path, other] of Object.entries(cases)) {
    assert.throws(() => record(account(), policy, { ...report, ...other }), (error) => {
      assert.ok(error instanceof InputRefused, `${error}`)
      assert.deepEqual(error.problems.map((problem) => problem.path), [path])
      return true
    })
  }
})

test('forecast refuses a misspelt option', () => {
  const span = { from: now, until: now, assumption: {} }
  assert.throws(() => forecast(account(), policy, span), { name: 'InputRefused' })
})

test('an entry of a later version is kept', () => {
  const entry = {
    id: 'c1/1',
    occurredAt: '2026-03-01T09:00:00Z',
    recordedAt: '2026-03-01T09:00:00Z',
    actor: 'eva',
    subject: { type: 'galaxy', name: 'Kees' },
    event: { type: 'pigeonReleased', pigeon: { name: 'Kees' } },
    fingerprint: '00',
    mood: 'sunny',
  }
  assert.deepEqual(read('entry', entry), entry)
  assert.deepEqual(redact(entry), entry)
  assert.equal(plan(account({ journal: [entry] }), policy, now).debtor, 'D')
})

test('records that cannot be read are refused by every verb', () => {
  assert.throws(() => recheck(account(), policy, {}, now), InputRefused)
  assert.throws(() => redact({}), InputRefused)
  assert.throws(() => read('poem', {}), InputRefused)
  assert.throws(() => forecast({}, policy, { from: now, until: now }), InputRefused)
})
