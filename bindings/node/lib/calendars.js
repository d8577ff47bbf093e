'use strict'

const native = require('../dist/native.js')
const { called } = require('./errors.js')
const { nativeOf } = require('./policy.js')
const { argument, text } = require('./text.js')

/** What a function of the native module gives for these arguments and the policy's calendars. */
function asked(ask, told, policy) {
  const rules = policy == null ? undefined : nativeOf(policy)
  return JSON.parse(called(ask, ...told, rules))
}

function termDays(term, policy) {
  return asked(native.termDays, [text(term)], policy)
}

function calendars() {
  return JSON.parse(native.calendars())
}

function easterSunday(year) {
  return JSON.parse(called(native.easterSunday, argument(year, 'year')))
}

function holidays(calendar, year, policy) {
  return asked(native.holidays, [argument(calendar, 'calendar'), argument(year, 'year')], policy)
}

function isBusinessDay(day, calendar, policy) {
  const told = [argument(day, 'day'), argument(calendar, 'calendar')]
  return asked(native.isBusinessDay, told, policy)
}

function addBusinessDays(day, days, calendar, policy) {
  const told = [argument(day, 'day'), argument(days, 'days'), argument(calendar, 'calendar')]
  return asked(native.addBusinessDays, told, policy)
}

function adjustDay(day, adjustment, calendar, policy) {
  const how = argument(adjustment, 'adjustment')
  return asked(native.adjustDay, [argument(day, 'day'), how, argument(calendar, 'calendar')], policy)
}

module.exports = {
  addBusinessDays,
  adjustDay,
  calendars,
  easterSunday,
  holidays,
  isBusinessDay,
  termDays,
}
