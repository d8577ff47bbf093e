// Sums of money by currency, exact: amounts are text, and never become a floating number.
// @ts-check
/** @import { Amount, Currency } from 'dunning' */

/** A sum in each currency; sums have as many decimals as the most exact amount in them. */
export class Sums {
  /** @type {Map<Currency, Decimal>} */
  #sums = new Map()

  /**
   * @param {Currency} currency
   * @param {Amount} amount
   */
  add(currency, amount) {
    const sum = this.#sums.get(currency) ?? { digits: 0n, scale: 0 }
    this.#sums.set(currency, added(sum, decimal(amount)))
  }

  /** In the order of their codes. */
  currencies() {
    return [...this.#sums.keys()].sort()
  }

  /**
   * The sum in one currency; none if nothing was added in it.
   *
   * @param {Currency} currency
   */
  of(currency) {
    const sum = this.#sums.get(currency)
    return sum && text(sum)
  }

  toString() {
    return this.currencies().map((currency) => `${currency} ${this.of(currency)}`).join(', ')
  }
}

/** @typedef {{ digits: bigint, scale: number }} Decimal */

/**
 * @param {Amount} amount
 * @returns {Decimal}
 */
function decimal(amount) {
  const [whole, fraction = ''] = amount.split('.')
  return { digits: BigInt(`${whole}${fraction}`), scale: fraction.length }
}

/**
 * @param {Decimal} a
 * @param {Decimal} b
 * @returns {Decimal}
 */
function added(a, b) {
  const scale = Math.max(a.scale, b.scale)
  const digits = [a, b].map((one) => one.digits * 10n ** BigInt(scale - one.scale))
  return { digits: digits.reduce((sum, each) => sum + each), scale }
}

/** @param {Decimal} sum */
function text({ digits, scale }) {
  if (scale === 0) return String(digits)
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`
}
