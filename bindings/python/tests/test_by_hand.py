"""What is constructed in Python is what JSON tells, prints well and survives copying."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import by_hand
import conformance
import dunning
import pytest

# What only comes out of the functions.
OUT = {
    *("Plan", "Decision", "Outcome", "NextStep", "Notice", "Recheck", "Hold", "Reason", "Finding"),
    *("ChannelChoice", "ExcludedChannel", "RankedChannel", "PlannedLine", "Problem", "Refusal"),
    *("Comparison", "ComparedChannel", "ComparedItem", "ComparedStep", "DebtorEnd", "ItemEnd"),
    *("OpenSum", "Explanation", "Paragraph", "ForeseenStep", "Advice", "Payer", "Suggestion"),
    *("InterestStatement", "Preset", "StopWord"),
    *("TermDays", "CalendarInfo", "Holiday", "HolidayYear"),
    *("Claim", "ClaimCost", "ClaimItem", "ClaimPayment", "ClaimSegment", "ClaimStatement"),
    *("CostStatement", "Imputation", "ImputedPart", "RefusedCharge", "YearFraction"),
    *("AddressAnswer", "EpcAnswer", "Flaw", "FoundReference", "Iban", "IbanAnswer", "LinkAnswer"),
    *("PayloadAnswer", "PaymentLinks", "PaymentReference", "PictureAnswer", "PostalAnswer"),
    *("ContactCheck", "ContactSpan", "ContactStop", "ContactWhy", "DeliveryState", "Keyword"),
    *("CallFrequency", "WhatsAppCheck", "NextContact", "QrPayload", "ReferenceAnswer"),
    *("SmsPlain", "SmsPlan", "SmsReplacement", "Capacity", "Deferred"),
    *("Attachment", "MessageAnswer", "RenderedMessage", "TemplateFlaw"),
}


def parts(value: object) -> Iterator[object]:
    """The value and everything in it."""
    yield value
    if isinstance(value, list):
        for element in value:
            yield from parts(element)
    for name in getattr(value, "__match_args__", ()):
        yield from parts(getattr(value, name))


def inputs() -> list[object]:
    assumed = dunning.Assumptions(payments=dunning.AssumedPayments.AS_PROMISED)
    given = [by_hand.account(), by_hand.policy_doc(), by_hand.commands(), assumed]
    return [*given, *by_hand.reaching(), *by_hand.owing(), *by_hand.writing()]


def shared() -> list[object]:
    """What the shared cases give: accounts, house rules, commands."""
    given: list[object] = []
    for path in conformance.cases():
        case = json.loads(path.read_text())
        if isinstance(case.get("policy"), dict) and case["verb"] != "policy":
            given.append(dunning.PolicyDoc.from_json(json.dumps(case["policy"])))
        if "account" in case:
            given.append(dunning.Account.from_json(json.dumps(case["account"])))
        if "command" in case:
            given.append(dunning.Command.from_json(json.dumps(case["command"])))
        acts = [act["command"] for act in case.get("script", []) if "command" in act]
        given.extend(dunning.Command.from_json(json.dumps(command)) for command in acts)
        if "term" in case:
            given.append(dunning.Term.from_json(json.dumps(case["term"])))
        if "said" in case:
            given.append(dunning.Said.from_json(json.dumps(case["said"])))
    return given


def test_every_input_can_be_constructed() -> None:
    given = [*inputs(), *shared()]
    built = {name for part in parts(given) for name in type(part).__qualname__.split(".")}
    # Records have fields; a union is a class around the classes of its variants.
    wanted = {
        name
        for name, kind in vars(dunning).items()
        if isinstance(kind, type)
        and (hasattr(kind, "__match_args__") or any(isinstance(v, type) for v in vars(kind).values()))
    }
    assert wanted - OUT - built == set()


def test_what_is_read_can_be_built_from_its_fields() -> None:
    for part in parts(shared()):
        names = getattr(part, "__match_args__", ())
        if names:
            assert type(part)(**{name: getattr(part, name) for name in names}) == part


def test_every_type_of_the_core_is_here() -> None:
    core = Path(__file__).parents[3] / "core" / "src"
    noun = re.compile(r"^(?:record|union|words)! \{.*?^    pub (?:struct|enum) (\w+)", re.S | re.M)
    found = {name for file in core.rglob("*.rs") for name in noun.findall(file.read_text())}
    assert len(found) > 90
    assert found - set(vars(dunning)) == set()


def test_json_tells_the_same() -> None:
    account = by_hand.account()
    assert dunning.Account.from_json(account.to_json()) == account
    doc = by_hand.policy_doc()
    assert dunning.PolicyDoc.from_json(doc.to_json()) == doc
    assert dunning.Policy(doc).doc == dunning.Policy.from_json(doc.to_json()).doc
    for command in by_hand.commands():
        assert dunning.Command.from_json(command.to_json()) == command


def test_the_functions_take_it() -> None:
    account, policy = by_hand.account(), dunning.Policy(by_hand.policy_doc())
    plan = dunning.plan(account, policy, by_hand.NOW)
    assert (plan.creditor, plan.debtor, plan.now) == ("C", "D", by_hand.NOW)
    answer = dunning.recheck(account, policy, by_hand.action(), by_hand.NOW)
    assert isinstance(answer, dunning.Recheck)
    forecast = dunning.forecast(account, policy, start=by_hand.NOW, until=by_hand.NOW)
    assert all(isinstance(plan, dunning.Plan) for plan in forecast)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))])
def test_copies_are_equal(again) -> None:  # type: ignore[no-untyped-def]
    for value in inputs():
        assert again(value) == value
    policy = dunning.Policy(by_hand.policy_doc())
    assert again(policy).doc == policy.doc
    held = dunning.Hold.Blocked(
        block="c1/1",
        scope=dunning.BlockScope.Debtor(),
        begins=by_hand.DAY,
        reason="call",
        actor="eva",
    )
    assert again(held) == held


def test_repr_constructs_it_again() -> None:
    import datetime
    from decimal import Decimal

    names = {**vars(dunning), "datetime": datetime, "Decimal": Decimal}
    for value in parts(inputs()):
        if type(value).__module__ == "dunning":
            assert eval(repr(value), names) == value


def test_fields_can_be_matched_by_place_and_by_name() -> None:
    match by_hand.block():
        case dunning.DunningBlock(dunning.BlockScope.Step(step), "call", begins=day):
            assert (step, day) == ("letter", by_hand.DAY)
        case other:
            pytest.fail(str(other))


def test_nothing_can_be_changed() -> None:
    item = by_hand.items()[0]
    with pytest.raises(AttributeError):
        setattr(item, "open", 1)
    with pytest.raises(TypeError):
        dunning.Receipt("d1")  # type: ignore[call-arg]
