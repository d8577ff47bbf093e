//! Fuzzing: seeds from the conformance cases, then each target for a while.

use std::path::Path;

use serde_json::Value;

use crate::files::{self, at, read};
use crate::job::{Done, capture, command, run, say};
use crate::tools;

const TARGETS: [&str; 7] = [
    "policy_json",
    "account_plan",
    "entry_sequence",
    "references",
    "payloads",
    "addresses",
    "templates",
];
/// What they read is JSON.
const JSON: [&str; 2] = ["policy_json", "account_plan"];
/// One input that takes longer is a fault.
const SLOWEST: u32 = 10;

pub(crate) fn fuzz(seconds: u32) -> Done {
    tools::need(&[tools::RUSTUP])?;
    nightly()?;
    tools::cargo_install("fuzz")?;
    seeds()?;
    let time = format!("-max_total_time={seconds}");
    let slowest = format!("-timeout={SLOWEST}");
    let mut failed = Vec::new();
    for target in TARGETS {
        let dictionary = JSON.contains(&target).then_some("-dict=fuzz/json.dict");
        let mut fuzz = command("rustup", &["run", "nightly", "cargo", "fuzz", "run", target, "--"]);
        // One target that finds something does not keep the others from looking.
        let ran = run(fuzz.args([&time, &slowest, "-max_len=16384"]).args(dictionary));
        failed.extend(ran.err());
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

fn nightly() -> Done {
    let (toolchains, _) = capture(&mut command("rustup", &["toolchain", "list"]))?;
    if toolchains.lines().any(|line| line.starts_with("nightly")) {
        return Ok(());
    }
    Err("fuzzing needs the nightly toolchain: `rustup toolchain install nightly`".to_owned())
}

/// Policies and accounts of the conformance cases become the first inputs.
fn seeds() -> Done {
    let mut count = 0_usize;
    let cases = files::below(&at("conformance"))?;
    for path in cases.iter().filter(|path| path.extension().is_some_and(|is| is == "json")) {
        let case: Value = serde_json::from_str(&read(path)?)
            .map_err(|why| format!("{}: {why}", path.display()))?;
        let named = path.parent().and_then(Path::file_name).is_some_and(|is| is == "policies");
        if named {
            seed("policy_json", &case, &mut count)?;
        }
        if let Some(policy @ Value::Object(_)) = case.get("policy") {
            seed("policy_json", policy, &mut count)?;
        }
        if let Some(account) = case.get("account") {
            seed("account_plan", account, &mut count)?;
        }
    }
    // Libfuzzer wants the folder to be there.
    for target in TARGETS.iter().filter(|target| !JSON.contains(target)) {
        files::make(&at(&format!("fuzz/corpus/{target}")))?;
    }
    say(&format!("{count} seeds from {} files", cases.len()));
    Ok(())
}

fn seed(target: &str, json: &Value, count: &mut usize) -> Done {
    *count = count.saturating_add(1);
    files::write(&at(&format!("fuzz/corpus/{target}/seed-{count}")), &json.to_string())
}
