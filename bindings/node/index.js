'use strict'

const native = require('./dist/native.js')
const { CommandRefused, InputRefused, PolicyRefused, called } = require('./lib/errors.js')
const { planMany } = require('./lib/plan-many.js')
const { Policy, nativeOf } = require('./lib/policy.js')
const { argument, known, text } = require('./lib/text.js')

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

function redact(entry) {
  return JSON.parse(called(native.redact, text(entry)))
}

function read(type, json) {
  return JSON.parse(called(native.read, String(type), text(json)))
}

module.exports = {
  CommandRefused,
  InputRefused,
  Policy,
  PolicyRefused,
  forecast,
  plan,
  planMany,
  read,
  recheck,
  record,
  redact,
}
