//! The jobs that cargo does: format, lint, documentation, features, and the tests of Rust.

use crate::files;
use crate::job::{Done, command, run, stream};

/// The features of the core that its users choose, and those that are for the bindings.
const PUBLIC: [&str; 2] = ["qr", "render"];
const PRIVATE: [&str; 4] = ["python", "stubs", "uniffi", "node"];

pub(crate) fn fmt(check: bool) -> Done {
    let flags: &[&str] = if check { &["--check"] } else { &[] };
    run(command("cargo", &["fmt", "--all"]).args(flags))?;
    run(command("cargo", &["fmt", "--manifest-path", "fuzz/Cargo.toml"]).args(flags))
}

/// Clippy on everything together (the core with all features), on the core as its users build it,
/// and on the fuzz targets.
pub(crate) fn lint() -> Done {
    let deny = ["--", "-D", "warnings"];
    run(command("cargo", &["clippy", "--workspace", "--all-targets"]).args(deny))?;
    for features in [&[][..], &PUBLIC].map(|features| features.join(",")) {
        run(command("cargo", &["clippy", "-p", "dunning", "--features", &features]).args(deny))?;
    }
    // Nothing is linked, so that no C++ compiler is needed: any name of a library will do.
    run(command("cargo", &["clippy", "--manifest-path", "fuzz/Cargo.toml"])
        .args(deny)
        .env("CARGO_TARGET_DIR", files::target())
        .env("CUSTOM_LIBFUZZER_PATH", "fuzz/libnone.a"))
}

/// The core compiles with no feature, each alone, and all together.
pub(crate) fn features() -> Done {
    let each = [&PUBLIC[..], &PRIVATE].concat();
    let all = each.join(",");
    for features in [""].iter().chain(&each).chain([&all.as_str()]) {
        run(&mut command("cargo", &["check", "-p", "dunning", "--features", features]))?;
    }
    Ok(())
}

pub(crate) fn doc() -> Done {
    let mut cargo = command("cargo", &["doc", "-p", "dunning", "--no-deps"]);
    run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Unit, integration and documentation tests; the core's output is returned.
pub(crate) fn test() -> Done<String> {
    run(&mut command("cargo", &["test", "-p", "xtask", "-p", "dunning-benches"]))?;
    oracle()?;
    stream(&mut command(
        "cargo",
        &["test", "-p", "dunning", "--features", "qr,render", "--", "--show-output"],
    ))
}

/// The second implementation on many more cases than in a debug build.
fn oracle() -> Done {
    let mut cargo = command("cargo", &["test", "--release", "-p", "dunning", "--test", "oracle"]);
    run(cargo.env("ORACLE_CASES", "100000"))
}

/// Writes the expected results of the conformance cases anew.
pub(crate) fn bless() -> Done {
    let mut cargo =
        command("cargo", &["test", "-p", "dunning", "--test", "conformance", "--", "--nocapture"]);
    run(cargo.env("DUNNING_BLESS", "1"))
}
