// Both module systems hold the same functions and classes.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'

import * as imported from 'dunning'

import { account, now, rules } from './sample.mjs'

const required = createRequire(import.meta.url)('dunning')

test('import and require give the same', () => {
  const names = Object.keys(required).sort()
  assert.deepEqual(Object.keys(imported).filter((name) => name !== 'default').sort(), names)
  for (const name of names) assert.equal(imported[name], required[name], name)
})

test('what one made the other takes', () => {
  const policy = new required.Policy(rules)
  assert.equal(imported.plan(account(), policy, now).debtor, 'D')
  assert.throws(() => required.plan({}, policy, now), imported.InputRefused)
})
