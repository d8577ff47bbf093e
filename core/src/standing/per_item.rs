use super::Fact;

/// Facts that belong to items, found by item without a search.
#[derive(Debug)]
pub(crate) struct PerItem {
    facts: Vec<Fact>,
    own: Vec<Own>,
}

/// Where the facts of one item stand, and of which kinds they are.
#[derive(Debug, Clone, Copy, Default)]
struct Own {
    from: u32,
    until: u32,
    kinds: u32,
}

impl PerItem {
    /// Keeps the order in which the facts of one item were given.
    pub(crate) fn new(items: usize, given: &[(u32, Fact)]) -> Self {
        // Counted, not sorted: a ledger of a million items has four million facts.
        let mut own = vec![Own::default(); items];
        for (item, fact) in given {
            if let Some(own) = own.get_mut(place(*item)) {
                own.until = own.until.saturating_add(1);
                own.kinds |= fact.kind();
            }
        }
        let mut sum = 0_u32;
        for own in &mut own {
            own.from = sum;
            sum = sum.saturating_add(own.until);
            own.until = own.from;
        }
        let mut facts = given.first().map(|(_, fact)| vec![*fact; given.len()]).unwrap_or_default();
        for (item, fact) in given {
            let Some(own) = own.get_mut(place(*item)) else { continue };
            if let Some(slot) = facts.get_mut(place(own.until)) {
                *slot = *fact;
            }
            own.until = own.until.saturating_add(1);
        }
        Self { facts, own }
    }

    /// Puts the facts of each item in order that has several and one of these kinds among them.
    pub(crate) fn sort_each(&mut self, kinds: u32, order: impl Fn(&mut [Fact])) {
        for own in &self.own {
            if own.until.saturating_sub(own.from) < 2 || own.kinds & kinds == 0 {
                continue;
            }
            if let Some(facts) = self.facts.get_mut(place(own.from)..place(own.until)) {
                order(facts);
            }
        }
    }

    /// The facts of one item.
    pub(crate) fn of(&self, item: usize) -> &[Fact] {
        let own = self.own.get(item).copied().unwrap_or_default();
        self.facts.get(place(own.from)..place(own.until)).unwrap_or_default()
    }

    /// The kinds of the facts of one item.
    pub(crate) fn kinds_of(&self, item: usize) -> u32 {
        self.own.get(item).map_or(0, |own| own.kinds)
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_item_in_their_order() {
        let given = [(2, Fact::Block(1)), (0, Fact::Skip(2)), (2, Fact::Move(3))];
        let facts = PerItem::new(3, &given);
        let of = |item| format!("{:?}", facts.of(item));
        assert_eq!([of(0), of(1), of(2)], ["[Skip(2)]", "[]", "[Block(1), Move(3)]"]);
        assert_eq!(facts.kinds_of(2), Fact::BLOCK | Fact::MOVE);
        assert_eq!((of(9), facts.kinds_of(9)), ("[]".to_owned(), 0));
        assert_eq!(PerItem::new(3, &[]).of(1).len(), 0);
    }
}
