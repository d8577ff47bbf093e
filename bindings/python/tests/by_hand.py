"""An account, a policy and commands of every kind, constructed without JSON."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

from dunning import *

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
DAY = date(2026, 3, 2)

KEY = StepKey(subject=Subject.Item(item="A"), scenario="standard", step="letter", occurrence=1)
COVER = Cover(key=KEY, scenario_version=1)
ADDRESS = AddressRef(id="mail-1", fingerprint="v1")
TEMPLATE = TemplateRef(id="letter", version="3", content_hash="ab12")
LEVEL = LevelImport(
    item="A", scenario="standard", scenario_version=1, step="letter", reached_on=DAY
)


def action() -> Action:
    return Action(
        delivery="d1",
        kind=ActionKind.MESSAGE,
        channel=Channel.EMAIL,
        recipient=Recipient(
            contact="eva",
            purpose=Purpose.REMINDER,
            address=ADDRESS,
            value="eva@example.com",
            language="nl",
        ),
        covers=[COVER],
        step="letter",
        lines=[
            Line(
                item="A",
                step="letter",
                document_number="2026-1",
                due=DAY,
                open=Decimal("100.00"),
                dunned=Decimal("60.00"),
                disputed=Decimal("40.00"),
            )
        ],
        total=Decimal("60.00"),
        currency="EUR",
        attempt=1,
        planned_at=NOW,
        not_before=NOW,
        expires_at=NOW,
        template="letter",
        sender=Sender(id="legal", channel=Channel.EMAIL, value="legal@example.com"),
        expected_cost=ExpectedCost(
            amount=Decimal("0.0012"), currency="EUR", category=None, limit=Decimal("1.00")
        ),
    )


def block() -> DunningBlock:
    scope = BlockScope.Step(step="letter", item="A")
    return DunningBlock(scope=scope, reason="call", begins=DAY, until=DAY, text="Eva called")


def commands() -> list[Command]:
    report = SentReport(
        action=action(),
        template=TEMPLATE,
        provider_reference="p-1",
        deadline=Deadline.RelativeToReceipt(days=14),
        legal_kind="none",
        consequence="handOver",
    )
    promise = PromiseToPay(
        amount="60",
        currency="EUR",
        date=DAY,
        items=[ItemAmount(item="A", amount=60)],
        grace_days=2,
        text="by phone",
    )
    moved = Rescheduling(step=KEY, to=DAY, reason="call", shift_rest=True)
    return [
        Command.Queue(action=action()),
        Command.Sent(report=report),
        Command.Failed(failed=Failure(delivery="d1", reason="bounced", text="full")),
        Command.Cancel(cancel=Cancellation(delivery="d1", reason="paid", steps=[KEY])),
        Command.Delivered(delivered=Receipt(delivery="d1")),
        Command.Read(read=Receipt(delivery="d1")),
        Command.Block(block=block()),
        Command.Unblock(unblock=Unblocking(block="c1/1")),
        Command.Reschedule(reschedule=moved),
        Command.Skip(skip=Skipping(step=KEY, reason="call")),
        Command.Promise(promise=promise),
        Command.OpenDispute(dispute=Dispute(item="A", reason="price", amount=Decimal("40.00"))),
        Command.CloseDispute(
            closing=DisputeClosing(dispute="c2/1", outcome=DisputeOutcome.Partly(amount="20"))
        ),
        Command.WriteNote(about=Subject.Debtor(), note=Note(text="Calls back")),
        Command.EditNote(edit=NoteEdit(note="c3/1", text="Called back")),
        Command.ImportLevel(level=LEVEL),
    ]


def events() -> list[Event]:
    queued = Queueing(
        delivery="d1",
        covers=[COVER],
        channel=Channel.EMAIL,
        contact="eva",
        address=ADDRESS,
        attempt=1,
        planned_at=NOW,
        expires_at=NOW,
    )
    line = SentLine(
        item="A",
        step="letter",
        scenario_version=1,
        document_number="2026-1",
        due=DAY,
        open="100.00",
        disputed="40.00",
        charges_announced="0",
    )
    sent = Sending(
        delivery="d1",
        covers=[COVER],
        channel=Channel.EMAIL,
        contact="eva",
        address=ADDRESS,
        attempt=1,
        planned_at=NOW,
        currency="EUR",
        total="60.00",
        lines=[line],
        template=TEMPLATE,
        deadline=Deadline.On(date=DAY),
    )
    promised = CoveredItem(item="A", amount=60, open=100, document_number="2026-1", due=DAY)
    promise = PromiseMade(amount=60, currency="EUR", date=DAY, grace_days=2, items=[promised])
    dispute = DisputeMade(
        item="A", reason="price", currency="EUR", open=100, document_number="2026-1", due=DAY
    )
    closing = DisputeClosing(dispute="e12/1", outcome=DisputeOutcome.Rejected())
    return [
        Event.Queued(queued=queued),
        Event.Sent(sent=sent),
        Event.Failed(failed=Failure(delivery="d1", reason="bounced")),
        Event.Cancelled(cancelled=Cancellation(delivery="d1", reason="paid")),
        Event.Delivered(delivered=Receipt(delivery="d1")),
        Event.Read(read=Receipt(delivery="d1")),
        Event.Blocked(block=block()),
        Event.Unblocked(unblock=Unblocking(block="e7/1")),
        Event.Rescheduled(reschedule=Rescheduling(step=KEY, to=DAY, reason="call")),
        Event.Skipped(skip=Skipping(step=KEY, reason="call")),
        Event.Promised(promise=promise),
        Event.DisputeOpened(dispute=dispute),
        Event.DisputeClosed(closing=closing),
        Event.NoteWritten(note=Note(text="Calls back")),
        Event.NoteEdited(edit=NoteEdit(note="e14/1", text="Called back")),
        Event.LevelImported(level=LEVEL),
    ]


def entry(number: int, event: Event) -> Entry:
    return Entry(
        id=f"e{number}/1",
        occurred_at=NOW,
        recorded_at=NOW,
        actor="eva",
        subject=Subject.Item(item="A"),
        event=event,
        fingerprint="00",
    )


def creditor() -> Creditor:
    hours = ServiceHours(weekday=Weekday.MONDAY, from_minute=540, until_minute=1020)
    return Creditor(
        id="C",
        name="Bakker BV",
        country="NL",
        zone="Europe/Amsterdam",
        registration="12345678",
        role=CreditorRole.FIRST_PARTY,
        size=CompanySize.SMALL_OR_MEDIUM,
        bank_accounts=[BankAccount(iban="NL91ABNA0417164300", bic="ABNANL2A", holder="Bakker")],
        senders=[Sender(id="s1", channel=Channel.EMAIL, value="post@example.com")],
        service_hours=[hours],
    )


def contact() -> Contact:
    return Contact(
        id="eva",
        name="Eva",
        purposes=[Purpose.REMINDER, Purpose.MAIN],
        kind=ContactKind.PERSON,
        party="P",
        language="nl",
        addresses=[
            Address(id="mail-1", channel=Channel.EMAIL, value="eva@example.com", fingerprint="v1")
        ],
        consents=[Consent(channel=Channel.SMS, given=True, source="form", at=NOW)],
    )


def items() -> list[Item]:
    invoice = Item(
        id="A",
        kind=ItemKind.INVOICE,
        due=date(2026, 1, 1),
        open=Decimal("100.00"),
        currency="EUR",
        document_number="2026-1",
        issued=date(2025, 12, 1),
        original=Decimal("150.00"),
        contract=Contract(id="K", date=date(2025, 1, 1), regular_supply=True),
        party="P",
        tags=["paper"],
        claim_kind=DebtorKind.BUSINESS,
    )
    credit = Item(
        id="B",
        kind=ItemKind.CREDIT_NOTE,
        due=date(2026, 1, 1),
        open="-10.00",
        currency="EUR",
        settles="A",
    )
    return [invoice, credit]


def account() -> Account:
    """One that holds a record of every kind that an account can hold."""
    return Account(
        creditor=creditor(),
        debtor=Debtor(
            id="D",
            name="De Groot BV",
            kind=DebtorKind.BUSINESS,
            country="NL",
            natural_person=False,
            size=CompanySize.LARGE,
            zones=["Europe/Amsterdam"],
            language="nl",
        ),
        ledger_as_of=NOW,
        payments_as_of=NOW,
        parties=[Party(id="P", name="Branch", country="BE", zone="Europe/Brussels")],
        contacts=[contact()],
        items=items(),
        payments=[
            Payment(
                id="Z",
                value_date=date(2026, 2, 1),
                amount=Decimal("50.00"),
                currency="EUR",
                booked_on=date(2026, 2, 2),
                allocations=[Allocation(item="A", amount=Decimal("50.00"))],
                reversed=Reversal(on=date(2026, 2, 3), reason="AC04"),
            )
        ],
        journal=[entry(number, event) for number, event in enumerate(events(), start=1)],
        history=PaymentHistory(
            as_of=DAY, paid_count=4, paid_late_count=1, days_late_total=9, days_late_longest=9
        ),
        completeness=Completeness.WITH_SETTLED,
    )


def policy_doc() -> PolicyDoc:
    steps = [
        Step(
            id="letter",
            offset=Offset.Days(days=7),
            work=Work.Message(channels=[Channel.EMAIL, Channel.LETTER], template="letter"),
            anchor=Anchor.DUE_DATE,
            fallback_hours=24,
        ),
        Step(
            id="call",
            offset=Offset.BusinessDays(days=5, calendar="nl"),
            work=Work.Call(script="friendly"),
            anchor=Anchor.PREVIOUS_STEP,
        ),
    ]
    return PolicyDoc(
        scenarios=[Scenario(id="standard", version=1, steps=steps)],
        assignment=[AssignmentRule(scenario="standard")],
        calendars=[
            BusinessCalendar(id="nl", source="law", holidays=[date(2026, 4, 6)], weekend=[Weekday.SUNDAY])
        ],
        min_gap_days=3,
        netting=Netting.WHEN_DUE,
        tolerances=[Tolerance(currency="EUR", amount=Decimal("1.00"))],
        grouping=Grouping.ACCOUNT,
        promises=PromiseRules(grace_days=2, rest=PromiseRest.HOLDS_TOO),
    )


def reaching() -> list[object]:
    """What the functions about ways to pay, addresses and channels take."""
    address = PostalAddress(
        name="Eva", country="NL", street="Kade", building="1", postcode="1234 AB", town="Dorp"
    )
    transfer = EpcTransfer(
        name="C",
        iban="NL91ABNA0417164300",
        amount=Decimal("20.00"),
        remittance="2026-1",
        version=EpcVersion.V002,
        charset=EpcCharset.LATIN1,
    )
    bill = SwissBill(
        iban="CH9300762011623852957",
        creditor=address,
        currency="CHF",
        debtor=address,
        reference_type=SwissReferenceType.NON,
        alternatives=["eBill/B/1"],
    )
    link = PaymentLink(scheme="a", label="A", url="https://pay.example.com", expires_at=NOW)
    rule = ContactRule(
        id="request",
        source="call of 2 March",
        binding=ContactBinding.REQUEST,
        windows=[ContactHours(from_minute=540, until_minute=1020, weekdays=[Weekday.MONDAY])],
        closed_weekdays=[Weekday.TUESDAY],
        closed_days=[ClosedDay(day=DAY, name="away")],
    )
    setting = ContactSetting(
        channel=Channel.EMAIL,
        zones=["Europe/Amsterdam"],
        country="NL",
        natural_person=True,
        consumer=True,
    )
    limits = Limits(
        zone="Europe/Amsterdam",
        channels=[ChannelLimit(channel=Channel.CALL, a_day=40)],
        used=[ChannelUse(channel=Channel.CALL, day=DAY, count=3)],
        priority=[CapacityPriority.OLDEST_DUE],
    )
    word = StatusWord(word="seen", status=DeliveryStatus.READ)
    code = ErrorCode(platform="x", code="7", meaning=ErrorClass.SOFT, begins=DAY, source="x")
    ask = WhatsAppAsk(
        kind=WhatsAppKind.TEMPLATE,
        send_at=NOW,
        inbound=[NOW],
        category=TemplateCategory.UTILITY,
        phone="+31612345678",
    )
    call = CountedCall(day=DAY, debt="A", conversation=True)
    return [address, transfer, bill, link, rule, setting, word, code, ask, call, limits]


def owing() -> list[object]:
    """What the functions about what is owed take."""
    claim = CostClaim(amount=Decimal("250.00"), due=DAY, contract="K1")
    facts = CostFacts(
        schedule="NL/collection_costs",
        currency="EUR",
        on=DAY,
        claims=[claim],
        kind=DebtorKind.CONSUMER,
        vat_percent=21,
        reminded_on=[DAY],
    )
    rate = SeriesRate(
        since=DAY, percent=Decimal("4.5"), until=DAY, source="a notice", confidence=Confidence.HIGH
    )
    following = FollowingClaims(
        months=12,
        percent=15,
        maximum=Decimal("40.00"),
        up_to=Decimal("266.67"),
        confidence=Confidence.HIGH,
    )
    schedule = CostSchedule(
        id="own/demand",
        what=CostKind.DEMAND,
        currency="EUR",
        per=CostPer.ITEM,
        tiers=[CostTier(threshold=0, fixed=Decimal("7.50"), percent=1)],
        article="clause 7",
        source="terms of sale",
        confidence=Confidence.HIGH,
        kinds=[DebtorKind.BUSINESS],
        since=DAY,
        following=following,
    )
    payment = ImputedPayment(amount=Decimal("50.00"), currency="EUR", law="NL", on=DAY)
    owed = OpenClaim(
        id="A", costs=40, interest=Decimal("3.10"), principal=Decimal("250.00"), due=DAY
    )
    return [facts, RateSeries(id="own/agreed", rates=[rate]), schedule, payment, owed]


def writing() -> list[object]:
    """What the functions about messages take."""
    template = MessageTemplate(
        id="friendly",
        language="en",
        version="1",
        text="{{ total }}",
        channels=[Channel.EMAIL],
        subject="{{ creditor.name }}",
        purpose=MessagePurpose.DEMAND,
        legal_notice="nl_14_day_letter",
        attachments=[AttachmentKind.INVOICE],
    )
    options = MessageOptions(
        language="nl",
        fallback_language="en",
        formality=Formality.INFORMAL,
        links=[PaymentLink(scheme="card", label="card", url="https://pay.example/1", expires_at=NOW)],
        reference="RF18",
        bank_account=BankAccount(iban="NL91ABNA0417164300"),
        signatory="Eva",
        phone="+31201234567",
        templates=[template],
    )
    thanks = ThankYou(
        payment="P1",
        why=ThanksFor.PART,
        paid_on=DAY,
        amount=Decimal("40.00"),
        currency="EUR",
        items=["A"],
        left=Decimal("60.00"),
        arrangement="arrange/1",
    )
    receipt = AutomaticReceipt(
        inbound="in/1", channel=Channel.EMAIL, contact="eva", opens_at=NOW, answer_by=NOW
    )
    occasions = [
        Occasion.Thanks(thanks=thanks),
        Occasion.PromiseConfirmation(promise="p/1"),
        Occasion.PromiseBroken(promise="p/1"),
        Occasion.Receipt(receipt=receipt),
    ]
    about = [
        OccasionMessage(occasion=occasion, contact="eva", channel=Channel.EMAIL, at=NOW)
        for occasion in occasions
    ]
    return [options, *about]
