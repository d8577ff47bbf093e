"""What cannot be represented is refused at the door, with its place and its value."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import by_hand
import dunning
import pytest

Change = Callable[[dict[str, Any]], object]


def account_refused(change: Change) -> list[tuple[str, str]]:
    account = json.loads(by_hand.account().to_json())
    change(account)
    with pytest.raises(dunning.InputRefused) as refused:
        dunning.Account.from_json(json.dumps(account))
    return told(refused.value)


def told(refused: dunning.InputRefused | dunning.PolicyRefused) -> list[tuple[str, str]]:
    for problem in refused.problems:
        assert problem.path in str(refused) and problem.problem in str(refused)
    return [(problem.path, problem.value) for problem in refused.problems]


@pytest.mark.parametrize(
    ("path", "value", "change"),
    [
        ("items[0].open", "10.5", lambda a: a["items"][0].update(open=10.5)),
        ("items[1].open", "true", lambda a: a["items"][1].update(open=True)),
        ("payments[0].amount", "50", lambda a: a["payments"][0].update(amount=50)),
        ("items[0].open", '"1e3"', lambda a: a["items"][0].update(open="1e3")),
        ("ledgerAsOf", '"2026-03-02T09:00:00"', lambda a: a.update(ledgerAsOf="2026-03-02T09:00:00")),
        (
            "items[0].due",
            '"2026-01-01T00:00:00Z"',
            lambda a: a["items"][0].update(due="2026-01-01T00:00:00Z"),
        ),
        ("debtor.kind", '"alien"', lambda a: a["debtor"].update(kind="alien")),
        ("items[0].currency", '"eur"', lambda a: a["items"][0].update(currency="eur")),
        ("items[0].colour", '"blue"', lambda a: a["items"][0].update(colour="blue")),
        ("colour", '"blue"', lambda a: a.update(colour="blue")),
        ("history.paidCount", "-1", lambda a: a["history"].update(paidCount=-1)),
    ],
)
def test_an_account(path: str, value: str, change: Change) -> None:
    assert account_refused(change) == [(path, value)]


def test_a_missing_field() -> None:
    account = json.loads(by_hand.account().to_json())
    del account["debtor"]["name"]
    with pytest.raises(dunning.InputRefused) as refused:
        dunning.Account.from_json(json.dumps(account))
    [problem] = refused.value.problems
    assert (problem.path, problem.problem) == ("debtor", "missing field `name`")
    assert json.loads(problem.value) == account["debtor"]


def test_all_problems_at_once() -> None:
    def change(account: dict[str, Any]) -> None:
        account["items"][0].update(open=1.5, due=5)
        account["debtor"].update(kind="alien")

    paths = {path for path, _ in account_refused(change)}
    assert paths == {"items[0].open", "items[0].due", "debtor.kind"}


def test_a_policy() -> None:
    doc = json.loads(by_hand.policy_doc().to_json())
    doc["colour"] = "blue"
    doc["scenarios"][0]["steps"][0]["anchor"] = "moon"
    with pytest.raises(dunning.PolicyRefused) as refused:
        dunning.Policy.from_json(json.dumps(doc))
    expected = {("colour", '"blue"'), ("scenarios[0].steps[0].anchor", '"moon"')}
    assert set(told(refused.value)) == expected
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.problems) == (str(refused.value), refused.value.problems)


def test_a_policy_that_cannot_hold() -> None:
    with pytest.raises(dunning.PolicyRefused) as refused:
        dunning.Policy(dunning.PolicyDoc(scenarios=[], assignment=[]))
    assert refused.value.problems


def test_a_command() -> None:
    with pytest.raises(dunning.InputRefused) as refused:
        dunning.Command.from_json('{"type": "unblock", "unblock": {"block": "c1/1", "colour": "blue"}}')
    assert told(refused.value) == [("unblock.colour", '"blue"')]


def test_text_that_is_no_json() -> None:
    with pytest.raises(dunning.InputRefused) as refused:
        dunning.Account.from_json("{")
    assert told(refused.value) == [("line 1 column 1", "{")]


def item(**changed: Any) -> dunning.Item:
    fields: dict[str, Any] = {
        "id": "A",
        "kind": dunning.ItemKind.INVOICE,
        "due": date(2026, 1, 1),
        "open": "1",
        "currency": "EUR",
    }
    return dunning.Item(**{**fields, **changed})


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("open", 1.5, TypeError),
        ("open", True, TypeError),
        ("open", None, TypeError),
        ("open", Decimal("NaN"), ValueError),
        ("open", Decimal("Infinity"), ValueError),
        ("open", Decimal("1.0000000000000000000000000000001"), ValueError),
        ("open", Decimal("1E+30"), ValueError),
        ("open", 10**30, ValueError),
        ("open", "1e3", ValueError),
        ("open", "1,50", ValueError),
        ("due", datetime(2026, 1, 1), TypeError),
        ("due", by_hand.NOW, TypeError),
        ("due", "2026-01-01", TypeError),
        ("currency", "eur", ValueError),
        ("currency", 978, TypeError),
        ("kind", "invoice", TypeError),
        ("tags", "paper", TypeError),
        ("colour", "blue", TypeError),
    ],
)
def test_a_record(field: str, value: object, error: type[Exception]) -> None:
    with pytest.raises(error) as refused:
        item(**{field: value})
    assert type(refused.value) is error
    told = [str(refused.value), *getattr(refused.value, "__notes__", [])]
    assert any(field in line for line in told) or not hasattr(refused.value, "add_note"), told
    if field in ("open", "due", "currency"):
        assert f"(found {value!r})" in told[0]


def test_a_record_without_a_field() -> None:
    with pytest.raises(TypeError, match="'reason'"):
        dunning.Reversal(on=by_hand.DAY)  # type: ignore[call-arg]


def test_a_moment_needs_a_zone() -> None:
    policy = dunning.Policy(by_hand.policy_doc())
    with pytest.raises(TypeError, match="date and time with a zone") as refused:
        dunning.plan(by_hand.account(), policy, datetime(2026, 3, 2, 9, 0))
    assert "(found datetime.datetime(2026, 3, 2, 9, 0))" in str(refused.value)
    with pytest.raises(ValueError, match="date and time with a zone"):
        far = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))
        dunning.plan(by_hand.account(), policy, far)


@pytest.mark.parametrize("zone", [ZoneInfo("Europe/Amsterdam"), timezone(timedelta(minutes=-90))])
def test_a_moment_may_have_any_zone(zone: Any) -> None:
    at = by_hand.NOW.replace(microsecond=123456).astimezone(zone)
    consent = dunning.Consent(channel=dunning.Channel.SMS, given=True, source="form", at=at)
    assert consent.at == at
    assert consent.at.tzinfo is timezone.utc


def test_the_second_of_two_equal_hours() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    plan = dunning.plan(
        by_hand.account(),
        dunning.Policy(by_hand.policy_doc()),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=zone),
    )
    assert plan.now == datetime(2026, 10, 25, 1, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (Decimal("1E+5"), "100000"),
        (Decimal("1.20E-7"), "0.000000120"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("10.50"), "10.50"),
        (10**20, "100000000000000000000"),
        (-5, "-5"),
        ("-7.25", "-7.25"),
    ],
)
def test_amounts_stay_exact(given: Any, read: str) -> None:
    amount = item(open=given).open
    assert isinstance(amount, Decimal)
    assert str(amount) == str(Decimal(read))
