// Comma-separated text as records that know on which line they begin.
// @ts-check

/** @typedef {{ line: number, cells: string[] }} CsvRecord */

/**
 * Blank lines are left out.
 *
 * @param {string} text
 * @param {string} delimiter
 * @returns {Generator<CsvRecord>}
 */
export function* records(text, delimiter) {
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y')
  let at = 0
  let line = 1
  while (at < text.length) {
    if (isEnd(text[at])) {
      if (text[at] === '\n') line += 1
      at += 1
      continue
    }
    const record = { line, cells: /** @type {string[]} */ ([]) }
    do {
      if (record.cells.length > 0) at += 1
      const { cell, end } = read(text, at, plain)
      line += newlines(text.slice(at, end))
      at = end
      record.cells.push(cell)
    } while (text[at] === delimiter)
    yield record
  }
}

/**
 * One cell: in quotes, which stand twice for themselves, or as it is.
 *
 * @param {string} text
 * @param {number} start
 * @param {RegExp} plain
 */
function read(text, start, plain) {
  let cell = ''
  let at = start
  if (text[at] === '"') {
    const quoted = /"((?:[^"]|"")*)(?:"|$)/y
    quoted.lastIndex = at
    cell = (quoted.exec(text)?.[1] ?? '').replaceAll('""', '"')
    at = quoted.lastIndex
  }
  plain.lastIndex = at
  // What follows the closing quote belongs to the cell too.
  cell += plain.exec(text)?.[0] ?? ''
  return { cell, end: plain.lastIndex }
}

const isEnd = (/** @type {string | undefined} */ char) => char === '\r' || char === '\n'

const newlines = (/** @type {string} */ text) => text.split('\n').length - 1
