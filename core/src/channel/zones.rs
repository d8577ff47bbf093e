//! The time zones of a country.

use super::table;
use crate::model::Country;

const ZONES: &str = include_str!("../../data/zones.csv");

/// The zones of a country by their names; of those whose clocks agree one. None if the table does
/// not know the country.
pub(crate) fn zones_of(country: Country) -> impl Iterator<Item = &'static str> {
    table::rows(ZONES).filter_map(move |row| {
        let [of, zone, _] = *row else { return None };
        (of.parse() == Ok(country)).then_some(zone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;

    fn zones(country: &str) -> Vec<&'static str> {
        zones_of(country.parse().unwrap()).collect()
    }

    #[test]
    fn a_country_has_its_zones() {
        assert_eq!(zones("NL"), ["Europe/Amsterdam"]);
        assert_eq!(zones("ES"), ["Europe/Madrid", "Atlantic/Canary"]);
        assert_eq!(zones("US").len(), 8);
        assert!(zones("BV").is_empty(), "nobody lives there");
    }

    #[test]
    fn every_zone_is_known() {
        let rows: Vec<_> = table::rows(ZONES).collect();
        assert!(rows.len() > 300);
        for row in rows {
            assert!(Zone::named(row[1]).is_some(), "{row:?}");
            assert!(row[0].parse::<Country>().is_ok() && !row[2].is_empty(), "{row:?}");
        }
    }
}
