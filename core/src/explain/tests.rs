//! Every sentence is there, in every language, with the same fields, and in use.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::catalogue::{Language, Part, parts};
use super::phrase::{Value, Voice, say};
use super::remedies::remedies;
use super::{claim_text, explain, recheck_sentence, sentence};
use super::{story, words};
use crate::calendar::Day;
use crate::model::{Account, CallOutcome, Intent, Recheck};
use crate::plan::plan;
use crate::policy::Policy;
use crate::{Amount, Charge, Claim, Hold, Moment, Said};

thread_local! {
    static HEARD: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// Told by the voice in tests: which keys were said.
pub(super) fn heard(key: &'static str) {
    HEARD.with_borrow_mut(|keys| keys.insert(key));
}

const SOURCES: [&str; 18] = [
    include_str!("about.rs"),
    include_str!("claims.rs"),
    include_str!("mod.rs"),
    include_str!("events.rs"),
    include_str!("format.rs"),
    include_str!("holds.rs"),
    include_str!("bank.rs"),
    include_str!("messages.rs"),
    include_str!("phrase.rs"),
    include_str!("reach.rs"),
    include_str!("reasons.rs"),
    include_str!("rechecks.rs"),
    include_str!("refusals.rs"),
    include_str!("remedies.rs"),
    include_str!("said.rs"),
    include_str!("story.rs"),
    include_str!("suggestions.rs"),
    include_str!("words.rs"),
];

fn account() -> Account {
    Account::from_json(include_str!("samples/account.json")).unwrap()
}

fn policy() -> Policy {
    Policy::from_json(include_str!("samples/policy.json")).unwrap()
}

/// The same, with a call first.
fn calling() -> Policy {
    let mut doc: serde_json::Value =
        serde_json::from_str(include_str!("samples/policy.json")).unwrap();
    doc["scenarios"][0]["steps"][1]["work"] = serde_json::json!({ "type": "call" });
    Policy::from_json(&doc.to_string()).unwrap()
}

fn fields(text: &'static str) -> BTreeSet<&'static str> {
    let names = parts(text).filter_map(|part| match part {
        Part::Words(_) => None,
        Part::Field(name) | Part::Capital(name) | Part::Choice(name, _) => Some(name),
    });
    names.collect()
}

#[test]
fn every_language_has_the_same_sentences_with_the_same_fields() {
    let texts = Language::English.catalogue().texts();
    assert!(texts.len() > 200, "the catalogue was not read");
    assert!(texts.windows(2).all(|pair| pair[0].0 != pair[1].0), "a key stands there twice");
    for language in Language::ALL {
        let own = language.catalogue().texts();
        let keys = |texts: &[(&'static str, _)]| -> Vec<&str> {
            texts.iter().map(|(key, _)| *key).collect()
        };
        assert_eq!(keys(own), keys(texts), "{language:?}");
        for ((key, text), (_, english)) in own.iter().zip(texts) {
            assert_eq!(fields(text), fields(english), "{key} in {language:?}");
            assert!(!text.trim().is_empty(), "{key} in {language:?} is empty");
            let balanced = text.matches('{').count() == text.matches('}').count();
            assert!(balanced, "{key} in {language:?}: {text}");
        }
    }
}

/// A key that code names and no catalogue has would be told as itself.
#[test]
fn every_key_that_is_named_is_there() {
    let texts = Language::English.catalogue().texts();
    let known: BTreeSet<&str> = texts.iter().map(|(key, _)| *key).collect();
    let is_key = |text: &str| {
        let letters = |part: &str| {
            part.chars().all(|letter| letter.is_ascii_alphanumeric()) && !part.is_empty()
        };
        text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.contains('.')
            && text.split('.').all(letters)
            && !text.ends_with(".txt")
    };
    let mut named = BTreeSet::new();
    for source in SOURCES {
        let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            named.extend(line.split('"').skip(1).step_by(2).filter(|text| is_key(text)));
            named.extend(line.split("say(\"").skip(1).filter_map(|said| said.split('"').next()));
        }
    }
    let missing: Vec<&&str> = named.difference(&known).collect();
    assert!(missing.is_empty(), "no catalogue has {missing:?}");
}

/// Says everything that the samples hold: no key is without use, no field without a value.
#[test]
fn every_sentence_is_said_and_whole() {
    let (account, policy) = (account(), policy());
    let mut told = Vec::new();
    for language in Language::ALL {
        for line in include_str!("samples/said.jsonl").lines() {
            let said = Said::from_json(line).unwrap();
            told.push(sentence(&account, Some("A"), &said, language.tag()).unwrap());
            if let Said::Hold { hold } = &said {
                let voice = Voice::new(&account, Some("A"), language);
                told.extend(remedies(hold).iter().map(|phrase| voice.sentence(phrase)));
            }
        }
        told.extend(outcomes(language));
        told.extend(stories(&account, &policy, language));
        told.extend(stories(&account, &calling(), language));
        told.extend(rechecked(language));
        told.push(arranged(language));
        told.extend(claimed(language));
        let voice = Voice::new(&account, Some("A"), language);
        for month in 1..=12_i32 {
            let day = Day::of(Day::of(740_000).number() + 30 * month);
            told.push(voice.sentence(&say("hold.timeBarred").day("on", day)));
        }
    }
    for text in &told {
        assert!(!text.contains(['{', '}']) || text.contains("pigeon"), "{text}");
        assert!(!text.contains("  ") && !text.contains(" ."), "{text}");
    }
    let known = Language::English.catalogue().texts().iter().map(|(key, _)| *key);
    let silent: Vec<&str> =
        HEARD.with_borrow(|heard| known.filter(|key| !heard.contains(key)).collect());
    assert!(silent.is_empty(), "no sample says {silent:?}");
}

/// A claim with something of everything.
fn claimed(language: Language) -> Vec<String> {
    let account = account();
    let mut claim: Claim = serde_json::from_str(include_str!("samples/claim.json")).unwrap();
    let voice = Voice::new(&account, Some("A"), language);
    let charges: Vec<Charge> = serde_json::from_str(include_str!("samples/charges.json")).unwrap();
    let mut told: Vec<String> = story::charges(&charges, &account.items[0])
        .iter()
        .map(|phrase| voice.sentence(phrase))
        .collect();
    for law in "AT BE CH DE DK ES FI FR GB IE NL NO PL SE XX".split(' ') {
        claim.law = law.parse().unwrap();
        told.push(claim_text(&account, &claim, language.tag()).unwrap());
    }
    told
}

/// What may come of a call, and what a debtor may want.
fn outcomes(language: Language) -> Vec<String> {
    let account = account();
    let voice = Voice::new(&account, Some("A"), language);
    let (at, day) = ("2026-03-04T09:30:00Z".parse().unwrap(), Day::of(739_000));
    let outcomes = [
        CallOutcome::Reached {},
        CallOutcome::NoAnswer {},
        CallOutcome::Voicemail {},
        CallOutcome::WrongNumber {},
        CallOutcome::Refused {},
        CallOutcome::CallBackAt { at },
        CallOutcome::CallBackOn { day },
    ];
    let intents = [
        Intent::PaidAlready { on: None },
        Intent::WillPay { on: None },
        Intent::WantsInstalments {},
        Intent::Disputes {},
        Intent::InvoiceMissing {},
        Intent::WrongPerson {},
        Intent::Stop {},
        Intent::Question {},
        Intent::Other {},
    ];
    let outcomes = outcomes.iter().map(words::outcome);
    let told = outcomes.chain(intents.iter().map(words::intent));
    told.map(|phrase| voice.sentence(&phrase)).collect()
}

/// The stories of the sample's items on several days; also with fewer items and a younger journal.
fn stories(account: &Account, policy: &Policy, language: Language) -> Vec<String> {
    let mut alone = account.clone();
    alone.items.retain(|item| item.id == "B");
    alone.journal.clear();
    let mut gone = account.clone();
    gone.items.retain(|item| item.id != "A");
    // A story tells the last twenty events: each is among them at some age.
    let ages = (12..account.journal.len()).step_by(12).map(|age| {
        let mut younger = account.clone();
        younger.journal.truncate(age);
        younger
    });
    let ages: Vec<Account> = ages.collect();
    let mut told = Vec::new();
    let mut tell = |account: &Account, item: &str, now: &str| {
        let now: Moment = now.parse().unwrap();
        let mut account = account.clone();
        account.ledger_as_of = now;
        account.payments_as_of = now;
        let story = explain(&account, policy, item, now, language.tag()).unwrap();
        told.push(story.text.into());
    };
    for now in ["2026-02-02T09:30:00Z", "2026-02-24T09:30:00Z", "2026-03-18T09:30:00Z"] {
        account.items.iter().for_each(|item| tell(account, &item.id, now));
        tell(&alone, "B", now);
    }
    for younger in ages.iter().chain([&gone]) {
        tell(younger, "A", "2026-02-24T09:30:00Z");
    }
    told
}

/// An item whose arrangement has reminders of its own.
fn arranged(language: Language) -> String {
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("samples/arranged.json")).unwrap();
    let account = Account::from_json(&sample["account"].to_string()).unwrap();
    let policy = Policy::from_json(&sample["policy"].to_string()).unwrap();
    let now = sample["now"].as_str().unwrap().parse().unwrap();
    explain(&account, &policy, "A", now, language.tag()).unwrap().text.into()
}

/// What `recheck` may say of an action, with everything in it changed.
fn rechecked(language: Language) -> Vec<String> {
    let (mut account, policy) = (account(), policy());
    let now: Moment = "2026-02-24T09:30:00Z".parse().unwrap();
    (account.ledger_as_of, account.payments_as_of) = (now, now);
    let mut planned = plan(&account, &policy, now).actions.into_iter().next().unwrap();
    let on = |day| Some(crate::Deadline::On { date: Day::of(day) });
    planned.deadline = on(740_000);
    let tell =
        |recheck: &Recheck| recheck_sentence(&account, &planned, recheck, language.tag()).unwrap();
    let mut changed = planned.clone();
    let mut answers = vec![
        Recheck::Go {},
        Recheck::Withdrawn { holds: vec![Hold::TimeBarred { on: Day::of(739_000) }] },
        Recheck::Changed { action: planned.clone() },
    ];
    (changed.not_before, changed.deadline) = (now.plus_hours(24), on(740_001));
    changed.recipient.value = "new@jansen.example".into();
    changed.recipient.language = Some("fr".into());
    answers.push(Recheck::Changed { action: changed.clone() });
    (changed.recipient.contact, changed.channel) = ("gone".into(), crate::Channel::Letter);
    (changed.step, changed.template) = ("third".into(), Some("t".into()));
    changed.total = "1.00".parse::<Amount>().unwrap();
    changed.total_with_charges = Some("41.00".parse().unwrap());
    changed.lines[0].dunned = changed.total;
    answers.push(Recheck::Changed { action: changed.clone() });
    changed.lines[0].item = "F".into();
    answers.push(Recheck::Changed { action: changed });
    answers.iter().map(tell).collect()
}

#[test]
fn french_counts_nothing_as_one_and_others_do_not() {
    let account = account();
    let count = |language, number| {
        let voice = Voice::new(&account, None, language);
        voice.sentence(&say("next.more").number("count", number))
    };
    assert_eq!(count(Language::French, 0), "Il restera ensuite encore 0 étape.");
    assert_eq!(count(Language::French, 2), "Il restera ensuite encore 2 étapes.");
    assert_eq!(count(Language::English, 0), "There are 0 more steps to come.");
    assert_eq!(count(Language::English, 1), "There is 1 more step to come.");
    assert_eq!(count(Language::Dutch, 1), "Er volgt nog 1 stap.");
}

#[test]
fn what_a_host_writes_is_never_taken_for_a_field() {
    let account = account();
    let voice = Voice::new(&account, None, Language::English);
    let phrase = say("event.newer").text("kind", "{on}").day("on", Day::of(739_000));
    assert!(voice.sentence(&phrase).ends_with("({on})."));
    assert_eq!(phrase.fields[0].1, Value::Text("{on}".to_owned()));
}
