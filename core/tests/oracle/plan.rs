//! The oracle's plan: every rule asked of every item, from the whole journal, each time anew.

use std::collections::BTreeSet;

use dunning::{Approval, Item, MinimumMissed, Moment, Scenario, Select, Sending};

use super::answer::{Answer, ItemAnswer, said};
use super::course::Course;
use super::deliveries::Delivery;
use super::facts::{World, number};
use super::level::Level;
use super::notice::{Message, Ready};
use super::owed::{Owed, is_credit};
use super::proposals::is_proposal;

/// What is known of an item before anything is put together.
struct Known<'a> {
    level: Option<Level<'a>>,
    course: Course,
    /// That its step was laid before a person, who has not decided.
    undecided: Option<String>,
    answer: ItemAnswer,
}

/// A message that goes out once it is approved: not yet, if a person was asked before.
pub(crate) struct Going {
    pub(crate) at: Moment,
    pub(crate) approval: Option<Approval>,
    pub(crate) sending: Option<Sending>,
}

impl<'a> World<'a> {
    pub(crate) fn answer(&self) -> Answer {
        self.answer_and_going().0
    }

    /// The answer, and what the journal will keep of the messages.
    pub(crate) fn answer_and_going(&self) -> (Answer, Vec<Going>) {
        let deliveries = self.deliveries();
        let owed = self.owed();
        let items = || self.account.items.iter().zip(&owed);
        let stops = items().map(|(item, owed)| self.stops(item, owed, deliveries));
        let stops: Vec<BTreeSet<String>> = stops.collect();
        let free: Vec<bool> = stops.iter().map(|stops| self.is_free(stops, deliveries)).collect();
        let known = items().zip(stops);
        let known =
            known.map(|((item, owed), stops)| self.known(item, (owed, &free), stops, deliveries));
        let mut known: Vec<Known<'a>> = known.collect();
        let due = self.ready(&mut known, &owed);
        let (kept, held) = self.enough(due);
        for (place, hold) in held {
            known[place].hold(hold);
        }
        let (mut actions, mut going) = (BTreeSet::new(), Vec::new());
        for message in self.messages(&kept, deliveries) {
            for one in &message.ready {
                match &message.text {
                    Ok(_) => known[one.place].answer.outcome = "act",
                    Err(hold) => known[one.place].hold(hold.clone()),
                }
            }
            going.extend(self.going(&message));
            let needs = message.ready.iter().any(|one| is_proposal(&one.ladder.steps[one.at]));
            let said = if needs { said(message.asks.is_none()) } else { "" };
            actions.extend(message.text.map(|text| text + said));
        }
        let (reminders, sendings) = self.reminders();
        actions.extend(reminders);
        going.extend(sendings.into_iter().map(|sending| Going {
            at: self.now,
            approval: None,
            sending: Some(sending),
        }));
        let items: Vec<ItemAnswer> = known.into_iter().map(|one| one.answer).collect();
        let fees = self.fees_of_journal(&items);
        (Answer { items, actions, fees }, going)
    }

    /// What comes of a message if somebody approves it.
    fn going(&self, message: &Message<'a>) -> Option<Going> {
        let sending = message.sending.as_ref()?;
        let is_part = sending.covers.iter().any(|cover| !cover.without.is_empty());
        let approval = message.asks.as_ref().map(|(shown, total)| {
            self.approving(&message.ready, is_part, (shown, *total, sending.currency))
        });
        let sending = message.text.is_ok().then(|| sending.clone());
        Some(Going { at: message.at, approval, sending })
    }

    /// Everything that stops an item, whatever its next step is.
    fn stops(&self, item: &Item, owed: &Owed, deliveries: &[Delivery<'a>]) -> BTreeSet<String> {
        let mut holds: BTreeSet<String> = owed.holds.iter().cloned().collect();
        if self.is_stale() {
            holds.insert("stale".to_owned());
        }
        if !self.is_closed(item) || self.has_fees_left(item) {
            holds.extend(self.gates(item, deliveries));
        }
        holds
    }

    /// True if nothing stops an item; what is out in one of several messages of a step still counts
    /// for the others.
    fn is_free(&self, stops: &BTreeSet<String>, deliveries: &[Delivery<'a>]) -> bool {
        stops.iter().all(|stop| {
            deliveries.iter().any(|one| {
                let is_part = one.covers.iter().any(|cover| !cover.without.is_empty());
                is_part && stop.starts_with(&format!("outcomeUnknown {} ", one.id))
            })
        })
    }

    fn is_closed(&self, item: &Item) -> bool {
        is_credit(item) || self.open(item) <= 0
    }

    fn known(
        &self,
        item: &'a Item,
        (owed, free): (&Owed, &[bool]),
        stops: BTreeSet<String>,
        deliveries: &[Delivery<'a>],
    ) -> Known<'a> {
        let is_closed = self.is_closed(item);
        let mut answer = ItemAnswer {
            item: item.id.to_string(),
            outcome: if is_closed && !self.is_stale() { "closed" } else { "wait" },
            holds: stops,
            ..ItemAnswer::default()
        };
        let mut course = Course::default();
        let (mut found, mut undecided) = (None, None);
        if is_closed && self.has_fees_left(item) {
            let level = self.level(item, free, deliveries);
            self.give_up(item, (owed, free), &level, &mut answer);
        } else if !is_closed {
            let level = self.level(item, free, deliveries);
            match &level.ladder {
                Err(why) => {
                    answer.holds.insert(format!("scenario {why}"));
                }
                Ok(ladder) => {
                    let all = free.iter().filter(|is_free| **is_free).count();
                    let free = level.group.map_or(all, |group| group.count);
                    course = self.course(item, ladder, &level, (owed, free), deliveries);
                    // A call that the ladder has passed over holds nothing any more.
                    for id in self.forgotten(item, ladder, course.next.map(|(at, _)| at)) {
                        let hold = format!("outcomeUnknown {id} ");
                        answer.holds.retain(|known| !known.starts_with(&hold));
                    }
                    answer.holds.extend(course.holds.iter().cloned());
                    if let Some((at, _)) = course.next {
                        let step = &ladder.steps[at];
                        let mut key = self.key(item, ladder, &step.id);
                        key.occurrence = course.occurrence.unwrap_or(key.occurrence);
                        undecided = self.undecided(item, step, &key);
                    }
                    answer.passed.clone_from(&course.passed);
                    answer.next = course.next.map(|(at, due)| {
                        let mut key = self.key(item, ladder, &ladder.steps[at].id);
                        key.occurrence = course.occurrence.unwrap_or(key.occurrence);
                        format!("{} {} {} {due}", key.scenario, key.step, key.occurrence)
                    });
                    answer.level = course.level.map(|at| ladder.steps[at].id.to_string());
                    found = Some(level);
                }
            }
        }
        let mut known = Known { level: found, course, undecided, answer };
        if known.course.is_due && !known.answer.holds.is_empty() {
            known.answer.holds.extend(known.undecided.clone());
        }
        known
    }

    /// Fees that are left of a settled item are given up, if nothing else stands against it.
    fn give_up(
        &self,
        item: &Item,
        (owed, free): (&Owed, &[bool]),
        level: &Level<'a>,
        answer: &mut ItemAnswer,
    ) {
        match &level.ladder {
            Err(why) => {
                // Nobody knows whether they are given up.
                answer.holds.remove("nothingOwed settled");
                answer.holds.insert(format!("scenario {why}"));
            }
            Ok(ladder) => {
                let all = free.iter().filter(|is_free| **is_free).count();
                let course = self.course(item, ladder, level, (owed, all), self.deliveries());
                answer.level = course.level.map(|at| ladder.steps[at].id.to_string());
            }
        }
        if answer.holds.iter().any(|hold| hold != "nothingOwed settled") {
            answer.outcome = "wait";
        }
    }

    /// What is due and free, and what goes along with it.
    fn ready(&self, known: &mut [Known<'a>], owed: &[Owed]) -> Vec<Ready<'a>> {
        let mut all = Vec::new();
        for (place, item) in self.account.items.iter().enumerate() {
            let one = &known[place];
            let Some(ladder) = one.level.as_ref().and_then(|level| level.ladder.ok()) else {
                continue;
            };
            if let Some((at, _)) = one.course.next
                && one.course.is_due
                && one.answer.holds.is_empty()
            {
                all.push(one.ready((place, item), ladder, at, &owed[place]));
            }
        }
        let mut joined = Vec::new();
        for (place, item) in self.account.items.iter().enumerate() {
            let one = &mut known[place];
            let Some(ladder) = one.level.as_ref().and_then(|level| level.ladder.ok()) else {
                continue;
            };
            let takes_along = ladder.select == Some(Select::AllOverdueOnceOneTriggers)
                && all.iter().any(|other| other.ladder == ladder);
            if let Some((at, _)) = one.course.next
                && takes_along
                && one.course.waits_for_day
                && one.course.is_free
                && one.answer.holds.len() == 1
                && self.today > number(item.due)
            {
                one.answer.holds.clear();
                joined.push(one.ready((place, item), ladder, at, &owed[place]));
            }
        }
        all.extend(joined);
        all.sort_by_key(|one| one.place);
        all
    }
}

impl Known<'_> {
    /// Something holds its message, and perhaps a person who was asked as well.
    fn hold(&mut self, hold: String) {
        if !hold.starts_with("awaitingApproval") {
            self.answer.holds.extend(self.undecided.clone());
        }
        self.answer.holds.insert(hold);
    }

    fn ready<'a>(
        &self,
        (place, item): (usize, &'a Item),
        ladder: &'a Scenario,
        at: usize,
        owed: &Owed,
    ) -> Ready<'a> {
        let again = ladder.minimums.as_ref().and_then(|minimums| minimums.missed)
            == Some(MinimumMissed::LowerStepOrAgain);
        let reached = self.course.level.filter(|_| again && !self.course.is_cut);
        let lowest = reached.unwrap_or(self.course.lowest);
        let occurrence = self.course.occurrence;
        Ready { place, item, ladder, at, lowest, occurrence, dunned: owed.dunned }
    }
}
