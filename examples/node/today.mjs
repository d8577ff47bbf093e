// Plans a day for a whole administration read from CSV files, and tells what to do and why.
//
// `examples/README.md` tells what it prints; the same program exists in other languages.
// @ts-check
import { parseArgs } from 'node:util'

import { dayOf } from './today/export.mjs'
import { Files } from './today/files.mjs'
import { load } from './today/load.mjs'
import { recordSending } from './today/record.mjs'
import { report } from './today/report.mjs'
import { story } from './today/story.mjs'
import { Refused } from './today/wrong.mjs'

const USAGE = `usage: node today.mjs [options] [paths]

  paths           your own files: a directory that holds them, or single files that take the
                  place of those of the same name; the sample administration if none is given.
                  Names and columns are told in examples/data/README.md
  --on DATE       the day to plan, at 08:00 UTC; the day in export.json if not given
  --fresh         take ledger and payments as read at the planned moment, whatever export.json says
  --debtor ID     tell the story of one debtor instead
  --journal PATH  the journal, in place of journal.jsonl
  --record        pretend to send everything, and append what happened to the journal
  --help          print this
`

const OPTIONS = /** @type {const} */ ({
  on: { type: 'string' },
  fresh: { type: 'boolean' },
  debtor: { type: 'string' },
  journal: { type: 'string' },
  record: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
})

function parsed() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
    if (values.record && values.journal === undefined) throw new Error('--record needs --journal')
    if (values.record && values.debtor !== undefined) throw new Error('--record has no --debtor')
    return { ...values, paths: positionals }
  } catch (error) {
    throw new Refused(`${/** @type {Error} */ (error).message}\n\n${USAGE}`)
  }
}

/** @returns {string} what to print */
function run() {
  const args = parsed()
  if (args.help) return USAGE
  const on = args.on === undefined ? undefined : dayOf(args.on, (told) => {
    throw new Refused(`--on: "${args.on}": ${told}\n`)
  })
  const files = Files.named(args.paths, args.journal, args.record ?? false)
  const day = load(files, on, args.fresh ?? false)
  if (args.debtor !== undefined) return story(day, args.debtor)
  const text = report(day)
  if (!args.record || args.journal === undefined) return text
  return `${text}\n${recordSending(day, args.journal)}`
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', () => {})
try {
  process.stdout.write(run())
} catch (error) {
  if (!(error instanceof Refused)) throw error
  process.stderr.write(error.message)
  process.exitCode = 2
}
