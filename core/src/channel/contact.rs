//! Whether and when a debtor may be approached, by all rules at once.

use chrono::{FixedOffset, SecondsFormat};

use super::clock::{Clock, Holidays};
use super::hours::{ContactCheck, ContactSetting, ContactSpan, NextContact};
use crate::calendar::{Moment, Zone, built_in};
use crate::model::{CallLimit, ContactRule, ContactStop, ContactWhy};
use crate::text::Str;

/// How far ahead is looked: longer than any row of closed days.
const AHEAD: i64 = 731 * 86_400 * 1_000_000;

/// A rule that holds, on the clock of each zone that counts; what is not known in place of a clock.
struct Held<'a> {
    rule: &'a ContactRule,
    clocks: Vec<(Option<Str>, Result<Clock<'a>, ContactWhy>)>,
}

impl Held<'_> {
    fn stop(&self, zone: Option<&Str>, why: ContactWhy) -> ContactStop {
        ContactStop {
            rule: self.rule.id.clone(),
            source: self.rule.source.clone(),
            why,
            zone: zone.cloned(),
        }
    }

    /// Where and why the rule does not allow an instant.
    fn stops(&self, at: Moment) -> Vec<ContactStop> {
        let stop = |(zone, clock): &(Option<Str>, Result<Clock<'_>, ContactWhy>)| {
            let why = match clock {
                Ok(clock) => clock.stops(at)?,
                Err(unknown) => unknown.clone(),
            };
            Some(self.stop(zone.as_ref(), why))
        };
        self.clocks.iter().filter_map(stop).collect()
    }

    fn clocks(&self) -> impl Iterator<Item = &Clock<'_>> {
        self.clocks.iter().filter_map(|(_, clock)| clock.as_ref().ok())
    }

    fn is_unknown(&self) -> bool {
        self.clocks.iter().any(|(_, clock)| clock.is_err())
    }
}

/// The rules that speak of a contact, on their clocks.
pub(crate) struct Hours<'a> {
    held: Vec<Held<'a>>,
}

impl<'a> Hours<'a> {
    /// Of rules whose calendars are found by their names.
    pub(crate) fn new(
        rules: impl Iterator<Item = &'a ContactRule>,
        setting: &ContactSetting,
        calendar: impl Fn(&'a str) -> Option<Holidays<'a>>,
    ) -> Self {
        let on = |rule: &'a ContactRule| {
            let zones: Vec<&Str> = match &rule.zone {
                Some(zone) => vec![zone],
                None => setting.zones.iter().collect(),
            };
            let holidays = rule.calendar.as_ref().map(|id| {
                calendar(id).ok_or_else(|| ContactWhy::UnknownCalendar { calendar: id.clone() })
            });
            let clock = |zone: &Str| {
                let zone = Zone::named(zone).ok_or(ContactWhy::UnknownZone {})?;
                Ok(Clock::new(rule, zone, holidays.clone().transpose()?))
            };
            let mut clocks: Vec<_> =
                zones.iter().map(|zone| (Some((*zone).clone()), clock(zone))).collect();
            if clocks.is_empty() {
                clocks.push((None, Err(ContactWhy::UnknownZone {})));
            }
            Held { rule, clocks }
        };
        Self { held: rules.filter(|rule| rule.holds_for(setting)).map(on).collect() }
    }

    /// Of rules whose calendars are the built-in ones.
    fn built_in(rules: &'a [ContactRule], setting: &ContactSetting) -> Self {
        Self::new(rules.iter(), setting, |id| {
            built_in(id).map(|known| Holidays { id, days: known.days() })
        })
    }

    /// What both allow.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.held.extend(other.held);
        self
    }

    /// The first instant from `at` on that all rules allow, and the rules that moved it.
    pub(crate) fn next(&self, at: Moment) -> NextContact {
        let end = Moment::of(at.micros().saturating_add(AHEAD));
        let mut moved_by = Vec::new();
        match self.first(at, end, &mut moved_by) {
            Some(at) => NextContact::At { at, moved_by, beyond: self.beyond(at) },
            None => NextContact::Never { moved_by },
        }
    }

    /// The first instant from an allowed one on that is not allowed any more; `until` if that
    /// comes first.
    pub(crate) fn shut(&self, open: Moment, until: Moment) -> Moment {
        let clocks = self.held.iter().flat_map(Held::clocks);
        let shut = clocks.filter_map(|clock| clock.next(open, false, until)).min();
        shut.unwrap_or(until)
    }

    /// The rules on how often a debtor may be called.
    pub(crate) fn call_limits(&self) -> impl Iterator<Item = (&'a ContactRule, &'a CallLimit)> {
        self.held.iter().filter_map(|held| Some((held.rule, held.rule.calls.as_ref()?)))
    }

    fn stops(&self, at: Moment) -> Vec<ContactStop> {
        self.held.iter().flat_map(|rule| rule.stops(at)).collect()
    }

    fn beyond(&self, at: Moment) -> Vec<Str> {
        let is_beyond = |held: &&Held<'_>| held.clocks().any(|clock| clock.is_beyond(at));
        self.held.iter().filter(is_beyond).map(|held| held.rule.id.clone()).collect()
    }

    /// The first instant that every clock allows; each that does not moves it to its own next one.
    fn first(&self, at: Moment, end: Moment, moved_by: &mut Vec<ContactStop>) -> Option<Moment> {
        let mut at = at;
        loop {
            let stops = self.stops(at);
            if stops.is_empty() {
                return Some(at);
            }
            for stop in stops {
                if !moved_by.contains(&stop) {
                    moved_by.push(stop);
                }
            }
            if self.held.iter().any(Held::is_unknown) {
                return None;
            }
            let mut latest = at;
            for clock in self.held.iter().flat_map(Held::clocks) {
                latest = latest.max(clock.next(at, true, end)?);
            }
            at = latest;
        }
    }
}

/// Whether a debtor may be approached at an instant: what every rule that holds allows in every
/// zone in which the debtor may be. The time of sending counts.
///
/// ```
/// use dunning::{Channel, ContactSetting, CreditorRole, contact_check, contact_rules};
///
/// let zone = dunning::Str::from("Europe/Amsterdam");
/// let country: dunning::Country = "NL".parse()?;
/// let mut setting = ContactSetting::new(Channel::Email, vec![zone], country, true, true);
/// setting.role = Some(CreditorRole::ThirdParty);
/// // Ascension Day.
/// let check = contact_check(&contact_rules(), &setting, "2026-05-14T08:00:00Z".parse()?);
/// assert!(!check.allowed);
/// assert_eq!(check.stops[0].rule, "nl_collectors");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn contact_check(rules: &[ContactRule], setting: &ContactSetting, at: Moment) -> ContactCheck {
    let hours = Hours::built_in(rules, setting);
    let stops = hours.stops(at);
    ContactCheck {
        allowed: stops.is_empty(),
        rules: hours.held.iter().map(|held| held.rule.id.clone()).collect(),
        stops,
        local: setting.zones.iter().filter_map(|zone| local(zone, at)).collect(),
        beyond: hours.beyond(at),
    }
}

/// The time in a zone, as RFC 3339.
fn local(zone: &str, at: Moment) -> Option<Str> {
    let seconds = Zone::named(zone)?.offset(at);
    let offset = FixedOffset::east_opt(i32::try_from(seconds).ok()?)?;
    let local = at.utc().with_timezone(&offset);
    Some(local.to_rfc3339_opts(SecondsFormat::AutoSi, false).into())
}

/// The first instant from `at` on at which a debtor may be approached, and the rules that moved it.
///
/// Hours are those of the clock: over a change to or from summer time they stay where they are on
/// the clock, so that the instant moves.
///
/// ```
/// use dunning::{Channel, ContactHours, ContactRule, ContactSetting, NextContact, next_contact};
///
/// let mut office = ContactRule::new("office", "house rule");
/// office.windows = vec![ContactHours::new(540_u32, 1_020_u32)];
/// let zone = dunning::Str::from("Europe/Amsterdam");
/// let country: dunning::Country = "NL".parse()?;
/// let setting = ContactSetting::new(Channel::Call, vec![zone], country, false, false);
/// // The evening before the clock is turned.
/// let next = next_contact(&[office], &setting, "2026-03-28T17:00:00Z".parse()?);
/// let NextContact::At { at, moved_by, .. } = next else { panic!("never") };
/// assert_eq!(at.to_string(), "2026-03-29T07:00:00Z");
/// assert_eq!(moved_by[0].rule, "office");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn next_contact(rules: &[ContactRule], setting: &ContactSetting, at: Moment) -> NextContact {
    Hours::built_in(rules, setting).next(at)
}

/// The spans from `since` until before `until` in which a debtor may be approached, in order.
/// Empty if a zone is not known.
#[must_use]
pub fn contact_spans(
    rules: &[ContactRule],
    setting: &ContactSetting,
    since: Moment,
    until: Moment,
) -> Vec<ContactSpan> {
    let hours = Hours::built_in(rules, setting);
    let until = until.min(Moment::of(since.micros().saturating_add(AHEAD)));
    let mut spans = Vec::new();
    let mut at = since;
    while at < until {
        let open = hours.first(at, until, &mut Vec::new());
        let Some(open) = open.filter(|open| *open < until) else {
            break;
        };
        at = hours.shut(open, until);
        spans.push(ContactSpan { since: open, until: at });
    }
    spans
}
