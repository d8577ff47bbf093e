// What is wrong with the input, and where: all of it is told at once.
// @ts-check
import { NAMES } from './files.mjs'
import { byBytes } from './show.mjs'

/** The program cannot go on; the message is for the person who started it. */
export class Refused extends Error {}

/**
 * @typedef {object} Wrong
 * @property {string} file
 * @property {number} line 0 where the whole file is meant
 * @property {number} at the column's place in the header
 * @property {string} column
 * @property {string} value as it is shown; empty if there is nothing to show
 * @property {string} problem
 */

/**
 * @param {string} file
 * @param {number} line
 * @param {string} problem
 * @param {{ at?: number, column?: string, value?: string }} [where]
 * @returns {Wrong}
 */
export function wrong(file, line, problem, where = {}) {
  return { at: 0, column: '', value: '', ...where, file, line, problem }
}

/**
 * A cell as it stands in the file.
 *
 * @param {import('./table.mjs').Cell} cell
 */
export function where(cell) {
  return { at: cell.at, column: cell.column.name, value: `"${cell.text}"` }
}

/** By file, line and column, as it is told. */
const compared = (/** @type {Wrong} */ a, /** @type {Wrong} */ b) =>
  place(a.file) - place(b.file) ||
  a.line - b.line ||
  a.at - b.at ||
  byBytes(a.column, b.column) ||
  byBytes(a.value, b.value) ||
  byBytes(a.problem, b.problem)

const place = (/** @type {string} */ file) => NAMES.findIndex(({ name }) => name === file)

/** @param {Wrong[]} all */
export function listed(all) {
  const sorted = [...all].sort(compared).map(shown)
  const lines = sorted.filter((line, at) => at === 0 || line !== sorted[at - 1])
  return `${lines.join('')}wrong: ${lines.length}\n`
}

/** @param {Wrong} wrong */
function shown({ file, line, column, value, problem }) {
  const start = line > 0 ? `${file}:${line}` : file
  return `${[start, column, value, problem].filter((part) => part !== '').join(': ')}\n`
}
