//! Runs a template: strict about fields, without files, within a limit of work.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, escape_formatter};

use super::fields::Fields;
use super::template::{Formality, Severity, TemplateFlaw, TemplateFlawKind};

/// About 100,000 instructions, or 6 MB of text: no message comes near it.
const FUEL: u64 = 100_000;

/// A way of writing: into plain text or into HTML.
pub(super) struct Engine<'a> {
    environment: Environment<'a>,
    fields: Value,
}

impl<'a> Engine<'a> {
    pub(super) fn new(
        parts: &[(&'a str, &'a str)],
        fields: &Fields,
        formality: Formality,
        html: bool,
    ) -> Result<Self, TemplateFlaw> {
        let mut environment = bare();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(move |_| {
            if html { AutoEscape::Html } else { AutoEscape::None }
        });
        environment.set_formatter(|out, state, value| match value.kind() {
            ValueKind::None => Err(Error::new(ErrorKind::UndefinedError, "the field is empty")),
            _ => escape_formatter(out, state, value),
        });
        let formal = formality == Formality::Formal;
        environment.add_function(
            "form",
            move |polite: Value, familiar: Value| {
                if formal { polite } else { familiar }
            },
        );
        for (name, part) in parts {
            environment.add_template(name, part).map_err(|why| flaw(&why, name))?;
        }
        Ok(Self { environment, fields: Value::from(Serde(fields)) })
    }

    /// The text of a template, whose name is told with what is wrong.
    pub(super) fn text(&self, name: &str, source: &str) -> Result<String, TemplateFlaw> {
        let template = self.environment.template_from_named_str(name, source);
        let told = template.and_then(|template| template.render(self.fields.clone()));
        told.map_err(|why| flaw(&why, name))
    }
}

/// Without filters, tests and functions; a line with a tag alone leaves no line behind.
fn bare<'a>() -> Environment<'a> {
    let mut environment = Environment::empty();
    environment.set_debug(true);
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
    {
        environment.set_syntax(syntax);
    }
    environment
}

/// Only whether it can be read.
pub(super) fn check(name: &str, source: &str) -> Result<(), TemplateFlaw> {
    let environment = bare();
    let read = environment.template_from_named_str(name, source).map(|_| ());
    read.map_err(|why| flaw(&why, name))
}

fn flaw(error: &Error, name: &str) -> TemplateFlaw {
    let error = innermost(error);
    let kind = match error.kind() {
        // Every field is known by its name before this runs.
        ErrorKind::UndefinedError => TemplateFlawKind::EmptyField,
        ErrorKind::OutOfFuel => TemplateFlawKind::Endless,
        _ => TemplateFlawKind::Syntax,
    };
    let mut flaw =
        TemplateFlaw::new(kind, Severity::Error, error.name().unwrap_or(name).to_owned());
    flaw.line = error.line().and_then(|line| u32::try_from(line).ok());
    let source = error.template_source();
    if let Some((source, range)) = source.zip(error.range()) {
        let line_start = source
            .get(..range.start)
            .map(|before| before.rfind('\n').map_or(0, |at| at.saturating_add(1)));
        let before = line_start.and_then(|start| source.get(start..range.start));
        let column = before.map(|before| before.chars().count().saturating_add(1));
        flaw.column = column.and_then(|column| u32::try_from(column).ok());
        flaw.found = source.get(range).map(Into::into);
    }
    if kind == TemplateFlawKind::Syntax {
        flaw.expected = error.detail().map(Into::into);
    }
    flaw
}

/// An error inside a part is wrapped by that of its `include`.
fn innermost(error: &Error) -> &Error {
    let mut found = error;
    while let Some(inner) = std::error::Error::source(found).and_then(|one| one.downcast_ref()) {
        found = inner;
    }
    found
}
