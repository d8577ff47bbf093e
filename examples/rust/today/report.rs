//! The day of the whole administration.

use std::collections::BTreeMap;

use dunning::{Account, Action, Channel, Decision, Hold, Item, Moment, Outcome, Plan, plan};

use crate::load::Administration;
use crate::show;
use crate::sums::Sums;

/// How many debtors are named behind a reason.
const NAMED: usize = 8;

pub(crate) fn report(day: &Administration) -> String {
    let plans: Vec<(&Account, Plan)> =
        day.accounts.iter().map(|account| (account, plan(account, &day.policy, day.now))).collect();
    let mut text = head(day);
    text.push_str(&goes_out(&plans));
    text.push_str(&by_reason("WAITS", &plans, |outcome| matches!(outcome, Outcome::Wait {})));
    text.push_str(&by_reason("CLOSED", &plans, |outcome| matches!(outcome, Outcome::Closed {})));
    text.push_str(&needs_a_person(&plans));
    text.push_str(&odd(&plans));
    text.push_str(&amounts(&plans));
    text
}

/// `1 item`, `2 items`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What a notice or an entry is about.
pub(crate) fn subject(subject: &dunning::Subject) -> String {
    match subject {
        dunning::Subject::Item { item } => format!("item {item}"),
        other => show::code(other),
    }
}

fn head(day: &Administration) -> String {
    let sum = |length: fn(&Account) -> usize| day.accounts.iter().map(length).sum::<usize>();
    let first = day.accounts.first();
    let mut text = format!(
        "{} on {}, planned at {} (times are UTC)\n{}, {}, {}, {}",
        first.map_or("Nobody", |account| account.creditor.name.as_str()),
        day.day,
        day.now,
        count(day.accounts.len(), "debtor"),
        count(sum(|account| account.items.len()), "item"),
        count(sum(|account| account.payments.len()), "payment"),
        count(sum(|account| account.journal.len()), "journal entr").replace("entrs", "entries"),
    );
    if day.entries_elsewhere > 0 {
        text.push_str(&format!(" (and {} of other debtors)", day.entries_elsewhere));
    }
    if let Some(account) = first {
        let (ledger, payments) = (account.ledger_as_of, account.payments_as_of);
        text.push_str(&format!("\nledger as of {ledger}, payments as of {payments}"));
    }
    text.push('\n');
    text
}

fn goes_out(plans: &[(&Account, Plan)]) -> String {
    let mut channels: BTreeMap<Channel, Vec<(&Account, &Action)>> = BTreeMap::new();
    for (account, plan) in plans {
        for action in &plan.actions {
            channels.entry(action.channel).or_default().push((account, action));
        }
    }
    let all: Vec<(&Account, &Action)> = channels.values().flatten().copied().collect();
    let mut text = format!("\nGOES OUT TODAY: {}\n", tally(&all));
    for (channel, actions) in &channels {
        text.push_str(&format!("{}: {}\n", show::word(channel), tally(actions)));
        for (account, action) in actions {
            text.push_str(&format!("  {}", action_line(action, account)));
        }
    }
    text
}

fn tally(actions: &[(&Account, &Action)]) -> String {
    let mut sums = Sums::default();
    for (_, action) in actions {
        sums.add(action.currency, action.total);
    }
    let items = actions.iter().map(|(_, action)| action.lines.len()).sum();
    with_sums(&format!("{}, {}", count(actions.len(), "action"), count(items, "item")), &sums)
}

fn action_line(action: &Action, account: &Account) -> String {
    let mut text = format!(
        "{}  {} {}  {}  {}  {}  {}",
        account.debtor.id,
        action.currency,
        action.total,
        action.step,
        count(action.lines.len(), "item"),
        account.debtor.name,
        action.recipient.value,
    );
    if action.attempt > 1 {
        text.push_str(&format!("  attempt {}", action.attempt));
    }
    if action.not_before > action.planned_at {
        text.push_str(&format!("  not before {}", action.not_before));
    }
    text.push('\n');
    text
}

fn with_sums(text: &str, sums: &Sums) -> String {
    let sums = sums.to_string();
    if sums.is_empty() { text.to_owned() } else { format!("{text}, {sums}") }
}

/// What stands under one reason.
#[derive(Default)]
struct Group<'a> {
    items: usize,
    sums: Sums,
    debtors: Vec<&'a str>,
    review: Option<Moment>,
}

impl<'a> Group<'a> {
    fn add(&mut self, account: &'a Account, item: Option<&Item>, decision: &Decision) {
        self.items = self.items.saturating_add(1);
        if let Some(item) = item {
            self.sums.add(item.currency, item.open);
        }
        if self.debtors.last() != Some(&account.debtor.id.as_str()) {
            self.debtors.push(&account.debtor.id);
        }
        self.review = [self.review, decision.review_at].into_iter().flatten().min();
    }

    fn line(&self, reason: &str) -> String {
        let named: Vec<&str> = self.debtors.iter().take(NAMED).copied().collect();
        let more = self.debtors.len().saturating_sub(named.len());
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        let review = self.review.map(|at| format!("; looked at again from {at}"));
        let tally = with_sums(&count(self.items, "item"), &self.sums);
        format!("  {reason}: {tally}; {}{more}{}\n", named.join(" "), review.unwrap_or_default())
    }
}

fn by_reason(title: &str, plans: &[(&Account, Plan)], fits: fn(&Outcome) -> bool) -> String {
    let mut all = Group::default();
    let mut reasons: BTreeMap<String, Group<'_>> = BTreeMap::new();
    for (account, plan) in plans {
        for (decision, item) in plan.decisions.iter().zip(&account.items) {
            if !fits(&decision.outcome) {
                continue;
            }
            all.add(account, Some(item), decision);
            let mut told: Vec<String> = decision.holds.iter().map(reason).collect();
            told.sort();
            told.dedup();
            for reason in told {
                reasons.entry(reason).or_default().add(account, Some(item), decision);
            }
        }
    }
    let mut text = format!("\n{title}: {}\n", with_sums(&count(all.items, "item"), &all.sums));
    for (reason, group) in &reasons {
        text.push_str(&group.line(reason));
    }
    text
}

/// The hold's code with the word that tells its sort.
fn reason(hold: &Hold) -> String {
    let json = show::json(hold);
    let word = |name: &str| json.get(name).and_then(serde_json::Value::as_str);
    let sort = ["why", "problem", "reason"].into_iter().find_map(word);
    let words: Vec<&str> = word("type").into_iter().chain(sort).collect();
    words.join(" ")
}

fn needs_a_person(plans: &[(&Account, Plan)]) -> String {
    let notices: Vec<String> = plans
        .iter()
        .flat_map(|(account, plan)| plan.notices.iter().map(move |notice| (account, notice)))
        .map(|(account, notice)| {
            let since = notice.since.map(|day| format!("  since {day}")).unwrap_or_default();
            let (hold, about) = (show::code(&notice.hold), subject(&notice.subject));
            let debtor = &account.debtor;
            format!("  {}  {about}  {hold}{since}  {}\n", debtor.id, debtor.name)
        })
        .collect();
    format!("\nNEEDS A PERSON: {}\n{}", count(notices.len(), "notice"), notices.concat())
}

fn odd(plans: &[(&Account, Plan)]) -> String {
    let mut lines = Vec::new();
    for (account, plan) in plans {
        let debtor = &account.debtor;
        for finding in &plan.findings {
            lines.push(format!("  {}  {}  {}\n", debtor.id, show::code(finding), debtor.name));
        }
        for decision in &plan.decisions {
            for finding in &decision.findings {
                let code = show::code(finding);
                let item = &decision.item;
                lines.push(format!("  {}  item {item}  {code}  {}\n", debtor.id, debtor.name));
            }
        }
    }
    format!("\nODD, BUT STOPS NOTHING: {}\n{}", count(lines.len(), "finding"), lines.concat())
}

/// By currency: the open amounts by outcome add up to what is open.
fn amounts(plans: &[(&Account, Plan)]) -> String {
    let (mut open, mut asked) = (Sums::default(), Sums::default());
    let mut outcomes = [Sums::default(), Sums::default(), Sums::default()];
    let [acting, waiting, closed] = &mut outcomes;
    for (account, plan) in plans {
        for (decision, item) in plan.decisions.iter().zip(&account.items) {
            open.add(item.currency, item.open);
            let sums = match decision.outcome {
                Outcome::Act { .. } => &mut *acting,
                Outcome::Closed {} => &mut *closed,
                _ => &mut *waiting,
            };
            sums.add(item.currency, item.open);
        }
        for action in &plan.actions {
            asked.add(action.currency, action.total);
        }
    }
    let [acting, waiting, closed] = &outcomes;
    let columns = [
        ("open", &open),
        ("in what goes out", acting),
        ("asked for today", &asked),
        ("waiting", waiting),
        ("closed", closed),
    ];
    let mut text = "\nAMOUNTS\n".to_owned();
    for currency in open.currencies() {
        let sums = columns.iter().filter_map(|(name, sums)| {
            let sum = sums.of(currency)?;
            Some(format!("{name} {sum}"))
        });
        text.push_str(&format!("  {currency}: {}\n", sums.collect::<Vec<_>>().join("; ")));
    }
    text
}
