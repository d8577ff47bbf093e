//! The tree keeps its order: who may use whom, one name everywhere, nothing that sees the clock.
#![cfg(test)]
#![expect(clippy::string_slice, reason = "the texts are source code")]
#![expect(clippy::arithmetic_side_effects, reason = "a sum that overflows fails the test")]
#![expect(clippy::disallowed_methods, reason = "this test reads the tree")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Rust files of the core, with their paths below `core/src`.
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut rooms = vec![src.clone()];
    while let Some(room) = rooms.pop() {
        for entry in fs::read_dir(room).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                rooms.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
                files.push((name, read(&path)));
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "the core was not found");
    files
}

/// The code without its comments and without the tests at its end.
fn code(text: &str) -> String {
    let tests = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    let lines = text[..tests].lines();
    let bare = lines.map(|line| line.split("//").next().unwrap_or_default());
    bare.collect::<Vec<_>>().join("\n")
}

/// The paths below `crate` that a file speaks of, such as `rules::case`; of a list all members.
fn uses(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        // `pub(crate)` and `$crate` have no path, `dunning_crate::` is none of ours.
        let path = &text[at + "crate::".len()..];
        if let Some(list) = path.strip_prefix('{') {
            let list = list.split('}').next().unwrap_or_default();
            for member in list.split(',') {
                found.insert(first_two(member.trim()));
            }
        } else {
            found.insert(first_two(path));
        }
    }
    found.remove("");
    found
}

/// The first two names of a path, if the second is a module.
fn first_two(path: &str) -> String {
    let end = path.find(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
    let mut names = path[..end.unwrap_or(path.len())].split("::");
    let first = names.next().unwrap_or_default();
    match names.next().filter(|name| name.starts_with(char::is_lowercase)) {
        Some(second) => format!("{first}::{second}"),
        None => first.to_owned(),
    }
}

/// What each room may use besides itself, from the bottom to the top.
const ROOMS: &[(&str, &str)] = &[
    ("text.rs", "doors"),
    ("code.rs", "doors"),
    ("calendar/", "code text vocabulary doors"),
    ("money/", "code text vocabulary doors"),
    ("model/", "calendar money code text vocabulary json doors"),
    ("error.rs", "calendar money model text vocabulary doors"),
    ("fingerprint.rs", ""),
    ("flaw.rs", "text vocabulary doors"),
    ("channel/", "calendar money model text vocabulary flaw doors"),
    ("payment/", "calendar money model text vocabulary flaw channel doors"),
    (
        "message/",
        "calendar money model payment policy explain fingerprint json text vocabulary flaw doors",
    ),
    ("law/", "calendar money model text vocabulary doors"),
    ("policy/", "calendar money model channel law error text vocabulary json doors"),
    ("terms/", "calendar model policy error text json"),
    ("holidays.rs", "calendar model policy error text terms"),
    ("claim/", "calendar money model law policy error text vocabulary doors"),
    ("standing/", "calendar money model law policy error text fingerprint claim terms"),
    (
        "rules/",
        "calendar money model channel law policy standing text claim rules::approach rules::case rules::course rules::late rules::run rules::survey rules::times",
    ),
    (
        "statement/",
        "calendar money model law policy standing claim terms error text vocabulary doors",
    ),
    (
        "plan/",
        "calendar money model channel law policy standing rules text fingerprint claim terms error",
    ),
    ("recheck.rs", "calendar money model policy standing rules text plan"),
    ("record/", "calendar money model policy standing text plan error json fingerprint"),
    ("forecast/", "calendar money model policy standing text plan record"),
    ("capacity.rs", "calendar model error json text vocabulary doors"),
    ("compare.rs", "calendar money model policy text plan forecast"),
    (
        "explain/",
        "calendar money model policy standing text vocabulary error json plan forecast claim statement",
    ),
];

#[test]
fn arrows_point_down_only() {
    let rules = rule_names();
    for (file, text) in sources() {
        let Some((room, allowed)) = ROOMS.iter().find(|(room, _)| file.starts_with(room)) else {
            continue;
        };
        for used in uses(&code(&text)) {
            let first = used.split("::").next().unwrap_or_default();
            // Types stand at the top of the crate for the macros; their modules are what counts.
            let is_type = first.starts_with(char::is_uppercase);
            let own = room.trim_end_matches('/').trim_end_matches(".rs");
            let fine = is_type
                || allowed.split(' ').any(|name| name == first || name == used)
                || (first == own && own != "rules");
            assert!(fine, "{file} uses crate::{used}, which lies above it or beside it");
        }
        if file.starts_with("rules/") && !file.ends_with("mod.rs") {
            let (room, name) = file.rsplit_once('/').unwrap();
            for other in rules.iter().filter(|(other, _)| *other != name.trim_end_matches(".rs")) {
                let sideways = [format!("super::{}", other.0), format!("{}::", other.0)];
                // The room of the same name lies below.
                let code = code(&text).replace("crate::channel::", "");
                let beside = sideways.iter().any(|path| code.contains(path.as_str()));
                // The two halves of one question: whom, and by which channel.
                let is_pair =
                    room.ends_with("notice") && name == "channel.rs" && other.0 == "recipient";
                assert!(!beside || is_pair, "the rule {file} uses the rule {}", other.0);
            }
        }
    }
}

/// The rules: their names and their rooms.
fn rule_names() -> Vec<(String, String)> {
    let mut rules = Vec::new();
    for (file, _) in sources() {
        let parts: Vec<&str> = file.split('/').collect();
        if let ["rules", room, name] = parts[..]
            && name != "mod.rs"
        {
            rules.push((name.trim_end_matches(".rs").to_owned(), room.to_owned()));
        }
    }
    assert!(rules.len() >= 15, "the rules were not found");
    rules
}

#[test]
fn only_the_bindings_open_the_doors() {
    for (file, text) in sources() {
        if file.starts_with("doors/") || file == "vocabulary.rs" {
            continue;
        }
        let behind_a_feature =
            ["feature = \"python\"", "feature = \"uniffi\"", "feature = \"node\""];
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| line.contains("crate::doors"))
        {
            let before: Vec<&str> = text.lines().take(number).collect();
            let guarded = before
                .iter()
                .rev()
                .take(2)
                .any(|line| behind_a_feature.iter().any(|feature| line.contains(feature)));
            assert!(guarded, "{file}: {line} is not behind the feature of a binding");
        }
    }
}

/// `nothing_owed` as `NothingOwed`.
fn pascal(name: &str) -> String {
    let words = name.split('_');
    words.map(|word| format!("{}{}", word[..1].to_uppercase(), &word[1..])).collect()
}

/// The variants of an enum that is written with `union!`.
fn variants(path: &str, name: &str) -> BTreeSet<String> {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path));
    let after = text.split_once(&format!("pub enum {name} {{")).unwrap().1;
    let body = after.split_once("\n    }\n").unwrap().0;
    let is_variant = |line: &&str| line.starts_with("        ") && !line.starts_with("         ");
    let lines = body.lines().filter(is_variant).map(str::trim);
    let names = lines.filter_map(|line| line.split([' ', ',']).next());
    names.filter(|name| name.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}

#[test]
fn one_name_everywhere() {
    let mut said = variants("model/hold.rs", "Hold");
    said.extend(variants("model/reason.rs", "Reason"));
    let prose = read(&root().join("docs/rules.md"));
    let headings: BTreeSet<&str> =
        prose.lines().filter_map(|line| line.strip_prefix("## ")).map(str::trim).collect();
    for (rule, room) in rule_names() {
        assert!(said.contains(&pascal(&rule)), "no Hold or Reason is called {}", pascal(&rule));
        assert!(headings.contains(rule.as_str()), "docs/rules.md has no section `## {rule}`");
        let cases = root().join("conformance").join(&rule);
        let count = fs::read_dir(&cases).map_or(0, |files| {
            let names = files.map(|file| file.unwrap().path());
            names
                .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
                .count()
        });
        assert!(count > 0, "conformance/{rule} has no case");
        let file = read(&root().join(format!("core/src/rules/{room}/{rule}.rs")));
        let function = format!("pub(crate) fn {rule}");
        assert!(file.contains(&function), "{room}/{rule}.rs has no function of its name");
    }
}

#[test]
fn every_obstacle_has_a_rule() {
    let rules: BTreeSet<String> = rule_names().iter().map(|(rule, _)| pascal(rule)).collect();
    for said in
        variants("model/hold.rs", "Hold").iter().chain(&variants("model/reason.rs", "Reason"))
    {
        // A part of a promise is told apart from the whole, by the same rule.
        let rule = if said == "PartPromised" { "Promised" } else { said };
        assert!(rules.contains(rule), "no rule file is called after {said}");
    }
}

#[test]
fn files_stay_small() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        let is_generated = text.starts_with("// Generated") || text.starts_with("// @generated");
        assert!(is_generated || lines <= 300, "{file} has {lines} lines");
        let is_rule = file.starts_with("rules/") && file.matches('/').count() == 2;
        assert!(!is_rule || lines <= 150, "the rule file {file} has {lines} lines");
    }
}

#[test]
fn nothing_sees_the_world() {
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "std::env",
        "std::fs",
        "std::net",
        "std::process",
        "std::thread",
        "std::io",
        "HashMap<",
        "HashMap::new",
        "thread_rng",
        "f32",
        "f64",
        "unsafe ",
    ];
    for (file, text) in sources() {
        if file.starts_with("doors/") {
            continue;
        }
        let code = code(&text).replace("FxHashMap", "Fx");
        // It names every kind of value that JSON may hold, to refuse all but one.
        let lists_all = file == "json/named.rs";
        for word in forbidden {
            let is_fine = lists_all && matches!(word, "f32" | "f64");
            assert!(is_fine || !code.contains(word), "{file} speaks of `{word}`");
        }
    }
}

#[test]
fn one_version_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let root = root();
    let cargo = read(&root.join("Cargo.toml"));
    assert!(cargo.contains(&format!("\nversion = \"{version}\"")), "Cargo.toml");
    assert!(cargo.contains(&format!("path = \"core\", version = \"{version}\"")), "Cargo.toml");
    let package: Value =
        serde_json::from_str(&read(&root.join("bindings/node/package.json"))).unwrap();
    assert_eq!(package["version"], version, "bindings/node/package.json");
    let python = read(&root.join("bindings/python/pyproject.toml"));
    let stated = python.lines().find_map(|line| line.strip_prefix("version = "));
    assert!(stated.is_none_or(|stated| stated == format!("\"{version}\"")), "pyproject.toml");
    let pom = read(&root.join("bindings/uniffi/kotlin/pom.xml"));
    let own =
        pom.lines().find_map(|line| line.trim().strip_prefix("<version>")).unwrap_or_default();
    assert_eq!(own, format!("{version}</version>"), "bindings/uniffi/kotlin/pom.xml");
}
