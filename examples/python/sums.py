"""Sums of money by currency."""

from decimal import Context, Decimal

# A sum keeps every decimal, however large it becomes.
_EXACT = Context(prec=100)


class Sums:
    """A sum in each currency, with as many decimals as the most exact amount in it."""

    def __init__(self) -> None:
        self._sums: dict[str, Decimal] = {}

    def add(self, currency: str, amount: Decimal) -> None:
        self._sums[currency] = _EXACT.add(self._sums.get(currency, Decimal(0)), amount)

    def currencies(self) -> list[str]:
        return sorted(self._sums)

    def of(self, currency: str) -> Decimal | None:
        """None if nothing was added in it."""
        return self._sums.get(currency)

    def __str__(self) -> str:
        return ", ".join(f"{code} {self._sums[code]:f}" for code in self.currencies())
