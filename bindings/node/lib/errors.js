'use strict'

/** What `refused` of the native part calls an error, and the class that it becomes. */
class InputRefused extends Error {
  constructor(message, problems) {
    super(message)
    this.name = 'InputRefused'
    this.problems = problems
  }
}

class PolicyRefused extends Error {
  constructor(message, problems) {
    super(message)
    this.name = 'PolicyRefused'
    this.problems = problems
  }
}

class CommandRefused extends Error {
  constructor(message, refusal) {
    super(message)
    this.name = 'CommandRefused'
    this.refusal = refusal
  }
}

/** The native error as one of the classes above. */
function typed(error) {
  const made = {
    InputRefused: ({ message, problems }) => new InputRefused(message, problems),
    PolicyRefused: ({ message, problems }) => new PolicyRefused(message, problems),
    CommandRefused: ({ message, refusal }) => new CommandRefused(message, refusal),
  }[error.code]
  return made ? made(JSON.parse(error.message)) : error
}

/** Calls the native part; a refusal comes out as one of the classes above. */
function called(native, ...args) {
  try {
    return native(...args)
  } catch (error) {
    throw typed(error)
  }
}

module.exports = { InputRefused, PolicyRefused, CommandRefused, called }
