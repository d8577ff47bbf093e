//! What a day can carry, over many accounts.

use std::iter;

use rustc_hash::FxHashMap;

use crate::calendar::{Day, Zone};
use crate::error::Refusal;
use crate::json;
use crate::model::{Action, Channel, Plan, Trouble};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// How much goes out on a day, over all accounts.
    pub struct Limits {
        /// The zone whose days count, by its IANA name.
        pub zone: Str,
        /// Messages or calls a day.
        pub channels: Vec<ChannelLimit>,
        /// What went out already, or is queued.
        pub used: Vec<ChannelUse> = [],
        /// What goes first, the first reason before the others; if nothing tells two actions
        /// apart, or nothing is given, they go in the order of the plans.
        pub priority: Vec<CapacityPriority> = [],
    }
}

record! {
    /// How much goes out by a channel on a day.
    pub struct ChannelLimit {
        /// The channel.
        pub channel: Channel,
        /// Messages, or calls that people can make.
        pub a_day: u32,
    }
}

record! {
    /// What a day has taken already.
    pub struct ChannelUse {
        /// The channel.
        pub channel: Channel,
        /// The day.
        pub day: Day,
        /// Messages or calls.
        pub count: u32,
    }
}

words! {
    /// What goes first.
    pub enum CapacityPriority {
        /// What has the oldest due day among its items.
        OldestDue,
        /// What may be sent for the shortest time.
        ExpiresFirst,
        /// What was tried most often.
        MostAttempts,
    }
}

record! {
    /// What of many plans goes out, and what waits for another day.
    pub struct Capacity {
        /// The deliveries that go out as planned, in the order of the plans.
        pub kept: Vec<Str>,
        /// The deliveries for which their day has no room, in the order of the plans.
        pub deferred: Vec<Deferred>,
    }
}

record! {
    /// A delivery that waits.
    pub struct Deferred {
        /// The delivery.
        pub delivery: Str,
        /// Whose plan it is of.
        pub creditor: Str,
        /// Whose plan it is of.
        pub debtor: Str,
        /// The channel that is full.
        pub channel: Channel,
        /// The day for which it was planned.
        pub day: Day,
        /// What goes out by the channel on a day.
        pub a_day: u32,
        /// The first day with room: plan the account again then.
        pub until: Day,
    }
}

/// How far ahead room is looked for.
const AHEAD: i32 = 366;

/// Fits the actions of many plans into what goes out on a day, over all accounts.
///
/// Each action counts on the day of its `not_before`. What its day has no room for is deferred to
/// the first day with room, by the priority that is stated: do not queue it, and plan its account
/// again on that day, since hours and amounts may be others by then. It looks at no rule.
///
/// # Errors
///
/// [`Refusal::Invalid`] if the zone is not known, a channel has two limits, or no day of a year
/// has room.
///
/// ```
/// use dunning::{Channel, ChannelLimit, Limits, capacity};
///
/// let limits = Limits::new("Europe/Amsterdam", vec![ChannelLimit::new(Channel::Call, 40_u32)]);
/// let fitted = capacity(&[], &limits)?;
/// assert!(fitted.kept.is_empty() && fitted.deferred.is_empty());
/// # Ok::<(), dunning::Refusal>(())
/// ```
pub fn capacity(plans: &[Plan], limits: &Limits) -> Result<Capacity, Refusal> {
    let zone = Zone::named(&limits.zone)
        .ok_or_else(|| invalid("limits.zone", &limits.zone, Trouble::UnknownZone))?;
    for (at, limit) in limits.channels.iter().enumerate() {
        let mut earlier = limits.channels.iter().take(at);
        if earlier.any(|other| other.channel == limit.channel) {
            let path = format!("limits.channels[{at}].channel");
            return Err(invalid(
                &path,
                json::write(&limit.channel).trim_matches('"'),
                Trouble::DuplicateId,
            ));
        }
    }
    let mut actions: Vec<(usize, &Plan, &Action)> = Vec::new();
    for plan in plans {
        for action in &plan.actions {
            actions.push((actions.len(), plan, action));
        }
    }
    let mut order: Vec<usize> = (0..actions.len()).collect();
    order.sort_by_cached_key(|at| {
        let action = actions.get(*at).map(|(_, _, action)| *action);
        let rank = |by: &CapacityPriority| action.map_or(i64::MAX, |action| rank(*by, action));
        (limits.priority.iter().map(rank).collect::<Vec<i64>>(), *at)
    });
    let mut days = Days { limits, taken: FxHashMap::default() };
    for used in &limits.used {
        let taken = days.taken.entry((used.channel, used.day.number())).or_default();
        *taken = taken.saturating_add(used.count);
    }
    let mut told: Vec<(usize, Option<Deferred>)> = Vec::with_capacity(actions.len());
    for at in order {
        let Some((number, plan, action)) = actions.get(at) else { continue };
        told.push((*number, days.fit(zone, plan, action)?));
    }
    told.sort_by_key(|(number, _)| *number);
    let mut fitted = Capacity { kept: Vec::new(), deferred: Vec::new() };
    for ((_, deferred), (_, _, action)) in told.into_iter().zip(&actions) {
        match deferred {
            None => fitted.kept.push(action.delivery.clone()),
            Some(deferred) => fitted.deferred.push(deferred),
        }
    }
    Ok(fitted)
}

/// The lesser goes first.
fn rank(by: CapacityPriority, action: &Action) -> i64 {
    match by {
        CapacityPriority::OldestDue => {
            let lines = action.lines.iter().map(|line| line.due.number());
            let instalments = action.instalments.iter().map(|line| line.date.number());
            lines.chain(instalments).min().map_or(i64::MAX, i64::from)
        }
        CapacityPriority::ExpiresFirst => action.expires_at.micros(),
        CapacityPriority::MostAttempts => i64::from(action.attempt).saturating_neg(),
    }
}

/// What the days have taken.
struct Days<'a> {
    limits: &'a Limits,
    taken: FxHashMap<(Channel, i32), u32>,
}

impl Days<'_> {
    /// Takes the first room from the day of an action on; tells of it if that is another day.
    fn fit(
        &mut self,
        zone: Zone,
        plan: &Plan,
        action: &Action,
    ) -> Result<Option<Deferred>, Refusal> {
        // A message by several channels takes room by each of them on the same day.
        let copies = action.copies.iter().map(|copy| copy.channel);
        let own = iter::once(action.channel).chain(copies);
        let limit = |own: Channel| self.limits.channels.iter().find(|one| one.channel == own);
        let needed: Vec<&ChannelLimit> = own.filter_map(limit).collect();
        let day = zone.day_of(action.not_before);
        let Some(full) = needed.iter().find(|one| !self.has_room(one, day)).or(needed.first())
        else {
            return Ok(None);
        };
        let mut ahead = day..day.saturating_add(AHEAD);
        let free = ahead.find(|day| needed.iter().all(|one| self.has_room(one, *day)));
        let Some(until) = free else {
            let value = full.a_day.to_string();
            return Err(invalid("limits.channels", &value, Trouble::OutOfRange));
        };
        for one in &needed {
            let taken = self.taken.entry((one.channel, until)).or_default();
            *taken = taken.saturating_add(1);
        }
        Ok((until > day).then(|| Deferred {
            delivery: action.delivery.clone(),
            creditor: plan.creditor.clone(),
            debtor: plan.debtor.clone(),
            channel: full.channel,
            day: Day::of(day),
            a_day: full.a_day,
            until: Day::of(until),
        }))
    }

    fn has_room(&self, limit: &ChannelLimit, day: i32) -> bool {
        self.taken.get(&(limit.channel, day)).is_none_or(|taken| *taken < limit.a_day)
    }
}

fn invalid(path: &str, value: &str, problem: Trouble) -> Refusal {
    Refusal::Invalid { path: path.into(), value: value.into(), problem }
}
