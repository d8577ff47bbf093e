// The small JSON files: who is owed, and when the files were made.
// @ts-check
import { InputRefused, read } from 'dunning'

import { isRecord } from './show.mjs'
import { wrong } from './wrong.mjs'

/**
 * What `export.json` and `creditor.json` say.
 *
 * @typedef {object} Export
 * @property {{ day: string, now: string }} [day] the day to plan and its moment
 * @property {import('./show.mjs').Fields} [fields] the fields of every account that these files
 *   give; none if one of them is no JSON
 */

const KNOWN = ['day', 'ledgerAsOf', 'paymentsAsOf', 'completeness']

/**
 * @param {string} exported
 * @param {string} creditor
 * @param {string | undefined} on
 * @param {boolean} fresh
 * @param {import('./wrong.mjs').Wrong[]} wrongs
 * @returns {Export}
 */
export function readExport(exported, creditor, on, fresh, wrongs) {
  const owed = object('creditor.json', creditor, wrongs)
  const all = object('export.json', exported, wrongs)
  if (!all) return {}
  const told = (/** @type {string} */ column, /** @type {string} */ problem) => {
    const value = JSON.stringify(all[column] ?? null)
    wrongs.push(wrong('export.json', 0, problem, { column, value }))
  }
  for (const name of Object.keys(all)) {
    if (!KNOWN.includes(name)) told(name, 'there is no such field')
  }
  const named = dayOf(all.day, (problem) => told('day', problem))
  const day = on ?? named
  // The hour matters little: steps count in days of the creditor.
  const now = `${day}T08:00:00Z`
  const fields = Object.fromEntries(
    Object.entries(all).filter(([name]) => name !== 'day' && KNOWN.includes(name)),
  )
  if (fresh && day) Object.assign(fields, { ledgerAsOf: now, paymentsAsOf: now })
  return {
    day: day === undefined ? undefined : { day, now },
    fields: owed && { ...fields, creditor: owed },
  }
}

/**
 * A day as the core reads it: it stands in a command here, and the core has the words for a wrong
 * one.
 *
 * @param {unknown} given
 * @param {(problem: string) => void} told
 */
export function dayOf(given, told) {
  const date = typeof given === 'string' ? given : ''
  try {
    read('command', { type: 'promise', promise: { amount: '0', currency: 'EUR', date } })
    return date
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error
    error.problems.forEach(({ problem }) => told(problem))
    return undefined
  }
}

/**
 * @param {string} file
 * @param {string} text
 * @param {import('./wrong.mjs').Wrong[]} wrongs
 */
function object(file, text, wrongs) {
  try {
    const json = JSON.parse(text)
    if (isRecord(json)) return json
  } catch {
    // No JSON is no object either.
  }
  wrongs.push(wrong(file, 0, 'is no JSON object'))
  return undefined
}
