//! The programs `today` and `letters` print the same text in every language: that in
//! `examples/data/expected`. `letters` writes the same files too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::{self, at, target};
use crate::job::{Done, command, run, say};
use crate::{kotlin, node, python, tools};

const EXPECTED: &str = "examples/data/expected";

/// The programs in one language: what they need, how they are built, and how each is started.
struct Program {
    language: &'static str,
    needs: &'static [tools::Tool],
    build: fn() -> Done,
    start: fn() -> Done<Command>,
    letters: fn() -> Done<Command>,
}

const PROGRAMS: [Program; 4] = [
    Program {
        language: "rust",
        needs: &[],
        build: || {
            run(&mut command("cargo", &["build", "--release", "-p", "dunning", "--examples"]))
        },
        start: || Ok(command(&files::text(&target().join("release/examples/today")), &[])),
        letters: || Ok(command(&files::text(&target().join("release/examples/letters")), &[])),
    },
    Program {
        language: "python",
        needs: &[tools::PYTHON],
        build: || {
            python::build()?;
            run(&mut python::venv("mypy", &["--strict", "examples/python"])?)
        },
        start: || python::venv("python", &["examples/python/today.py"]),
        letters: || python::venv("python", &["examples/python/letters.py"]),
    },
    Program {
        language: "node",
        needs: &[tools::NODE, tools::NPM],
        build: || {
            node::build()?;
            node::install("examples/node")?;
            run(&mut node::npm("examples/node", &["run", "--silent", "check"]))
        },
        start: || Ok(command("node", &["examples/node/today.mjs"])),
        letters: || Ok(command("node", &["examples/node/letters.mjs"])),
    },
    Program {
        language: "kotlin",
        needs: &[tools::JAVAC, tools::MAVEN],
        build: || {
            kotlin::build()?;
            run(&mut kotlin::maven("examples/kotlin", &["package"]))
        },
        start: || {
            let jar = files::text(&at("examples/kotlin/target/today.jar"));
            Ok(command("java", &[&kotlin::library_path(), "-jar", &jar]))
        },
        letters: || {
            let jar = files::text(&at("examples/kotlin/target/today.jar"));
            let native = "--enable-native-access=ALL-UNNAMED";
            let program = "dunning.examples.Letters";
            Ok(command("java", &[native, &kotlin::library_path(), "-cp", &jar, program]))
        },
    },
];

/// One start of the program, and the file with what it should print.
struct Case {
    args: Vec<String>,
    expected: String,
    /// For wrong input: the text is on the standard error, and the exit code is 2.
    refused: bool,
}

pub(crate) fn examples() -> Done {
    tools::need(&PROGRAMS.map(|program| program.needs).concat())?;
    let mut failed = Vec::new();
    for program in PROGRAMS {
        if let Err(why) = (program.build)() {
            failed.push(format!("{}: {why}", program.language));
            continue;
        }
        // A journal that the program may write to.
        let journal = target().join("examples").join(program.language).join("journal.jsonl");
        files::write(&journal, &files::read(&at("examples/data/journal.jsonl"))?)?;
        for case in cases(&files::text(&journal))? {
            if let Err(why) = same(&program, &case) {
                failed.push(format!("{} ({}): {why}", program.language, case.expected));
            }
        }
        if let Err(why) = same_letters(&program) {
            failed.push(format!("{} (letters): {why}", program.language));
        }
    }
    journal_is_fresh().unwrap_or_else(|why| failed.push(why));
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

/// As `examples/README.md` lists them; the journal goes from one to the next.
fn cases(journal: &str) -> Done<Vec<Case>> {
    let case = |args: &[&str], expected: &str| Case {
        args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        expected: expected.to_owned(),
        refused: false,
    };
    let mut cases = vec![case(&[], "today.txt")];
    for path in files::below(&at(EXPECTED))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let debtor = name.strip_prefix("debtor-").and_then(|rest| rest.strip_suffix(".txt"));
        if let Some(debtor) = debtor {
            cases.push(case(&["--debtor", debtor], &name));
        }
    }
    let wrong = case(&["examples/data", "examples/data/wrong"], "wrong.txt");
    cases.push(Case { refused: true, ..wrong });
    cases.push(case(&["--journal", journal, "--record"], "record.txt"));
    cases.push(case(&["--journal", journal, "--on", "2026-03-17"], "next-day.txt"));
    Ok(cases)
}

fn same(program: &Program, case: &Case) -> Done {
    say(&format!("{}: today {}", program.language, case.args.join(" ")));
    let output = (program.start)()?
        .args(&case.args)
        .output()
        .map_err(|why| format!("it could not be started: {why}"))?;
    let (text, code) = if case.refused { (output.stderr, 2) } else { (output.stdout, 0) };
    if output.status.code() != Some(code) {
        return Err(format!("it ended with {}, not with {code}", output.status));
    }
    let path = at(EXPECTED).join(&case.expected);
    let expected = fs::read(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    if text == expected { Ok(()) } else { Err(difference(&text, &expected)) }
}

/// What `letters` prints, and every file that it writes, as Rust wrote it.
fn same_letters(program: &Program) -> Done {
    say(&format!("{}: letters", program.language));
    let folder = |language: &str| target().join("examples").join(language).join("letters");
    let out = folder(program.language);
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|why| format!("{}: {why}", out.display()))?;
    }
    let output = (program.letters)()?
        .arg(&out)
        .output()
        .map_err(|why| format!("it could not be started: {why}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let expected = files::read(&at(EXPECTED).join("letters.txt"))?;
    if output.stdout != expected.as_bytes() {
        return Err(difference(&output.stdout, expected.as_bytes()));
    }
    let (written, first) = (contents(&out)?, contents(&folder("rust"))?);
    let names =
        |all: &[(PathBuf, Vec<u8>)]| all.iter().map(|one| one.0.clone()).collect::<Vec<_>>();
    if names(&written) != names(&first) {
        return Err("it wrote other files than Rust did".to_owned());
    }
    let differs = written.iter().zip(&first).find(|((_, text), (_, wanted))| text != wanted);
    match differs {
        Some(((name, text), (_, wanted))) => {
            Err(format!("{}: {}", name.display(), difference(text, wanted)))
        }
        None => Ok(()),
    }
}

/// The files of a folder by name.
fn contents(folder: &Path) -> Done<Vec<(PathBuf, Vec<u8>)>> {
    let mut all = Vec::new();
    for path in files::below(folder)? {
        let text = fs::read(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        all.push((path.strip_prefix(folder).unwrap_or(&path).to_owned(), text));
    }
    all.sort();
    Ok(all)
}

/// The first line that differs.
fn difference(text: &[u8], expected: &[u8]) -> String {
    let [text, expected] = [text, expected].map(String::from_utf8_lossy);
    let mut lines = text.split('\n').zip(expected.split('\n')).enumerate();
    lines.find(|(_, (found, wanted))| found != wanted).map_or_else(
        || "one of the texts ends earlier".to_owned(),
        |(at, (found, wanted))| {
            format!("line {}\n  expected {wanted}\n  found    {found}", at.saturating_add(1))
        },
    )
}

/// The committed journal is what the engine makes of the days before the sample's day.
fn journal_is_fresh() -> Done {
    let path = at("examples/data/journal.jsonl");
    let maker = target().join("release/examples/make_journal");
    let output = command(&files::text(&maker), &[])
        .output()
        .map_err(|why| format!("make_journal could not be started: {why}"))?;
    let committed = files::read(&path)?;
    if output.stdout == committed.as_bytes() {
        return Ok(());
    }
    Err(format!(
        "examples/data/journal.jsonl is stale, {}",
        difference(&output.stdout, committed.as_bytes())
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_told() {
        assert!(difference(b"a\nb\n", b"a\nc\n").starts_with("line 2\n  expected c\n"));
        assert_eq!(difference(b"a", b"a\nb"), "one of the texts ends earlier");
    }
}
