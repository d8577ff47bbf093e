//! The published cases, and what lies beside them.

mod periods;

use super::*;
use crate::calendar::{BusinessCalendar, Length};
use crate::model::{Channel, DebtorKind, PeriodLaw};
use crate::policy::{AssignmentRule, PolicyDoc};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn told(term: &Term) -> TermDays {
    term_days(term, None).unwrap()
}

/// Receipt, first day, last day, first day of the effect.
fn days(term: &Term) -> [String; 4] {
    let told = told(term);
    let text = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    [
        text(told.received_on),
        text(told.begins),
        told.last_day.to_string(),
        told.effect_from.to_string(),
    ]
}

fn problem(term: &Term) -> (String, Trouble) {
    match term_days(term, None) {
        Err(Refusal::Invalid { path, problem, .. }) => (path.to_string(), problem),
        other => panic!("{other:?}"),
    }
}

fn letter(sent_on: &str, unextended: bool) -> Term {
    Term::DutchFourteenDays {
        sent_on: day(sent_on),
        channel: Channel::Letter,
        received_on: None,
        presumed_days: None,
        days: None,
        unextended,
    }
}

fn by_law(law: PeriodLaw, event_on: &str, length: Length, calendar: Option<&str>) -> Term {
    let (event_on, calendar) = (day(event_on), calendar.map(Str::from));
    Term::ByLaw { law, event_on, length, includes_event: false, calendar }
}

fn last_day(law: PeriodLaw, event_on: &str, length: Length, calendar: Option<&str>) -> String {
    told(&by_law(law, event_on, length, calendar)).last_day.to_string()
}

#[test]
fn a_letter_by_post_is_presumed_on_the_second_delivery_day() {
    let thursday = ["2026-01-10", "2026-01-11", "2026-01-24", "2026-01-25"];
    assert_eq!(days(&letter("2026-01-08", true)), thursday);
    let extended = ["2026-01-10", "2026-01-11", "2026-01-26", "2026-01-27"];
    assert_eq!(days(&letter("2026-01-08", false)), extended);
    let christmas = ["2025-12-27", "2025-12-28", "2026-01-10", "2026-01-11"];
    assert_eq!(days(&letter("2025-12-23", true)), christmas);
    // Friday: Saturday is the first delivery day, Tuesday the second.
    assert_eq!(days(&letter("2026-01-09", true))[0], "2026-01-13");
    // Saturday and Monday: Tuesday and Wednesday.
    assert_eq!(days(&letter("2026-01-10", true))[0], "2026-01-14");
    assert_eq!(days(&letter("2026-01-12", true))[0], "2026-01-14");
}

#[test]
fn evidence_counts_before_the_presumption() {
    let with = |channel, received_on: Option<&str>, presumed_days| Term::DutchFourteenDays {
        sent_on: day("2026-03-02"),
        channel,
        received_on: received_on.map(day),
        presumed_days,
        days: None,
        unextended: false,
    };
    let proved = with(Channel::Email, Some("2026-03-02"), None);
    assert_eq!(days(&proved), ["2026-03-02", "2026-03-03", "2026-03-16", "2026-03-17"]);
    assert_eq!(told(&proved).findings, []);
    assert_eq!(days(&with(Channel::Letter, Some("2026-03-09"), Some(1)))[0], "2026-03-09");
    let assumed = told(&with(Channel::Email, None, Some(3)));
    assert_eq!(assumed.received_on, Some(day("2026-03-05")));
    let finding = Finding::NoPresumption { channel: Channel::Email, days: 3 };
    assert_eq!(assumed.findings, [finding]);
    let missing = with(Channel::Email, None, None);
    assert_eq!(problem(&missing), ("receivedOn".to_owned(), Trouble::Empty));
    let early = with(Channel::Letter, Some("2026-03-01"), None);
    assert_eq!(problem(&early), ("receivedOn".to_owned(), Trouble::InPast));
    let call = with(Channel::Call, Some("2026-03-02"), None);
    assert_eq!(problem(&call), ("channel".to_owned(), Trouble::UnsuitableChannel));
}

#[test]
fn fewer_days_than_the_law_gives_are_refused() {
    let with = |days| Term::DutchFourteenDays {
        sent_on: day("2026-01-08"),
        channel: Channel::Letter,
        received_on: None,
        presumed_days: None,
        days: Some(days),
        unextended: true,
    };
    assert_eq!(problem(&with(13)), ("days".to_owned(), Trouble::TooShort));
    assert_eq!(problem(&with(u32::MAX)), ("days".to_owned(), Trouble::TooLong));
    assert_eq!(days(&with(21))[2], "2026-01-31");
}

fn default(due_on: &str, received_on: Option<&str>, debtor: DebtorKind, told: bool) -> Term {
    Term::GermanDefault {
        due_on: day(due_on),
        invoice_received_on: received_on.map(day),
        performed_on: Some(day("2026-03-01")),
        debtor,
        consumer_was_told: told,
        calendar: "DE-NW".into(),
    }
}

#[test]
fn german_default_comes_after_thirty_days() {
    let business = |due, received| days(&default(due, Some(received), DebtorKind::Business, false));
    let wednesday = ["", "2026-03-03", "2026-04-01", "2026-04-02"];
    assert_eq!(business("2026-03-02", "2026-03-02"), wednesday);
    let easter = ["", "2026-03-06", "2026-04-07", "2026-04-08"];
    assert_eq!(business("2026-03-04", "2026-03-05"), easter);
    let unknown = default("2026-02-10", None, DebtorKind::Business, false);
    assert_eq!(days(&unknown)[2], "2026-03-31");
    let untold = default("2026-02-10", Some("2026-02-10"), DebtorKind::Consumer, false);
    assert_eq!(problem(&untold), ("consumerWasTold".to_owned(), Trouble::NoTerm));
    let uncertain = default("2026-02-10", None, DebtorKind::Consumer, true);
    assert_eq!(problem(&uncertain), ("invoiceReceivedOn".to_owned(), Trouble::Empty));
}

#[test]
fn the_belgian_reminder_waits_by_channel() {
    let sent = |sent_on, channel, saturday_works, begins_after| Term::BelgianFirstReminder {
        sent_on: day(sent_on),
        channel,
        days: None,
        saturday_works,
        begins_after,
        calendar: None,
    };
    let mail = days(&sent("2026-03-03", Channel::Email, false, false));
    assert_eq!(mail, ["", "2026-03-04", "2026-03-17", "2026-03-18"]);
    let post = days(&sent("2026-03-03", Channel::Letter, false, false));
    assert_eq!(post, ["", "2026-03-06", "2026-03-19", "2026-03-20"]);
    let begins = |saturday| days(&sent("2026-03-05", Channel::Letter, saturday, false))[1].clone();
    assert_eq!((begins(false), begins(true)), ("2026-03-10".into(), "2026-03-09".into()));
    let cautious = days(&sent("2026-03-03", Channel::Email, false, true));
    assert_eq!(cautious, ["", "2026-03-04", "2026-03-18", "2026-03-19"]);
    let call = sent("2026-03-03", Channel::Call, false, false);
    assert_eq!(problem(&call), ("channel".to_owned(), Trouble::UnsuitableChannel));
}

fn dutch_trade(received: Option<&str>, agreed: Option<&str>, contract: Option<&str>) -> Term {
    let is_capped = agreed.is_some();
    Term::DutchTradePayment {
        invoice_received_on: received.map(day),
        performed_on: None,
        accepted_on: None,
        agreed_until: agreed.map(day),
        debtor_is_large: is_capped,
        creditor_is_small: is_capped,
        contract_on: contract.map(day),
    }
}

#[test]
fn dutch_interest_begins_thirty_days_after_the_day_of_receipt() {
    let effect = |term: &Term| days(term)[3].clone();
    assert_eq!(effect(&dutch_trade(Some("2026-03-10"), None, None)), "2026-04-10");
    // A large company cannot agree on sixty days with a small one.
    assert_eq!(effect(&dutch_trade(Some("2026-03-10"), Some("2026-05-09"), None)), "2026-04-10");
    assert_eq!(effect(&dutch_trade(Some("2026-03-10"), Some("2026-04-09"), None)), "2026-04-10");
    assert_eq!(effect(&dutch_trade(Some("2026-03-10"), Some("2026-03-24"), None)), "2026-03-25");
    let between = |contract| dutch_trade(Some("2022-09-01"), Some("2022-10-31"), contract);
    assert_eq!(effect(&between(Some("2022-06-30"))), "2022-11-01");
    assert_eq!(effect(&between(Some("2022-07-01"))), "2022-10-02");
    assert_eq!(problem(&between(None)), ("contractOn".to_owned(), Trouble::Empty));
    let nothing = dutch_trade(None, None, None);
    assert_eq!(problem(&nothing), ("invoiceReceivedOn".to_owned(), Trouble::Empty));
    assert_eq!(Day::of(738_337), day("2022-07-01"));
    assert_eq!(Day::of(738_702), day("2023-07-01"));
}

#[test]
fn the_later_of_invoice_and_performance_counts() {
    let term =
        |invoice: Option<&str>, performed: &str, agreed: Option<&str>| Term::BelgianTradePayment {
            invoice_received_on: invoice.map(day),
            performed_on: Some(day(performed)),
            agreed_until: agreed.map(day),
        };
    assert_eq!(days(&term(Some("2026-03-10"), "2026-03-12", None))[2], "2026-04-11");
    assert_eq!(days(&term(Some("2026-03-10"), "2026-03-01", None))[2], "2026-04-09");
    assert_eq!(days(&term(None, "2026-03-01", None))[2], "2026-03-31");
    let long = told(&term(Some("2026-03-10"), "2026-03-10", Some("2026-05-10")));
    let agreed_until = day("2026-05-10");
    assert_eq!(long.findings, [Finding::LongTerm { agreed_until, most_days: 60 }]);
    assert_eq!(long.last_day, agreed_until);
}

#[test]
fn the_british_thirty_days_begin_with_their_day() {
    let term = |performed: Option<&str>, noticed: Option<&str>, agreed: Option<&str>| {
        Term::BritishTradePayment {
            performed_on: performed.map(day),
            noticed_on: noticed.map(day),
            agreed_until: agreed.map(day),
        }
    };
    let later = days(&term(Some("2026-03-02"), Some("2026-03-05"), None));
    assert_eq!(later, ["", "2026-03-05", "2026-04-03", "2026-04-04"]);
    let agreed = days(&term(None, None, Some("2026-04-30")));
    assert_eq!(agreed, ["", "", "2026-04-30", "2026-05-01"]);
    let half = term(Some("2026-03-02"), None, None);
    assert_eq!(problem(&half), ("noticedOn".to_owned(), Trouble::Empty));
}

#[test]
fn what_a_calendar_does_not_know_is_told() {
    let told_of = |sent_on| told(&letter(sent_on, false)).findings;
    assert_eq!(told_of("2028-12-01"), []);
    let known_until = day("2028-12-31");
    let beyond = Finding::BeyondCalendar { calendar: "NL-ATW".into(), known_until };
    assert_eq!(told_of("2028-12-18"), [beyond]);
    let known_since = day("2023-01-01");
    let before = Finding::BeforeCalendar { calendar: "NL-ATW".into(), known_since };
    assert_eq!(told_of("2022-11-01"), [before]);
    let length = Length::Days { days: 30 };
    let term = by_law(PeriodLaw::GermanCivilCode, "2026-01-01", length, Some("DE-XX"));
    let unknown = Err(Refusal::UnknownCalendar { calendar: "DE-XX".into() });
    assert_eq!(term_days(&term, None), unknown);
}

#[test]
fn a_policys_calendar_takes_the_place_of_a_built_in_one() {
    let policy = |own: BusinessCalendar| {
        let text = r#"{"id":"s","version":1,"steps":[{"id":"r","offset":{"type":"days","days":3},
            "work":{"type":"message","channels":["email"]}}]}"#;
        let scenario = serde_json::from_str(text).unwrap();
        let mut doc = PolicyDoc::new(vec![scenario], vec![AssignmentRule::new("s")]);
        doc.calendars = vec![own];
        Policy::new(doc).unwrap()
    };
    let mut own = BusinessCalendar::new("NL-ATW", "the holidays and a closing day");
    own.extends = Some("NL-ATW".into());
    own.holidays = vec![day("2026-01-26")];
    let extended = term_days(&letter("2026-01-08", false), Some(&policy(own))).unwrap();
    assert_eq!(extended.last_day, day("2026-01-27"));
    let elsewhere = policy(BusinessCalendar::new("house", "none"));
    let built_in = term_days(&letter("2026-01-08", false), Some(&elsewhere)).unwrap();
    assert_eq!(built_in.last_day, day("2026-01-26"));
}
