//! Which files an administration is made of, and where they are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files in the order in which wrong rows are told; `true` if there is no run without it.
pub(crate) const NAMES: [(&str, bool); 11] = [
    ("policy.json", true),
    ("creditor.json", true),
    ("export.json", true),
    ("debtors.csv", true),
    ("parties.csv", false),
    ("contacts.csv", false),
    ("consents.csv", false),
    ("items.csv", true),
    ("payments.csv", false),
    ("allocations.csv", false),
    ("journal.jsonl", false),
];

pub(crate) struct Files(BTreeMap<&'static str, PathBuf>);

impl Files {
    /// Later paths win over earlier ones.
    pub(crate) fn named(
        paths: &[PathBuf],
        journal: Option<&Path>,
        journal_may_be_missing: bool,
    ) -> Result<Self, String> {
        let sample = [Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")];
        let paths = if paths.is_empty() { sample.as_slice() } else { paths };
        let mut files = Self(BTreeMap::new());
        for path in paths {
            files.add(path)?;
        }
        if let Some(journal) = journal {
            if !journal.exists() && !journal_may_be_missing {
                return Err(format!("{}: there is no such file\n", journal.display()));
            }
            files.0.insert("journal.jsonl", journal.to_owned());
        }
        let missing: String = NAMES
            .iter()
            .filter(|(name, needed)| *needed && !files.0.contains_key(name))
            .map(|(name, _)| format!("{name}: is needed and not among the files given\n"))
            .collect();
        if missing.is_empty() { Ok(files) } else { Err(missing) }
    }

    pub(crate) fn path(&self, name: &str) -> Option<&Path> {
        self.0.get(name).map(PathBuf::as_path)
    }

    fn add(&mut self, path: &Path) -> Result<(), String> {
        if path.is_dir() {
            for (name, _) in NAMES {
                let file = path.join(name);
                if file.is_file() {
                    self.0.insert(name, file);
                }
            }
            return Ok(());
        }
        if !path.is_file() {
            return Err(format!("{}: there is no such file\n", path.display()));
        }
        let found = NAMES.iter().find(|(name, _)| path.file_name().is_some_and(|own| own == *name));
        let Some((name, _)) = found else {
            let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
            return Err(format!("{}: is none of {}\n", path.display(), names.join(", ")));
        };
        self.0.insert(name, path.to_owned());
        Ok(())
    }
}
