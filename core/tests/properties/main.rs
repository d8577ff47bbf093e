//! What must hold for every account, every policy and every history: one sentence each.
//!
//! The cases are the same in every run. `PROPTEST_CASES` sets how many there are,
//! `PROPTEST_RNG_SEED` takes others.
#![cfg(test)]
#![expect(clippy::arithmetic_side_effects, reason = "a sum that overflows fails the test")]

mod acts;
mod arrangements;
mod border;
mod calendars;
mod calls;
mod caps;
mod charges;
mod facts;
mod forecast;
mod generate;
mod history;
mod host;
mod hours;
mod journal;
mod law;
mod notices;
mod ops;
mod parts;
mod payers;
mod payments;
mod policies;
mod replies;
mod review;
mod silence;
mod turns;
mod twice;
mod walk;
mod window;

use proptest::test_runner::{Config, RngSeed};

/// How many cases a property is tried with, unless the environment says otherwise.
const CASES: u32 = 128;

/// The same cases in every run, so that a failure is never a matter of luck.
fn config() -> Config {
    let given = Config::default();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let rng_seed = match given.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_121),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    Config {
        cases: if asked { given.cases } else { CASES },
        rng_seed,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..given
    }
}
