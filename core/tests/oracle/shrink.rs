//! A failing case made small: whatever can be left out of its JSON is left out.

use serde_json::Value;

/// Leaves out parts of a value, again and again, as long as the case still fails.
pub(crate) fn shrink(case: &Value, fails: &dyn Fn(&Value) -> bool) -> Value {
    let mut best = case.clone();
    loop {
        let paths = paths(&best, "");
        let smaller = paths.iter().rev().find_map(|path| {
            let candidate = without(&best, path)?;
            fails(&candidate).then_some(candidate)
        });
        match smaller {
            Some(smaller) => best = smaller,
            None => return best,
        }
    }
}

/// Every place in a value, as a JSON pointer, outer ones first.
fn paths(value: &Value, at: &str) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Array(list) => {
            list.iter().enumerate().map(|(place, one)| (format!("{at}/{place}"), one)).collect()
        }
        Value::Object(fields) => {
            fields.iter().map(|(name, one)| (format!("{at}/{name}"), one)).collect()
        }
        _ => Vec::new(),
    };
    let mut all: Vec<String> = inner.iter().map(|(path, _)| path.clone()).collect();
    for (path, one) in inner {
        all.extend(paths(one, &path));
    }
    // Large parts last, since they are tried from the end.
    all.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
    all
}

fn without(value: &Value, path: &str) -> Option<Value> {
    let mut smaller = value.clone();
    let (outer, name) = path.rsplit_once('/')?;
    match smaller.pointer_mut(outer)? {
        Value::Array(list) => {
            list.remove(name.parse().ok()?);
        }
        Value::Object(fields) => {
            fields.remove(name)?;
        }
        _ => return None,
    }
    Some(smaller)
}
