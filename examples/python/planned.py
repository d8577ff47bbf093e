"""A plan next to its JSON: the reason codes in it are printed as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from draft import Json
from dunning import Account, Action, Decision, Item, Notice, Plan, Policy, plan


@dataclass(frozen=True)
class Planned:
    account: Account
    plan: Plan
    json: Json

    @staticmethod
    def of(account: Account, plan: Plan) -> Planned:
        return Planned(account, plan, json.loads(plan.to_json()))

    @staticmethod
    def at(account: Account, policy: Policy, now: datetime) -> Planned:
        return Planned.of(account, plan(account, policy, now))

    def actions(self) -> Iterator[tuple[Action, Json]]:
        return zip(self.plan.actions, self.json["actions"], strict=True)

    def decisions(self) -> Iterator[tuple[Item, Decision, Json]]:
        decisions = self.plan.decisions, self.json["decisions"]
        return zip(self.account.items, *decisions, strict=True)

    def notices(self) -> Iterator[tuple[Notice, Json]]:
        return zip(self.plan.notices, self.json["notices"], strict=True)
