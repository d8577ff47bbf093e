//! Lines of code, by crate and language: a binding that grows deserves a look.

use std::collections::BTreeMap;

use crate::files::{at, read};
use crate::job::{Done, capture, command, say};

/// The folders that are told apart, the longest first.
const ROOMS: [&str; 9] = [
    "bindings/node",
    "bindings/python",
    "bindings/uniffi",
    "core/src",
    "core/tests",
    "benches",
    "examples",
    "fuzz",
    "xtask",
];
const ENDINGS: [&str; 8] = [".rs", ".py", ".pyi", ".ts", ".mts", ".mjs", ".js", ".kt"];

#[derive(Default, Clone, Copy)]
struct Size {
    files: usize,
    lines: usize,
}

pub(crate) fn sizes() -> Done {
    let (listed, _) =
        capture(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let mut sizes: BTreeMap<(&str, String), Size> = BTreeMap::new();
    for path in listed.lines() {
        let Some(room) = ROOMS.iter().find(|room| path.starts_with(**room)) else { continue };
        let Some(ending) = ENDINGS.iter().find(|ending| path.ends_with(**ending)) else { continue };
        let text = read(&at(path))?;
        let kind = kind(path, &text, ending);
        let size = sizes.entry((room, kind)).or_default();
        size.files = size.files.saturating_add(1);
        size.lines = size.lines.saturating_add(text.lines().count());
    }
    say(&format!("{:<18} {:<16} {:>6} {:>7}", "", "", "files", "lines"));
    for ((room, kind), size) in sizes {
        say(&format!("{room:<18} {kind:<16} {:>6} {:>7}", size.files, size.lines));
    }
    Ok(())
}

fn kind(path: &str, text: &str, ending: &str) -> String {
    let head: String = text.lines().take(5).collect::<Vec<_>>().join(" ").to_lowercase();
    let generated = head.contains("generated") && !path.ends_with(".rs");
    let test = path.contains("/test/") || path.contains("/tests/");
    let what = if generated {
        ", generated"
    } else if test {
        ", tests"
    } else {
        ""
    };
    format!("{}{what}", ending.trim_start_matches('.'))
}
