// CSV files as rows of cells that know where they stand.
// @ts-check
import { records } from './csv.mjs'
import { wrong } from './wrong.mjs'

/**
 * @typedef {import('./columns.mjs').Column} Column
 * @typedef {import('./columns.mjs').Table} Table
 * @typedef {import('./wrong.mjs').Wrong} Wrong
 *
 * @typedef {object} Cell
 * @property {Column} column
 * @property {number} at its place in the header
 * @property {string} text
 */

/** A row: the cells of the columns that the file has, in the order of the table's columns. */
export class Row {
  /**
   * @param {number} line
   * @param {Cell[]} cells
   */
  constructor(line, cells) {
    this.line = line
    this.cells = cells
  }

  /** @param {string} column */
  get(column) {
    return this.cells.find((cell) => cell.column.name === column)
  }
}

/**
 * Reads a table: comma or, as spreadsheets write it in many countries, semicolon between cells.
 * Nothing if its header is wrong: then nothing can be said of its rows.
 *
 * @param {Table} table
 * @param {string} given
 * @param {Wrong[]} wrongs
 * @returns {Row[] | undefined}
 */
export function rows(table, given, wrongs) {
  const text = given.replace(/^\ufeff/, '')
  const delimiter = /^[^\n]*;/.test(text) ? ';' : ','
  const [header, ...all] = records(text, delimiter)
  if (!header) {
    wrongs.push(wrong(table.file, 1, 'there is no header'))
    return undefined
  }
  const odd = oddHeader(table, header.cells)
  wrongs.push(...odd)
  if (odd.length > 0) return undefined
  const places = table.columns
    .map((column) => ({ column, at: header.cells.indexOf(column.name) }))
    .filter(({ at }) => at >= 0)
  const length = header.cells.length
  const fits = all.filter(({ line, cells }) => {
    if (cells.length === length) return true
    const problem = `${cells.length} cells where the header has ${length}`
    wrongs.push(wrong(table.file, line, problem))
    return false
  })
  return fits.map(({ line, cells }) => {
    const cell = (/** @type {number} */ at) => trimmed(cells[at] ?? '')
    return new Row(line, places.map(({ column, at }) => ({ column, at, text: cell(at) })))
  })
}

const trimmed = (/** @type {string} */ text) =>
  text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')

/**
 * @param {Table} table
 * @param {string[]} header
 */
function oddHeader(table, header) {
  const { file, columns } = table
  /** @type {Wrong[]} */
  const odd = []
  header.forEach((name, at) => {
    if (!columns.some((column) => column.name === name)) {
      odd.push(wrong(file, 1, 'there is no such column', { at, column: name }))
    } else if (header.indexOf(name) < at) {
      odd.push(wrong(file, 1, 'the column stands here twice', { at, column: name }))
    }
  })
  for (const { name } of columns.filter(({ name, needed }) => needed && !header.includes(name))) {
    odd.push(wrong(file, 1, 'the column is missing', { at: header.length, column: name }))
  }
  return odd
}
