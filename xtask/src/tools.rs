//! What must be on the machine. What is missing is named, and nothing is skipped.

use crate::job::{Done, capture, command, run, say};

/// A program that the machine must have.
#[derive(Clone, Copy)]
pub(crate) struct Tool {
    /// The program, and the argument that makes it tell its version.
    program: &'static str,
    version: &'static str,
    /// The lowest version as major and minor; zeros where any will do.
    least: (u32, u32),
    get: &'static str,
}

pub(crate) const PYTHON: Tool = Tool {
    program: "python3",
    version: "--version",
    least: (3, 10),
    get: "Python 3.10 or newer (https://www.python.org)",
};
pub(crate) const NODE: Tool = Tool {
    program: "node",
    version: "--version",
    least: (20, 0),
    get: "Node.js 20 or newer (https://nodejs.org)",
};
pub(crate) const NPM: Tool =
    Tool { program: "npm", version: "--version", least: (0, 0), get: "npm; it comes with Node.js" };
pub(crate) const JAVAC: Tool = Tool {
    program: "javac",
    version: "--version",
    least: (17, 0),
    get: "a JDK, 17 or newer (https://adoptium.net)",
};
pub(crate) const MAVEN: Tool = Tool {
    program: "mvn",
    version: "--version",
    least: (0, 0),
    get: "Apache Maven (https://maven.apache.org)",
};
pub(crate) const RUSTUP: Tool = Tool {
    program: "rustup",
    version: "--version",
    least: (0, 0),
    get: "rustup (https://rustup.rs), for the nightly toolchain",
};

/// Checks all tools and names everything that is missing or too old.
pub(crate) fn need(tools: &[Tool]) -> Done {
    let missing: Vec<String> = tools.iter().filter_map(|tool| lacks(*tool)).collect();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n")) }
}

fn lacks(tool: Tool) -> Option<String> {
    let Ok((told, _)) = capture(&mut command(tool.program, &[tool.version])) else {
        return Some(format!(
            "`{}` is missing or does not run: install {}",
            tool.program, tool.get
        ));
    };
    let found = version(&told);
    (found < tool.least).then(|| {
        let line = told.lines().next().unwrap_or_default();
        format!("`{}` is too old ({line}): install {}", tool.program, tool.get)
    })
}

/// The first two numbers of a version text.
fn version(told: &str) -> (u32, u32) {
    let mut numbers = told
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

/// Installs valgrind by the system's package manager if it is missing.
pub(crate) fn valgrind() -> Done {
    if capture(&mut command("valgrind", &["--version"])).is_ok() {
        return Ok(());
    }
    say("valgrind is missing: trying apt-get");
    let root = capture(&mut command("id", &["-u"])).is_ok_and(|(id, _)| id.trim() == "0");
    let apt = |args: &[&str]| {
        let mut all = vec!["apt-get", "-qq", "-y"];
        all.extend(args);
        match (root, all.split_first()) {
            (true, Some((program, rest))) => run(&mut command(program, rest)),
            _ => run(command("sudo", &["-n"]).args(&all)),
        }
    };
    let installed =
        apt(&["update"]).and_then(|()| apt(&["install", "--no-install-recommends", "valgrind"]));
    installed.map_err(|why| {
        format!("`valgrind` is missing and could not be installed: install it by hand\n{why}")
    })
}

/// Installs a cargo subcommand if it is missing.
pub(crate) fn cargo_install(subcommand: &str) -> Done {
    if capture(&mut command("cargo", &[subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    run(&mut command("cargo", &["install", "--locked", &format!("cargo-{subcommand}")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_tell_them() {
        assert_eq!(version("Python 3.11.7"), (3, 11));
        assert_eq!(version("v20.20.2\n"), (20, 20));
        assert_eq!(version("javac 17.0.15"), (17, 0));
    }

    #[test]
    fn a_missing_tool_is_named() {
        let absent = Tool { program: "no-such-tool", get: "it somewhere", ..NPM };
        assert!(need(&[absent]).unwrap_err().contains("`no-such-tool` is missing"));
        let old = Tool { least: (u32::MAX, 0), program: "cargo", ..NPM };
        assert!(need(&[old]).unwrap_err().contains("`cargo` is too old"));
    }
}
