"""The day is sent, as far as the journal knows."""

from datetime import datetime
from pathlib import Path

import show
from dunning import (
    Account,
    Action,
    Cancellation,
    Command,
    CommandRefused,
    Entry,
    Policy,
    Recheck,
    SentReport,
    plan,
    recheck,
    record,
)
from load import Administration
from wrong import Refused

ACTOR = "today"


class _Sending:
    """Queue, recheck, send, report: for the actions of one account after another."""

    def __init__(self, policy: Policy, now: datetime) -> None:
        self._policy = policy
        self._now = now
        self.journal: list[str] = []
        self.sent = self.changed = self.withdrawn = 0
        self.refused: list[str] = []

    def account(self, account: Account) -> None:
        for action in plan(account, self._policy, self._now).actions:
            try:
                account = self._queue(account, action)
                account = self._send(account, action)
            except CommandRefused as refused:
                self.refused.append(f"  {action.delivery}  {refused}")

    def _queue(self, account: Account, action: Action) -> Account:
        """Before anything leaves the house."""
        return self._tell(account, "queue", action, Command.Queue(action=action), self._now)

    def _send(self, account: Account, action: Action) -> Account:
        # Sending may wait for an hour at which it is allowed; this one pretends to.
        at = max(self._now, action.not_before)
        match recheck(account, self._policy, action, at):
            case Recheck.Withdrawn():
                self.withdrawn += 1
                cancel = Cancellation(delivery=action.delivery, reason="withdrawn")
                return self._tell(account, "cancel", action, Command.Cancel(cancel=cancel), at)
            case Recheck.Changed(action=changed):
                self.changed += 1
                report = SentReport(action=changed)
            case Recheck.Go():
                report = SentReport(action=action)
        self.sent += 1
        return self._tell(account, "sent", action, Command.Sent(report=report), at)

    def _tell(
        self, account: Account, what: str, action: Action, command: Command, at: datetime
    ) -> Account:
        """Records a command; the account that is returned has the entries in its journal."""
        # The same delivery always makes the same ids, so nothing is recorded twice.
        id = f"{what}:{action.delivery}"
        entries = record(account, self._policy, id, command, occurred_at=at, actor=ACTOR)
        self.journal.extend(_journal_line(account, entry) for entry in entries)
        return _with_entries(account, entries)


def _journal_line(account: Account, entry: Entry) -> str:
    return f'{{"account":{show.compact(account.debtor.id)},"entry":{entry.to_json()}}}'


def _with_entries(account: Account, entries: list[Entry]) -> Account:
    fields = {name: getattr(account, name) for name in Account.__match_args__}
    return Account(**{**fields, "journal": [*account.journal, *entries]})


def record_sending(day: Administration, journal: Path) -> str:
    sending = _Sending(day.policy, day.now)
    for account in day.accounts:
        sending.account(account)
    try:
        with journal.open("a", encoding="utf-8", newline="\n") as file:
            file.write(show.text(sending.journal))
    except OSError as error:
        raise Refused(f"{journal}: {error.strerror}\n") from error
    told = [
        f"RECORDED: {len(sending.journal)} entries",
        f"{sending.sent} sent, {sending.changed} of them changed by recheck",
        f"{sending.withdrawn} withdrawn",
        f"{len(sending.refused)} refused",
    ]
    return show.text(["; ".join(told), *sending.refused])
