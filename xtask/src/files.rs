//! Paths of the project, and files with their name in every error.

use std::fs;
use std::path::{Path, PathBuf};

use crate::job::Done;

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A path below the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    let chosen = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(chosen.unwrap_or_else(|| PathBuf::from("target")))
}

pub(crate) fn text(path: &Path) -> String {
    path.display().to_string()
}

pub(crate) fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))
}

pub(crate) fn write(path: &Path, content: &str) -> Done {
    if let Some(folder) = path.parent() {
        make(folder)?;
    }
    fs::write(path, content).map_err(|why| format!("{}: {why}", path.display()))
}

pub(crate) fn make(folder: &Path) -> Done {
    fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))
}

/// Takes a folder away with all that is in it; one that is not there is fine.
pub(crate) fn remove(folder: &Path) -> Done {
    match fs::remove_dir_all(folder) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {why}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// All files below a folder, in order of their paths.
pub(crate) fn below(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let told = |why: std::io::Error| format!("{}: {why}", folder.display());
        for entry in fs::read_dir(&folder).map_err(told)? {
            let path = entry.map_err(told)?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Does the work unless it was done for the same inputs before; the stamp keeps the inputs.
pub(crate) fn once(stamp: &Path, inputs: &[PathBuf], work: impl FnOnce() -> Done) -> Done {
    let mut now = String::new();
    for input in inputs {
        now.push_str(&read(input)?);
    }
    if read(stamp).is_ok_and(|before| before == now) {
        return Ok(());
    }
    work()?;
    write(stamp, &now)
}
