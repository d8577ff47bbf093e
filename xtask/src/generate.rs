//! The committed sources that are made from the core's types.

use std::path::PathBuf;

use crate::job::{Done, say};
use crate::{files, kotlin, node, python};

/// Writes them anew, or tells which of them differ; one door does not hide what another has.
pub(crate) fn generate(check: bool) -> Done {
    let doors = [
        python::stub(check),
        node::types().and_then(|types| settle(vec![types], check)),
        kotlin::sources().and_then(|sources| settle(sources, check)),
    ];
    let wrong: Vec<String> = doors.into_iter().filter_map(Result::err).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Compares what was made with what is committed, or puts it in its place.
fn settle(made: Vec<(PathBuf, String)>, check: bool) -> Done {
    let mut stale = Vec::new();
    for (path, fresh) in made {
        if files::read(&path).is_ok_and(|committed| committed == fresh) {
            continue;
        }
        let name = path.strip_prefix(files::root()).unwrap_or(&path).display().to_string();
        if check {
            stale.push(format!("{name} is stale: run `cargo xtask generate` and commit it"));
        } else {
            files::write(&path, &fresh)?;
            say(&format!("wrote {name}"));
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(stale.join("\n")) }
}
