//! Whether and when a debtor may be approached, by all rules at once.

use chrono::{FixedOffset, SecondsFormat};

use super::clock::Clock;
use super::hours::{
    ContactCheck, ContactRule, ContactSetting, ContactSpan, ContactStop, ContactWhy, NextContact,
};
use crate::calendar::{Moment, Zone};
use crate::text::Str;

/// How far ahead is looked: longer than any row of closed days.
const AHEAD: i64 = 731 * 86_400 * 1_000_000;

/// A rule that holds, on the clock of each zone that counts; no clock for a zone that is unknown.
struct Held<'a> {
    rule: &'a ContactRule,
    clocks: Vec<(Option<Str>, Option<Clock<'a>>)>,
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
        let stop = |(zone, clock): &(Option<Str>, Option<Clock<'_>>)| {
            let why = match clock {
                Some(clock) => clock.stops(at)?,
                None => ContactWhy::UnknownZone {},
            };
            Some(self.stop(zone.as_ref(), why))
        };
        self.clocks.iter().filter_map(stop).collect()
    }

    fn clocks(&self) -> impl Iterator<Item = &Clock<'_>> {
        self.clocks.iter().filter_map(|(_, clock)| clock.as_ref())
    }
}

/// The rules that speak of such a contact.
fn held<'a>(rules: &'a [ContactRule], setting: &ContactSetting) -> Vec<Held<'a>> {
    let on = |rule: &'a ContactRule| {
        let zones: Vec<&Str> = match &rule.zone {
            Some(zone) => vec![zone],
            None => setting.zones.iter().collect(),
        };
        let clock = |zone: &Str| Zone::named(zone).map(|zone| Clock::new(rule, zone));
        let mut clocks: Vec<(Option<Str>, Option<Clock<'a>>)> =
            zones.iter().map(|zone| (Some((*zone).clone()), clock(zone))).collect();
        if clocks.is_empty() {
            clocks.push((None, None));
        }
        Held { rule, clocks }
    };
    rules.iter().filter(|rule| rule.holds_for(setting)).map(on).collect()
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
    let held = held(rules, setting);
    let stops: Vec<ContactStop> = held.iter().flat_map(|rule| rule.stops(at)).collect();
    ContactCheck {
        allowed: stops.is_empty(),
        rules: held.iter().map(|held| held.rule.id.clone()).collect(),
        stops,
        local: setting.zones.iter().filter_map(|zone| local(zone, at)).collect(),
        beyond: beyond(&held, at),
    }
}

fn beyond(held: &[Held<'_>], at: Moment) -> Vec<Str> {
    let is_beyond = |held: &&Held<'_>| held.clocks().any(|clock| clock.is_beyond(at));
    held.iter().filter(is_beyond).map(|held| held.rule.id.clone()).collect()
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
    let held = held(rules, setting);
    let end = Moment::of(at.micros().saturating_add(AHEAD));
    let mut moved_by = Vec::new();
    match first(&held, at, end, &mut moved_by) {
        Some(at) => NextContact::At { at, moved_by, beyond: beyond(&held, at) },
        None => NextContact::Never { moved_by },
    }
}

/// The first instant that every clock allows; each that does not moves it to its own next one.
fn first(
    held: &[Held<'_>],
    at: Moment,
    end: Moment,
    moved_by: &mut Vec<ContactStop>,
) -> Option<Moment> {
    let mut at = at;
    loop {
        let stops: Vec<ContactStop> = held.iter().flat_map(|rule| rule.stops(at)).collect();
        if stops.is_empty() {
            return Some(at);
        }
        let is_unknown = stops.iter().any(|stop| stop.why == ContactWhy::UnknownZone {});
        for stop in stops {
            if !moved_by.contains(&stop) {
                moved_by.push(stop);
            }
        }
        if is_unknown {
            return None;
        }
        let mut latest = at;
        for clock in held.iter().flat_map(Held::clocks) {
            latest = latest.max(clock.next(at, true, end)?);
        }
        at = latest;
    }
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
    let held = held(rules, setting);
    let until = until.min(Moment::of(since.micros().saturating_add(AHEAD)));
    let mut spans = Vec::new();
    let mut at = since;
    while at < until {
        let Some(open) = first(&held, at, until, &mut Vec::new()).filter(|open| *open < until)
        else {
            break;
        };
        let clocks = held.iter().flat_map(Held::clocks);
        let shut = clocks.filter_map(|clock| clock.next(open, false, until)).min();
        at = shut.unwrap_or(until);
        spans.push(ContactSpan { since: open, until: at });
    }
    spans
}
