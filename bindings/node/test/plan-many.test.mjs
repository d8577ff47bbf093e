// Many accounts: off the event loop, in order, each by itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { InputRefused, Policy, plan, planMany, read } from 'dunning'

import { account, item, now, rules } from './sample.mjs'

const policy = new Policy(rules)

/** An account of its own debtor. */
const of = (id, other = {}) => account({ debtor: { ...account().debtor, id }, ...other })

const parsed = (lines) => lines.split('\n').filter(Boolean).map((line) => JSON.parse(line))

/** Who was planned, or which line was refused. */
const shown = (results) => results.map((result) => result.plan?.debtor ?? result.line)

test('lines in, lines out, in the same order', async () => {
  const ids = Array.from({ length: 20 }, (_, at) => `D${at}`)
  const lines = ids.map((id) => JSON.stringify(of(id))).join('\n')
  const results = parsed(await planMany(lines, policy, now))
  assert.deepEqual(shown(results), ids)
  assert.deepEqual(results[7], { type: 'planned', plan: plan(of('D7'), policy, now) })
})

test('a bad line touches no other and is told by its number', async () => {
  const bad = JSON.stringify(of('D2', { items: [{ ...item, open: 5 }] }))
  const lines = [JSON.stringify(of('D1')), bad, '', '{', JSON.stringify(of('D3'))]
  const results = parsed(await planMany(lines.join('\n'), policy, now))
  assert.deepEqual(shown(results), ['D1', 2, 4, 'D3'])
  const [{ path, value }] = results[1].problems
  assert.deepEqual([path, value], ['items[0].open', '5'])
  assert.deepEqual(await planMany(lines, policy, now), results)
  for (const result of results) assert.deepEqual(read('plannedLine', result), result)
})

test('an account that JSON cannot hold touches no other', async () => {
  const odd = of('D2', { items: [{ ...item, original: NaN }] })
  const accounts = [of('D1'), odd, of('D3'), undefined]
  const results = await planMany(accounts, policy, now)
  assert.deepEqual(shown(results), ['D1', 2, 'D3', 4])
  const [{ path, value }] = results[1].problems
  assert.deepEqual([path, value], ['items[0].original', 'NaN'])
})

test('lines are counted over all lots', async () => {
  async function* many() {
    for (let at = 1; at <= 450; at += 1) yield at % 200 === 0 ? { at } : of(`D${at}`)
  }
  const results = await planMany(many(), policy, now)
  const expected = Array.from({ length: 450 }, (_, at) => at + 1)
  assert.deepEqual(shown(results), expected.map((at) => (at % 200 === 0 ? at : `D${at}`)))
})

test('nothing in, nothing out', async () => {
  assert.equal(await planMany('', policy, now), '')
  assert.deepEqual(await planMany([], policy, now), [])
})

test('a moment or a policy that cannot be used rejects the promise', async () => {
  await assert.rejects(planMany('', policy, '2026-03-01'), InputRefused)
  await assert.rejects(planMany([], policy, '2026-03-01'), InputRefused)
  await assert.rejects(planMany('', rules, now), TypeError)
})

test('the event loop turns while accounts are planned', async () => {
  const items = Array.from({ length: 100 }, (_, at) => ({ ...item, id: `I${at}` }))
  const line = JSON.stringify(of('D', { items }))
  const lines = Array.from({ length: 20 }, () => line).join('\n')
  let turns = 0
  let running = true
  const turn = () => {
    turns += 1
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  const results = await planMany(lines, policy, now)
  running = false
  assert.equal(parsed(results).length, 20)
  assert.ok(turns > 20, `${turns} turns`)
})
