"""Builds an account, plans it and tells the answer: what `mypy --strict` makes of the types."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

from dunning import (
    Account,
    Address,
    AssignmentRule,
    Channel,
    Command,
    CommandRefused,
    Contact,
    Creditor,
    Debtor,
    DebtorKind,
    Decision,
    Hold,
    Item,
    ItemKind,
    Offset,
    Outcome,
    Policy,
    PolicyDoc,
    PolicyRefused,
    Purpose,
    Recheck,
    Scenario,
    Step,
    Work,
    plan,
    recheck,
    record,
)
from typing_extensions import assert_never

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


def policy() -> Policy:
    reminder = Step(
        id="reminder",
        offset=Offset.Days(days=7),
        work=Work.Message(channels=[Channel.EMAIL, Channel.LETTER]),
    )
    doc = PolicyDoc(
        scenarios=[Scenario(id="standard", version=1, steps=[reminder])],
        assignment=[AssignmentRule(scenario="standard")],
    )
    try:
        return Policy(doc)
    except PolicyRefused as refused:
        paths: list[str] = [problem.path for problem in refused.problems]
        raise SystemExit(", ".join(paths)) from refused


def account() -> Account:
    mail = Address(id="mail", channel=Channel.EMAIL, value="eva@example.com")
    return Account(
        creditor=Creditor(id="C", name="Bakker BV", country="NL", zone="Europe/Amsterdam"),
        debtor=Debtor(id="D", name="De Groot BV", kind=DebtorKind.BUSINESS, country="NL"),
        ledger_as_of=NOW,
        payments_as_of=NOW,
        contacts=[Contact(id="eva", name="Eva", purposes=[Purpose.MAIN], addresses=[mail])],
        items=[
            Item(
                id="A",
                kind=ItemKind.INVOICE,
                due=date(2026, 2, 1),
                open=Decimal("121.00"),
                currency="EUR",
            )
        ],
    )


def told(decision: Decision) -> str:
    match decision.outcome:
        case Outcome.Act(delivery=delivery):
            return f"{decision.item} goes out with {delivery}"
        case Outcome.Wait():
            return f"{decision.item} waits: {', '.join(map(obstacle, decision.holds))}"
        case Outcome.Closed():
            return f"{decision.item} is closed"
        case never:
            assert_never(never)


def obstacle(hold: Hold) -> str:
    match hold:
        case Hold.Promised(date=day, amount=amount):
            return f"{amount + Decimal(0)} promised for {day.isoformat()}"
        case Hold.Blocked(reason=reason, until=until):
            return f"blocked until {until.isoformat() if until else 'lifted'} ({reason})"
        case other:
            # Later versions may have further obstacles.
            return str(other)


def send(account: Account, policy: Policy) -> list[str]:
    done: list[str] = []
    for action in plan(account, policy, NOW).actions:
        queue = Command.Queue(action=action)
        try:
            entries = record(account, policy, "q1", queue, occurred_at=NOW, actor="job")
        except CommandRefused as refused:
            done.append(str(refused.refusal))
            continue
        done.extend(entry.id for entry in entries)
        match recheck(account, policy, action, NOW):
            case Recheck.Go():
                done.append(f"send to {action.recipient.value}")
            case Recheck.Changed(action=changed):
                done.append(f"send to {changed.recipient.value}")
            case Recheck.Withdrawn(holds=holds):
                done.append(f"not sent: {len(holds)}")
            case never:
                assert_never(never)
    return done


def main() -> None:
    for decision in plan(account(), policy(), NOW).decisions:
        print(told(decision))
    print(*send(account(), policy()), sep="\n")


if __name__ == "__main__":
    main()
