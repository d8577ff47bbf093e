'use strict'

const native = require('../dist/native.js')
const { InputRefused, called } = require('./errors.js')
const { nativeOf } = require('./policy.js')
const { argument, text } = require('./text.js')

/** Accounts that are turned into text at once; between two such lots the event loop turns. */
const LOT = 100

async function planMany(accounts, policy, now) {
  const run = (lines) =>
    called(native.planMany, lines, nativeOf(policy), argument(now, 'now'))
  return typeof accounts === 'string' ? run(accounts) : planAll(accounts, run)
}

async function planAll(accounts, run) {
  const results = []
  let lot = new Lot(0)
  for await (const account of accounts) {
    lot.add(account)
    if (lot.size === LOT) {
      results.push(...lot.results(await run(lot.lines)))
      lot = new Lot(lot.end)
    }
  }
  // Also without any account: a moment or policy that cannot be used is told all the same.
  results.push(...lot.results(await run(lot.lines)))
  return results
}

/** Some accounts as JSON lines. */
class Lot {
  #texts = []
  #refused = new Map()

  /** With the number of lines before it. */
  constructor(start) {
    this.start = start
    this.end = start
  }

  get size() {
    return this.#texts.length
  }

  get lines() {
    return this.#texts.join('\n')
  }

  add(account) {
    const line = this.#line(account)
    this.#texts.push(line)
    this.end += line.split('\n').length
  }

  /** An account that JSON cannot hold is refused in its own line and touches no other. */
  #line(account) {
    try {
      return text(account)
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error
      this.#refused.set(this.end + 1, error.problems)
      return 'null'
    }
  }

  results(lines) {
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => this.#placed(JSON.parse(line)))
  }

  /** With its line counted from the first of all accounts. */
  #placed(result) {
    if (result.type !== 'refused') return result
    const line = result.line + this.start
    return { ...result, line, problems: this.#refused.get(line) ?? result.problems }
  }
}

module.exports = { planMany }
