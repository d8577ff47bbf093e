//! How long `plan` takes.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use dunning::{Account, Command, Recheck, plan, plan_many, recheck, record};
use dunning_benches::Ledger;

fn main() -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::new()?;
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    typed(&mut criterion, &ledger);
    rechecked(&mut criterion, &ledger)?;
    lines(&mut criterion, &ledger);
    criterion.final_summary();
    Ok(())
}

fn typed(criterion: &mut Criterion, ledger: &Ledger) {
    let of_ten: Vec<Account> = (0..1_000).map(|number| ledger.account(number, 10)).collect();
    let cases = [
        ("one account of 10 items", 10, vec![ledger.account(0, 10)]),
        ("10,000 items in accounts of 10", 10_000, of_ten),
        ("one account of 10,000 items", 10_000, vec![ledger.account(0, 10_000)]),
    ];
    let mut group = criterion.benchmark_group("plan");
    for (name, items, accounts) in &cases {
        group.throughput(Throughput::Elements(*items));
        group.bench_function(*name, |bencher| {
            bencher.iter(|| {
                for account in accounts {
                    black_box(plan(account, &ledger.policy, ledger.now));
                }
            });
        });
    }
    group.finish();
}

/// What is asked immediately before a message is sent.
fn rechecked(criterion: &mut Criterion, ledger: &Ledger) -> Result<(), Box<dyn Error>> {
    let mut account = ledger.account(0, 10);
    let actions = plan(&account, &ledger.policy, ledger.now).actions;
    let action = actions.into_iter().next().ok_or("nothing goes out")?;
    let command = Command::Queue { action: action.clone() };
    let now = ledger.now;
    account.journal.extend(record(&account, &ledger.policy, "1", &command, now, now, "bench")?);
    let answer = recheck(&account, &ledger.policy, &action, now);
    assert!(matches!(answer, Recheck::Go {}), "{answer:?}");
    criterion.bench_function("recheck of one action in an account of 10 items", |bencher| {
        bencher.iter(|| black_box(recheck(&account, &ledger.policy, &action, now)));
    });
    Ok(())
}

fn lines(criterion: &mut Criterion, ledger: &Ledger) {
    let mut accounts = String::new();
    for number in 0..100 {
        accounts.push_str(&ledger.account(number, 10).to_json());
        accounts.push('\n');
    }
    let mut group = criterion.benchmark_group("plan_many");
    group.throughput(Throughput::Elements(1_000));
    group.bench_function("1,000 items in lines of 10", |bencher| {
        bencher.iter(|| black_box(plan_many(&accounts, &ledger.policy, ledger.now)));
    });
    group.finish();
}
