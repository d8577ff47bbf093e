//! How a job runs: by name, timed, each command shown before it starts.

use std::io::{BufRead, BufReader, Write, stderr, stdout};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a job gives: nothing, or a message for the person who started it.
pub(crate) type Done<T = ()> = Result<T, String>;

/// Runs a job under its name and tells how long it took.
pub(crate) fn job<T>(name: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    say(&format!("== {name}"));
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    let end = if result.is_ok() { "done" } else { "FAILED" };
    say(&format!("== {name}: {end} after {seconds:.1} s"));
    result.map_err(|why| if why.starts_with('[') { why } else { format!("[{name}] {why}") })
}

/// A line on the standard error, where it keeps its order among the commands' own messages.
pub(crate) fn say(line: &str) {
    let _ = stdout().flush();
    // If the terminal is gone there is nobody to tell.
    let _ = writeln!(stderr(), "{line}");
}

/// A command with its arguments, to be run in the root of the project.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(crate::files::root());
    command
}

/// Runs a command; its output goes where ours goes.
pub(crate) fn run(command: &mut Command) -> Done {
    let line = shown(command);
    say(&format!("$ {line}"));
    let status = command.status().map_err(|why| not_started(&line, &why))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }
}

/// Runs a command, shows its output as it comes, and returns it.
pub(crate) fn stream(command: &mut Command) -> Done<String> {
    let line = shown(command);
    say(&format!("$ {line}"));
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|why| not_started(&line, &why))?;
    let mut text = String::new();
    if let Some(pipe) = child.stdout.take() {
        let mut reader = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).map_err(|why| format!("`{line}`: {why}"))? > 0 {
            let _ = stdout().write_all(&bytes);
            text.push_str(&String::from_utf8_lossy(&bytes));
            bytes.clear();
        }
    }
    let status = child.wait().map_err(|why| format!("`{line}`: {why}"))?;
    if status.success() { Ok(text) } else { Err(format!("`{line}` failed ({status})")) }
}

/// What a command printed, both streams, shown only if it fails.
pub(crate) fn capture(command: &mut Command) -> Done<(String, String)> {
    let line = shown(command);
    let output = command.output().map_err(|why| not_started(&line, &why))?;
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        return Ok((out, err));
    }
    Err(format!("`{line}` failed ({})\n{out}{err}", output.status))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(line: &str, why: &std::io::Error) -> String {
    format!("`{line}` could not be started: {why}")
}
