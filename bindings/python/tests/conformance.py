"""Executes conformance cases through the public functions, JSON in and JSON out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import dunning

HOME = Path(__file__).parents[3] / "conformance"

Json = Any
"""A JSON value."""


class Document(Protocol):
    def to_json(self) -> str: ...


executed: list[str] = []
"""The cases that were executed."""


def cases() -> list[Path]:
    other = ("channels", "law", "peers", "policies")
    found = (path for path in HOME.glob("*/*.json") if path.parent.name not in other)
    return sorted(found)


def execute(case: dict[str, Json], name: str) -> Json:
    """What the case's verb gives; an unknown verb is an error."""
    result = VERBS[case["verb"]](case)
    executed.append(name)
    return result


def _moment(text: str) -> datetime:
    # Python 3.10 does not read the Z.
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _account(case: dict[str, Json]) -> dunning.Account:
    return dunning.Account.from_json(json.dumps(case["account"]))


def _policy(case: dict[str, Json], name: str = "policy") -> dunning.Policy:
    doc = case[name]
    if isinstance(doc, str):
        return dunning.Policy.from_json((HOME / "policies" / f"{doc}.json").read_text())
    return dunning.Policy.from_json(json.dumps(doc))


def _problems(refused: dunning.InputRefused | dunning.PolicyRefused) -> Json:
    told = [{"path": p.path, "value": p.value, "problem": p.problem} for p in refused.problems]
    return {"problems": told}


def _plan(case: dict[str, Json]) -> Json:
    plan = dunning.plan(_account(case), _policy(case), _moment(case["now"]))
    return json.loads(plan.to_json())


def _recheck(case: dict[str, Json]) -> Json:
    action = dunning.Action.from_json(json.dumps(case["action"]))
    now = _moment(case["now"])
    return json.loads(dunning.recheck(_account(case), _policy(case), action, now).to_json())


def _record(case: dict[str, Json]) -> Json:
    try:
        entries = dunning.record(
            _account(case),
            _policy(case),
            case["commandId"],
            dunning.Command.from_json(json.dumps(case["command"])),
            occurred_at=_moment(case["occurredAt"]),
            recorded_at=_moment(case["recordedAt"]),
            actor=case["actor"],
        )
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}
    return {"entries": [json.loads(entry.to_json()) for entry in entries]}


def _assumptions(case: dict[str, Json]) -> dunning.Assumptions | None:
    assumed = case.get("assumptions")
    return dunning.Assumptions.from_json(json.dumps(assumed)) if assumed else None


def _forecast(case: dict[str, Json]) -> Json:
    plans = dunning.forecast(
        _account(case),
        _policy(case),
        start=_moment(case["from"]),
        until=_moment(case["until"]),
        assumptions=_assumptions(case),
    )
    return [json.loads(plan.to_json()) for plan in plans]


def _compare(case: dict[str, Json]) -> Json:
    compared = dunning.compare(
        _account(case),
        _policy(case, "policyA"),
        _policy(case, "policyB"),
        start=_moment(case["from"]),
        until=_moment(case["until"]),
        assumptions=_assumptions(case),
    )
    return json.loads(compared.to_json())


def _in_words(case: dict[str, Json], tell: Callable[[str], Json]) -> Json:
    """What is told in each language that the case names."""
    told = {}
    for language in case["languages"]:
        try:
            told[language] = tell(language)
        except dunning.InputRefused as refused:
            told[language] = _problems(refused)
    return told


def _explain(case: dict[str, Json]) -> Json:
    def tell(language: str) -> Json:
        now = _moment(case["now"])
        story = dunning.explain(
            _account(case), _policy(case), case["item"], now=now, language=language
        )
        return json.loads(story.to_json())

    return _in_words(case, tell)


def _sentence(case: dict[str, Json]) -> Json:
    said = dunning.Said.from_json(json.dumps(case["said"]))
    account, item = _account(case), case.get("item")
    return _in_words(
        case, lambda language: dunning.sentence(account, said, language=language, item=item)
    )


def _recheck_sentence(case: dict[str, Json]) -> Json:
    action = dunning.Action.from_json(json.dumps(case["action"]))
    answer = dunning.Recheck.from_json(json.dumps(case["recheck"]))
    account = _account(case)
    return _in_words(
        case,
        lambda language: dunning.recheck_sentence(account, action, answer, language=language),
    )


def _plan_many(case: dict[str, Json]) -> Json:
    lines = [line if isinstance(line, str) else json.dumps(line) for line in case["accounts"]]
    results = dunning.plan_many("\n".join(lines), _policy(case), _moment(case["now"]))
    return [json.loads(line) for line in results.splitlines()]


def _check_policy(case: dict[str, Json]) -> Json:
    try:
        return {"policy": json.loads(_policy(case).to_json())}
    except dunning.PolicyRefused as refused:
        return _problems(refused)


def _lint(case: dict[str, Json]) -> Json:
    advice = _policy(case).lint()
    return [{"path": p.path, "value": p.value, "problem": p.problem} for p in advice]


def _read(case: dict[str, Json]) -> Json:
    readers: dict[str, Callable[[str], Document]] = {
        "account": dunning.Account.from_json,
        "command": dunning.Command.from_json,
        "entry": dunning.Entry.from_json,
        "action": dunning.Action.from_json,
    }
    try:
        return {"json": json.loads(readers[case["type"]](json.dumps(case["json"])).to_json())}
    except dunning.InputRefused as refused:
        return _problems(refused)


def _rules(case: dict[str, Json]) -> dunning.Policy | None:
    return _policy(case) if "policy" in case else None


def _term_days(case: dict[str, Json]) -> Json:
    term = dunning.Term.from_json(json.dumps(case["term"]))
    try:
        return json.loads(dunning.term_days(term, _rules(case)).to_json())
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}


def _holidays(case: dict[str, Json]) -> Json:
    try:
        year = dunning.holidays(case["calendar"], case["year"], _rules(case))
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}
    return json.loads(year.to_json())


def _next_allowed(case: dict[str, Json]) -> Json:
    channel = getattr(dunning.Channel, re.sub("([A-Z])", r"_\1", case["channel"]).upper())
    account, policy, at = _account(case), _policy(case), _moment(case["at"])
    try:
        told = dunning.next_allowed(account, policy, case["contact"], channel, at)
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}
    return json.loads(told.to_json())


def _capacity(case: dict[str, Json]) -> Json:
    plans = [dunning.Plan.from_json(json.dumps(plan)) for plan in case["plans"]]
    channel = {
        re.sub("_([a-z])", lambda part: part[1].upper(), name.lower()): getattr(dunning.Channel, name)
        for name in ("EMAIL", "WHATS_APP", "SMS", "LETTER", "PORTAL", "CALL")
    }
    priority = {
        "oldestDue": dunning.CapacityPriority.OLDEST_DUE,
        "expiresFirst": dunning.CapacityPriority.EXPIRES_FIRST,
        "mostAttempts": dunning.CapacityPriority.MOST_ATTEMPTS,
    }
    given = case["limits"]
    limits = dunning.Limits(
        zone=given["zone"],
        channels=[
            dunning.ChannelLimit(channel=channel[one["channel"]], a_day=one["aDay"])
            for one in given["channels"]
        ],
        used=[
            dunning.ChannelUse(
                channel=channel[one["channel"]],
                day=date.fromisoformat(one["day"]),
                count=one["count"],
            )
            for one in given.get("used", [])
        ],
        priority=[priority[one] for one in given.get("priority", [])],
    )
    try:
        return json.loads(dunning.capacity(plans, limits).to_json())
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}


def _by_channel(case: dict[str, Json]) -> Json:
    action = dunning.Action.from_json(json.dumps(case["action"]))
    return [json.loads(part.to_json()) for part in dunning.by_channel(action)]


def _claim(case: dict[str, Json]) -> Json:
    account = _account(case)
    on = date.fromisoformat(case["on"])
    try:
        claim = dunning.claim(account, _policy(case), on=on)
    except dunning.CommandRefused as refused:
        return {"refusal": json.loads(refused.refusal.to_json())}
    text = dunning.claim_text(account, claim, "en")
    return {"claim": json.loads(claim.to_json()), "text": text.split("\n")}


def _options(case: dict[str, Json]) -> dunning.MessageOptions:
    return dunning.MessageOptions.from_json(json.dumps(case.get("options", {})))


def _render_message(case: dict[str, Json]) -> Json:
    action = dunning.Action.from_json(json.dumps(case["action"]))
    answer = dunning.render_message(_account(case), _policy(case), action, _options(case))
    return json.loads(answer.to_json())


def _render_occasion(case: dict[str, Json]) -> Json:
    about = dunning.OccasionMessage.from_json(json.dumps(case["about"]))
    return json.loads(dunning.render_occasion(_account(case), about, _options(case)).to_json())


def _lint_template(case: dict[str, Json]) -> Json:
    template = dunning.MessageTemplate.from_json(json.dumps(case["template"]))
    return [json.loads(flaw.to_json()) for flaw in dunning.lint_template(template)]


def _thank_you(case: dict[str, Json]) -> Json:
    thanks = dunning.thank_you(_account(case), case["payment"])
    return {"thanks": thanks and json.loads(thanks.to_json())}


def _redact(case: dict[str, Json]) -> Json:
    entry = dunning.Entry.from_json(json.dumps(case["entry"]))
    return json.loads(dunning.redact(entry).to_json())


def _take(scene: dict[str, Json], command_id: str, command: Json) -> Json:
    """Records a command and appends its entries; their number, or the refusal."""
    now = scene["now"]
    asked = {"commandId": command_id, "command": command, "actor": "eva"}
    answered = _record({**scene, **asked, "occurredAt": now, "recordedAt": now})
    if "entries" not in answered:
        return answered
    scene["account"].setdefault("journal", []).extend(answered["entries"])
    return len(answered["entries"])


def _run(scene: dict[str, Json], act: dict[str, Json]) -> Json:
    """Carries out what is planned."""
    did = []
    for number, action in enumerate(_plan(scene)["actions"]):
        _take(scene, f"{act['id']}-{number}-queue", {"type": "queue", "action": action})
        answer = _recheck({**scene, "action": action})
        report = {"action": action}
        done = {"type": "sent", "report": report}
        if action["kind"] == "call":
            done = {"type": "called", "report": {**report, "outcome": act["outcome"]}}
        recorded = _take(scene, f"{act['id']}-{number}-done", done)
        told = {name: action[name] for name in ("channel", "step", "total")}
        did.append({**told, "recheck": answer["type"], "recorded": recorded})
    return did


def _play(case: dict[str, Json]) -> Json:
    """Days as a clerk lives them: each act is a command, or a run."""
    scene = json.loads(json.dumps(case))
    told = []
    for act in case["script"]:
        at = {"ledgerAsOf": act["at"], "paymentsAsOf": act["at"]}
        scene["now"] = act["at"]
        scene["account"].update({**act.get("ledger", {}), **at})
        told.append(
            _take(scene, act["id"], act["command"]) if "command" in act else _run(scene, act)
        )
    return {"told": told, "journal": scene["account"]["journal"]}


VERBS: dict[str, Callable[[dict[str, Json]], Json]] = {
    "plan": _plan,
    "recheck": _recheck,
    "record": _record,
    "play": _play,
    "lint": _lint,
    "forecast": _forecast,
    "compare": _compare,
    "explain": _explain,
    "sentence": _sentence,
    "recheckSentence": _recheck_sentence,
    "planMany": _plan_many,
    "policy": _check_policy,
    "read": _read,
    "claim": _claim,
    "capacity": _capacity,
    "byChannel": _by_channel,
    "nextAllowed": _next_allowed,
    "termDays": _term_days,
    "holidays": _holidays,
    "redact": _redact,
    "renderMessage": _render_message,
    "renderOccasion": _render_occasion,
    "lintTemplate": _lint_template,
    "thankYou": _thank_you,
}
