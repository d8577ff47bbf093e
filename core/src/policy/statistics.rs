//! How well channels reach debtors, as counted elsewhere.

use std::collections::HashSet;

use super::assignment::fits;
use super::compiled::problem;
use super::{Choose, PolicyDoc};
use crate::calendar::Day;
use crate::error::Problem;
use crate::model::{Channel, Country, Debtor, DebtorKind, PayerClass};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// How often contacts by a channel led to a reaction. The figures are counted elsewhere and
    /// stay as they are for a run.
    pub struct Statistics {
        /// The host's name for this count: decisions tell it.
        pub version: Str,
        /// The day up to which was counted.
        pub as_of: Day,
        /// Of all debtors.
        pub all: Vec<ChannelReach> = [],
        /// Of groups of debtors: the first that fits counts.
        pub segments: Vec<SegmentReach> = [],
        /// So many contacts with a debtor weigh as much as the figures of the segment, and so many
        /// of a segment as those of all; 10 if not given.
        pub shrink_by: Option<u32> = None,
    }
}

record! {
    /// How often contacts by one channel led to a reaction.
    pub struct ChannelReach {
        /// The channel.
        pub channel: Channel,
        /// The contacts.
        pub contacts: u32,
        /// Those of them to which the debtor reacted.
        pub reactions: u32,
    }
}

record! {
    /// The figures of a group of debtors. Conditions that are not given fit everybody.
    pub struct SegmentReach {
        /// Its figures.
        pub channels: Vec<ChannelReach>,
        /// The kinds of debtor.
        pub kinds: Vec<DebtorKind> = [],
        /// The countries.
        pub countries: Vec<Country> = [],
        /// The customer groups.
        pub groups: Vec<Str> = [],
        /// The classes of payers. One of whom nothing is known counts as new.
        pub classes: Vec<PayerClass> = [],
    }
}

impl SegmentReach {
    fn fits(&self, debtor: &Debtor, class: PayerClass) -> bool {
        fits((&self.kinds, &self.countries, &self.groups, &self.classes), debtor, class)
    }

    fn fits_everybody(&self) -> bool {
        self.kinds.is_empty()
            && self.countries.is_empty()
            && self.groups.is_empty()
            && self.classes.is_empty()
    }
}

impl Statistics {
    /// Contacts and reactions of a debtor's segment and of all, by a channel.
    pub(crate) fn of(
        &self,
        debtor: &Debtor,
        class: PayerClass,
        channel: Channel,
    ) -> [(u32, u32); 2] {
        let segment = self.segments.iter().find(|segment| segment.fits(debtor, class));
        let own = segment.map_or(&[][..], |segment| &segment.channels);
        [figures(own, channel), figures(&self.all, channel)]
    }

    pub(crate) fn weight(&self) -> u32 {
        self.shrink_by.unwrap_or(10)
    }
}

fn figures(list: &[ChannelReach], channel: Channel) -> (u32, u32) {
    let own = list.iter().find(|reach| reach.channel == channel);
    own.map_or((0, 0), |reach| (reach.contacts, reach.reactions))
}

/// More would be no weight but a fixed answer.
const MOST_WEIGHT: u32 = 10_000;

/// Everything that is wrong with the figures.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let Some(statistics) = &doc.statistics else { return };
    if statistics.version.trim().is_empty() {
        let what = "a name is not empty";
        problems.push(problem("statistics.version".into(), &statistics.version, what));
    }
    if statistics.shrink_by.is_some_and(|weight| weight == 0 || weight > MOST_WEIGHT) {
        let what = "from one contact to ten thousand";
        problems.push(problem("statistics.shrinkBy".into(), &statistics.shrink_by, what));
    }
    reach(&statistics.all, "statistics.all", problems);
    for (at, segment) in statistics.segments.iter().enumerate() {
        let path = format!("statistics.segments[{at}]");
        if segment.fits_everybody() {
            let what = "fits everybody: what was counted of all stands in `all`";
            problems.push(problem(path.clone(), segment, what));
        }
        reach(&segment.channels, &format!("{path}.channels"), problems);
    }
}

fn reach(list: &[ChannelReach], path: &str, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, one) in list.iter().enumerate() {
        if !seen.insert(one.channel) {
            let what = "the channel has figures already";
            problems.push(problem(format!("{path}[{at}].channel"), &one.channel, what));
        }
        if one.reactions > one.contacts {
            let what = "more reactions than contacts: count the contacts that led to one";
            problems.push(problem(format!("{path}[{at}].reactions"), &one.reactions, what));
        }
    }
}

/// Figures that nothing asks for.
pub(super) fn lint(doc: &PolicyDoc, advice: &mut Vec<Problem>) {
    let is_adaptive = |choose: &Option<Choose>| matches!(choose, Some(Choose::Adaptive { .. }));
    let asks = doc.scenarios.iter().any(|scenario| {
        is_adaptive(&scenario.choose) || scenario.steps.iter().any(|step| is_adaptive(&step.choose))
    });
    if let Some(statistics) = doc.statistics.as_ref().filter(|_| !asks) {
        let what = "never applies: no step chooses its channel by reach";
        advice.push(problem("statistics".into(), &statistics.version, what));
    }
}
