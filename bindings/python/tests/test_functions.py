"""The functions beside the verbs."""

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest

import dunning

POLICY = dunning.Policy.from_json(
    """{"scenarios": [{"id": "s", "version": 1, "steps": [
    {"id": "r", "interest": "late", "offset": {"type": "days", "days": 3},
     "work": {"type": "message", "channels": ["email"]}}]}],
    "assignment": [{"scenario": "s"}],
    "interest": [{"id": "late", "rates": [{"begins": "2025-01-01", "percent": "7.5"}]}]}"""
)
ITEM = dunning.Item(
    id="A",
    kind=dunning.ItemKind.INVOICE,
    due=date(2026, 3, 1),
    open=Decimal("1000.00"),
    currency="EUR",
)


def test_interest_is_exact() -> None:
    statement = dunning.interest(ITEM, POLICY, "late", date(2026, 3, 10))
    assert statement.total == Decimal("1.85")
    with pytest.raises(dunning.CommandRefused):
        dunning.interest(ITEM, POLICY, "none", date(2026, 3, 10))


def test_without_service_hours_no_reply_is_due() -> None:
    creditor = dunning.Creditor(id="C", name="C", country="NL", zone="Europe/Amsterdam")
    now = datetime(2026, 3, 4, 8, tzinfo=timezone.utc)
    assert dunning.reply_due(creditor, POLICY, now) is None


def test_a_term_tells_its_days() -> None:
    letter = dunning.Term.DutchFourteenDays(
        sent_on=date(2026, 1, 8), channel=dunning.Channel.LETTER
    )
    days = dunning.term_days(letter)
    assert (days.received_on, days.last_day) == (date(2026, 1, 10), date(2026, 1, 26))
    assert days.effect_from == date(2026, 1, 27)
    assert dunning.Term.from_json(letter.to_json()) == letter
    mail = dunning.Term.DutchFourteenDays(
        sent_on=date(2026, 1, 8), channel=dunning.Channel.EMAIL
    )
    with pytest.raises(dunning.CommandRefused):
        dunning.term_days(mail, POLICY)


def test_business_days_are_counted() -> None:
    assert dunning.easter_sunday(2026) == date(2026, 4, 5)
    assert not dunning.is_business_day(date(2026, 5, 5), "NL-ATW")
    assert dunning.add_business_days(date(2026, 4, 24), 3, "NL-ATW") == date(2026, 4, 30)
    modified = dunning.Adjustment.MODIFIED_FOLLOWING
    assert dunning.adjust_day(date(2026, 5, 31), modified, "DE-NW") == date(2026, 5, 29)
    with pytest.raises(dunning.CommandRefused):
        dunning.is_business_day(date(2026, 5, 5), "XX", POLICY)


def test_a_stop_word_is_found() -> None:
    found = dunning.stop_word("STOP")
    assert found is not None and found.word == "stop"
    assert dunning.stop_word("please call me") is None
