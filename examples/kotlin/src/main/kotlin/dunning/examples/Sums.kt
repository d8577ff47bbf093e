package dunning.examples

import java.math.BigDecimal
import java.util.TreeMap

/** A sum in each currency; a sum has as many decimals as the most exact amount in it. */
class Sums {
    private val sums = TreeMap<String, BigDecimal>()

    val currencies: Set<String> get() = sums.keys

    fun add(currency: String, amount: BigDecimal) {
        sums.merge(currency, amount, BigDecimal::add)
    }

    /** The sum in one currency; null if nothing was added in it. */
    operator fun get(currency: String): String? = sums[currency]?.toPlainString()

    override fun toString() = currencies.joinToString(", ") { "$it ${this[it]}" }
}
