"""What the functions raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._dunning import Problem, Refusal


class _Invalid(ValueError):
    problems: list[Problem]
    """All that is wrong, each with its path and value."""

    def __init__(self, message: str, problems: list[Problem]) -> None:
        super().__init__(message)
        self.problems = problems

    def __reduce__(self) -> tuple[type[_Invalid], tuple[str, list[Problem]]]:
        return type(self), (str(self), self.problems)


class InputRefused(_Invalid):
    """The input could not be read."""


class PolicyRefused(_Invalid):
    """The policy cannot hold."""


class CommandRefused(ValueError):
    """`record` did not take a command. Nothing was changed."""

    refusal: Refusal
    """Why not."""

    def __init__(self, message: str, refusal: Refusal) -> None:
        super().__init__(message)
        self.refusal = refusal

    def __reduce__(self) -> tuple[type[CommandRefused], tuple[str, Refusal]]:
        return type(self), (str(self), self.refusal)
