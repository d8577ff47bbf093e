// An account as JSON in the making, with the place in the files of everything in it.
// @ts-check
import { DEBTORS } from './columns.mjs'
import { where, wrong } from './wrong.mjs'

/**
 * @typedef {import('./columns.mjs').Table} Table
 * @typedef {import('./show.mjs').Fields} Fields
 * @typedef {import('./table.mjs').Cell} Cell
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {import('./wrong.mjs').Wrong} Wrong
 *
 * @typedef {{ file: string, line: number, cell?: Cell }} Place
 */

export class Draft {
  /**
   * Where each path of the JSON stands.
   *
   * @type {Map<string, Place>}
   */
  #places = new Map()

  /**
   * With the fields that are the same for every account.
   *
   * @param {Fields} fields
   */
  constructor(fields) {
    /** @type {Fields} */
    this.json = { parties: [], contacts: [], items: [], payments: [], journal: [], ...fields }
  }

  /**
   * @param {Row} row
   * @param {Wrong[]} wrongs
   */
  setDebtor(row, wrongs) {
    this.json.debtor = this.#record(DEBTORS, 'debtor', row, wrongs)
  }

  /**
   * Adds a row to its list of the account, or of the row that it belongs to.
   *
   * @param {Table} table
   * @param {Row} row
   * @param {Wrong[]} wrongs
   */
  add(table, row, wrongs) {
    const { file, list, under } = table
    let parent = this.json
    let path = list
    if (under) {
      const link = row.get(under.column)
      if (!link) return
      const rows = records(this.json, under.list)
      const at = rows.findIndex(({ id }) => id === link.text)
      const found = rows[at]
      if (!found) {
        const problem = `${under.file} has no such ${under.column} of the debtor`
        wrongs.push(wrong(file, row.line, problem, where(link)))
        return
      }
      parent = found
      path = `${under.list}[${at}].${list}`
    }
    const rows = records(parent, list)
    rows.push(this.#record(table, `${path}[${rows.length}]`, row, wrongs))
  }

  /**
   * @param {number} line
   * @param {Fields} entry
   */
  addEntry(line, entry) {
    const journal = records(this.json, 'journal')
    this.#places.set(`journal[${journal.length}]`, { file: 'journal.jsonl', line })
    journal.push(entry)
  }

  /**
   * Where a problem stands that the core found.
   *
   * @param {import('dunning').Problem} problem
   */
  place({ path, value, problem }) {
    for (let start = path; start !== ''; start = shorter(start)) {
      const place = this.#places.get(start)
      if (!place) continue
      const { file, line, cell } = place
      const rest = path.slice(start.length).replace(/^\.+/, '')
      return wrong(file, line, problem, cell ? where(cell) : { column: rest, value })
    }
    const owed = path.startsWith('creditor')
    const column = owed ? path.replace(/^creditor\.*/, '') : path.replace(/^(input)+/, '')
    const file = owed ? 'creditor.json' : 'export.json'
    return wrong(file, 0, problem, { column, value: column === '' ? '' : value })
  }

  /**
   * @param {Table} table
   * @param {string} path
   * @param {Row} row
   * @param {Wrong[]} wrongs
   */
  #record({ file }, path, row, wrongs) {
    /** @type {Fields} */
    const record = {}
    const { line } = row
    for (const cell of row.cells.filter(({ column, text }) => column.needed || text !== '')) {
      const { text, column: { name, becomes } } = cell
      const told = (/** @type {string} */ within) =>
        this.#places.set(`${path}.${within}`, { file, line, cell })
      if (becomes === 'text') {
        told(name)
        record[name] = text
      } else if (becomes === 'words') {
        told(name)
        record[name] = text.split(/\p{White_Space}+/u).filter((word) => word !== '')
      } else if (becomes === 'yesNo') {
        if (!['yes', 'no'].includes(text)) {
          wrongs.push(wrong(file, line, 'is neither yes nor no', where(cell)))
        }
        record[name] = text === 'yes'
      } else if (becomes === 'address') {
        const id = `${row.get('id')?.text ?? ''}-${name}`
        records(record, 'addresses').push({ id, channel: name, value: text })
      } else if (becomes !== 'link') {
        const [inner, field] = becomes
        told(inner)
        told(`${inner}.${field}`)
        record[inner] = { .../** @type {Fields} */ (record[inner]), [field]: text }
      }
    }
    return record
  }
}

/**
 * A list of records, which is made if need be.
 *
 * @param {Fields} fields
 * @param {string} name
 * @returns {Fields[]}
 */
function records(fields, name) {
  fields[name] ??= []
  return /** @type {Fields[]} */ (fields[name])
}

/** The path of what a path stands in; empty if it stands in nothing. */
const shorter = (/** @type {string} */ path) =>
  path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))
