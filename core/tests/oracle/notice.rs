//! What goes out together, to whom and by which channel.

use dunning::{
    AddressRef, Channel, Cover, Deadline, Event, Grouping, Item, Moment, Netting, Scenario,
    Sending, SentLine, StepKey,
};

use super::answer::word;
use super::calls::is_call;
use super::channel::Chosen;
use super::deliveries::Delivery;
use super::facts::{World, amount, day, number};
use super::named::{bases, fees_told, in_all};
use super::owed::is_credit;
use super::proposals::is_proposal;
use super::shared::is_shared;

/// A step of an item that is due and free.
#[derive(Clone)]
pub(crate) struct Ready<'a> {
    pub(crate) place: usize,
    pub(crate) item: &'a Item,
    pub(crate) ladder: &'a Scenario,
    pub(crate) at: usize,
    /// The lowest step that may be taken instead.
    pub(crate) lowest: usize,
    /// Of a step that is repeated.
    pub(crate) occurrence: Option<u32>,
    pub(crate) dunned: i64,
}

/// A message, or why there is none.
pub(crate) struct Message<'a> {
    pub(crate) ready: Vec<Ready<'a>>,
    pub(crate) text: Result<String, String>,
    pub(crate) sending: Option<Sending>,
    /// What a person sees who has to approve it, and its total.
    pub(crate) asks: Option<(String, i64)>,
    /// When it is sent at the earliest.
    pub(crate) at: Moment,
}

impl<'a> World<'a> {
    /// Every contact with the debtor: by what, and on which day.
    pub(crate) fn contacts(&self, deliveries: &[Delivery<'a>]) -> Vec<(Channel, i32)> {
        let mut contacts: Vec<(Channel, i32)> = deliveries
            .iter()
            .filter_map(|one| Some((one.channel, one.contact_day(self)?)))
            .collect();
        for entry in &self.journal {
            if let Event::LevelImported { level } = &entry.event
                && let Some(channel) = level.channel
            {
                contacts.push((channel, number(level.reached_on)));
            }
        }
        contacts
    }

    pub(crate) fn messages(
        &self,
        ready: &[Ready<'a>],
        deliveries: &[Delivery<'a>],
    ) -> Vec<Message<'a>> {
        let mut groups: Vec<(String, Vec<Ready<'a>>)> = Vec::new();
        for one in ready {
            let name = format!("{} {:?}", self.group(one), self.laid_apart(one, ready));
            let one = one.clone();
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, group)) => group.push(one),
                None => groups.push((name, vec![one])),
            }
        }
        let mut credits = self.credits();
        // What is overdue comes first, then what has the smaller name, then what is due first.
        groups.sort_by_key(|(_, group)| {
            let oldest = group.iter().map(|one| (one.item.due, &one.item.id)).min();
            let upcoming = group.iter().any(|one| number(one.item.due) >= self.today);
            let ladder = self.doc.scenarios.iter().position(|known| known == group[0].ladder);
            let step = Some((ladder, group[0].at));
            let step = step.filter(|_| self.doc.grouping == Some(Grouping::Step));
            let shared = ladder.filter(|_| is_shared(group[0].ladder));
            (
                is_call(&group[0].ladder.steps[group[0].at]),
                upcoming,
                shared,
                self.apart(&group[0]),
                step,
                oldest,
            )
        });
        let groups = groups.into_iter().map(|(_, group)| group);
        let all = groups.map(|group| self.message(group, deliveries, &mut credits));
        let mut all = self.parted(all.collect(), deliveries);
        self.hold_lower(&mut all);
        all
    }

    /// What counts against totals only, by currency.
    fn credits(&self) -> Vec<(dunning::Currency, i64)> {
        if self.doc.netting != Some(Netting::TotalOnly) {
            return Vec::new();
        }
        let items = self.account.items.iter();
        let due = items.filter(|item| is_credit(item) && self.counts(item, Netting::TotalOnly));
        due.map(|item| (item.currency, -self.open(item))).collect()
    }

    /// What is alike goes into one message.
    fn group(&self, one: &Ready<'a>) -> String {
        let upcoming = number(one.item.due) >= self.today;
        let step = &one.ladder.steps[one.at].id;
        let own = match self.doc.grouping {
            // What shares a level goes together.
            _ if is_shared(one.ladder) => {
                let apart = self.apart(one);
                format!("{} {} {apart:?}", one.ladder.id, one.ladder.version)
            }
            Some(Grouping::Item) => one.item.id.to_string(),
            Some(Grouping::Step) => format!("{} {} {step}", one.ladder.id, one.ladder.version),
            _ => format!("{:?}", self.apart(one)),
        };
        let by_call = is_call(&one.ladder.steps[one.at]);
        format!("{} {by_call} {upcoming} {own}", one.item.currency)
    }

    /// The branch or the contact by which items are kept apart.
    fn apart(&self, one: &Ready<'a>) -> Option<&'a str> {
        match self.doc.grouping {
            Some(Grouping::Party) => one.item.party.as_deref(),
            Some(Grouping::Recipient) => {
                let alone = std::slice::from_ref(one);
                let chosen = self.choose(alone, one).ok()?;
                Some(chosen.contact.id.as_str())
            }
            _ => None,
        }
    }

    fn message(
        &self,
        mut group: Vec<Ready<'a>>,
        deliveries: &[Delivery<'a>],
        credits: &mut Vec<(dunning::Currency, i64)>,
    ) -> Message<'a> {
        group.sort_by_key(|one| (one.item.due, &one.item.id));
        let highest = group.iter().map(|one| one.at).max().unwrap();
        let leading = group.iter().find(|one| one.at == highest).unwrap().clone();
        let mut total: i64 = group.iter().map(|one| one.dunned).sum();
        for (currency, left) in credits {
            if *currency == leading.item.currency {
                let used = total.min(*left);
                total -= used;
                *left -= used;
            }
        }
        if total <= 0 {
            let text = Err("nothingOwed awaitingAllocation".to_owned());
            return Message { ready: group, text, sending: None, asks: None, at: self.now };
        }
        let step = &leading.ladder.steps[leading.at];
        // When the debtor may be called again.
        let again = group.iter().filter_map(|one| {
            self.again(one.item, &one.ladder.steps[one.at], &self.ready_key(one))
        });
        let at = again.map(|again| again.not_before).fold(self.now, Moment::max);
        let chosen = match self.choose(&group, &leading) {
            Ok(chosen) => chosen,
            Err(excluded) => {
                let text = Err(format!("unreachable {}{excluded}", step.id));
                return Message { ready: group, text, sending: None, asks: None, at };
            }
        };
        let named = self.named(&group, &leading);
        let mut sending = self.sending(&group, &leading, &chosen, total);
        sending.charges = named.iter().map(|one| one.charge.clone()).collect();
        let sending = Some(sending);
        let shown =
            shown(&group, &leading, &chosen, total) + &fees_told(&named, in_all(&named, total));
        let attempt = group.iter().map(|one| self.attempt(one, deliveries)).max().unwrap();
        let mut text = format!("{shown} (attempt {attempt}){}", bases(&named));
        if at != self.now {
            text.push_str(&format!(" at {at}"));
        }
        let needs = group.iter().any(|one| is_proposal(&one.ladder.steps[one.at]));
        let approved = needs.then(|| self.approval(&group, step, (&shown, total)));
        let asks = approved.as_ref().filter(|one| **one != Ok(true)).map(|_| (shown, total));
        let text = match approved {
            Some(Err(hold)) => Err(hold),
            _ => Ok(text),
        };
        Message { ready: group, text, sending, asks, at }
    }

    /// What the journal keeps of a message.
    fn sending(
        &self,
        group: &[Ready<'a>],
        leading: &Ready<'a>,
        chosen: &Chosen<'a>,
        total: i64,
    ) -> Sending {
        let keys = group.iter().map(|one| (self.ready_key(one), one.ladder.version));
        let mut covers: Vec<Cover> = keys.map(|(key, version)| Cover::new(key, version)).collect();
        covers.dedup();
        let attempt = group.iter().map(|one| self.attempt(one, self.deliveries())).max();
        let currency = leading.item.currency;
        let digits = u32::from(currency.minor_units().unwrap());
        let first = &group[0].item.id;
        let mut address = AddressRef::new(chosen.address.id.clone());
        address.fingerprint = chosen.address.fingerprint.clone();
        let mut sending = Sending::new(
            format!("{first}-{}", self.now),
            covers,
            chosen.channel,
            chosen.contact.id.clone(),
            address,
            attempt.unwrap(),
            self.now,
            currency,
            amount(total, digits),
            group.iter().map(line).collect::<Vec<SentLine>>(),
        );
        let days = leading.ladder.steps[leading.at].deadline_days;
        sending.deadline = days.map(|days| {
            let date = day(self.today + i32::try_from(days).unwrap());
            Deadline::On { date }
        });
        sending
    }

    pub(crate) fn ready_key(&self, one: &Ready<'a>) -> StepKey {
        let mut key = self.key(one.item, one.ladder, &one.ladder.steps[one.at].id);
        key.occurrence = one.occurrence.unwrap_or(key.occurrence);
        key
    }

    /// One more than the last delivery of this step, which did not arrive or was not sent.
    fn attempt(&self, one: &Ready<'a>, deliveries: &[Delivery<'a>]) -> u32 {
        let key = self.ready_key(one);
        let earlier = deliveries.iter().filter(|delivery| delivery.takes(&key, &one.item.id));
        1 + earlier.map(|delivery| delivery.attempt).max().unwrap_or(0)
    }
}

/// What a person sees who approves it.
fn shown(group: &[Ready<'_>], leading: &Ready<'_>, chosen: &Chosen<'_>, total: i64) -> String {
    let step = &leading.ladder.steps[leading.at];
    let (contact, address) = (&chosen.contact.id, &chosen.address.id);
    let mut text = format!("{} to {contact} {address}", word(chosen.channel));
    if let Some(days) = step.deadline_days {
        text.push_str(&format!(" within {days}"));
    }
    text.push_str(&format!(": as {}", step.id));
    for one in group {
        let own = &one.ladder.steps[one.at].id;
        text.push_str(&format!(" {}/{own} {}", one.item.id, one.dunned));
    }
    text.push_str(&format!(" = {total} {}", leading.item.currency));
    text
}

fn line(one: &Ready<'_>) -> SentLine {
    let step = one.ladder.steps[one.at].id.clone();
    let (item, version) = (one.item, one.ladder.version);
    SentLine::new(item.id.clone(), step, version, item.id.clone(), item.due, item.open)
}
