/// Facts that belong to items, found by item without a search.
#[derive(Debug)]
pub(crate) struct PerItem<T> {
    facts: Vec<T>,
    /// Where each item's facts begin; empty if there are no facts at all.
    starts: Vec<u32>,
}

impl<T: Copy> PerItem<T> {
    /// Keeps the order in which the facts of one item were given.
    pub(crate) fn new(items: usize, given: &[(u32, T)]) -> Self {
        let Some((_, first)) = given.first() else {
            return Self { facts: Vec::new(), starts: Vec::new() };
        };
        // Counted, not sorted: a ledger of a million items has four million facts.
        let mut starts = vec![0_u32; items.saturating_add(1)];
        for (item, _) in given {
            if let Some(count) = starts.get_mut(after(*item)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0_u32;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut next = starts.clone();
        let mut facts = vec![*first; given.len()];
        for (item, fact) in given {
            let Some(at) = next.get_mut(place(*item)) else { continue };
            if let Some(slot) = facts.get_mut(place(*at)) {
                *slot = *fact;
            }
            *at = at.saturating_add(1);
        }
        Self { facts, starts }
    }

    /// Puts the facts of each item in order.
    pub(crate) fn sort_each(&mut self, mut order: impl FnMut(&mut [T])) {
        for bounds in self.starts.windows(2) {
            let [from, until] = bounds else { continue };
            if let Some(own) = self.facts.get_mut(place(*from)..place(*until)) {
                order(own);
            }
        }
    }

    /// The facts of one item.
    pub(crate) fn of(&self, item: usize) -> &[T] {
        let at = |item: usize| self.starts.get(item).copied().map_or(0, place);
        self.facts.get(at(item)..at(item.saturating_add(1))).unwrap_or_default()
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn after(number: u32) -> usize {
    place(number).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_item_in_their_order() {
        let facts = PerItem::new(3, &[(2, 'c'), (0, 'a'), (2, 'd')]);
        let of = |item| facts.of(item).iter().collect::<String>();
        assert_eq!([of(0), of(1), of(2), of(9)], ["a", "", "cd", ""]);
        assert_eq!(PerItem::<char>::new(3, &[]).of(1).len(), 0);
    }
}
