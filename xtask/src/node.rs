//! The Node binding: packages by npm, the native part by napi, types checked, tests run.

use std::path::PathBuf;
use std::process::Command;

use crate::files::{self, at};
use crate::job::{Done, command, run, stream};

const HERE: &str = "bindings/node";

pub(crate) fn test() -> Done<String> {
    build()?;
    stream(&mut npm(HERE, &["run", "--silent", "test"]))
}

/// Leaves a package that can be required from `bindings/node`.
pub(crate) fn build() -> Done {
    install(HERE)?;
    run(&mut npm(HERE, &["run", "--silent", "build:debug"]))
}

/// The packages of a folder, in the versions of its lock file, which is left as it is.
///
/// `npm ci` would refuse a lock file without the optional packages of other platforms, and a
/// registry that does not hold them makes no other.
pub(crate) fn install(folder: &str) -> Done {
    let inputs = ["package.json", "package-lock.json"].map(|name| at(folder).join(name));
    files::once(&at(folder).join("node_modules/.installed"), &inputs, || {
        run(&mut npm(folder, &["install", "--no-save", "--no-progress"]))
    })
}

/// The TypeScript types, as the core's types have them now.
pub(crate) fn types() -> Done<(PathBuf, String)> {
    let fresh = files::target().join("generated/node/types.d.ts");
    files::write(&fresh, "")?;
    let args =
        ["run", "--quiet", "-p", "dunning-node", "--features", "types", "--example", "types"];
    run(command("cargo", &args).arg("--").arg(&fresh))?;
    Ok((at(HERE).join("types.d.ts"), files::read(&fresh)?))
}

/// npm in a folder.
pub(crate) fn npm(folder: &str, args: &[&str]) -> Command {
    let mut npm = command("npm", args);
    npm.current_dir(at(folder));
    npm
}
