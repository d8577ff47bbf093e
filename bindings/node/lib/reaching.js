'use strict'

const native = require('../dist/native.js')
const { called } = require('./errors.js')
const { nativeOf } = require('./policy.js')
const { argument, known, text } = require('./text.js')

/** A value of its own: text, a code, a list, a moment. */
const value = (name) => (given) => argument(given, name)
/** The same, and it may be left out. */
const maybe = (name) => (given) => argument(given ?? null, name)
/** A record, or its JSON text. */
const record = () => text

/** The function of the native part, with its arguments turned into text. */
const door =
  (name, ...readers) =>
  (...given) =>
    JSON.parse(called(native[name], ...readers.map((read, at) => read(given[at]))))

function nextAllowed(account, policy, asked) {
  const { contact, channel, at } = known(asked, ['contact', 'channel', 'at'])
  const told = [argument(contact, 'contact'), argument(channel, 'channel'), argument(at, 'at')]
  return JSON.parse(called(native.nextAllowed, text(account), nativeOf(policy), ...told))
}

module.exports = {
  makeReference: door('makeReference', value('scheme'), value('payload')),
  checkReference: door('checkReference', value('scheme'), value('text')),
  findReferences: door('findReferences', value('text'), value('schemes')),
  checkIban: door('checkIban', value('text')),
  epcPayload: door('epcPayload', record()),
  readEpcPayload: door('readEpcPayload', value('text')),
  swissPayload: door('swissPayload', record()),
  qrSvg: door('qrSvg', record()),
  paymentLinks: door('paymentLinks', value('links'), value('until')),
  whatsappLink: door('whatsappLink', value('phone'), maybe('text'), maybe('token')),
  smsPlan: door('smsPlan', value('text')),
  checkPhone: door('checkPhone', value('text')),
  checkEmail: door('checkEmail', value('text')),
  checkPostal: door('checkPostal', record(), value('sentFrom')),
  deliveryState: door('deliveryState', value('reports'), maybe('words')),
  errorClass: door('errorClass', value('platform'), value('code'), value('on'), maybe('codes')),
  messageKeyword: door('messageKeyword', value('text')),
  contactRules: door('contactRules'),
  contactCheck: door('contactCheck', value('rules'), record(), value('at')),
  nextAllowed,
  nextContact: door('nextContact', value('rules'), record(), value('at')),
  contactSpans: door('contactSpans', value('rules'), record(), value('since'), value('until')),
  whatsappCheck: door('whatsappCheck', record()),
  capacity: door('capacity', value('plans'), record()),
  byChannel: door('byChannel', record()),
  callFrequency: door('callFrequency', value('calls'), value('on'), maybe('debt')),
}
