//! What is wrong with the input, and where: all of it is told at once.

use crate::files::NAMES;

/// Ordered as it is told: by file, line and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wrong {
    file: usize,
    /// 0 where the whole file is meant.
    line: u64,
    at: usize,
    column: String,
    /// As it is shown; empty if there is nothing to show.
    value: String,
    problem: String,
}

impl Wrong {
    pub(crate) fn new(file: &str, line: u64, problem: impl Into<String>) -> Self {
        let file = NAMES.iter().position(|(name, _)| *name == file).unwrap_or(usize::MAX);
        let (column, value) = (String::new(), String::new());
        Self { file, line, at: 0, column, value, problem: problem.into() }
    }

    /// The column by its place in the header and its name.
    pub(crate) fn column(self, at: usize, column: impl Into<String>) -> Self {
        Self { at, column: column.into(), ..self }
    }

    pub(crate) fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// True if no line is meant: the small JSON files have none.
    pub(crate) fn of_whole_file(&self) -> bool {
        self.line == 0
    }

    /// As it stands in the file.
    pub(crate) fn cell(self, cell: &str) -> Self {
        self.value(format!("\"{cell}\""))
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(NAMES.get(self.file).map_or("?", |(name, _)| name))?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        for part in [&self.column, &self.value, &self.problem] {
            if !part.is_empty() {
                write!(f, ": {part}")?;
            }
        }
        Ok(())
    }
}

pub(crate) fn listed(wrong: &[Wrong]) -> String {
    let mut wrong = wrong.to_vec();
    wrong.sort();
    wrong.dedup();
    let mut text: String = wrong.iter().map(|wrong| format!("{wrong}\n")).collect();
    text.push_str(&format!("wrong: {}\n", wrong.len()));
    text
}
