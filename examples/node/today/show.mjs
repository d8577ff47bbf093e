// Reason codes with their parameters as text: the type, then `name=value` sorted by name.
// @ts-check

/** @typedef {{ [name: string]: unknown }} Fields */

/**
 * In the order of their bytes, which is not quite that of JavaScript's own characters.
 *
 * @param {string} a
 * @param {string} b
 */
export const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * A hold, reason, finding or subject.
 *
 * @param {object} value
 */
export const code = (value) => shown(value, false)

/**
 * What a notice or an entry is about.
 *
 * @param {import('dunning').Subject} subject
 */
export const about = (subject) =>
  subject.type === 'item' ? `item ${subject.item}` : code(subject)

/**
 * An event: the fields of its record, of lists only how long they are.
 *
 * @param {object} event
 */
export function eventCode(event) {
  const { type, ...records } = /** @type {Fields} */ (event)
  const [only, ...others] = Object.values(records)
  const flat = isRecord(only) && others.length === 0
  return object(flat ? { ...only, type } : { ...records, type }, true)
}

/**
 * @param {unknown} value
 * @param {boolean} brief
 * @returns {string}
 */
function shown(value, brief) {
  if (value === null) return 'none'
  if (typeof value === 'string') return value === '' || value.includes(' ') ? `"${value}"` : value
  if (isRecord(value)) return object(value, brief)
  if (!Array.isArray(value)) return JSON.stringify(value)
  return brief ? String(value.length) : `[${value.map((each) => within(each, brief)).join(', ')}]`
}

/**
 * A value within another: an object with more than its type stands in braces.
 *
 * @param {unknown} value
 * @param {boolean} brief
 */
function within(value, brief) {
  const text = shown(value, brief)
  const bare = !isRecord(value) || ('type' in value && Object.keys(value).length === 1)
  return bare ? text : `{${text}}`
}

/**
 * @param {Fields} fields
 * @param {boolean} brief
 */
function object({ type, ...fields }, brief) {
  const names = Object.keys(fields).sort(byBytes)
  const named = names.map((name) => `${name}=${within(fields[name], brief)}`)
  return [...(typeof type === 'string' ? [type] : []), ...named].join(' ')
}

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
