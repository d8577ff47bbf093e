use super::Tolerance;
use super::compiled::problem;
use crate::error::Problem;
use crate::model::Channel;
use crate::money::{self, Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union};

record! {
    /// How arrangements are agreed, judged and reminded of.
    pub struct ArrangementRules {
        /// The name under which reminders of instalments stand in the journal, as a scenario's
        /// id does; `arrangements` if not given.
        pub id: Option<Str> = None,
        /// The version of these rules, recorded with each reminder; 1 if not given.
        pub version: Option<u32> = None,
        /// The most instalments; 12 if not given.
        pub max_instalments: Option<u32> = None,
        /// Days from the proposal to the last instalment, at most; 366 if not given.
        pub max_days: Option<u32> = None,
        /// Days from the proposal to the first instalment, at most; 31 if not given.
        pub first_within_days: Option<u32> = None,
        /// The least amount of an instalment, by currency; none if not given. The last
        /// instalment may be less.
        pub least_instalments: Vec<LeastInstalment> = [],
        /// Days during which a proposal can be accepted; 14 if not given.
        pub proposal_days: Option<u32> = None,
        /// Days of grace after the day of an instalment; 3 if not given.
        pub grace_days: Option<u32> = None,
        /// By how much the payments may fall short, by currency; by nothing if not given.
        pub tolerances: Vec<Tolerance> = [],
        /// What ends an arrangement that is not kept; `ByHand` if not given.
        pub lapse: Option<Lapse> = None,
        /// The reminders of each instalment, earliest first; none if not given.
        pub reminders: Vec<InstalmentStep> = [],
    }
}

record! {
    /// The least amount of an instalment.
    pub struct LeastInstalment {
        /// The currency.
        pub currency: Currency,
        /// The least amount.
        pub amount: Amount,
    }
}

union! {
    /// What ends an arrangement that is not kept.
    pub enum Lapse {
        /// A person: a notice asks for it, and the items rest until then.
        ByHand {},
        /// Time: it lapses when it was behind for so many days after the grace of an instalment.
        Automatic {
            /// The days; with 0 on the first day after the grace.
            after_days: u32,
        },
    }
}

record! {
    /// One reminder of an instalment.
    pub struct InstalmentStep {
        /// Its id.
        pub id: Str,
        /// Calendar days from the day of the instalment; negative before it.
        pub offset_days: i32,
        /// The channels, in order: the first that can be used.
        pub channels: Vec<Channel>,
        /// The host's name of the template.
        pub template: Option<Str> = None,
        /// Hours after sending during which a reported failure makes the next channel be tried;
        /// 48 if not given.
        pub fallback_hours: Option<u32> = None,
    }
}

/// The rules on arrangements with their defaults, and amounts in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arranging {
    pub(crate) id: Str,
    pub(crate) version: u32,
    pub(crate) max_instalments: usize,
    pub(crate) max_days: i32,
    pub(crate) first_within_days: i32,
    least: Vec<(Currency, i64)>,
    pub(crate) proposal_days: i32,
    pub(crate) grace_days: u32,
    tolerances: Vec<(Currency, i64)>,
    /// Days after which it lapses by itself, if it does.
    pub(crate) lapses_after: Option<i32>,
    pub(crate) reminders: Vec<InstalmentStep>,
}

impl Arranging {
    pub(super) fn compile(rules: Option<&ArrangementRules>) -> Self {
        let none = ArrangementRules::new();
        let rules = rules.unwrap_or(&none);
        let days = |given: Option<u32>, default: u32| {
            i32::try_from(given.unwrap_or(default)).unwrap_or(i32::MAX)
        };
        Self {
            id: rules.id.clone().unwrap_or_else(|| "arrangements".into()),
            version: rules.version.unwrap_or(1),
            max_instalments: usize::try_from(rules.max_instalments.unwrap_or(12)).unwrap_or(12),
            max_days: days(rules.max_days, 366),
            first_within_days: days(rules.first_within_days, 31),
            least: rules
                .least_instalments
                .iter()
                .filter_map(|least| minor(least.currency, least.amount))
                .collect(),
            proposal_days: days(rules.proposal_days, 14),
            grace_days: rules.grace_days.unwrap_or(3),
            tolerances: rules
                .tolerances
                .iter()
                .filter_map(|most| minor(most.currency, most.amount))
                .collect(),
            lapses_after: match rules.lapse {
                Some(Lapse::Automatic { after_days }) => Some(days(Some(after_days), 0)),
                Some(Lapse::ByHand {}) | None => None,
            },
            reminders: rules.reminders.clone(),
        }
    }

    pub(crate) fn least(&self, currency: Currency) -> i64 {
        self.least.iter().find(|(known, _)| *known == currency).map_or(0, |(_, least)| *least)
    }

    pub(crate) fn tolerance(&self, currency: Currency) -> i64 {
        self.tolerances.iter().find(|(known, _)| *known == currency).map_or(0, |(_, most)| *most)
    }

    pub(crate) fn reminder(&self, id: &str) -> Option<&InstalmentStep> {
        self.reminders.iter().find(|step| step.id == *id)
    }
}

fn minor(currency: Currency, amount: Amount) -> Option<(Currency, i64)> {
    Some((currency, money::to_minor(amount, currency.minor_units()?).ok()?))
}

/// Everything that is wrong with the rules on arrangements.
pub(super) fn check(rules: &ArrangementRules, problems: &mut Vec<Problem>) {
    let most_days = 3_660;
    let numbers = [
        ("maxInstalments", rules.max_instalments),
        ("maxDays", rules.max_days),
        ("firstWithinDays", rules.first_within_days),
        ("proposalDays", rules.proposal_days),
        ("graceDays", rules.grace_days),
    ];
    for (name, given) in numbers {
        if given.is_some_and(|given| given > most_days) {
            problems.push(problem(format!("arrangements.{name}"), &given, "at most ten years"));
        }
    }
    if let Some(Lapse::Automatic { after_days }) = rules.lapse
        && after_days > most_days
    {
        let path = "arrangements.lapse.afterDays".to_owned();
        problems.push(problem(path, &after_days, "at most ten years"));
    }
    if rules.max_instalments == Some(0) {
        let path = "arrangements.maxInstalments".to_owned();
        problems.push(problem(path, &rules.max_instalments, "at least one instalment"));
    }
    if rules.id.as_ref().is_some_and(|id| id.is_empty()) {
        problems.push(problem("arrangements.id".to_owned(), &rules.id, "an id is not empty"));
    }
    let least = rules.least_instalments.iter().map(|one| (one.currency, one.amount)).collect();
    amounts("leastInstalments", least, problems);
    let tolerances = rules.tolerances.iter().map(|one| (one.currency, one.amount)).collect();
    amounts("tolerances", tolerances, problems);
    for (at, step) in rules.reminders.iter().enumerate() {
        reminder(rules, at, step, problems);
    }
}

fn amounts(name: &str, given: Vec<(Currency, Amount)>, problems: &mut Vec<Problem>) {
    let mut seen: Vec<Currency> = Vec::new();
    for (at, (currency, amount)) in given.into_iter().enumerate() {
        let path = format!("arrangements.{name}[{at}]");
        if seen.contains(&currency) {
            let what = "the currency stands here twice";
            problems.push(problem(format!("{path}.currency"), &currency, what));
        }
        seen.push(currency);
        if minor(currency, amount).is_none_or(|(_, minor)| minor < 0) {
            let what = "not an amount of this currency from zero upwards";
            problems.push(problem(format!("{path}.amount"), &amount, what));
        }
    }
}

fn reminder(rules: &ArrangementRules, at: usize, step: &InstalmentStep, out: &mut Vec<Problem>) {
    let path = |field: &str| format!("arrangements.reminders[{at}].{field}");
    let earlier = rules.reminders.get(..at).unwrap_or_default();
    if step.id.is_empty() {
        out.push(problem(path("id"), &step.id, "an id is not empty"));
    }
    if earlier.iter().any(|known| known.id == step.id) {
        out.push(problem(path("id"), &step.id, "a step has this id already"));
    }
    if earlier.iter().any(|known| known.offset_days >= step.offset_days) {
        let what = "the step comes no later than one before it";
        out.push(problem(path("offsetDays"), &step.offset_days, what));
    }
    if step.offset_days.unsigned_abs() > 3_660 {
        out.push(problem(path("offsetDays"), &step.offset_days, "at most ten years"));
    }
    let twice = |channel: &Channel| step.channels.iter().filter(|one| *one == channel).count() > 1;
    if step.channels.is_empty() || step.channels.iter().any(twice) {
        let what = "a message needs a channel, each once";
        out.push(problem(path("channels"), &step.channels, what));
    }
    if step.channels.contains(&Channel::Call) {
        out.push(problem(path("channels"), &step.channels, "a message does not go out by call"));
    }
    if step.fallback_hours.is_some_and(|hours| hours > 24 * 366) {
        out.push(problem(path("fallbackHours"), &step.fallback_hours, "at most a year of hours"));
    }
}
