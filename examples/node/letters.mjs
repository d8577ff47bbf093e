// Writes tomorrow's messages of an administration: a file for each, its QR code, and a page to look
// through them all.
//
// `examples/README.md` tells what it writes; the same program exists in other languages.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { epcPayload, plan, qrSvg, renderMessage, renderOccasion, thankYou } from 'dunning'

import { html, index, list, text } from './letters/page.mjs'
import { Files } from './today/files.mjs'
import { load } from './today/load.mjs'
import { Refused } from './today/wrong.mjs'

/**
 * @typedef {import('dunning').MessageAnswer} MessageAnswer
 * @typedef {import('dunning').MessageOptions} MessageOptions
 * @typedef {import('./letters/page.mjs').Letter} Letter
 * @typedef {import('./today/load.mjs').Account} Account
 */

const USAGE = `usage: node letters.mjs [out] [paths]

  out    the directory to write to; it is made if need be; letters if not given
  paths  your own files, as for today.mjs; the sample administration if none is given
`

/** @returns {string} what to print */
function run() {
  const [out = 'letters', ...paths] = given()
  const files = Files.named(paths, undefined, false)
  const day = load(files, following(load(files, undefined, false).day), false)
  /** @type {Letter[]} */
  const letters = []
  for (const account of day.accounts) {
    const options = optionsFor(account)
    for (const action of plan(account, day.policy, day.now).actions) {
      const answer = renderMessage(account, day.policy, action, options)
      letters.push(letter(letters.length, account, action.step, answer))
    }
    for (const answer of thanks(account, day.now, options)) {
      letters.push(letter(letters.length, account, 'thanks', answer))
    }
  }
  write(out, letters)
  return list(day.day, letters)
}

function given() {
  try {
    return parseArgs({ allowPositionals: true }).positionals
  } catch (error) {
    throw new Refused(`${/** @type {Error} */ (error).message}\n\n${USAGE}`)
  }
}

/** @param {string} day */
function following(day) {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/**
 * @param {Account} account
 * @returns {MessageOptions}
 */
function optionsFor(account) {
  const url = `https://pay.koperenpan.example/${account.debtor.id}`
  return { fallbackLanguage: 'en', links: [{ scheme: 'wero', label: 'Wero', url }] }
}

/**
 * Thanks for each payment that was asked for, to the first contact with an e-mail address.
 *
 * @param {Account} account
 * @param {import('dunning').Moment} now
 * @param {MessageOptions} options
 * @returns {MessageAnswer[]}
 */
function thanks(account, now, options) {
  const contact = account.contacts.find(({ addresses }) =>
    addresses?.some(({ channel }) => channel === 'email'),
  )
  if (!contact) return []
  return account.payments.flatMap(({ id }) => {
    const owed = thankYou(account, id)
    if (!owed) return []
    /** @type {import('dunning').Occasion} */
    const occasion = { type: 'thanks', thanks: owed }
    const about = { occasion, contact: contact.id, channel: /** @type {const} */ ('email'), at: now }
    return [renderOccasion(account, about, options)]
  })
}

/**
 * @param {number} count
 * @param {Account} account
 * @param {string} step
 * @param {MessageAnswer} answer
 * @returns {Letter}
 */
function letter(count, account, step, answer) {
  const { id, name: debtor } = account.debtor
  if (answer.type !== 'rendered') throw new Refused(`${id} ${step}: ${JSON.stringify(answer)}\n`)
  const { message } = answer
  const number = String(count + 1).padStart(3, '0')
  return { name: `${number}-${id}-${message.channel}-${step}`, debtor, message, code: code(message) }
}

/**
 * The QR code of the payment that it asks for.
 *
 * @param {import('dunning').RenderedMessage} message
 */
function code({ transfer }) {
  if (!transfer) return undefined
  const made = epcPayload(transfer)
  if (made.type !== 'made') return undefined
  const drawn = qrSvg(made.payload)
  return drawn.type === 'drawn' ? drawn.svg : undefined
}

/**
 * @param {string} out
 * @param {Letter[]} letters
 */
function write(out, letters) {
  mkdirSync(out, { recursive: true })
  for (const one of letters) {
    const file = join(out, one.name)
    writeFileSync(`${file}.txt`, text(one))
    const page = html(one)
    if (page !== undefined) writeFileSync(`${file}.html`, page)
    if (one.code !== undefined) writeFileSync(`${file}.svg`, one.code)
  }
  writeFileSync(join(out, 'index.html'), index(letters))
}

try {
  process.stdout.write(run())
} catch (error) {
  if (!(error instanceof Refused)) throw error
  process.stderr.write(error.message)
  process.exitCode = 2
}
