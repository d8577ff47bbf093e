'use strict'

const native = require('../dist/native.js')
const { called } = require('./errors.js')
const { nativeOf } = require('./policy.js')
const { argument, known, text } = require('./text.js')

function claim(account, policy, asked) {
  const { on, scope } = known(asked, ['on', 'scope'])
  const told = [argument(on, 'on'), argument(scope ?? [], 'scope')]
  return JSON.parse(called(native.claim, text(account), nativeOf(policy), ...told))
}

function claimText(account, stated, language) {
  return called(native.claimText, text(account), text(stated), argument(language, 'language'))
}

function costs(facts, policy) {
  return JSON.parse(called(native.costs, text(facts), nativeOf(policy)))
}

function impute(payment, claims) {
  return JSON.parse(called(native.impute, text(payment), argument(claims, 'claims')))
}

function yearFraction(count, begins, before, ends) {
  const days = [argument(begins, 'begins'), argument(before, 'before'), argument(ends ?? null, 'ends')]
  return JSON.parse(called(native.yearFraction, argument(count, 'count'), ...days))
}

function rateSeriesNames() {
  return JSON.parse(called(native.rateSeriesNames))
}

function rateSeries(id) {
  return JSON.parse(called(native.rateSeries, argument(id, 'id')))
}

function costSchedules() {
  return JSON.parse(called(native.costSchedules))
}

module.exports = {
  claim,
  claimText,
  costSchedules,
  costs,
  impute,
  rateSeries,
  rateSeriesNames,
  yearFraction,
}
