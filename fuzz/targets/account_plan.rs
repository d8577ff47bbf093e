//! Any account that can be read survives every verb, and is read back as the same.
#![no_main]

use dunning::{Account, Assumptions, Plan, forecast, plan, recheck, redact};
use dunning_fuzz::{moment, policy};
use libfuzzer_sys::fuzz_target;

/// The first and the last moment, and some between.
const MOMENTS: [&str; 4] = [
    "0001-01-01T00:00:00Z",
    "2026-03-02T09:00:00Z",
    "2026-03-29T01:30:00Z",
    "9999-12-31T23:59:59Z",
];
/// A forecast repeats the plan; more items than this only cost time.
const FORECAST_ITEMS: usize = 8;

fuzz_target!(|text: &str| {
    let Ok(account) = Account::from_json(text) else { return };
    let again = Account::from_json(&account.to_json()).expect("what is written is read");
    assert_eq!(account, again);
    for entry in &account.journal {
        let redacted = redact(entry);
        assert_eq!(redacted, redact(&redacted));
    }
    for now in MOMENTS.map(moment).into_iter().chain([account.ledger_as_of]) {
        let planned = plan(&account, policy(), now);
        assert_eq!(planned.decisions.len(), account.items.len());
        let read = Plan::from_json(&planned.to_json()).expect("what is written is read");
        assert_eq!(planned, read);
        for action in &planned.actions {
            let _ = recheck(&account, policy(), action, now);
        }
    }
    if account.items.len() <= FORECAST_ITEMS {
        let (from, until) = (moment("2026-03-02T09:00:00Z"), moment("2026-03-12T09:00:00Z"));
        let _ = forecast(&account, policy(), from, until, &Assumptions::new());
    }
});
