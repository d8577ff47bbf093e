//! Generates the Kotlin and Swift sources from the native library.
//!
//! `dunning-uniffi-bindgen <library> <directory>`: the library must not be stripped, since the
//! description of the types is among its symbols; the directory is laid out like
//! `bindings/uniffi`.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use uniffi::{GenerateOptions, SwiftBindingsOptions, TargetLanguage};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [library, directory] = arguments.as_slice() else {
        return Err("give the native library and the directory to write to".into());
    };
    if !Path::new(library).is_file() {
        return Err(format!("{library} is no file: build the library first").into());
    }
    kotlin(library, &format!("{directory}/kotlin/src/main/kotlin"))?;
    swift(library, &format!("{directory}/swift/Sources"))
}

fn kotlin(library: &str, directory: &str) -> Result<(), Box<dyn Error>> {
    uniffi::generate(GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.into(),
        out_dir: directory.into(),
        config_override: None,
        format: false,
        crate_filter: None,
        metadata_no_deps: false,
    })?;
    let source = format!("{directory}/dunning/dunning.kt");
    guard_closed_policy(&source)?;
    spell_out_str(&source, "kotlin.String")?;
    without_trailing_blanks(&source)
}

/// UniFFI 0.32 checks for a closed object when its method is called, but not when it is an
/// argument: `plan` with a closed policy would read freed memory. Here an argument goes
/// through the same check.
fn guard_closed_policy(path: &str) -> Result<(), Box<dyn Error>> {
    const UNGUARDED: &str = "return value.uniffiCloneHandle()";
    const GUARDED: &str = "return value.callWithHandle { it }";
    let text = fs::read_to_string(path)?;
    if text.matches(UNGUARDED).count() != 1 {
        return Err("UniFFI passes objects in another way now: look at guard_closed_policy".into());
    }
    Ok(fs::write(path, text.replace(UNGUARDED, GUARDED))?)
}

fn swift(library: &str, directory: &str) -> Result<(), Box<dyn Error>> {
    let sources = format!("{directory}/Dunning");
    let header = format!("{directory}/DunningFFI");
    uniffi::generate_swift_bindings(SwiftBindingsOptions {
        generate_swift_sources: true,
        source: library.into(),
        out_dir: sources.as_str().into(),
        ..SwiftBindingsOptions::default()
    })?;
    uniffi::generate_swift_bindings(SwiftBindingsOptions {
        generate_headers: true,
        generate_modulemap: true,
        source: library.into(),
        out_dir: header.as_str().into(),
        module_name: Some("DunningFFI".to_owned()),
        modulemap_filename: Some("module.modulemap".to_owned()),
        ..SwiftBindingsOptions::default()
    })?;
    spell_out_str(&format!("{sources}/Dunning.swift"), "String")?;
    without_trailing_blanks(&format!("{sources}/Dunning.swift"))?;
    without_trailing_blanks(&format!("{header}/DunningFFI.h"))?;
    without_trailing_blanks(&format!("{header}/module.modulemap"))
}

/// The core's `Str` shares texts within the core; here it is no more than a string, and is named so.
fn spell_out_str(path: &str, string: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let alias = format!("public typealias Str = {string}\n");
    if text.matches(&alias).count() != 1 {
        return Err("UniFFI names `Str` in another way now: look at spell_out_str".into());
    }
    let text = text.replace(&alias, "");
    let in_word = |char: char| char.is_alphanumeric() || char == '_';
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("Str") {
        if before.ends_with(in_word) || after.starts_with(in_word) {
            plain.push_str(before);
            plain.push_str("Str");
        } else {
            // Kotlin has the package before it where a variant could be meant.
            plain.push_str(before.strip_suffix("dunning.").unwrap_or(before));
            plain.push_str(string);
        }
        rest = after;
    }
    plain.push_str(rest);
    Ok(fs::write(path, plain)?)
}

/// No formatter is run, so that the files are the same on every machine; but they are committed.
fn without_trailing_blanks(path: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Ok(fs::write(path, lines.join("\n").trim_end().to_owned() + "\n")?)
}
