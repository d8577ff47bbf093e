//! Every built-in template, for every debtor of the sample administration, and read aloud.
#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "the sample administration is files")]

#[path = "../../examples/rust/today/columns.rs"]
mod columns;
#[path = "../../examples/rust/today/draft.rs"]
mod draft;
#[path = "../../examples/rust/today/export.rs"]
mod export;
#[path = "../../examples/rust/today/files.rs"]
mod files;
#[expect(dead_code, reason = "only the examples tell of other debtors' entries")]
#[path = "../../examples/rust/today/load.rs"]
mod load;
#[path = "../../examples/rust/today/table.rs"]
mod table;
#[path = "../../examples/rust/today/wrong.rs"]
mod wrong;

use std::path::Path;

use dunning::{
    Account, Action, AutomaticReceipt, Channel, Charge, ChargeClaim, ChargeKind, ChargePer,
    ChargeState, Day, Deadline, Entry, Formality, InstalmentLine, MessageAnswer, MessageOptions,
    Occasion, OccasionMessage, PaymentLink, Policy, RenderedMessage, ThankYou, ThanksFor,
    lint_template, message_templates, plan, render_message, render_occasion, sms_plan,
};

const LANGUAGES: [&str; 4] = ["nl", "en", "de", "fr"];

fn sample() -> load::Administration {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let files = files::Files::named(&[data], None, false).unwrap();
    load::load(&files, None, false).unwrap_or_else(|wrong| panic!("{}", wrong::listed(&wrong)))
}

fn rendered(answer: MessageAnswer) -> RenderedMessage {
    match answer {
        MessageAnswer::Rendered { message } => message,
        refused => panic!("{refused:#?}"),
    }
}

#[test]
fn every_template_is_clean() {
    for template in message_templates() {
        let flaws = lint_template(&template);
        assert!(flaws.is_empty(), "{} {:?}: {flaws:#?}", template.language, template.channels);
    }
}

/// The forms in which a template is there.
fn forms(id: &str, language: &str) -> Vec<Channel> {
    let all = message_templates();
    let its = all.iter().filter(|one| one.id == id && one.language == language);
    its.flat_map(|one| one.channels.clone()).collect()
}

/// The action with what a template of this name puts in.
fn made_for(action: &Action, id: &str, language: &str, channel: Channel) -> Action {
    let mut action = action.clone();
    action.template = Some(id.into());
    action.recipient.language = Some(language.into());
    action.channel = channel;
    action.deadline = Some(Deadline::On { date: "2026-03-27".parse().unwrap() });
    if id == "fourteen-day-letter" || id == "first-reminder-free" {
        action.deadline = None;
        let mut fee = Charge::new(
            "fee",
            ChargeKind::Fee,
            "NL/collection_costs",
            ChargeState::Announced,
            action.covers[0].key.clone(),
            ChargePer::Message,
            action.lines.iter().map(|line| line.item.clone()).collect::<Vec<_>>(),
            action.total,
            "40.00".parse::<dunning::Amount>().unwrap(),
            action.currency,
        );
        fee.claim = Some(ChargeClaim::AfterDeadline);
        action.charges = vec![fee];
    }
    if id == "instalment-reminder" {
        let date: Day = "2026-04-01".parse().unwrap();
        let (total, step) = (action.total, action.step.clone());
        action.instalments = vec![InstalmentLine::new("A1/1", 2_u32, step, date, total, total)];
        action.lines.clear();
    }
    action
}

#[test]
fn every_template_fits_every_debtor() {
    let sample = sample();
    let mut count = 0;
    for account in &sample.accounts {
        // One each is enough: the test would take long.
        for action in plan(account, &sample.policy, sample.now).actions.into_iter().take(1) {
            for template in message_templates() {
                if !action_kinds().contains(&template.id.as_str()) {
                    continue;
                }
                for channel in &template.channels {
                    for formality in [Formality::Formal, Formality::Informal] {
                        let made = made_for(&action, &template.id, &template.language, *channel);
                        let mut options = MessageOptions::new();
                        options.formality = Some(formality);
                        let answer = render_message(account, &sample.policy, &made, &options);
                        let message = rendered(answer);
                        assert_eq!(message.template.id, template.id);
                        assert!(message.text.contains(account.creditor.name.as_str()));
                        sound(&message);
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 5_000, "{count}");
}

fn action_kinds() -> [&'static str; 8] {
    [
        "due-soon",
        "friendly-reminder",
        "second-reminder",
        "final-demand",
        "fourteen-day-letter",
        "first-reminder-free",
        "instalment-reminder",
        "call-script",
    ]
}

/// Nothing of the language of templates is left, no gaps, no doubled marks.
fn sound(message: &RenderedMessage) {
    for text in [Some(&message.text), message.subject.as_ref(), message.html.as_ref()] {
        let Some(text) = text else { continue };
        for odd in ["{{", "{%", "  ", " ,", "..", " .", "none", "\n\n\n", "( ", "()"] {
            assert!(!text.contains(odd), "{odd:?} in {text}");
        }
    }
    if message.channel == Channel::Sms {
        let spaces = ['\u{a0}', '\u{202f}', '’'];
        assert!(!message.text.contains(spaces), "{}", message.text);
        let plan = sms_plan(&message.text);
        assert!(plan.segments <= 4 || !plan.offending.is_empty(), "{}", message.text);
    }
}

/// The sample's own messages, in the languages of its debtors.
#[test]
fn the_sample_is_rendered_as_it_is_planned() {
    let sample = sample();
    let mut count = 0;
    for account in &sample.accounts {
        for action in plan(account, &sample.policy, sample.now).actions {
            let answer = render_message(account, &sample.policy, &action, &MessageOptions::new());
            let message = rendered(answer);
            assert_eq!(Some(&message.template.id), action.template.as_ref());
            assert_eq!(message.html.is_some(), message.subject.is_some());
            sound(&message);
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

/// An account with a bit of everything.
fn scene() -> (Account, Policy, Action) {
    let policy = Policy::from_json(
        r#"{ "scenarios": [{ "id": "s", "version": 1, "steps": [
            { "id": "first", "offset": { "type": "days", "days": 3 }, "deadlineDays": 7,
              "work": { "type": "message", "channels": ["email"] } },
            { "id": "second", "offset": { "type": "days", "days": 17 }, "deadlineDays": 7,
              "work": { "type": "message", "channels": ["email"] } }],
            "afterLast": { "type": "handover" } }],
            "assignment": [{ "scenario": "s" }] }"#,
    );
    let account = Account::from_json(
        r#"{
        "creditor": { "id": "C", "name": "Bakkerij De Molen B.V.", "country": "NL",
            "zone": "Europe/Amsterdam", "registration": "12345678",
            "bankAccounts": [{ "iban": "NL91ABNA0417164300", "bic": "ABNANL2A" }],
            "senders": [{ "id": "m", "channel": "email", "value": "debiteuren@molen.example" },
                { "id": "c", "channel": "call", "value": "+31 20 1234567" }] },
        "debtor": { "id": "D1", "name": "De Groot", "kind": "consumer", "country": "NL" },
        "contacts": [{ "id": "eva", "name": "Eva de Groot", "purposes": ["reminder"],
            "addresses": [{ "id": "mail", "channel": "email", "value": "eva@example.com" }] }],
        "items": [
            { "id": "1", "kind": "invoice", "documentNumber": "2026-101", "issued": "2026-02-01",
              "due": "2026-03-01", "open": "1121.00", "original": "1121.00", "currency": "EUR" },
            { "id": "2", "kind": "invoice", "documentNumber": "2026-117", "issued": "2026-02-10",
              "due": "2026-03-05", "open": "79.50", "currency": "EUR" }],
        "journal": [{ "id": "p/1", "occurredAt": "2026-02-20T09:00:00Z",
            "recordedAt": "2026-02-20T09:00:00Z", "actor": "eva", "fingerprint": "0",
            "subject": { "type": "debtor" }, "event": { "type": "promised", "promise": {
                "amount": "79.50", "currency": "EUR", "date": "2026-03-09", "graceDays": 2,
                "items": [{ "item": "2", "amount": "79.50", "open": "79.50",
                    "documentNumber": "2026-117", "due": "2026-03-05" }] } } }],
        "ledgerAsOf": "2026-03-18T06:00:00Z", "paymentsAsOf": "2026-03-18T06:00:00Z" }"#,
    );
    let (account, policy) = (account.unwrap(), policy.unwrap());
    let mut action = plan(&account, &policy, "2026-03-18T08:00:00Z".parse().unwrap()).actions;
    (account, policy, action.remove(0))
}

fn occasions() -> Vec<(&'static str, Occasion)> {
    let thanks = |why, left: Option<&str>| {
        let amount: dunning::Amount = "79.50".parse().unwrap();
        let (day, euro): (Day, dunning::Currency) =
            ("2026-03-17".parse().unwrap(), "EUR".parse().unwrap());
        let mut thanks = ThankYou::new("P1", why, day, amount, euro, vec!["2".into()]);
        thanks.left = left.map(|left| left.parse().unwrap());
        Occasion::Thanks { thanks }
    };
    let moment = |text: &str| text.parse::<dunning::Moment>().unwrap();
    let receipt = AutomaticReceipt::new(
        "m1",
        Channel::Email,
        moment("2026-03-19T08:00:00Z"),
        moment("2026-03-19T12:00:00Z"),
    );
    vec![
        ("promise-confirmation", Occasion::PromiseConfirmation { promise: "p/1".into() }),
        ("promise-broken", Occasion::PromiseBroken { promise: "p/1".into() }),
        ("thanks-full", thanks(ThanksFor::Full, None)),
        ("thanks-part", thanks(ThanksFor::Part, Some("20.00"))),
        ("thanks-last-instalment", thanks(ThanksFor::LastInstalment, None)),
        ("automatic-receipt", Occasion::Receipt { receipt }),
    ]
}

/// One of each kind, language and form, to be read aloud. `INSTA_UPDATE=always` writes them anew.
#[test]
fn read_aloud() {
    let (account, policy, action) = scene();
    let mut link = PaymentLink::new("wero", "Wero", "https://pay.example.com/2026-101");
    link.expires_at = None;
    for language in LANGUAGES {
        let mut options = MessageOptions::new();
        options.signatory = Some("Noor Jansen".into());
        options.links = vec![link.clone()];
        for id in action_kinds() {
            let mut told = Vec::new();
            for channel in forms(id, language) {
                if matches!(channel, Channel::Letter | Channel::Portal) {
                    continue;
                }
                let made = made_for(&action, id, language, channel);
                let message = rendered(render_message(&account, &policy, &made, &options));
                sound(&message);
                told.push(read(&message));
            }
            insta::assert_snapshot!(format!("{language}-{id}"), told.join("\n\n"));
        }
        options.language = Some(language.into());
        for (id, occasion) in occasions() {
            let mut told = Vec::new();
            for channel in [Channel::Email, Channel::WhatsApp, Channel::Sms] {
                let at = "2026-03-18T19:00:00Z".parse::<dunning::Moment>().unwrap();
                let about = OccasionMessage::new(occasion.clone(), "eva", channel, at);
                let message = rendered(render_occasion(&account, &about, &options));
                assert_eq!(message.template.id, id);
                sound(&message);
                told.push(read(&message));
            }
            insta::assert_snapshot!(format!("{language}-{id}"), told.join("\n\n"));
        }
    }
}

fn read(message: &RenderedMessage) -> String {
    let subject = message.subject.as_ref().map_or(String::new(), |subject| format!(" {subject}"));
    // A tied space looks like any other.
    let text = message.text.replace(['\u{a0}', '\u{202f}'], " ");
    format!("[{:?}]{}\n{text}", message.channel, subject.replace('\u{a0}', " "))
}

#[test]
fn what_is_announced_is_the_next_step() {
    let (account, policy, action) = scene();
    let first = rendered(render_message(&account, &policy, &action, &english()));
    assert_eq!(first.template.id, "friendly-reminder");
    assert_eq!(first.consequence.as_deref(), Some("lastReminder"));
    assert!(first.text.contains("we will send you a final demand"), "{}", first.text);

    let mut doc = policy.doc().clone();
    doc.scenarios[0].steps.truncate(1);
    let only = Policy::new(doc).unwrap();
    let message = rendered(render_message(&account, &only, &action, &english()));
    assert_eq!(message.consequence.as_deref(), Some("handover"));
    assert!(message.text.contains("we will pass the claim on"), "{}", message.text);
}

fn english() -> MessageOptions {
    let mut options = MessageOptions::new();
    options.language = Some("en".into());
    options
}

#[test]
fn the_letter_by_law_is_not_made_without_its_costs() {
    use dunning::TemplateFlawKind::EmptyField;
    let (account, policy, action) = scene();
    let mut made = made_for(&action, "fourteen-day-letter", "nl", Channel::Letter);
    made.charges.clear();
    let answer = render_message(&account, &policy, &made, &MessageOptions::new());
    let MessageAnswer::Refused { flaws } = answer else { panic!("{answer:?}") };
    assert_eq!(flaws[0].kind, EmptyField);
    assert_eq!(flaws[0].found.as_deref(), Some("announced"));
    assert!(flaws[0].line.is_some() && flaws[0].column.is_some());
}

#[test]
fn an_entry_that_is_not_there_is_told() {
    let (account, _, _) = scene();
    assert!(account.journal.iter().all(|entry: &Entry| entry.id != "p/2"));
    let occasion = Occasion::PromiseBroken { promise: "p/2".into() };
    let at = account.ledger_as_of;
    let about = OccasionMessage::new(occasion, "eva", Channel::Email, at);
    let answer = render_occasion(&account, &about, &english());
    let MessageAnswer::Refused { flaws } = answer else { panic!("{answer:?}") };
    assert_eq!(flaws[0].kind, dunning::TemplateFlawKind::NotFound);
}

/// The house rules for a market name templates that the library has.
#[test]
fn the_presets_have_their_templates() {
    let names = include_str!("../data/templates/names.csv");
    let all = message_templates();
    let is_known = |name: &str| {
        let other = names.lines().any(|row| row.split_once(',').is_some_and(|row| row.0 == name));
        other || all.iter().any(|template| template.id == name)
    };
    for preset in ["nl_business", "nl_consumer", "be_consumer", "de_business", "uk_business"] {
        let preset = dunning::preset(preset).unwrap();
        for step in preset.policy.scenarios.iter().flat_map(|scenario| &scenario.steps) {
            let name = match &step.work {
                dunning::Work::Message { template, .. } => template,
                dunning::Work::Call { script, .. } => script,
                _ => &None,
            };
            let name = name.as_deref().unwrap_or_default();
            assert!(is_known(name), "{}: {name}", preset.name);
        }
    }
}
