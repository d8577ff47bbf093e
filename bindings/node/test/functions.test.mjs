// The functions beside the verbs.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import {
  CommandRefused,
  InputRefused,
  Policy,
  addBusinessDays,
  adjustDay,
  calendars,
  callFrequency,
  checkEmail,
  checkIban,
  checkPhone,
  checkPostal,
  checkReference,
  contactCheck,
  contactRules,
  contactSpans,
  deliveryState,
  easterSunday,
  epcPayload,
  errorClass,
  findReferences,
  holidays,
  interest,
  isBusinessDay,
  makeReference,
  messageKeyword,
  nextContact,
  paymentLinks,
  qrSvg,
  readEpcPayload,
  replyDue,
  smsPlan,
  stopWord,
  swissPayload,
  termDays,
  whatsappCheck,
  whatsappLink,
} from 'dunning'

const work = { type: 'message', channels: ['email'] }
const step = { id: 'r', interest: 'late', offset: { type: 'days', days: 3 }, work }
const policy = new Policy({
  scenarios: [{ id: 's', version: 1, steps: [step] }],
  assignment: [{ scenario: 's' }],
  interest: [{ id: 'late', rates: [{ begins: '2025-01-01', percent: '7.5' }] }],
})
const item = { id: 'A', kind: 'invoice', due: '2026-03-01', open: '1000.00', currency: 'EUR' }

test('interest is exact', () => {
  assert.equal(interest(item, policy, 'late', '2026-03-10').total, '1.85')
  assert.throws(() => interest(item, policy, 'none', '2026-03-10'), CommandRefused)
})

test('without service hours no reply is due', () => {
  const creditor = { id: 'C', name: 'C', country: 'NL', zone: 'Europe/Amsterdam' }
  assert.equal(replyDue(creditor, policy, '2026-03-04T08:00:00Z'), null)
})

test('a term tells its days', () => {
  const letter = { type: 'dutchFourteenDays', sentOn: '2026-01-08', channel: 'letter' }
  const days = termDays(letter)
  assert.deepEqual([days.receivedOn, days.lastDay], ['2026-01-10', '2026-01-26'])
  assert.equal(days.effectFrom, '2026-01-27')
  assert.throws(() => termDays({ ...letter, channel: 'email' }, policy), CommandRefused)
})

test('business days are counted', () => {
  assert.equal(easterSunday(2026), '2026-04-05')
  assert.ok(calendars().some((calendar) => calendar.id === 'NL-ATW'))
  assert.equal(holidays('BE', 2026).holidays.length, 10)
  assert.equal(isBusinessDay('2026-05-05', 'NL-ATW'), false)
  assert.equal(addBusinessDays('2026-04-24', 3, 'NL-ATW', policy), '2026-04-30')
  assert.equal(adjustDay('2026-05-31', 'modifiedFollowing', 'DE-NW'), '2026-05-29')
  assert.throws(() => isBusinessDay('2026-05-05', 'XX'), CommandRefused)
})

test('a stop word is found', () => {
  assert.equal(stopWord('STOP')?.word, 'stop')
  assert.equal(stopWord('please call me'), null)
})

test('a reference is made, checked and found', () => {
  const made = makeReference('iso11649', '539007547034')
  assert.equal(made.type, 'valid')
  assert.equal(made.reference.printed, 'RF18 5390 0754 7034')
  const wrong = checkReference('belgianOgm', '+++010/8068/17184+++')
  assert.equal(wrong.type, 'flawed')
  assert.equal(wrong.flaws[0].kind, 'checksum')
  const found = findReferences('see RF18 5390 0754 7034, thanks', ['iso11649'])
  assert.equal(found[0].reference.value, 'RF18539007547034')
  assert.throws(() => makeReference('iban', '1'), InputRefused)
})

test('a payload is made, drawn and read', () => {
  const transfer = { name: 'A', iban: 'NL91 ABNA 0417 1643 00', amount: '20' }
  const made = epcPayload(transfer)
  assert.equal(made.type, 'made')
  assert.match(qrSvg(made.payload).svg, /^<svg /)
  assert.equal(readEpcPayload(made.payload.text).transfer.amount, '20')
  assert.equal(checkIban('NL91ABNA0417164301').type, 'flawed')
  const creditor = { name: 'M', country: 'CH', postcode: '2501', town: 'Biel' }
  const bill = { iban: 'CH9300762011623852957', creditor, currency: 'CHF' }
  assert.equal(swissPayload(bill).payload.mostVersion, 25)
})

test('links, texts and addresses are checked', () => {
  const url = 'https://wa.me/31612345678?text=Hi%20%5B1%5D'
  assert.deepEqual(whatsappLink('+31612345678', 'Hi', '1'), { type: 'made', url })
  const links = [{ scheme: 'a', label: 'A', url: 'https://pay.example.com' }]
  assert.equal(paymentLinks(links, new Date(0)).usable.length, 1)
  assert.equal(smsPlan('Daniël').plain?.text, 'Daniel')
  assert.equal(checkPhone('+31 (0)6 12345678').value, '+31612345678')
  assert.equal(checkEmail('a@b').type, 'flawed')
  const address = { name: 'E', country: 'NL', postcode: '1234ab', town: 'T' }
  assert.deepEqual(checkPostal(address, 'BE').lines, ['E', '1234 AB  T', 'NL'])
})

test('reports, errors and keywords are read', () => {
  assert.equal(deliveryState(['read', 'sent']).status, 'read')
  assert.equal(errorClass('smtp', '550 5.1.1', '2026-11-21'), 'hard')
  const own = [{ platform: 'x', code: '7', meaning: 'soft' }]
  assert.equal(errorClass('x', '7', '2026-11-21', own), 'soft')
  assert.equal(errorClass('x', '7', '2026-11-21'), null)
  assert.equal(messageKeyword(' stop ')?.action, 'optOut')
})

test('contact waits for the hours', () => {
  const setting = { channel: 'email', zones: ['Europe/Amsterdam'], country: 'NL' }
  const debtor = { ...setting, role: 'thirdParty', naturalPerson: true, consumer: true }
  const ascension = '2026-05-14T08:00:00Z'
  assert.equal(contactCheck(contactRules(), debtor, ascension).allowed, false)
  const next = nextContact(contactRules(), debtor, ascension)
  // The Friday after it is equated by decree.
  assert.equal(next.at, '2026-05-16T05:00:00Z')
  const spans = contactSpans(contactRules(), debtor, ascension, '2026-05-18T00:00:00Z')
  assert.deepEqual(spans, [{ since: '2026-05-16T05:00:00Z', until: '2026-05-16T18:00:00Z' }])
})

test('WhatsApp has its window and a call its week', () => {
  const ask = { kind: 'freeForm', sendAt: '2026-11-17T09:00:00Z', inbound: [] }
  assert.deepEqual(whatsappCheck(ask).stops, ['windowClosed'])
  const talked = [{ day: '2026-11-02', conversation: true }]
  assert.equal(callFrequency(talked, '2026-11-08').presumption, 'violation')
})
