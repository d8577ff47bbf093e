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


def test_a_reference_is_made_checked_and_found() -> None:
    scheme = dunning.ReferenceScheme.ISO11649
    made = dunning.make_reference(scheme, "539007547034")
    assert isinstance(made, dunning.ReferenceAnswer.Valid)
    assert made.reference.printed == "RF18 5390 0754 7034"
    wrong = dunning.check_reference(dunning.ReferenceScheme.BELGIAN_OGM, "+++010/8068/17184+++")
    assert isinstance(wrong, dunning.ReferenceAnswer.Flawed)
    assert wrong.flaws[0].kind == dunning.FlawKind.CHECKSUM
    found = dunning.find_references("see RF18 5390 0754 7034, thanks", [scheme])
    assert found[0].reference.value == "RF18539007547034"


def test_a_payload_is_made_drawn_and_read() -> None:
    transfer = dunning.EpcTransfer(name="A", iban="NL91 ABNA 0417 1643 00", amount=Decimal("20"))
    made = dunning.epc_payload(transfer)
    assert isinstance(made, dunning.PayloadAnswer.Made)
    picture = dunning.qr_svg(made.payload)
    assert isinstance(picture, dunning.PictureAnswer.Drawn)
    assert picture.svg.startswith("<svg ")
    again = dunning.read_epc_payload(made.payload.text)
    assert isinstance(again, dunning.EpcAnswer.Read)
    assert again.transfer.amount == 20
    assert isinstance(dunning.check_iban("NL91ABNA0417164301"), dunning.IbanAnswer.Flawed)
    creditor = dunning.PostalAddress(name="M", country="CH", postcode="2501", town="Biel")
    bill = dunning.SwissBill(iban="CH9300762011623852957", creditor=creditor, currency="CHF")
    swiss = dunning.swiss_payload(bill)
    assert isinstance(swiss, dunning.PayloadAnswer.Made)
    assert swiss.payload.most_version == 25


def test_links_texts_and_addresses_are_checked() -> None:
    url = "https://wa.me/31612345678?text=Hi%20%5B1%5D"
    made = dunning.whatsapp_link("+31612345678", "Hi", "1")
    assert made == dunning.LinkAnswer.Made(url=url)
    link = dunning.PaymentLink(scheme="a", label="A", url="https://pay.example.com")
    now = datetime(2026, 3, 4, 8, tzinfo=timezone.utc)
    assert dunning.payment_links([link], now).usable == [link]
    plain = dunning.sms_plan("Daniël").plain
    assert plain is not None and plain.text == "Daniel"
    phone = dunning.check_phone("+31 (0)6 12345678")
    assert phone == dunning.AddressAnswer.Valid(value="+31612345678", international=False)
    assert isinstance(dunning.check_email("a@b"), dunning.AddressAnswer.Flawed)
    address = dunning.PostalAddress(name="E", country="NL", postcode="1234ab", town="T")
    postal = dunning.check_postal(address, "BE")
    assert isinstance(postal, dunning.PostalAnswer.Valid)
    assert postal.lines == ["E", "1234 AB  T", "NL"]


def test_reports_errors_and_keywords_are_read() -> None:
    assert dunning.delivery_state(["read", "sent"]).status == dunning.DeliveryStatus.READ
    day = date(2026, 11, 21)
    assert dunning.error_class("smtp", "550 5.1.1", day) == dunning.ErrorClass.HARD
    own = dunning.ErrorCode(platform="x", code="7", meaning=dunning.ErrorClass.SOFT)
    assert dunning.error_class("x", "7", day, [own]) == dunning.ErrorClass.SOFT
    assert dunning.error_class("x", "7", day) is None
    keyword = dunning.message_keyword(" stop ")
    assert keyword is not None and keyword.action == dunning.KeywordAction.OPT_OUT


def test_contact_waits_for_the_hours() -> None:
    setting = dunning.ContactSetting(
        channel=dunning.Channel.EMAIL,
        zones=["Europe/Amsterdam"],
        country="NL",
        role=dunning.CreditorRole.THIRD_PARTY,
        natural_person=True,
        consumer=True,
    )
    rules = dunning.contact_rules()
    ascension = datetime(2026, 5, 14, 8, tzinfo=timezone.utc)
    assert not dunning.contact_check(rules, setting, ascension).allowed
    found = dunning.next_contact(rules, setting, ascension)
    assert isinstance(found, dunning.NextContact.At)
    # The Friday after it is equated by decree.
    assert found.at == datetime(2026, 5, 16, 5, tzinfo=timezone.utc)
    monday = datetime(2026, 5, 18, tzinfo=timezone.utc)
    (span,) = dunning.contact_spans(rules, setting, ascension, monday)
    assert span.until == datetime(2026, 5, 16, 18, tzinfo=timezone.utc)


def test_whatsapp_has_its_window_and_a_call_its_week() -> None:
    at = datetime(2026, 11, 17, 9, tzinfo=timezone.utc)
    ask = dunning.WhatsAppAsk(kind=dunning.WhatsAppKind.FREE_FORM, send_at=at)
    assert dunning.whatsapp_check(ask).stops == [dunning.WhatsAppStop.WINDOW_CLOSED]
    talked = dunning.CountedCall(day=date(2026, 11, 2), conversation=True)
    found = dunning.call_frequency([talked], date(2026, 11, 8))
    assert found.presumption == dunning.CallPresumption.VIOLATION
