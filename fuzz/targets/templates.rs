//! Any template is looked at and run without a panic, comes to an end, and stays small; one that names a
//! field that does not exist is never rendered.
#![no_main]

use dunning::{
    MessageAnswer, MessageOptions, MessageTemplate, TemplateFlawKind, lint_template, plan,
    render_message,
};
use dunning_fuzz::{account, moment, policy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&str, &str)| {
    let (subject, text) = parts;
    let mut template = MessageTemplate::new("fuzzed", "nl", "1", text);
    template.subject = Some(subject.into());
    let flaws = lint_template(&template);
    let has_unknown = flaws.iter().any(|flaw| flaw.kind == TemplateFlawKind::UnknownField);

    let account = account();
    let mut options = MessageOptions::new();
    options.templates = vec![template];
    let planned = plan(&account, policy(), moment("2026-01-07T09:00:00Z")).actions;
    let mut action = planned.into_iter().next().expect("something is due");
    action.template = Some("fuzzed".into());
    if let MessageAnswer::Rendered { message } =
        render_message(&account, policy(), &action, &options)
    {
        assert!(!has_unknown, "an unknown field was put in: {flaws:?}");
        // Its work allows about 64 bytes for each of a hundred thousand.
        assert!(message.text.len() < 8_000_000);
    }
});
