//! The tests of every language, and that all of them executed the same number of cases.

use clap::ValueEnum;

use crate::job::{Done, job, say};
use crate::{kotlin, node, python, rust, tools};

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Language {
    Rust,
    Python,
    Node,
    Kotlin,
}

impl Language {
    fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Python => "python",
            Self::Node => "node",
            Self::Kotlin => "kotlin",
        }
    }

    fn needs(self) -> &'static [tools::Tool] {
        match self {
            Self::Rust => &[],
            Self::Python => &[tools::PYTHON],
            Self::Node => &[tools::NODE, tools::NPM],
            Self::Kotlin => &[tools::JAVAC, tools::MAVEN],
        }
    }

    fn test(self) -> Done<String> {
        match self {
            Self::Rust => rust::test(),
            Self::Python => python::test(),
            Self::Node => node::test(),
            Self::Kotlin => kotlin::test(),
        }
    }
}

/// Tests the languages named, or all of them.
pub(crate) fn test(only: &[Language]) -> Done {
    let languages: Vec<Language> = Language::value_variants()
        .iter()
        .copied()
        .filter(|language| only.is_empty() || only.contains(language))
        .collect();
    // What is missing is told before the first long build.
    let needed: Vec<tools::Tool> =
        languages.iter().flat_map(|language| language.needs()).copied().collect();
    tools::need(&needed)?;
    let mut counts = Vec::new();
    let mut failed = Vec::new();
    for language in languages {
        match job(&format!("test {}", language.name()), || counted(language)) {
            Ok(count) => counts.push((language.name(), count)),
            Err(why) => {
                say(&why);
                failed.push(language.name());
            }
        }
    }
    if !failed.is_empty() {
        return Err(format!("the tests of {} failed", failed.join(", ")));
    }
    same(&counts)
}

fn counted(language: Language) -> Done<u64> {
    let output = language.test()?;
    cases(&output).ok_or_else(|| format!("{} printed no `conformance: N cases`", language.name()))
}

/// The number in the last line that tells how many cases were executed.
fn cases(output: &str) -> Option<u64> {
    output.lines().rev().find_map(|line| {
        let (_, after) = line.split_once("conformance: ")?;
        after.trim_end().strip_suffix(" cases")?.parse().ok()
    })
}

fn same(counts: &[(&str, u64)]) -> Done {
    let told: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let told = told.join(", ");
    match counts.first() {
        Some((name, 0)) => Err(format!("no conformance case was executed in {name}")),
        Some((_, first)) if counts.iter().any(|(_, count)| count != first) => {
            Err(format!("not every language executed the same conformance cases: {told}"))
        }
        _ => {
            say(&format!("conformance cases: {told}"));
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found_among_other_output() {
        assert_eq!(cases("ok\nconformance: 12 cases\n"), Some(12));
        assert_eq!(cases("[INFO] conformance: 7 cases\r\nBUILD SUCCESS"), Some(7));
        assert_eq!(cases("conformance: all cases"), None);
    }

    #[test]
    fn counts_that_differ_fail() {
        assert!(same(&[("rust", 3), ("node", 3)]).is_ok());
        assert!(same(&[("rust", 3), ("node", 2)]).unwrap_err().contains("rust 3, node 2"));
        assert!(same(&[("rust", 0), ("node", 0)]).is_err());
    }
}
