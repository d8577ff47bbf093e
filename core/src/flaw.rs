//! What is wrong with a reference, an address or a payload: told as data, all of it at once.

use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// One thing that is wrong with a value.
    ///
    /// Numbers of characters and bytes are told, never the value itself: it may be personal.
    pub struct Flaw {
        /// Which field, as in `creditor.name`.
        pub path: Str,
        /// What is wrong with it.
        pub kind: FlawKind,
        /// What was found: a count, a character, a code.
        pub found: Option<Str> = None,
        /// What is allowed: a count, a range, a list of codes.
        pub expected: Option<Str> = None,
    }
}

words! {
    /// What is wrong with a value.
    pub enum FlawKind {
        /// Nothing stands where something is needed.
        Missing,
        /// Something stands where nothing may.
        Unwanted,
        /// Too short or too long, in characters.
        Length,
        /// A character that may not stand there.
        Character,
        /// Not of the form that it must have.
        Form,
        /// The check digits belong to another value.
        Checksum,
        /// Outside the range of amounts, or with too many decimals.
        Amount,
        /// Two fields that exclude each other.
        Exclusive,
        /// Two fields that do not fit together.
        Mismatch,
        /// The whole has too many bytes or characters.
        TooLarge,
        /// No code that is known.
        Unknown,
    }
}

impl Flaw {
    /// A flaw without figures.
    pub(crate) fn of(path: &str, kind: FlawKind) -> Self {
        Self { path: path.into(), kind, found: None, expected: None }
    }

    /// A flaw with what was found and what is allowed.
    #[expect(clippy::needless_pass_by_value, reason = "counts, letters and codes as they come")]
    pub(crate) fn told(
        path: &str,
        kind: FlawKind,
        found: impl ToString,
        expected: impl ToString,
    ) -> Self {
        let told = |text: String| (!text.is_empty()).then(|| Str::from(text));
        let (found, expected) = (told(found.to_string()), told(expected.to_string()));
        Self { path: path.into(), kind, found, expected }
    }

    /// The same flaw, in a field of a larger value.
    pub(crate) fn within(mut self, outer: &str) -> Self {
        self.path = format!("{outer}.{}", self.path).into();
        self
    }
}
