// Which files an administration is made of, and where they are.
// @ts-check
import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Refused, wrong } from './wrong.mjs'

/** The files in the order in which wrong rows are told. */
export const NAMES = [
  { name: 'policy.json', needed: true },
  { name: 'creditor.json', needed: true },
  { name: 'export.json', needed: true },
  { name: 'debtors.csv', needed: true },
  { name: 'parties.csv', needed: false },
  { name: 'contacts.csv', needed: false },
  { name: 'consents.csv', needed: false },
  { name: 'items.csv', needed: true },
  { name: 'payments.csv', needed: false },
  { name: 'allocations.csv', needed: false },
  { name: 'journal.jsonl', needed: false },
]

const SAMPLE = fileURLToPath(new URL('../../data', import.meta.url))

export class Files {
  /** @type {Map<string, string>} */
  #paths = new Map()

  /**
   * Later paths win over earlier ones.
   *
   * @param {string[]} paths
   * @param {string | undefined} journal
   * @param {boolean} journalMayBeMissing
   */
  static named(paths, journal, journalMayBeMissing) {
    const files = new Files()
    for (const path of paths.length > 0 ? paths : [SAMPLE]) files.#add(path)
    if (journal !== undefined) {
      if (!exists(journal) && !journalMayBeMissing) throw missing(journal)
      files.#paths.set('journal.jsonl', journal)
    }
    const lacking = NAMES.filter(({ name, needed }) => needed && !files.has(name))
    if (lacking.length === 0) return files
    const told = lacking.map(({ name }) => `${name}: is needed and not among the files given\n`)
    throw new Refused(told.join(''))
  }

  /** @param {string} name */
  has(name) {
    return this.#paths.has(name)
  }

  /**
   * The text of a file; empty if it is not there, which only optional files may be.
   *
   * @param {string} name
   * @param {import('./wrong.mjs').Wrong[]} wrongs
   */
  text(name, wrongs) {
    const path = this.#paths.get(name)
    if (path === undefined) return ''
    /** @type {Buffer} */
    let bytes
    try {
      bytes = readFileSync(path)
    } catch {
      // `--record` may begin a journal.
      if (name !== 'journal.jsonl') wrongs.push(wrong(name, 0, 'cannot be read'))
      return ''
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      wrongs.push(wrong(name, 0, 'is not UTF-8 text'))
      return ''
    }
  }

  /** @param {string} path */
  #add(path) {
    if (exists(path)?.isDirectory()) {
      for (const { name } of NAMES) {
        const file = join(path, name)
        if (exists(file)?.isFile()) this.#paths.set(name, file)
      }
      return
    }
    if (!exists(path)?.isFile()) throw missing(path)
    const names = NAMES.map(({ name }) => name)
    if (!names.includes(basename(path))) throw new Refused(`${path}: is none of ${names.join(', ')}\n`)
    this.#paths.set(basename(path), path)
  }
}

const exists = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })

const missing = (/** @type {string} */ path) => new Refused(`${path}: there is no such file\n`)
