'use strict'

const native = require('../dist/native.js')
const { called } = require('./errors.js')
const { nativeOf } = require('./policy.js')
const { argument, text } = require('./text.js')

function renderMessage(account, policy, action, options) {
  const told = [text(account), nativeOf(policy), text(action), text(options ?? {})]
  return JSON.parse(called(native.renderMessage, ...told))
}

function renderOccasion(account, about, options) {
  return JSON.parse(called(native.renderOccasion, text(account), text(about), text(options ?? {})))
}

function lintTemplate(template) {
  return JSON.parse(called(native.lintTemplate, text(template)))
}

function messageTemplates() {
  return JSON.parse(called(native.messageTemplates))
}

function thankYou(account, payment) {
  return JSON.parse(called(native.thankYou, text(account), argument(payment, 'payment')))
}

module.exports = { lintTemplate, messageTemplates, renderMessage, renderOccasion, thankYou }
