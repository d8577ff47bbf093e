//! The Node binding: packages by npm, the native part by napi, types checked, tests run.

use std::path::PathBuf;
use std::process::Command;

use crate::files::{self, at};
use crate::job::{Done, command, run, stream};

const HERE: &str = "bindings/node";

pub(crate) fn test() -> Done<String> {
    build()?;
    stream(&mut npm(&["run", "--silent", "test"]))
}

/// Leaves a package that can be required from `bindings/node`.
pub(crate) fn build() -> Done {
    install(HERE)?;
    run(&mut npm(&["run", "--silent", "build:debug"]))
}

/// The packages of a folder, in the versions of its lock file, which is left as it is.
///
/// `npm ci` would refuse a lock file without the optional packages of other platforms, and a
/// registry that does not hold them makes no other.
pub(crate) fn install(folder: &str) -> Done {
    let folder = at(folder);
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    files::once(&folder.join("node_modules/.installed"), &inputs, || {
        run(npm(&["install", "--no-save", "--no-progress"]).current_dir(&folder))
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

fn npm(args: &[&str]) -> Command {
    let mut npm = command("npm", args);
    npm.current_dir(at(HERE));
    npm
}
