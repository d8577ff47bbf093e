"""Everything about one debtor: what is decided, why, and what comes."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import show
from draft import Json
from dunning import Account, Action, Decision, Item, Outcome, forecast
from load import Administration
from planned import Planned
from wrong import Refused

AHEAD = timedelta(days=60)


def story(day: Administration, id: str) -> str:
    found = [account for account in day.accounts if account.debtor.id == id]
    if not found:
        raise Refused(f"{id}: debtors.csv has no such debtor\n")
    account = found[0]
    planned = Planned.at(account, day.policy, day.now)
    # Its records are printed as codes; lists without an element are left out.
    codes = json.loads(account.to_json())
    parts = {
        "CONTACTS": _contacts(codes.get("contacts", [])),
        "ITEMS": _items(planned, codes.get("items", [])),
        "PAYMENTS": _payments(account, codes.get("payments", [])),
        "GOES OUT TODAY": (f"  {_action_line(action, code)}" for action, code in planned.actions()),
        "NEEDS A PERSON": (f"  {notice}" for notice in _new_notices(planned, set())),
        "ODD, BUT STOPS NOTHING": (f"  {show.code(code)}" for code in planned.json["findings"]),
        "JOURNAL": _journal(account),
        f"COMING {AHEAD.days} DAYS, IF NOTHING IS PAID": _coming(planned, day),
    }
    text = show.text(_head(account, codes["debtor"], day.now))
    return text + "".join(f"\n{title}\n{show.text(lines)}" for title, lines in parts.items())


def _head(account: Account, debtor: Json, now: datetime) -> Iterator[str]:
    name = f"{account.debtor.id} {account.debtor.name}"
    yield f"{name}, planned at {show.moment(now)} (times are UTC)"
    yield show.code(_without(debtor, "id", "name"))


def _without(record: Json, *names: str) -> Json:
    return {name: value for name, value in record.items() if name not in names}


def _contacts(contacts: Iterable[Json]) -> Iterator[str]:
    for contact in contacts:
        rest = show.code(_without(contact, "id", "name", "addresses", "consents"))
        yield f"  {contact['id']} {contact['name']}  {rest}"
        for address in contact.get("addresses", []):
            yield f"    {address['channel']} {address['value']}"
        for consent in contact.get("consents", []):
            yield f"    consent {show.code(consent)}"


def _items(planned: Planned, items: Iterable[Json]) -> Iterator[str]:
    for (item, decision, code), item_code in zip(planned.decisions(), items, strict=True):
        yield f"  {_item_line(item, item_code)}"
        for line in _decision_lines(decision, code):
            yield f"    {line}"


def _item_line(item: Item, code: Json) -> str:
    number = "" if item.document_number is None else f" {item.document_number}"
    amount = f"{item.currency} {item.open:f}"
    return f"{item.id}{number}  {code['kind']}  due {item.due}  open {amount}"


def _decision_lines(decision: Decision, code: Json) -> Iterator[str]:
    match decision.outcome:
        case Outcome.Act(delivery=delivery):
            yield f"goes out with {delivery}"
        case Outcome.Wait():
            yield "waits"
        case Outcome.Closed():
            yield "closed"
    for hold in code["holds"]:
        yield f"hold {show.code(hold)}"
    for reason in code["reasons"]:
        yield f"reason {show.code(reason)}"
    for finding in code["findings"]:
        yield f"finding {show.code(finding)}"
    if decision.next is not None:
        yield f"next {decision.next.key.step} from {decision.next.due_on}"
    if decision.review_at is not None:
        yield f"looked at again from {show.moment(decision.review_at)}"


def _payments(account: Account, codes: Iterable[Json]) -> Iterator[str]:
    for payment, code in zip(account.payments, codes, strict=True):
        amount = f"{payment.currency} {payment.amount:f}"
        yield f"  {payment.id}  {payment.value_date}  {amount}"
        for part in payment.allocations:
            yield f"    {part.item} {part.amount:f}"
        if payment.reversed is not None:
            yield f"    reversed {show.code(code['reversed'])}"


def _action_line(action: Action, code: Json) -> str:
    to = f"to {action.recipient.contact} ({code['recipient']['purpose']})"
    items = ", ".join(f"{line.item} {line.step} {line.dunned:f}" for line in action.lines)
    amount = f"{action.currency} {action.total:f}"
    return f"{code['channel']}  {action.step}  {amount}  {to}  {items}"


def _new_notices(planned: Planned, told: set[str]) -> Iterator[str]:
    """The notices whose key was not told before."""
    for notice, code in planned.notices():
        if notice.key not in told:
            told.add(notice.key)
            yield f"{show.subject(code['subject'])}  {show.code(code['hold'])}"


def _journal(account: Account) -> Iterator[str]:
    """In the order of recording."""
    for entry in account.journal:
        code = json.loads(entry.to_json())
        about, event = show.subject(code["subject"]), show.event(code["event"])
        yield f"  {show.moment(entry.occurred_at)}  {entry.actor}  {entry.id}  {about}  {event}"


def _coming(today: Planned, day: Administration) -> Iterator[str]:
    """What follows from here if everything is sent and nothing is paid."""
    told = {notice.key for notice in today.plan.notices}
    until = day.now + AHEAD
    for plan in forecast(today.account, day.policy, start=day.now, until=until):
        planned = Planned.of(today.account, plan)
        lines = [_action_line(action, code) for action, code in planned.actions()]
        lines += (f"needs a person:  {notice}" for notice in _new_notices(planned, told))
        if lines:
            yield f"  {show.moment(plan.now)}"
        for line in lines:
            yield f"    {line}"
