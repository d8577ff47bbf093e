'use strict'

const { isDate } = require('node:util').types

const { InputRefused, PolicyRefused } = require('./errors.js')

/** Deeper than this `JSON.stringify` looks itself: a value that holds itself ends there. */
const DEEPEST = 100

/**
 * The JSON text of a record; text is taken as it stands.
 *
 * What `JSON.stringify` would drop or turn into `null` without a word is refused: a NaN in an
 * optional field would read as if nothing had been given.
 */
function text(record, Refused = InputRefused) {
  if (typeof record === 'string') return record
  return json(record, '', Refused)
}

/** The JSON text of an argument that is no record: a moment, an id. */
function argument(value, name) {
  return json(value, name, InputRefused)
}

function json(value, path, Refused) {
  const problems = lost(value, path)
  if (problems.length > 0) throw refused(Refused, problems)
  try {
    return JSON.stringify(value)
  } catch (error) {
    throw refused(Refused, [problem(path, 'an object', error.message)])
  }
}

function refused(Refused, problems) {
  const told = problems.map((p) => `\n  ${p.path}: ${p.problem} (found ${p.value})`)
  const title = Refused === PolicyRefused ? 'the policy cannot hold' : 'the input cannot be read'
  return new Refused(title + told.join(''), problems)
}

function problem(path, value, told) {
  return { path: path || 'input', value, problem: told }
}

/** Everything in a value that JSON cannot hold. */
function lost(value, path) {
  const problems = []
  if (value === undefined) problems.push(problem(path, 'nothing', 'nothing was given'))
  look(value, path, 0, problems)
  return problems
}

function look(value, path, depth, problems) {
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) problems.push(problem(path, 'Invalid Date', NO_JSON))
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) problems.push(problem(path, String(value), NO_JSON))
  } else if (typeof value === 'bigint') {
    problems.push(problem(path, `${value}n`, NO_JSON))
  } else if (typeof value === 'function' || typeof value === 'symbol') {
    problems.push(problem(path, `a ${typeof value}`, NO_JSON))
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
    within(value, path, depth + 1, problems)
  }
}

const NO_JSON = 'JSON cannot hold this value'

function within(value, path, depth, problems) {
  if (typeof value.toJSON === 'function') {
    look(value.toJSON(), path, depth, problems)
  } else if (Array.isArray(value)) {
    value.forEach((element, at) => look(element, `${path}[${at}]`, depth, problems))
  } else {
    for (const key of Object.keys(value)) {
      look(value[key], path === '' ? key : `${path}.${key}`, depth, problems)
    }
  }
}

/** Refuses options of a misspelt name: they would be left out without a word. */
function known(options, names) {
  const problems = Object.keys(options ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => {
      const value = JSON.stringify(options[name]) ?? 'nothing'
      const expected = names.map((known) => `\`${known}\``).join(', ')
      return problem(name, value, `unknown field \`${name}\`, expected one of ${expected}`)
    })
  if (problems.length > 0) throw refused(InputRefused, problems)
  return options ?? {}
}

module.exports = { argument, known, text }
