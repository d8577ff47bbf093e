// The compiled `typed-example.ts` runs.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'

const example = createRequire(import.meta.url)('../dist/test/typed-example.js')

test('the typed program runs', () => {
  assert.equal(example.planned.debtor, 'D')
  assert.equal(example.sentences.length, 2)
  assert.ok(Array.isArray(example.promise('2026-03-10')))
})
