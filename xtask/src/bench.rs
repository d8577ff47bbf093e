//! Criterion's times, which are told, and callgrind's instruction counts, which are a gate.
//!
//! Times differ from machine to machine and from minute to minute; counts hardly do.

use crate::files::{self, target};
use crate::job::{Done, capture, command, run, say};
use crate::tools;

/// The most instructions that `plan` may take for one item: what it takes today, and a little.
/// The goal is 2,500.
const MOST_AN_ITEM: u64 = 4_700;
const ITEMS: u64 = 10_000;
const MANY_ITEMS: u64 = 100_000;
/// The most instructions that interest over five years may take, with finding its rule.
const MOST_INTEREST: u64 = 1_650;
const TIMES: u64 = 10_000;
/// With many items, an item may take this percentage of what it takes with few.
const MOST_PERCENT: u64 = 105;

pub(crate) fn bench() -> Done {
    for bench in ["plan", "interest"] {
        run(&mut command("cargo", &["bench", "-p", "dunning-benches", "--bench", bench]))?;
    }
    gate()
}

/// Counts the instructions of `plan` alone, with few items and with many.
pub(crate) fn gate() -> Done {
    tools::valgrind()?;
    let build = ["build", "--release", "-p", "dunning-benches", "--bins"];
    run(&mut command("cargo", &build))?;
    let few = count(PLAN, ITEMS)?;
    let many = count(PLAN, MANY_ITEMS)?;
    judge(few, many)?;
    judge_interest(count(INTEREST, TIMES)?)
}

/// A program, and the only function in it that is counted.
type Counted = (&'static str, &'static str);
const PLAN: Counted = ("instructions", "plan");
const INTEREST: Counted = ("interest_instructions", "interest");

fn count((program, what): Counted, items: u64) -> Done<u64> {
    let program = target().join("release").join(program);
    let out = format!("--callgrind-out-file={}", files::text(&target().join("callgrind.out")));
    let only = format!("--toggle-collect=*{what}_and_nothing_else*");
    let mut valgrind = command("valgrind", &["--tool=callgrind", &only, &out]);
    let (_, told) = capture(valgrind.arg(program).arg(items.to_string()))?;
    let counted = collected(&told)
        .filter(|counted| *counted > 0)
        .ok_or_else(|| format!("callgrind counted nothing:\n{told}"))?;
    let an_item = counted.checked_div(items).unwrap_or_default();
    say(&format!("{items} items: {counted} instructions in `{what}`, {an_item} an item"));
    Ok(counted)
}

/// The number after `Collected :` in what callgrind tells.
fn collected(told: &str) -> Option<u64> {
    told.lines().rev().find_map(|line| {
        let (_, after) = line.split_once("Collected :")?;
        after.split_whitespace().next()?.parse().ok()
    })
}

fn judge(few: u64, many: u64) -> Done {
    let few_most = MOST_AN_ITEM.saturating_mul(ITEMS);
    if few > few_most {
        return Err(format!(
            "`plan` takes {few} instructions for {ITEMS} items: more than {MOST_AN_ITEM} an item"
        ));
    }
    let growth = MANY_ITEMS.checked_div(ITEMS).unwrap_or(1);
    let many_most = few.saturating_mul(growth).saturating_mul(MOST_PERCENT);
    if many.saturating_mul(100) > many_most {
        return Err(format!(
            "an item takes more than {MOST_PERCENT} % of the instructions when there are \
             {MANY_ITEMS} of them ({many}) instead of {ITEMS} ({few})"
        ));
    }
    Ok(())
}

fn judge_interest(counted: u64) -> Done {
    let each = counted.checked_div(TIMES).unwrap_or_default();
    if each > MOST_INTEREST {
        return Err(format!(
            "interest over five years takes {each} instructions: more than {MOST_INTEREST}"
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_what_callgrind_tells() {
        let told = "==7== Events    : Ir\n==7== Collected : 123456\n==7== I   refs:      123,456\n";
        assert_eq!(collected(told), Some(123_456));
        assert_eq!(collected("==7== nothing"), None);
    }

    #[test]
    fn the_gate_holds_interest() {
        assert!(judge_interest(MOST_INTEREST * TIMES).is_ok());
        assert!(judge_interest((MOST_INTEREST + 1) * TIMES).is_err());
    }

    #[test]
    fn the_gate_holds_both_bounds() {
        let most = MOST_AN_ITEM * ITEMS;
        assert!(judge(most, most * 10).is_ok());
        assert!(judge(most + 1, most * 10).is_err());
        assert!(judge(10_000_000, 105_000_000).is_ok());
        assert!(judge(10_000_000, 105_000_001).is_err());
    }
}
