"""Other threads run while an account is planned, and share accounts and policies."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import by_hand
import dunning


def longest_pause(call: Callable[[], object]) -> tuple[float, float]:
    """How long the call took, and how long another thread stood still meanwhile at most."""
    started, done = threading.Event(), threading.Event()
    longest = 0.0

    def turn() -> None:
        nonlocal longest
        before = perf_counter()
        while not done.is_set():
            now = perf_counter()
            longest, before = max(longest, now - before), now
            started.set()

    other = threading.Thread(target=turn)
    other.start()
    started.wait()
    begin = perf_counter()
    call()
    took = perf_counter() - begin
    done.set()
    other.join()
    return took, longest


def test_other_threads_run_meanwhile() -> None:
    policy = dunning.Policy(by_hand.policy_doc())
    accounts = by_hand.account().to_json() + "\n"
    took, pause = 0.0, 0.0
    while took < 0.5:
        accounts *= 2
        took, pause = longest_pause(lambda: dunning.plan_many(accounts, policy, by_hand.NOW))
    assert pause < took / 2


def test_a_call_that_keeps_the_lock_would_be_noticed() -> None:
    took, pause = longest_pause(lambda: sum(range(20_000_000)))
    assert pause > took / 2


def test_many_threads_get_the_same_answers() -> None:
    account, policy = by_hand.account(), dunning.Policy(by_hand.policy_doc())
    expected = dunning.plan(account, policy, by_hand.NOW)

    def work(_: int) -> bool:
        own = dunning.Account.from_json(account.to_json())
        plans = [dunning.plan(either, policy, by_hand.NOW) for either in (account, own)]
        return plans == [expected, expected] and repr(plans[0]) == repr(expected)

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(500)))
