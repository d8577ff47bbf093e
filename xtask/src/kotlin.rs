//! The UniFFI binding: the native library, its generated sources, and the Kotlin tests.

use std::path::PathBuf;
use std::process::Command;

use crate::files::{self, at, target};
use crate::job::{Done, command, run, stream};

const HERE: &str = "bindings/uniffi";

pub(crate) fn test() -> Done<String> {
    build()?;
    stream(&mut maven("bindings/uniffi/kotlin", &["test"]))
}

/// Builds the native library.
pub(crate) fn build() -> Done {
    run(&mut command("cargo", &["build", "-p", "dunning-uniffi"]))
}

/// Maven on the package of a folder, told where the native library is.
pub(crate) fn maven(folder: &str, goals: &[&str]) -> Command {
    let pom = files::text(&at(folder).join("pom.xml"));
    let mut maven = command("mvn", &["--batch-mode", "--quiet", "--file", &pom, &library_path()]);
    maven.args(goals);
    maven
}

/// Tells a Java program where the native library is.
pub(crate) fn library_path() -> String {
    format!("-Djna.library.path={}", files::text(&target().join("debug")))
}

/// The Kotlin and Swift sources, as the core's types have them now.
pub(crate) fn sources() -> Done<Vec<(PathBuf, String)>> {
    build()?;
    let library =
        format!("{}dunning_uniffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let fresh = target().join("generated/uniffi");
    files::remove(&fresh)?;
    files::make(&fresh)?;
    let args = ["run", "--quiet", "-p", "dunning-uniffi-bindgen", "--"];
    run(command("cargo", &args).arg(target().join("debug").join(library)).arg(&fresh))?;
    let mut sources = Vec::new();
    for path in files::below(&fresh)? {
        let name = path.strip_prefix(&fresh).map_err(|why| why.to_string())?;
        sources.push((at(HERE).join(name), files::read(&path)?));
    }
    Ok(sources)
}
