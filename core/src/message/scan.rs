//! Which fields a template names, where, and which of them do not exist: in every branch, also in
//! one that is not taken.

use serde_json::Value;

use super::fields::Fields;
use super::template::{Severity, TemplateFlaw, TemplateFlawKind};

/// A field or a part that a template names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named<'t> {
    /// As it is written: `pay.link.url`, or the name of a part.
    pub(super) name: &'t str,
    pub(super) is_part: bool,
    /// The byte at which it begins.
    pub(super) at: usize,
}

/// What is reserved in the language of templates.
const RESERVED: [&str; 20] = [
    "and", "elif", "else", "endfor", "endif", "endset", "endwith", "false", "for", "form", "if",
    "ignore", "in", "include", "loop", "none", "not", "or", "set", "with",
];

/// Where a byte lies: line and character, from 1.
pub(super) fn position(source: &str, at: usize) -> (u32, u32) {
    let before = source.get(..at).unwrap_or(source);
    let line = before.matches('\n').count().saturating_add(1);
    let last = before.rsplit('\n').next().unwrap_or_default();
    let told = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (told(line), told(last.chars().count().saturating_add(1)))
}

/// The spans of a source that are tags or comments, each from its first byte to the one after its
/// last.
pub(super) fn spans(source: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some(begin) = source.get(at..).and_then(|rest| rest.find('{')) {
        let start = at.saturating_add(begin);
        let inner = start.saturating_add(2);
        let end = match source.get(start..inner) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = start.saturating_add(1);
                continue;
            }
        };
        let length = source.get(inner..).and_then(|body| body.find(end));
        at = length.map_or(source.len(), |length| inner.saturating_add(length).saturating_add(2));
        found.push((start, at));
    }
    found
}

/// What stands in the tags, with its first byte; comments are left out.
fn tags(source: &str) -> Vec<(usize, &str)> {
    let whole = spans(source).into_iter().filter_map(|(start, end)| {
        let tag = source.get(start..end)?;
        let body = tag.get(2..)?;
        let body = body.strip_suffix("}}").or_else(|| body.strip_suffix("%}")).unwrap_or(body);
        (!tag.starts_with("{#")).then_some((start.saturating_add(2), body))
    });
    whole.collect()
}

/// The fields and parts that it names, in the order of the text.
pub(super) fn named(source: &str) -> Vec<Named<'_>> {
    let mut found = Vec::new();
    for (begins, body) in tags(source) {
        let mut after_include = false;
        for (at, word) in words(body) {
            let quoted =
                word.strip_prefix(['"', '\'']).map(|rest| rest.trim_end_matches(['"', '\'']));
            let at = begins.saturating_add(at);
            match quoted {
                Some(name) if after_include => found.push(Named { name, is_part: true, at }),
                Some(_) => {}
                None if word == "include" => {
                    after_include = true;
                    continue;
                }
                None if word.starts_with(|letter: char| letter.is_ascii_digit()) => {}
                None => found.push(Named { name: word, is_part: false, at }),
            }
            after_include = false;
        }
    }
    found.retain(|one| one.is_part || !RESERVED.contains(&first(one.name)));
    found
}

fn first(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

/// Names with their dots, and texts in quotation marks.
fn words(body: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut letters = body.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_quote = letter == '"' || letter == '\'';
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
        if !is_quote && !is_name(letter) {
            continue;
        }
        let mut end = at.saturating_add(letter.len_utf8());
        while let Some((next, other)) = letters.peek().copied() {
            let goes_on = if is_quote { other != letter } else { is_name(other) };
            if !goes_on && !is_quote {
                break;
            }
            letters.next();
            end = next.saturating_add(other.len_utf8());
            if !goes_on {
                break;
            }
        }
        found.push((at, body.get(at..end).unwrap_or_default()));
    }
    found
}

/// The fields that do not exist. The variable of a loop stands for what is in its list.
pub(super) fn unknown_fields(template: &str, source: &str) -> Vec<TemplateFlaw> {
    let known = serde_json::to_value(Fields::full()).unwrap_or_default();
    let bound = bindings(source, &known);
    let is_bound = |name: &str| bound.iter().any(|(variable, _)| *variable == name);
    let mut flaws = Vec::new();
    for one in named(source).into_iter().filter(|one| !one.is_part) {
        let mut steps = one.name.split('.');
        let start = steps.next().unwrap_or_default();
        let bare = one.name == start;
        let fine = if is_bound(start) {
            let rest: Vec<&str> = steps.collect();
            bare || bound.iter().filter(|(variable, _)| *variable == start).any(|(_, value)| {
                value.is_null()
                    || rest.iter().try_fold(value, |value, step| value.get(step)).is_some()
            })
        } else {
            one.name.split('.').try_fold(&known, |value, step| value.get(step)).is_some()
        };
        if !fine {
            let mut flaw =
                TemplateFlaw::new(TemplateFlawKind::UnknownField, Severity::Error, template);
            let (line, column) = position(source, one.at);
            (flaw.line, flaw.column) = (Some(line), Some(column));
            flaw.found = Some(one.name.into());
            flaws.push(flaw);
        }
    }
    flaws
}

/// The variables of loops with what they stand for, and those that are set.
fn bindings<'t>(source: &'t str, known: &Value) -> Vec<(&'t str, Value)> {
    let mut bound: Vec<(&str, Value)> = Vec::new();
    for (_, body) in tags(source) {
        let words: Vec<&str> = words(body).into_iter().map(|(_, word)| word).collect();
        match words.as_slice() {
            ["for", variable, "in", list, ..] => {
                let items = list.split('.').try_fold(known, |value, step| value.get(step));
                let each = items.and_then(|items| items.get(0)).cloned();
                bound.push((variable, each.unwrap_or_default()));
            }
            ["set" | "with", variable, ..] => bound.push((variable, Value::Null)),
            _ => {}
        }
    }
    bound
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(source: &str) -> Vec<(String, u32, u32)> {
        let told = unknown_fields("t", source);
        let place = |flaw: TemplateFlaw| {
            (flaw.found.unwrap().to_string(), flaw.line.unwrap(), flaw.column.unwrap())
        };
        told.into_iter().map(place).collect()
    }

    #[test]
    fn every_branch_is_looked_at() {
        let source = "Beste {{ contact.name }},\n{% if next.call %}é {{ debtor.nmae }}{% endif %}";
        assert_eq!(unknown(source), [("debtor.nmae".to_owned(), 2, 24)]);
        assert_eq!(unknown("{# {{ no.field }} #}{{ total }}"), []);
        assert_eq!(unknown("{{ form('u', \"je no.field\") }} {{ {\n"), []);
    }

    #[test]
    fn a_loop_variable_stands_for_what_is_in_its_list() {
        let fine =
            "{% for line in lines %}{{ line.due }}{% if not loop.last %}, {% endif %}{% endfor %}";
        assert_eq!(unknown(fine), []);
        let wrong = "{% for line in lines %}{{ line.date }}{% endfor %}{{ line2 }}";
        assert_eq!(unknown(wrong), [("line.date".to_owned(), 1, 27), ("line2".to_owned(), 1, 54)]);
        assert_eq!(unknown("{% for a in names %}{% endfor %}"), [("names".to_owned(), 1, 13)]);
    }
}
