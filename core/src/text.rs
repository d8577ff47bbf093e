use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Text that is shared and never changed: ids, names, codes and notes.
///
/// A decision names many things that the account and the policy have named before; sharing the
/// text keeps that cheap. It is made from a `&str` or a `String`, and reads like one; in JSON and
/// in all other languages it is plain text.
///
/// ```
/// use dunning::Str;
///
/// let id = Str::from("2026-17");
/// assert_eq!(id, "2026-17");
/// assert_eq!(id.len(), 7);
/// ```
#[derive(Clone, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "node", derive(ts_rs::TS), ts(as = "String", rename = "string"))]
pub struct Str(Arc<str>);

impl Str {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Str {
    fn default() -> Self {
        Self::from("")
    }
}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Str {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&Self> for Str {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

impl From<Str> for String {
    fn from(text: Str) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || is_same(self, other)
    }
}

impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        is_same(self, other)
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        is_same(self, other)
    }
}

/// The first and the last eight bytes, as numbers.
#[inline]
fn ends(text: &[u8]) -> Option<(u64, u64)> {
    let number = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes);
    Some((number(text.first_chunk()?), number(text.last_chunk()?)))
}

/// Most ids have eight to sixteen bytes: two comparisons of numbers, where a call costs more.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    if let (8..=16, Some(one), Some(other)) = (one.len(), ends(one), ends(other)) {
        return one == other;
    }
    one == other
}

impl PartialEq<Str> for str {
    fn eq(&self, other: &Str) -> bool {
        *self == *other.0
    }
}

impl PartialEq<String> for Str {
    fn eq(&self, other: &String) -> bool {
        *self.0 == **other
    }
}

impl PartialEq<Str> for String {
    fn eq(&self, other: &Str) -> bool {
        **self == *other.0
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Str {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Str {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl serde::de::Visitor<'_> for TextVisitor {
    type Value = Str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Str, E> {
        Ok(Str::from(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_byte_by_byte() {
        for length in 0..40 {
            let text = "x".repeat(length);
            assert_eq!(Str::from(text.as_str()), Str::from(text.as_str()));
            assert_ne!(Str::from(text.as_str()), format!("{text}x").as_str());
            for at in 0..length {
                let with_y = |(place, letter)| if place == at { 'y' } else { letter };
                let other: String = text.chars().enumerate().map(with_y).collect();
                assert_ne!(Str::from(text.as_str()), Str::from(other));
            }
        }
    }
}
