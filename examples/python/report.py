"""The day of the whole administration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import show
from draft import Json
from dunning import Account, Action, Channel, Decision, Item, Outcome
from load import Administration
from planned import Planned
from show import count
from sums import Sums

NAMED = 8
"""How many debtors are named behind a reason."""


def report(day: Administration) -> str:
    plans = [Planned.at(account, day.policy, day.now) for account in day.accounts]
    parts = [
        _head(day),
        _goes_out(plans),
        _by_reason("WAITS", plans, Outcome.Wait),
        _by_reason("CLOSED", plans, Outcome.Closed),
        _needs_a_person(plans),
        _odd(plans),
        _amounts(plans),
    ]
    return "\n".join(show.text(part) for part in parts)


def _head(day: Administration) -> Iterable[str]:
    accounts = day.accounts
    name = accounts[0].creditor.name if accounts else "Nobody"
    yield f"{name} on {day.day}, planned at {show.moment(day.now)} (times are UTC)"
    counts = [
        count(len(accounts), "debtor"),
        count(sum(len(account.items) for account in accounts), "item"),
        count(sum(len(account.payments) for account in accounts), "payment"),
        count(sum(len(account.journal) for account in accounts), "journal entry", "journal entries"),
    ]
    others = f" (and {day.entries_elsewhere} of other debtors)" if day.entries_elsewhere else ""
    yield ", ".join(counts) + others
    if accounts:
        ledger, payments = accounts[0].ledger_as_of, accounts[0].payments_as_of
        yield f"ledger as of {show.moment(ledger)}, payments as of {show.moment(payments)}"


def _goes_out(plans: Sequence[Planned]) -> Iterable[str]:
    channels: dict[Channel, list[tuple[Account, Action]]] = {}
    words: dict[Channel, str] = {}
    for planned in plans:
        for action, code in planned.actions():
            channels.setdefault(action.channel, []).append((planned.account, action))
            words[action.channel] = code["channel"]
    every = [action for planned in plans for action in planned.plan.actions]
    yield f"GOES OUT TODAY: {_tally(every)}"
    # Their numbers are in the order in which the core names them.
    for channel in sorted(channels, key=int):
        yield f"{words[channel]}: {_tally([action for _, action in channels[channel]])}"
        for account, action in channels[channel]:
            yield f"  {_action_line(action, account)}"


def _tally(actions: Sequence[Action]) -> str:
    sums = Sums()
    for action in actions:
        sums.add(action.currency, action.total)
    items = sum(len(action.lines) for action in actions)
    return _with_sums(f"{count(len(actions), 'action')}, {count(items, 'item')}", sums)


def _action_line(action: Action, account: Account) -> str:
    parts = [
        account.debtor.id,
        f"{action.currency} {action.total:f}",
        action.step,
        count(len(action.lines), "item"),
        account.debtor.name,
        action.recipient.value,
    ]
    if action.attempt > 1:
        parts.append(f"attempt {action.attempt}")
    if action.not_before > action.planned_at:
        parts.append(f"not before {show.moment(action.not_before)}")
    return "  ".join(parts)


def _with_sums(text: str, sums: Sums) -> str:
    return ", ".join(part for part in (text, str(sums)) if part)


class _Group:
    """What stands under one reason."""

    def __init__(self) -> None:
        self.items = 0
        self.sums = Sums()
        # A dict keeps the order, which a set does not.
        self.debtors: dict[str, None] = {}
        self.review: datetime | None = None

    def add(self, account: Account, item: Item, decision: Decision) -> None:
        self.items += 1
        self.sums.add(item.currency, item.open)
        self.debtors[account.debtor.id] = None
        reviews = [at for at in (self.review, decision.review_at) if at is not None]
        self.review = min(reviews, default=None)

    def tally(self) -> str:
        return _with_sums(count(self.items, "item"), self.sums)

    def line(self, reason: str) -> str:
        debtors = list(self.debtors)
        more = f" and {len(debtors) - NAMED} more" if len(debtors) > NAMED else ""
        review = f"; looked at again from {show.moment(self.review)}" if self.review else ""
        return f"  {reason}: {self.tally()}; {' '.join(debtors[:NAMED])}{more}{review}"


def _by_reason(
    title: str, plans: Iterable[Planned], outcome: type[Outcome.Wait] | type[Outcome.Closed]
) -> Iterable[str]:
    every = _Group()
    reasons: dict[str, _Group] = {}
    for planned in plans:
        for item, decision, code in planned.decisions():
            if not isinstance(decision.outcome, outcome):
                continue
            every.add(planned.account, item, decision)
            for reason in {_reason(hold) for hold in code["holds"]}:
                reasons.setdefault(reason, _Group()).add(planned.account, item, decision)
    yield f"{title}: {every.tally()}"
    for reason in sorted(reasons):
        yield reasons[reason].line(reason)


def _reason(hold: Json) -> str:
    """The hold's type with the word that tells its sort."""
    words = (hold.get(name) for name in ("why", "problem", "reason"))
    sort = next((word for word in words if isinstance(word, str)), None)
    return f"{hold['type']} {sort}" if sort is not None else str(hold["type"])


def _needs_a_person(plans: Iterable[Planned]) -> Iterable[str]:
    lines = []
    for planned in plans:
        debtor = planned.account.debtor
        for notice, code in planned.notices():
            about, hold = show.subject(code["subject"]), show.code(code["hold"])
            since = f"  since {notice.since}" if notice.since else ""
            lines.append(f"  {debtor.id}  {about}  {hold}{since}  {debtor.name}")
    return [f"NEEDS A PERSON: {count(len(lines), 'notice')}", *lines]


def _odd(plans: Iterable[Planned]) -> Iterable[str]:
    lines = []
    for planned in plans:
        debtor = planned.account.debtor
        for finding in planned.json["findings"]:
            lines.append(f"  {debtor.id}  {show.code(finding)}  {debtor.name}")
        for item, _, code in planned.decisions():
            for finding in code["findings"]:
                lines.append(f"  {debtor.id}  item {item.id}  {show.code(finding)}  {debtor.name}")
    return [f"ODD, BUT STOPS NOTHING: {count(len(lines), 'finding')}", *lines]


def _amounts(plans: Iterable[Planned]) -> Iterable[str]:
    """By currency: the open amounts by outcome add up to what is open."""
    total, acting, asked, waiting, closed = (Sums() for _ in range(5))
    for planned in plans:
        for item, decision, _ in planned.decisions():
            total.add(item.currency, item.open)
            match decision.outcome:
                case Outcome.Act():
                    acting.add(item.currency, item.open)
                case Outcome.Wait():
                    waiting.add(item.currency, item.open)
                case Outcome.Closed():
                    closed.add(item.currency, item.open)
        for action in planned.plan.actions:
            asked.add(action.currency, action.total)
    columns = {
        "open": total,
        "in what goes out": acting,
        "asked for today": asked,
        "waiting": waiting,
        "closed": closed,
    }
    yield "AMOUNTS"
    for currency in total.currencies():
        parts = ((name, sums.of(currency)) for name, sums in columns.items())
        told = [f"{name} {part:f}" for name, part in parts if part is not None]
        yield f"  {currency}: {'; '.join(told)}"
