// The files of a message, and the page with all of them.
// @ts-check

/**
 * @typedef {object} Letter
 * @property {string} name
 * @property {string} debtor
 * @property {import('dunning').RenderedMessage} message
 * @property {string | undefined} code the QR code as SVG
 */

const HEAD = `<!doctype html>
<meta charset="utf-8">
<title>Messages</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; }
section { border: 1px solid #bbb; padding: 1em; margin: 1em 0; }
pre { white-space: pre-wrap; font: inherit; }
td, th { padding: 0 1em 0 0; }
</style>
`

/**
 * A line for each message: its file, template, language and hash.
 *
 * @param {string} day
 * @param {Letter[]} letters
 */
export function list(day, letters) {
  const lines = letters.map(({ name, message: { template, language }, code }) => {
    const told = `${template.id} ${template.version}  ${language}  ${template.contentHash}`
    return `${name}  ${told}${code === undefined ? '' : '  qr'}\n`
  })
  return [`${letters.length} messages for ${day}\n`, ...lines].join('')
}

/** @param {Letter} letter */
export function text({ message }) {
  return `${message.subject === undefined ? '' : `${message.subject}\n\n`}${message.text}\n`
}

/** @param {Letter} letter */
export function html(letter) {
  const { subject, html } = letter.message
  if (html === undefined) return undefined
  const title = escaped(subject ?? '')
  const head = `<!doctype html>\n<meta charset="utf-8">\n<title>${title}</title>\n`
  return head + html + picture(letter)
}

/** @param {Letter} letter */
function picture({ name, code }) {
  return code === undefined ? '' : `<img src="${name}.svg" width="160" alt="QR">\n`
}

/** @param {Letter[]} letters */
export function index(letters) {
  const links = letters.map(
    ({ name, debtor }) => `<li><a href="#${name}">${name}</a> ${escaped(debtor)}</li>\n`,
  )
  const title = `<h1>${letters.length} messages</h1>\n<ol>\n`
  return [HEAD, title, ...links, '</ol>\n', ...letters.map(section)].join('')
}

/** @param {Letter} letter */
function section(letter) {
  const { subject, html, text } = letter.message
  const parts = [`<section id="${letter.name}">\n<h2>${letter.name}</h2>\n`]
  if (typeof subject === 'string') parts.push(`<h3>${escaped(subject)}</h3>\n`)
  parts.push(html ?? `<pre>${escaped(text)}</pre>\n`, picture(letter), '</section>\n')
  return parts.join('')
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
