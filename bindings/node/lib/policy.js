'use strict'

const native = require('../dist/native.js')
const { PolicyRefused, called } = require('./errors.js')
const { text } = require('./text.js')

/** The native part of a policy. */
let nativeOf

/** House rules that have been checked; made once and used for every account. */
class Policy {
  #native

  constructor(doc) {
    this.#native = called((json) => native.NativePolicy.fromJson(json), text(doc, PolicyRefused))
  }

  /** The rules as they were written. */
  toJSON() {
    return JSON.parse(this.#native.toJson())
  }

  /** What is allowed and hardly meant. */
  lint() {
    return JSON.parse(this.#native.lint())
  }

  static {
    nativeOf = (policy) => {
      if (typeof policy === 'object' && policy !== null && #native in policy) return policy.#native
      throw new TypeError('policy is not a Policy: make one with `new Policy(doc)`')
    }
  }
}

module.exports = { Policy, nativeOf }
