//! A set of days.

/// Days as bits over the years 1990 to 2110, and those outside in a sorted list: asking costs
/// the same however many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DaySet {
    bits: Box<[u64]>,
    outside: Vec<i32>,
}

/// 1990-01-01.
const FIRST: i32 = 726_468;
/// 121 years.
const WORDS: usize = 691;

impl DaySet {
    pub(crate) fn new() -> Self {
        Self { bits: vec![0; WORDS].into_boxed_slice(), outside: Vec::new() }
    }

    /// No days, and no room for any.
    pub(crate) fn none() -> Self {
        Self { bits: Box::default(), outside: Vec::new() }
    }

    pub(crate) fn insert(&mut self, day: i32) {
        if let Some((word, mask)) = place(day)
            && let Some(bits) = self.bits.get_mut(word)
        {
            *bits |= mask;
        } else if let Err(at) = self.outside.binary_search(&day) {
            self.outside.insert(at, day);
        }
    }

    pub(crate) fn remove(&mut self, day: i32) {
        if let Some((word, mask)) = place(day)
            && let Some(bits) = self.bits.get_mut(word)
        {
            *bits &= !mask;
        } else if let Ok(at) = self.outside.binary_search(&day) {
            self.outside.remove(at);
        }
    }

    pub(crate) fn contains(&self, day: i32) -> bool {
        if let Some((word, mask)) = place(day)
            && let Some(bits) = self.bits.get(word)
        {
            bits & mask != 0
        } else {
            self.outside.binary_search(&day).is_ok()
        }
    }
}

/// The word and the bit of a day; none before the first.
fn place(day: i32) -> Option<(usize, u64)> {
    let at = u32::try_from(day.saturating_sub(FIRST)).ok()?;
    Some((usize::try_from(at.wrapping_shr(6)).ok()?, 1_u64.wrapping_shl(at & 63)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;

    #[test]
    fn days_inside_and_outside_the_bits_are_kept_alike() {
        let days = ["0001-01-01", "1989-12-30", "1990-01-01", "1990-03-05", "2026-12-25"];
        let late = ["2111-01-28", "2111-01-30", "2111-02-01", "9999-12-31"];
        let numbers = days.iter().chain(&late).map(|day| day.parse::<Day>().unwrap().number());
        let numbers: Vec<i32> = numbers.collect();
        let mut set = DaySet::new();
        for day in numbers.iter().rev() {
            set.insert(*day);
            set.insert(*day);
        }
        for day in &numbers {
            assert!(set.contains(*day));
            assert!(!set.contains(day + 1) && !set.contains(day - 1));
            set.remove(*day);
            assert!(!set.contains(*day));
        }
        assert_eq!(set, DaySet::new());
    }
}
