//! How long interest on an item takes, beside the same with decimals in the same run.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use dunning_benches::Late;

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    for (name, due, until) in
        [("180 days", "2026-01-31", "2026-07-30"), ("five years", "2021-11-19", "2026-11-20")]
    {
        let late = Late::new(due, until)?;
        let mut group = criterion.benchmark_group(format!("interest of {name}"));
        group.bench_function("whole numbers", |bencher| {
            bencher.iter(|| black_box(black_box(&late).by_library()));
        });
        group.bench_function("decimals", |bencher| {
            bencher.iter(|| black_box(black_box(&late).by_decimals()));
        });
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}
