//! Reckons interest over five years, for callgrind to count: `interest_instructions <times>`.

use std::error::Error;
use std::hint::black_box;

use dunning::Amount;
use dunning_benches::Late;

fn main() -> Result<(), Box<dyn Error>> {
    let times: usize = std::env::args().nth(1).ok_or("how many times?")?.parse()?;
    let late = Late::new("2021-11-19", "2026-11-20")?;
    for _ in 0..times {
        interest_and_nothing_else(&late).ok_or("there is no interest")?;
    }
    Ok(())
}

/// The only thing that callgrind counts; it knows it by name.
#[inline(never)]
fn interest_and_nothing_else(late: &Late) -> Option<Amount> {
    black_box(black_box(late).by_library())
}
