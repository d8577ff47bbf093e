use super::currencies::{MINOR_UNITS, number};
use crate::code::letter_code;

letter_code! {
    /// A currency by its ISO 4217 code, such as `EUR`.
    ///
    /// Any three capital letters are read; a code that ISO 4217 does not list, or that has no
    /// smallest unit (gold, test codes), makes the record that names it invalid.
    pub struct Currency(3), refused with
    /// The text is not a currency code.
    NotACurrency("a currency is three capital letters, such as \"EUR\"")
}

impl Currency {
    /// The number of decimals of the currency: 2 for `EUR`, 0 for `JPY`; `None` if ISO 4217
    /// does not list it as money in use.
    #[must_use]
    pub fn minor_units(self) -> Option<u8> {
        MINOR_UNITS
            .binary_search_by_key(&number(self.0), |(code, _)| *code)
            .ok()
            .and_then(|at| MINOR_UNITS.get(at))
            .map(|(_, digits)| *digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_are_those_of_iso_4217() {
        let digits = |code: &str| code.parse::<Currency>().unwrap().minor_units();
        assert_eq!(digits("EUR"), Some(2));
        assert_eq!(digits("JPY"), Some(0));
        assert_eq!(digits("KWD"), Some(3));
        assert_eq!(digits("CLF"), Some(4));
        assert_eq!(digits("XAU"), None);
        assert_eq!(digits("QQQ"), None);
    }

    #[test]
    fn the_table_is_the_data_file() {
        let file = include_str!("../../data/currencies.csv");
        let rows: Vec<(String, u8)> = file
            .lines()
            .skip(1)
            .filter_map(|line| {
                let mut cells = line.split(',');
                let code = cells.next()?.to_owned();
                Some((code, cells.nth(1)?.parse().ok()?))
            })
            .collect();
        assert_eq!(rows.len(), MINOR_UNITS.len());
        for (code, digits) in rows {
            assert_eq!(code.parse::<Currency>().unwrap().minor_units(), Some(digits), "{code}");
        }
    }
}
