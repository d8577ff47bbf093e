"""Other threads run while an account is planned, and share accounts and policies."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import by_hand
import dunning


def test_other_threads_run_meanwhile() -> None:
    line = by_hand.account().to_json()
    accounts = "\n".join([line] * 300)
    policy = dunning.Policy(by_hand.policy_doc())
    turns = 0
    done = threading.Event()

    def count() -> None:
        nonlocal turns
        while not done.is_set():
            turns += 1

    counter = threading.Thread(target=count)
    counter.start()
    while turns == 0:
        pass
    before = turns
    dunning.plan_many(accounts, policy, by_hand.NOW)
    during = turns - before
    done.set()
    counter.join()
    # Were it not released, the other thread would not turn once.
    assert during > 1000


def test_many_threads_get_the_same_answers() -> None:
    account, policy = by_hand.account(), dunning.Policy(by_hand.policy_doc())
    expected = dunning.plan(account, policy, by_hand.NOW)

    def work(_: int) -> bool:
        own = dunning.Account.from_json(account.to_json())
        plans = [dunning.plan(either, policy, by_hand.NOW) for either in (account, own)]
        return plans == [expected, expected] and repr(plans[0]) == repr(expected)

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(500)))
