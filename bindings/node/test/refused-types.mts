// What the compiler refuses. Without the error that each mark expects, this does not compile.
import { Policy, plan, planMany, read } from 'dunning'
import type { Account, Command, Item, Offset, PlannedLine } from 'dunning'

declare const account: Account
declare const policy: Policy

const item: Item = { id: 'A', kind: 'invoice', due: '2026-02-10', open: '1', currency: 'EUR' }

// @ts-expect-error an amount is no number
export const amount: Item = { ...item, open: 1 }

// @ts-expect-error no such field
export const unknownKey: Item = { ...item, colour: 'blue' }

// @ts-expect-error no such word
export const unknownWord: Item = { ...item, kind: 'poem' }

// @ts-expect-error the due day is missing
export const missing: Item = { id: 'A', kind: 'invoice', open: '1', currency: 'EUR' }

// @ts-expect-error no such command
export const wrongTag: Command = { type: 'sing', note: { text: 'la' } }

// @ts-expect-error the calendar is missing
export const missingInVariant: Offset = { type: 'businessDays', days: 3 }

// @ts-expect-error calendar days have no calendar
export const keyOfAnother: Offset = { type: 'days', days: 3, calendar: 'NL' }

// @ts-expect-error a list is left out, not null
export const nullList: Account = { ...account, payments: null }

// @ts-expect-error a yes or no is left out, not null
export const nullBoolean: Item = { ...item, contract: { id: 'K', regularSupply: null } }

// @ts-expect-error a moment is no number
plan(account, policy, 1772442000)

// @ts-expect-error house rules are checked first
plan(account, { scenarios: [], assignment: [] }, new Date())

// @ts-expect-error no such record
read('poem', '{}')

// What is allowed: null and undefined for an optional value, text for a record.
export const absent: Item = { ...item, issued: null, party: undefined }
export const lines: Promise<string> = planMany('', policy, '2026-03-02T08:00:00Z')
export const results: Promise<PlannedLine[]> = planMany([account, '{}'], policy, new Date())
