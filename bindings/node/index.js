'use strict'

const native = require('./dist/native.js')
const {
  addBusinessDays,
  adjustDay,
  calendars,
  easterSunday,
  holidays,
  isBusinessDay,
  termDays,
} = require('./lib/calendars.js')
const {
  claim,
  claimText,
  costSchedules,
  costs,
  impute,
  rateSeries,
  rateSeriesNames,
  yearFraction,
} = require('./lib/claims.js')
const { CommandRefused, InputRefused, PolicyRefused, called } = require('./lib/errors.js')
const {
  lintTemplate,
  messageTemplates,
  renderMessage,
  renderOccasion,
  thankYou,
} = require('./lib/messages.js')
const { planMany } = require('./lib/plan-many.js')
const { Policy, nativeOf } = require('./lib/policy.js')
const { argument, known, text } = require('./lib/text.js')
const {
  byChannel,
  callFrequency,
  capacity,
  checkEmail,
  checkIban,
  checkPhone,
  checkPostal,
  checkReference,
  contactCheck,
  contactRules,
  contactSpans,
  deliveryState,
  epcPayload,
  errorClass,
  findReferences,
  makeReference,
  messageKeyword,
  nextAllowed,
  nextContact,
  paymentLinks,
  qrSvg,
  readEpcPayload,
  smsPlan,
  swissPayload,
  whatsappCheck,
  whatsappLink,
} = require('./lib/reaching.js')

function plan(account, policy, now) {
  const rules = nativeOf(policy)
  return JSON.parse(called(native.plan, text(account), rules, argument(now, 'now')))
}

function recheck(account, policy, action, now) {
  const rules = nativeOf(policy)
  const at = argument(now, 'now')
  return JSON.parse(called(native.recheck, text(account), rules, text(action), at))
}

const REPORT = ['commandId', 'command', 'occurredAt', 'recordedAt', 'actor']

function record(account, policy, report) {
  const { commandId, command, occurredAt, recordedAt, actor } = known(report, REPORT)
  const told = {
    commandId: argument(commandId, 'commandId'),
    command: text(command),
    occurredAt: argument(occurredAt, 'occurredAt'),
    recordedAt: argument(recordedAt ?? occurredAt, 'recordedAt'),
    actor: argument(actor, 'actor'),
  }
  return JSON.parse(called(native.record, text(account), nativeOf(policy), told))
}

function forecast(account, policy, span) {
  const { from, until, assumptions } = known(span, ['from', 'until', 'assumptions'])
  const days = [argument(from, 'from'), argument(until, 'until')]
  const assumed = text(assumptions ?? {})
  return JSON.parse(called(native.forecast, text(account), nativeOf(policy), ...days, assumed))
}

function compare(account, policyA, policyB, span) {
  const { from, until, assumptions } = known(span, ['from', 'until', 'assumptions'])
  const days = [argument(from, 'from'), argument(until, 'until')]
  const policies = [nativeOf(policyA), nativeOf(policyB)]
  const assumed = text(assumptions ?? {})
  return JSON.parse(called(native.compare, text(account), ...policies, ...days, assumed))
}

function interest(item, policy, rule, until) {
  const told = [argument(rule, 'rule'), argument(until, 'until')]
  return JSON.parse(called(native.interest, text(item), nativeOf(policy), ...told))
}

function replyDue(creditor, policy, receivedAt) {
  const at = argument(receivedAt, 'receivedAt')
  return JSON.parse(called(native.replyDue, text(creditor), nativeOf(policy), at))
}

function stopWord(words) {
  return JSON.parse(called(native.stopWord, argument(words, 'text')))
}

function explain(account, policy, asked) {
  const { item, now, language } = known(asked, ['item', 'now', 'language'])
  const told = [argument(item, 'item'), argument(now, 'now'), argument(language, 'language')]
  return JSON.parse(called(native.explain, text(account), nativeOf(policy), ...told))
}

function sentence(account, said, asked) {
  const { language, item } = known(asked, ['language', 'item'])
  const of = item == null ? undefined : argument(item, 'item')
  return called(native.sentence, text(account), text(said), argument(language, 'language'), of)
}

function recheckSentence(account, action, answer, language) {
  const told = [text(account), text(action), text(answer), argument(language, 'language')]
  return called(native.recheckSentence, ...told)
}

function redact(entry) {
  return JSON.parse(called(native.redact, text(entry)))
}

function preset(name) {
  return JSON.parse(called(native.preset, String(name)))
}

function presetNames() {
  return native.presetNames()
}

function read(type, json) {
  return JSON.parse(called(native.read, String(type), text(json)))
}

module.exports = {
  CommandRefused,
  InputRefused,
  Policy,
  PolicyRefused,
  addBusinessDays,
  adjustDay,
  calendars,
  byChannel,
  callFrequency,
  capacity,
  checkEmail,
  checkIban,
  checkPhone,
  checkPostal,
  checkReference,
  claim,
  claimText,
  compare,
  contactCheck,
  contactRules,
  contactSpans,
  costSchedules,
  costs,
  deliveryState,
  easterSunday,
  epcPayload,
  errorClass,
  explain,
  findReferences,
  forecast,
  holidays,
  impute,
  interest,
  isBusinessDay,
  lintTemplate,
  makeReference,
  messageKeyword,
  messageTemplates,
  nextAllowed,
  nextContact,
  paymentLinks,
  plan,
  planMany,
  preset,
  presetNames,
  qrSvg,
  rateSeries,
  rateSeriesNames,
  read,
  readEpcPayload,
  recheck,
  recheckSentence,
  record,
  redact,
  renderMessage,
  renderOccasion,
  replyDue,
  sentence,
  smsPlan,
  stopWord,
  swissPayload,
  termDays,
  thankYou,
  whatsappCheck,
  whatsappLink,
  yearFraction,
}
