//! The reminders of instalments: an arrangement's own, kept apart from those of its items.

use std::iter;

use super::action::recipient_of;
use super::channels::{Terms, channel_block, gap_until, next_channel_change};
use super::costing::set_cost;
use super::delivery::name_of;
use super::hours::{barred, is_consumer, set_hour};
use super::limits::limit;
use super::reminders::{Due, next_reminder, reminder_day};
use super::tell::holds_of;
use super::whatsapp::{set_template, sourced};
use crate::fingerprint::Fingerprint;
use crate::model::{
    Action, ActionKind, Cover, Finding, Hold, InstalmentLine, Notice, StepKey, Subject,
};
use crate::money;
use crate::policy::InstalmentStep;
use crate::rules::case::{Answers, Case, Verdict};
use crate::rules::gates;
use crate::rules::notice::{self, FailedAttempt, recipient, unreachable};
use crate::rules::survey::Survey;
use crate::standing::{ArrangementState, ItemFacts, Standing};
use crate::text::Str;

/// What is due of all arrangements.
#[derive(Default)]
pub(crate) struct Instalments {
    pub(crate) actions: Vec<Action>,
    pub(crate) notices: Vec<Notice>,
    /// What is odd about their hours.
    pub(crate) findings: Vec<Finding>,
    /// Why what is due does not go out.
    pub(crate) holds: Vec<Hold>,
    /// The first day and the first instant on which this can change.
    pub(crate) review_day: Option<i32>,
    pub(crate) review_at: Option<i64>,
}

/// Reminds of the instalments that are due and not paid, one message for each arrangement.
///
/// What holds everything holds them too; what holds an item does not. They do not wait for the
/// gap after other messages, for they were agreed.
pub(crate) fn instalments(
    standing: &Standing<'_>,
    wanted: impl Fn(&StepKey) -> bool,
    planned: &[Action],
) -> Instalments {
    let mut told = Instalments::default();
    for arrangement in &standing.acts.arrangements {
        if !matches!(arrangement.state, ArrangementState::Open(_)) {
            continue;
        }
        told.review_on(arrangement.next_change);
        let mut due: Vec<Due<'_, '_>> = Vec::new();
        for at in 0..arrangement.made.instalments.len() {
            due.extend(next_reminder(standing, arrangement, at, &mut told));
        }
        due.retain(|one| wanted(&key(standing, one)));
        due.retain(|one| is_free(standing, one.step, &mut told));
        // The highest step leads; of two alike, that of the earlier instalment.
        due.sort_by_key(|one| one.at);
        told.compose(standing, &due, planned);
    }
    told
}

/// The day on which the reminder of an instalment is due as things stand.
pub(crate) fn instalment_day(standing: &Standing<'_>, key: &StepKey) -> Option<i32> {
    let Subject::Instalment { arrangement, number } = &key.subject else { return None };
    let mut known = standing.acts.arrangements.iter();
    let arrangement = known.find(|known| known.entry.id == *arrangement)?;
    let at = usize::try_from(*number).ok()?.checked_sub(1)?;
    let reminders = &standing.policy.arranging.reminders;
    let step = reminders.iter().position(|step| step.id == key.step)?;
    reminder_day(standing, arrangement, at, step)
}

/// True if nothing that concerns the whole account stands against a reminder.
fn is_free(standing: &Standing<'_>, step: &InstalmentStep, told: &mut Instalments) -> bool {
    let blank = ItemFacts::default();
    let nobody = Survey::default();
    let case = Case::of_account(standing, &nobody, &blank);
    let mut answers = Answers::default();
    answers.begin();
    gates::stale(&case, &mut answers);
    gates::invalid(&case, &mut answers);
    gates::newer_entry(&case, &mut answers);
    gates::handed_over(&case, &mut answers);
    gates::insolvent(&case, &mut answers);
    gates::deceased(&case, &mut answers);
    gates::blocked(&case, || Some(&step.id), &mut answers);
    let (day, at) = answers.review();
    told.review_on(day);
    told.review_at(at);
    let verdict = Verdict { held: (0, answers.held.len()), ..Verdict::default() };
    let holds = holds_of(standing, &answers, 0, &verdict);
    let is_free = holds.is_empty();
    told.holds.extend(holds);
    is_free
}

fn key(standing: &Standing<'_>, due: &Due<'_, '_>) -> StepKey {
    StepKey {
        subject: subject(due),
        scenario: standing.policy.arranging.id.clone(),
        step: due.step.id.clone(),
        occurrence: 1,
    }
}

fn subject(due: &Due<'_, '_>) -> Subject {
    let number = u32::try_from(due.at.saturating_add(1)).unwrap_or(u32::MAX);
    Subject::Instalment { arrangement: due.arrangement.entry.id.clone(), number }
}

impl Instalments {
    pub(super) fn review_on(&mut self, day: i32) {
        if day < i32::MAX {
            self.review_day = Some(self.review_day.map_or(day, |known| known.min(day)));
        }
    }

    pub(super) fn review_at(&mut self, micros: i64) {
        if micros < i64::MAX {
            self.review_at = Some(self.review_at.map_or(micros, |known| known.min(micros)));
        }
    }

    fn compose(&mut self, standing: &Standing<'_>, due: &[Due<'_, '_>], planned: &[Action]) {
        // Of two alike the last is taken: so from the end.
        let Some(leading) = due.iter().rev().max_by_key(|one| one.step_number) else { return };
        let failed: Vec<FailedAttempt<'_>> =
            due.iter().flat_map(|one| one.failed.iter().copied()).collect();
        let channels = &leading.step.channels;
        let account = standing.account;
        let is_consumer = || is_consumer(account, account.items.iter());
        let terms = Terms {
            template: leading.step.template.as_ref(),
            cost_limit: None,
            adaptive: None,
            recipients: &[],
        };
        let mut chosen = notice::channel(
            channels,
            |channel| channel_block(standing, channel),
            |channel| gap_until(standing, channel),
            |channel| recipient(account, None, channel, &[]),
            |one, channel| standing.objection(one.contact, channel, one.address),
            |one, channel| barred(standing, is_consumer, &terms, one, channel),
            &failed,
        );
        sourced(&mut chosen.excluded);
        self.review_on(next_channel_change(standing, channels));
        let Some((channel, reached)) = chosen.reached else {
            let hold = unreachable(&leading.step.id, chosen.excluded);
            let id = &leading.arrangement.entry.id;
            let key = ["unreachable/", id, "/", &leading.step.id].concat();
            self.notices.push(Notice::new(key, subject(leading), hold.clone()));
            self.holds.push(hold);
            return;
        };
        let version = standing.policy.arranging.version;
        let covers: Vec<Cover> =
            due.iter().map(|one| Cover::new(key(standing, one), version)).collect();
        let attempt = due.iter().map(|one| one.attempt).max().unwrap_or(1);
        let digits = leading.arrangement.digits;
        let total = due.iter().fold(0, |sum, one| money::add(sum, one.arrangement.unpaid(one.at)));
        let contact = &reached.contact.id;
        let mut action = Action::new(
            delivery_id(&covers, name_of(channel), contact, attempt),
            ActionKind::Message,
            channel,
            recipient_of(standing, reached),
            covers,
            leading.step.id.clone(),
            [],
            money::from_minor(total, digits),
            leading.arrangement.made.currency,
            attempt,
            standing.now,
            standing.now,
            standing.now.plus_hours(standing.policy.send_within_hours),
        );
        action.template.clone_from(&leading.step.template);
        action.instalments = due.iter().filter_map(line).collect();
        let timed = set_hour(standing, &mut action);
        set_template(standing, &mut action);
        let (_, unknown) = set_cost(standing, &mut action, None);
        if let Some(hold) = limit(standing, &action, iter::empty(), [planned, &self.actions]) {
            if let Hold::Capped { until, .. } = &hold {
                self.review_at(until.micros());
            }
            self.holds.push(hold);
            return;
        }
        self.findings.extend(timed.findings().chain(unknown));
        self.actions.push(action);
    }
}

fn line(due: &Due<'_, '_>) -> Option<InstalmentLine> {
    let arrangement = due.arrangement;
    let instalment = arrangement.made.instalments.get(due.at)?;
    let amount = money::to_minor(instalment.amount, arrangement.digits).unwrap_or(0);
    Some(InstalmentLine {
        arrangement: arrangement.entry.id.clone(),
        number: u32::try_from(due.at.saturating_add(1)).unwrap_or(u32::MAX),
        step: due.step.id.clone(),
        date: instalment.date,
        amount: money::from_minor(amount, arrangement.digits),
        unpaid: money::from_minor(arrangement.unpaid(due.at), arrangement.digits),
    })
}

/// The same reminders to the same contact by the same channel at the same attempt have the same
/// id, whatever else the message says.
fn delivery_id(covers: &[Cover], channel: &str, contact: &str, attempt: u32) -> Str {
    let mut id = Fingerprint::default();
    for cover in covers {
        let Subject::Instalment { arrangement, number } = &cover.key.subject else { continue };
        id.text("instalment");
        id.text(arrangement);
        id.number(*number);
        id.text(&cover.key.scenario);
        id.text(&cover.key.step);
        id.number(cover.key.occurrence);
    }
    id.text(channel);
    id.text(contact);
    id.number(attempt);
    id.finish().as_str().into()
}
