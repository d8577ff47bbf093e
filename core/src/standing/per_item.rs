use super::{Fact, ItemFacts};

/// Where the facts of one item stand, and of which kinds they are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Own {
    from: u32,
    until: u32,
    pub(crate) kinds: u32,
}

impl Own {
    /// The facts of the item, among those of all.
    pub(crate) fn of(self, facts: &[Fact]) -> &[Fact] {
        facts.get(place(self.from)..place(self.until)).unwrap_or_default()
    }

    fn of_mut(self, facts: &mut [Fact]) -> &mut [Fact] {
        facts.get_mut(place(self.from)..place(self.until)).unwrap_or_default()
    }
}

/// Puts the facts of each item together, in the order in which they were given.
pub(super) fn gather(items: &mut [ItemFacts], given: &[(u32, Fact)]) -> Vec<Fact> {
    // Counted, not sorted: a ledger of a million items has four million facts.
    for (item, fact) in given {
        if let Some(item) = items.get_mut(place(*item)) {
            item.own.until = item.own.until.saturating_add(1);
            item.own.kinds |= fact.kind();
        }
    }
    let mut sum = 0_u32;
    for item in items.iter_mut() {
        item.own.from = sum;
        sum = sum.saturating_add(item.own.until);
        item.own.until = item.own.from;
    }
    let mut facts = given.first().map(|(_, fact)| vec![*fact; given.len()]).unwrap_or_default();
    for (item, fact) in given {
        let Some(item) = items.get_mut(place(*item)) else { continue };
        if let Some(slot) = facts.get_mut(place(item.own.until)) {
            *slot = *fact;
        }
        item.own.until = item.own.until.saturating_add(1);
    }
    facts
}

/// Puts the facts of each item in order that has one of these kinds.
pub(super) fn sort_each(
    items: &[ItemFacts],
    facts: &mut [Fact],
    kinds: u32,
    order: impl Fn(&mut [Fact]),
) {
    for item in items.iter().filter(|item| item.own.kinds & kinds != 0) {
        order(item.own.of_mut(facts));
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
        let mut items = [ItemFacts::default(); 3];
        let mut facts = gather(&mut items, &given);
        let of = |facts: &[Fact]| items.map(|item| format!("{:?}", item.own.of(facts)));
        assert_eq!(of(&facts), ["[Skip(2)]", "[]", "[Block(1), Move(3)]"]);
        assert_eq!(items.map(|item| item.own.kinds), [Fact::SKIP, 0, Fact::BLOCK | Fact::MOVE]);
        sort_each(&items, &mut facts, Fact::MOVE, <[Fact]>::reverse);
        assert_eq!(of(&facts), ["[Skip(2)]", "[]", "[Move(3), Block(1)]"]);
        assert_eq!(gather(&mut [ItemFacts::default()], &[]).len(), 0);
    }
}
