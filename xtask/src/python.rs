//! The Python binding: a virtual environment, the native module, types checked, tests run.

use std::process::Command;

use crate::files::{self, at, target};
use crate::job::{Done, command, run, stream};

const HERE: &str = "bindings/python";

pub(crate) fn test() -> Done<String> {
    build()?;
    run(venv("mypy", &[])?.current_dir(at(HERE)))?;
    stream(venv("pytest", &["-q", "-s"])?.current_dir(at(HERE)))
}

/// Leaves the package installed in the virtual environment.
pub(crate) fn build() -> Done {
    install()?;
    run(venv("maturin", &["develop", "--quiet"])?.current_dir(at(HERE)))
}

/// The virtual environment, with what the project's Python needs.
pub(crate) fn install() -> Done {
    let environment = target().join("venv");
    let requirements = at(HERE).join("requirements-dev.txt");
    let inputs = [requirements.clone()];
    files::once(&environment.join(".installed"), &inputs, || {
        run(command("python3", &["-m", "venv", "--clear"]).arg(&environment))?;
        let args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
        run(venv("python", &args)?.arg(&requirements))
    })
}

/// Writes the stub of the native module anew, or tells that it is stale.
pub(crate) fn stub(check: bool) -> Done {
    install()?;
    let flags: &[&str] = if check { &["--check"] } else { &[] };
    run(venv("python", &["generate_stub.py"])?.args(flags).current_dir(at(HERE)))
}

/// A program of the virtual environment, which finds the others there.
pub(crate) fn venv(program: &str, args: &[&str]) -> Done<Command> {
    let programs = target().join(if cfg!(windows) { "venv/Scripts" } else { "venv/bin" });
    let before = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        std::iter::once(programs.clone()).chain(std::env::split_paths(&before)),
    );
    let mut command = command(&files::text(&programs.join(program)), args);
    command
        .env("PATH", path.map_err(|why| format!("PATH: {why}"))?)
        .env("VIRTUAL_ENV", target().join("venv"))
        .env_remove("CONDA_PREFIX");
    Ok(command)
}
