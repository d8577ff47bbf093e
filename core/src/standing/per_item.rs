/// Facts that belong to items, found by item without a search.
#[derive(Debug)]
pub(crate) struct PerItem<T> {
    facts: Vec<(u32, T)>,
    /// Where each item's facts begin; empty if there are no facts at all.
    starts: Vec<u32>,
}

impl<T> PerItem<T> {
    /// Keeps the order in which the facts of one item were given.
    pub(crate) fn new(items: usize, mut facts: Vec<(u32, T)>) -> Self {
        if facts.is_empty() {
            return Self { facts, starts: Vec::new() };
        }
        facts.sort_by_key(|(item, _)| *item);
        let mut starts = Vec::with_capacity(items.saturating_add(1));
        let mut at = 0_u32;
        let mut rest = facts.iter().peekable();
        for item in 0..items {
            starts.push(at);
            while rest.next_if(|(of, _)| usize::try_from(*of) == Ok(item)).is_some() {
                at = at.saturating_add(1);
            }
        }
        starts.push(at);
        Self { facts, starts }
    }

    /// The facts of one item.
    pub(crate) fn of(&self, item: usize) -> &[(u32, T)] {
        let at = |item: usize| self.starts.get(item).and_then(|at| usize::try_from(*at).ok());
        let range = at(item).unwrap_or(0)..at(item.saturating_add(1)).unwrap_or(0);
        self.facts.get(range).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_item_in_their_order() {
        let facts = PerItem::new(3, vec![(2, 'c'), (0, 'a'), (2, 'd')]);
        let of = |item| facts.of(item).iter().map(|(_, fact)| fact).collect::<String>();
        assert_eq!([of(0), of(1), of(2), of(9)], ["a", "", "cd", ""]);
        assert_eq!(PerItem::<char>::new(3, vec![]).of(1).len(), 0);
    }
}
