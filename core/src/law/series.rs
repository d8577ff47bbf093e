use std::sync::LazyLock;

use crate::calendar::Day;
use crate::money::{Amount, Percent, from_minor, to_minor};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// A series of yearly rates, such as `NL/statutory_commercial`: a law's own rate, or a
    /// reference rate to which a rule adds points.
    pub struct RateSeries {
        /// Its name: the country, a stroke, the kind of rate.
        pub id: Str,
        /// Its rates, ascending by their first day, without gaps.
        pub rates: Vec<SeriesRate>,
    }
}

record! {
    /// A rate of a series.
    pub struct SeriesRate {
        /// Its first day.
        pub since: Day,
        /// The rate in percent of a year; a reference rate may be below zero.
        pub percent: Amount,
        /// Its last day; the day before the next one if not given, and until further notice if
        /// there is none.
        pub until: Option<Day> = None,
        /// Where the figure stands.
        pub source: Option<Str> = None,
        /// How sure it is; `High` if not given.
        pub confidence: Option<Confidence> = None,
    }
}

words! {
    /// How sure a figure of law is.
    pub enum Confidence {
        /// Read in the law, an official notice, or in several sources that agree.
        High,
        /// Read in one secondary source, or derived by the rule.
        Medium,
        /// Believed.
        Low,
    }
}

/// A row of the built-in table, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RateRow {
    pub(crate) since: i32,
    pub(crate) until: i32,
    /// May be below zero.
    pub(crate) percent: Percent,
    pub(crate) source: &'static str,
    pub(crate) confidence: Confidence,
}

type Series = (String, Vec<RateRow>);

/// Every series, sorted by its name, and its rows by their days.
static ALL: LazyLock<Vec<Series>> = LazyLock::new(|| {
    let mut all: Vec<Series> = Vec::new();
    // A test proves that every row can be read.
    for (id, row) in RATES.lines().skip(1).filter_map(read) {
        match all.iter_mut().find(|(known, _)| *known == id) {
            Some((_, rows)) => rows.push(row),
            None => all.push((id, vec![row])),
        }
    }
    for (_, rows) in &mut all {
        rows.sort_by_key(|row| row.since);
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
});

const RATES: &str = include_str!("../../data/statutory_rates.csv");

/// A line of the table. Only a source may hold commas, and is then quoted.
fn read(line: &'static str) -> Option<(String, RateRow)> {
    let mut fields = line.splitn(6, ',');
    let mut next = || fields.next();
    let (country, kind) = (next()?, next()?);
    let days: [Day; 2] = [next()?.parse().ok()?, next()?.parse().ok()?];
    let [since, until] = days.map(Day::number);
    let percent = to_minor(next()?.parse().ok()?, 6).ok()?;
    let (source, confidence) = next()?.rsplit_once(',')?;
    let source = source.trim_matches('"');
    let confidence = match confidence {
        "high" => Confidence::High,
        "medium" => Confidence::Medium,
        "low" => Confidence::Low,
        _ => return None,
    };
    let row = RateRow { since, until, percent, source, confidence };
    Some(([country, "/", kind].concat(), row))
}

/// The rows of a built-in series.
pub(crate) fn series(id: &str) -> Option<&'static [RateRow]> {
    let at = ALL.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
    ALL.get(at).map(|(_, rows)| rows.as_slice())
}

/// The names of the series of rates that come with this version.
#[must_use]
pub fn rate_series_names() -> Vec<Str> {
    ALL.iter().map(|(id, _)| Str::from(id.as_str())).collect()
}

/// A series of rates that comes with this version, with the source of each figure; none if there
/// is none of this name.
///
/// ```
/// let series = dunning::rate_series("NL/statutory_consumer").unwrap();
/// let last = series.rates.last().unwrap();
/// assert_eq!(last.percent, "4.00".parse()?);
/// assert_eq!(last.until, Some("2026-12-31".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn rate_series(id: &str) -> Option<RateSeries> {
    let told = |row: &RateRow| SeriesRate {
        since: Day::of(row.since),
        percent: percent(row.percent),
        until: Some(Day::of(row.until)),
        source: Some(row.source.into()),
        confidence: Some(row.confidence),
    };
    Some(RateSeries { id: id.into(), rates: series(id)?.iter().map(told).collect() })
}

/// A rate as the law writes it: with two decimals, or more where it has them.
pub(crate) fn percent(millionths: Percent) -> Amount {
    let short = millionths.checked_rem(10_000) == Some(0);
    match millionths.checked_div(10_000) {
        Some(hundredths) if short => from_minor(hundredths, 2),
        _ => from_minor(millionths, 6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a library for such files reads it.
    #[test]
    fn every_row_is_read() {
        let mut reader = csv::Reader::from_reader(RATES.as_bytes());
        let mut count = 0_usize;
        for row in reader.records().map(Result::unwrap) {
            let id = format!("{}/{}", &row[0], &row[1]);
            let since: Day = row[2].parse().unwrap();
            let until: Day = row[3].parse().unwrap();
            let rows = series(&id).unwrap();
            let known = rows.iter().find(|known| known.since == since.number()).unwrap();
            assert_eq!(known.until, until.number(), "{id} {since}");
            assert_eq!(percent(known.percent), row[4].parse().unwrap(), "{id} {since}");
            assert_eq!(known.source, &row[5], "{id} {since}");
            assert_eq!(format!("{:?}", known.confidence).to_lowercase(), &row[6]);
            count = count.saturating_add(1);
        }
        let all: usize = ALL.iter().map(|(_, rows)| rows.len()).sum();
        assert_eq!(count, all);
    }

    #[test]
    fn names_and_rows_ascend() {
        assert!(ALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (id, rows) in ALL.iter() {
            assert!(rows.iter().all(|row| row.since <= row.until), "{id}");
            assert!(rows.windows(2).all(|pair| pair[0].until < pair[1].since), "{id}");
        }
        assert!(series("NL/none").is_none());
    }
}
