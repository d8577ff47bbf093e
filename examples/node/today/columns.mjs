// The columns of each file, and the field of the account that each becomes.
// @ts-check

/**
 * What a column becomes:
 * - `text`: the field of the same name
 * - `words`: a list of words, written with spaces between them
 * - `yesNo`: `yes` or `no`
 * - `address`: an address on the channel of the same name
 * - `link`: no field: it names the row to which this one belongs
 * - a pair: a field of a record within
 *
 * @typedef {'text' | 'words' | 'yesNo' | 'address' | 'link' | [record: string, field: string]} Becomes
 *
 * @typedef {{ name: string, needed: boolean, becomes: Becomes }} Column
 *
 * @typedef {object} Table
 * @property {string} file
 * @property {string} list the list of the account, or of the row it belongs to, that a row is
 *   added to
 * @property {{ column: string, list: string, file: string }} [under] the column that names the row
 *   of another file to which a row belongs
 * @property {Column[]} columns
 */

/**
 * Columns by name; those that are needed have an exclamation mark.
 *
 * @param {string} names
 * @param {Becomes} [becomes]
 * @returns {Column[]}
 */
function columns(names, becomes = 'text') {
  return names.split(' ').map((name) => ({
    name: name.replace('!', ''),
    needed: name.endsWith('!'),
    becomes,
  }))
}

const DEBTOR = columns('debtor!', 'link')

/** @type {Table} */
export const DEBTORS = {
  file: 'debtors.csv',
  list: 'debtor',
  columns: [
    ...columns('id! name! kind! country!'),
    ...columns('naturalPerson', 'yesNo'),
    ...columns('size region'),
    ...columns('zones', 'words'),
    ...columns('language group scenario'),
  ],
}

/**
 * Everything that belongs to a debtor, in the order of reading.
 *
 * @type {Table[]}
 */
export const TABLES = [
  {
    file: 'parties.csv',
    list: 'parties',
    columns: [...DEBTOR, ...columns('id! name! country zone')],
  },
  {
    file: 'contacts.csv',
    list: 'contacts',
    columns: [
      ...DEBTOR,
      ...columns('id! name!'),
      ...columns('purposes!', 'words'),
      ...columns('kind party language'),
      ...columns('email whatsApp sms letter portal call', 'address'),
    ],
  },
  {
    file: 'consents.csv',
    list: 'consents',
    under: { column: 'contact', list: 'contacts', file: 'contacts.csv' },
    columns: [
      ...DEBTOR,
      ...columns('contact!', 'link'),
      ...columns('channel!'),
      ...columns('given!', 'yesNo'),
      ...columns('source! at!'),
    ],
  },
  {
    file: 'items.csv',
    list: 'items',
    columns: [
      ...DEBTOR,
      ...columns('id! kind! due! open! currency!'),
      ...columns('documentId documentNumber issued receivedOn original party'),
      ...columns('tags', 'words'),
      ...columns('claimKind graceUntil scenario settles charge timeBarredOn paymentReference'),
    ],
  },
  {
    file: 'payments.csv',
    list: 'payments',
    columns: [
      ...DEBTOR,
      ...columns('id! valueDate! amount! currency! bookedOn'),
      ...columns('reversedOn', ['reversed', 'on']),
      ...columns('reversedReason', ['reversed', 'reason']),
    ],
  },
  {
    file: 'allocations.csv',
    list: 'allocations',
    under: { column: 'payment', list: 'payments', file: 'payments.csv' },
    columns: [...DEBTOR, ...columns('payment!', 'link'), ...columns('item! amount!')],
  },
]
