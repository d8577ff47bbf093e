// From files to accounts.
//
// Each row becomes JSON of the account it belongs to, and the core reads that: it names every
// wrong value by its path, and the draft knows in which file, line and column the path stands.
// @ts-check
import { InputRefused, Policy, PolicyRefused, read } from 'dunning'

import { DEBTORS, TABLES } from './columns.mjs'
import { Draft } from './draft.mjs'
import { readExport } from './export.mjs'
import { isRecord } from './show.mjs'
import { rows } from './table.mjs'
import { Refused, listed, where, wrong } from './wrong.mjs'

/**
 * @typedef {import('./show.mjs').Fields} Fields
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {import('./wrong.mjs').Wrong} Wrong
 *
 * An administration at a moment.
 *
 * @typedef {object} Administration
 * @property {Policy} policy
 * @property {import('dunning').Day} day
 * @property {import('dunning').Moment} now
 * @property {Account[]} accounts in the order of `debtors.csv`
 * @property {number} entriesElsewhere journal entries of debtors that the export lacks
 *
 * An account with its lists, also the empty ones.
 *
 * @typedef {import('dunning').Account & Required<Pick<import('dunning').Account, Lists>>} Account
 * @typedef {'contacts' | 'items' | 'payments' | 'journal'} Lists
 */

/**
 * @param {import('./files.mjs').Files} files
 * @param {string | undefined} on
 * @param {boolean} fresh
 * @returns {Administration}
 */
export function load(files, on, fresh) {
  /** @type {Wrong[]} */
  const wrongs = []
  const text = (/** @type {string} */ name) => files.text(name, wrongs)
  const policy = policyOf(text('policy.json'), wrongs)
  const creditor = text('creditor.json')
  const { day, fields } = readExport(text('export.json'), creditor, on, fresh, wrongs)
  const drafts = new Drafts(wrongs)
  const debtors = rows(DEBTORS, text(DEBTORS.file), wrongs)
  const unread = debtors ? [] : [DEBTORS.file]
  for (const row of debtors ?? []) drafts.debtor(row, fields)
  for (const table of TABLES.filter(({ file }) => files.has(file))) {
    const found = rows(table, text(table.file), wrongs)
    if (!found) unread.push(table.file)
    // What belongs to rows that could not be read is not wrong by itself.
    const belongs = [DEBTORS.file, table.under?.file]
    if (belongs.some((file) => file !== undefined && unread.includes(file))) continue
    for (const row of found ?? []) drafts.row(table, row)
  }
  const entriesElsewhere = drafts.journal(text('journal.jsonl'))
  const accounts = drafts.finish(fields !== undefined)
  if (!policy || !day || wrongs.length > 0) throw new Refused(listed(wrongs))
  return { policy, ...day, accounts, entriesElsewhere }
}

/**
 * @param {string} text
 * @param {Wrong[]} wrongs
 */
function policyOf(text, wrongs) {
  try {
    return new Policy(text)
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error
    for (const { path, value, problem } of error.problems) {
      wrongs.push(wrong('policy.json', 0, problem, { column: path, value }))
    }
    return undefined
  }
}

class Drafts {
  /**
   * By debtor, in their order.
   *
   * @type {Map<string, Draft>}
   */
  #drafts = new Map()

  /** @param {Wrong[]} wrongs */
  constructor(wrongs) {
    this.wrongs = wrongs
  }

  /**
   * @param {Row} row
   * @param {Fields | undefined} fields
   */
  debtor(row, fields) {
    const id = row.get('id')
    if (!id) return
    if (this.#drafts.has(id.text)) {
      const problem = 'the debtor stands here twice'
      this.wrongs.push(wrong(DEBTORS.file, row.line, problem, where(id)))
      return
    }
    const draft = new Draft(fields ?? {})
    draft.setDebtor(row, this.wrongs)
    this.#drafts.set(id.text, draft)
  }

  /**
   * @param {import('./columns.mjs').Table} table
   * @param {Row} row
   */
  row(table, row) {
    const debtor = row.get('debtor')
    if (!debtor) return
    const draft = this.#drafts.get(debtor.text)
    if (draft) {
      draft.add(table, row, this.wrongs)
    } else {
      const problem = 'debtors.csv has no such debtor'
      this.wrongs.push(wrong(table.file, row.line, problem, where(debtor)))
    }
  }

  /**
   * Lines `{"account": debtor, "entry": {…}}`; returns how many are of other debtors.
   *
   * @param {string} text
   */
  journal(text) {
    let elsewhere = 0
    for (const [at, json] of text.split(/\r?\n/).entries()) {
      if (json.trim() === '') continue
      const { account, entry } = parsed(json)
      if (typeof account !== 'string' || !isRecord(entry)) {
        const problem = 'is no JSON object with `account` and `entry`'
        this.wrongs.push(wrong('journal.jsonl', at + 1, problem, { value: json }))
        continue
      }
      const draft = this.#drafts.get(account)
      if (draft) draft.addEntry(at + 1, entry)
      else elsewhere += 1
    }
    return elsewhere
  }

  /** @param {boolean} whole */
  finish(whole) {
    return [...this.#drafts.values()].flatMap((draft) => {
      try {
        return [complete(read('account', JSON.stringify(draft.json)))]
      } catch (error) {
        if (!(error instanceof InputRefused)) throw error
        const places = error.problems.map((problem) => draft.place(problem))
        // Without creditor and export each account lacks the same fields.
        this.wrongs.push(...places.filter(({ line }) => whole || line > 0))
        return []
      }
    })
  }
}

/**
 * The core leaves out lists that are empty.
 *
 * @param {import('dunning').Account} account
 * @returns {Account}
 */
function complete(account) {
  return { contacts: [], items: [], payments: [], journal: [], ...account }
}

/**
 * @param {string} json
 * @returns {Fields}
 */
function parsed(json) {
  try {
    const line = JSON.parse(json)
    return isRecord(line) ? line : {}
  } catch {
    return {}
  }
}
