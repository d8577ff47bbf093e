//! Numbers of things, found by their ids.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// A hash table for the many small accounts of a run: a general one is dear to make and to fill.
///
/// It knows no id itself: its user tells whether the thing of a number has the id.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// None, or a power of two of them, of which at least half are free.
    slots: Vec<Slot>,
    taken: usize,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    number: u32,
}

/// Not a number of anything.
const FREE: u32 = u32::MAX;

impl Ids {
    pub(crate) fn with_room(ids: usize) -> Self {
        let slots = ids.saturating_mul(2).next_power_of_two();
        Self { slots: vec![Slot { hash: 0, number: FREE }; slots], taken: 0 }
    }

    pub(crate) fn find(&self, id: &str, has_id: impl Fn(u32) -> bool) -> Option<u32> {
        let slot = self.slots.get(self.place(hash(id), has_id))?;
        (slot.number != FREE).then_some(slot.number)
    }

    /// The number that the id has; if it has none, from now on the one given.
    pub(crate) fn find_or_keep(
        &mut self,
        id: &str,
        number: u32,
        has_id: impl Fn(u32) -> bool,
    ) -> u32 {
        if self.taken.saturating_mul(2) >= self.slots.len() {
            self.grow();
        }
        let hash = hash(id);
        let place = self.place(hash, has_id);
        let Some(slot) = self.slots.get_mut(place) else { return number };
        if slot.number == FREE {
            *slot = Slot { hash, number };
            self.taken = self.taken.saturating_add(1);
        }
        slot.number
    }

    /// The place of the slot that holds the id, or else of the one that is free for it.
    fn place(&self, hash: u32, has_id: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = usize::try_from(hash).unwrap_or(0) & mask;
        while let Some(slot) = self.slots.get(at) {
            if slot.number == FREE || (slot.hash == hash && has_id(slot.number)) {
                break;
            }
            at = at.wrapping_add(1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let mut larger = Self::with_room(self.slots.len().max(4));
        for slot in self.slots.iter().filter(|slot| slot.number != FREE) {
            let place = larger.place(slot.hash, |_| false);
            if let Some(free) = larger.slots.get_mut(place) {
                *free = *slot;
            }
        }
        larger.taken = self.taken;
        *self = larger;
    }
}

/// The thing of a number.
pub(crate) fn nth<T>(things: &[T], number: u32) -> Option<&T> {
    things.get(usize::try_from(number).ok()?)
}

fn hash(id: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_first_number() {
        let names: Vec<String> = (0..1_000).map(|number| format!("I{number}")).collect();
        let is = |name: &str, number: u32| names[usize::try_from(number).unwrap()] == name;
        let mut ids = Ids::default();
        assert_eq!(ids.find("I7", |number| is("I7", number)), None);
        for (number, name) in (0..).zip(&names) {
            assert_eq!(ids.find_or_keep(name, number, |number| is(name, number)), number);
            assert_eq!(ids.find_or_keep(name, 9_999, |number| is(name, number)), number);
        }
        let find = |name: &str| ids.find(name, |number| is(name, number));
        assert!((0..).zip(&names).all(|(number, name)| find(name) == Some(number)));
        assert_eq!((find("I1000"), find("")), (None, None));
    }

    #[test]
    fn two_ids_of_the_same_hash_are_told_apart() {
        let mut ids = Ids::default();
        assert_eq!(ids.find_or_keep("A", 0, |_| false), 0);
        assert_eq!(ids.find_or_keep("A", 1, |_| false), 1);
        assert_eq!(ids.find("A", |number| number == 1), Some(1));
    }
}
