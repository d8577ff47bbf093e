//! The calendars that laws make: read from the tables in `core/data`, each when it is first named.

use std::sync::{LazyLock, OnceLock};

use super::feast::{Rule, weekday};
use super::{BusinessDays, Day, DaySet, Weekday};

/// The version of the two tables: the day of their last change.
pub(crate) const CALENDAR_DATA: &str = "2026-11-22";

const CALENDARS: &str = include_str!("../../data/calendars.csv");
const HOLIDAYS: &str = include_str!("../../data/holidays.csv");

/// Holidays are put down for these years; days after them are beyond every calendar.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;
/// 2099-12-31.
const LAST_DAY: i32 = 766_644;

/// A calendar as its row in `calendars.csv` has it.
#[derive(Debug)]
pub(crate) struct BuiltIn {
    pub(crate) id: &'static str,
    parent: &'static str,
    /// False for what several calendars share and nobody has by itself.
    pub(crate) offered: bool,
    closed: Vec<Weekday>,
    pub(crate) known_since: Day,
    /// None where no decree is waited for.
    pub(crate) known_until: Option<Day>,
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
    pub(crate) confidence: &'static str,
    days: OnceLock<BusinessDays>,
}

/// A holiday as its row in `holidays.csv` has it.
#[derive(Debug)]
pub(crate) struct Row {
    calendar: &'static str,
    rule: Rule,
    moves: Moves,
    since: i32,
    until: i32,
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moves {
    No,
    /// From a weekend to the next day that is none and no other holiday.
    Substitute,
    /// From a Sunday to the day before.
    BeforeSunday,
}

/// A holiday of one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Feast {
    pub(crate) day: i32,
    pub(crate) row: &'static Row,
    /// True if it stands in for a day of the weekend.
    pub(crate) moved: bool,
}

impl Row {
    /// True for a day that was decreed once and does not come again.
    pub(crate) fn is_once(&self) -> bool {
        matches!(self.rule, Rule::Once(_))
    }
}

static ALL: LazyLock<Vec<BuiltIn>> =
    LazyLock::new(|| CALENDARS.lines().skip(1).filter_map(calendar).collect());
static ROWS: LazyLock<Vec<Row>> =
    LazyLock::new(|| HOLIDAYS.lines().skip(1).filter_map(holiday).collect());

fn calendar(line: &'static str) -> Option<BuiltIn> {
    let fields: Vec<&'static str> = line.split(',').collect();
    let [id, parent, offered, closed, since, until, name, source, confidence] = *fields else {
        return None;
    };
    Some(BuiltIn {
        id,
        parent,
        offered: offered == "yes",
        closed: closed.split(' ').map(weekday).collect::<Option<_>>()?,
        known_since: since.parse().ok()?,
        known_until: if until.is_empty() { None } else { Some(until.parse().ok()?) },
        name,
        source,
        confidence,
        days: OnceLock::new(),
    })
}

fn holiday(line: &'static str) -> Option<Row> {
    let fields: Vec<&'static str> = line.split(',').collect();
    let [calendar, rule, moves, since, until, name, source, _] = *fields else { return None };
    let limit = |text: &str, open: i32| {
        if text.is_empty() { Some(open) } else { text.parse::<Day>().ok().map(Day::number) }
    };
    Some(Row {
        calendar,
        rule: Rule::read(rule)?,
        moves: match moves {
            "" => Moves::No,
            "substitute" => Moves::Substitute,
            "sunday-before" => Moves::BeforeSunday,
            _ => return None,
        },
        since: limit(since, i32::MIN)?,
        until: limit(until, i32::MAX)?,
        name,
        source,
    })
}

impl BuiltIn {
    /// The calendar as the rules use it, made when it is first asked for.
    pub(crate) fn days(&self) -> &BusinessDays {
        self.days.get_or_init(|| {
            let mut holidays = DaySet::new();
            for feast in YEARS.flat_map(|year| self.feasts(year)) {
                holidays.insert(feast.day);
            }
            let until = self.known_until.map_or(LAST_DAY, Day::number);
            BusinessDays::of(&self.closed, holidays, self.known_since.number(), until)
        })
    }

    /// The days of the week without business.
    pub(crate) fn closed(&self) -> &[Weekday] {
        &self.closed
    }

    /// The holidays of a year by day; where two fall together, the one that stands first in the
    /// table.
    pub(crate) fn feasts(&self, year: i32) -> Vec<Feast> {
        let chain = self.chain();
        let mut found: Vec<Feast> = Vec::new();
        let mut waiting: Vec<Feast> = Vec::new();
        for row in ROWS.iter().filter(|row| chain.contains(&row.calendar)) {
            let Some(day) = row.rule.in_year(year) else { continue };
            if !(row.since..=row.until).contains(&day) {
                continue;
            }
            let feast = |day| Feast { day, row, moved: false };
            match row.moves {
                Moves::Substitute if weekday_of(day) > 4 => waiting.push(feast(day)),
                Moves::BeforeSunday if weekday_of(day) == 6 => {
                    found.push(feast(day.saturating_sub(1)));
                }
                _ => found.push(feast(day)),
            }
        }
        // Substitutes go where nothing stands, in the order of what they stand for.
        waiting.sort_by_key(|feast| feast.day);
        for Feast { mut day, row, .. } in waiting {
            while weekday_of(day) > 4 || found.iter().any(|other| other.day == day) {
                day = day.saturating_add(1);
            }
            found.push(Feast { day, row, moved: true });
        }
        found.sort_by_key(|feast| feast.day);
        found.dedup_by_key(|feast| feast.day);
        found
    }

    /// The calendar and those it builds on.
    fn chain(&self) -> Vec<&'static str> {
        let mut chain = vec![self.id];
        let mut parent = self.parent;
        // A calendar that builds on itself would be a slip in the table; the bound ends it.
        while !parent.is_empty() && chain.len() <= ALL.len() {
            chain.push(parent);
            parent = ALL.iter().find(|one| one.id == parent).map_or("", |one| one.parent);
        }
        chain
    }
}

/// Monday is 0.
fn weekday_of(day: i32) -> i32 {
    day.saturating_sub(1).rem_euclid(7)
}

/// The place of a calendar by its name.
pub(crate) fn place_of(id: &str) -> Option<usize> {
    ALL.iter().position(|one| one.offered && one.id == id)
}

pub(crate) fn built_in_at(at: usize) -> Option<&'static BuiltIn> {
    ALL.get(at)
}

pub(crate) fn built_in(id: &str) -> Option<&'static BuiltIn> {
    place_of(id).and_then(built_in_at)
}

/// What a day is called in a built-in calendar.
pub(crate) fn feast_name(calendar: &str, day: i32) -> Option<&'static str> {
    let feasts = built_in(calendar)?.feasts(Day::of(day).year());
    feasts.iter().find(|feast| feast.day == day).map(|feast| feast.row.name)
}

/// Those that can be named, in the order of the table.
pub(crate) fn all_built_in() -> impl Iterator<Item = &'static BuiltIn> {
    ALL.iter().filter(|one| one.offered)
}

#[cfg(test)]
#[path = "built_in/tests.rs"]
mod tests;
