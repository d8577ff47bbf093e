//! The stories of `conformance/explain` in four languages, to be read: here the prose is the
//! product. `INSTA_UPDATE=always` writes them anew.
#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "the stories are files")]

use std::fs;
use std::path::Path;

use dunning::{Account, Policy, explain};
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn stories() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance");
    let mut files: Vec<_> =
        fs::read_dir(root.join("explain")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut told = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("unknown-") {
            continue;
        }
        let case: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let account = Account::from_json(&case["account"].to_string()).unwrap();
        let policy = match &case["policy"] {
            Value::String(name) => {
                fs::read_to_string(root.join("policies").join(format!("{name}.json"))).unwrap()
            }
            inline => inline.to_string(),
        };
        let policy = Policy::from_json(&policy).unwrap();
        let now = case["now"].as_str().unwrap().parse().unwrap();
        let item = case["item"].as_str().unwrap();
        let story = |language| explain(&account, &policy, item, now, language).unwrap().text;
        let stories: Vec<String> = ["nl", "en", "de", "fr"]
            .map(|language| format!("[{language}]\n{}", story(language)))
            .into();
        assert_snapshot!(name.clone(), stories.join("\n\n"));
        told.push(name);
    }
    assert!(told.len() >= 12, "stories are missing");
}
