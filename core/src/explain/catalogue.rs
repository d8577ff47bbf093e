//! The sentences: one file for each language, read once.
//!
//! A line is `key = text`. In the text `{field}` is put in, `{^field}` with a capital letter, and
//! `{field:one|many}` chooses the word for a number. The grammar of a language stands in its file, not in code.

use std::sync::OnceLock;

use crate::error::{InputRefused, Problem};

/// A language that sentences are made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Dutch,
    English,
    German,
    French,
}

impl Language {
    pub(super) const ALL: [Self; 4] = [Self::Dutch, Self::English, Self::German, Self::French];

    /// The language of a BCP 47 tag: `nl-BE` is Dutch.
    pub(crate) fn of(tag: &str) -> Result<Self, InputRefused> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let found = Self::ALL.into_iter().find(|known| primary.eq_ignore_ascii_case(known.tag()));
        found.ok_or_else(|| InputRefused::Invalid {
            problems: vec![Problem {
                path: "language".to_owned(),
                value: crate::json::write(&tag),
                problem: "there are sentences in nl, en, de and fr only".to_owned(),
            }],
        })
    }

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
        }
    }

    /// In French, nothing is one too.
    fn is_one(self, number: u32) -> bool {
        number == 1 || (number == 0 && self == Self::French)
    }

    pub(super) fn catalogue(self) -> &'static Catalogue {
        static DUTCH: OnceLock<Catalogue> = OnceLock::new();
        static ENGLISH: OnceLock<Catalogue> = OnceLock::new();
        static GERMAN: OnceLock<Catalogue> = OnceLock::new();
        static FRENCH: OnceLock<Catalogue> = OnceLock::new();
        let (read, file) = match self {
            Self::Dutch => (&DUTCH, include_str!("catalogue/nl.txt")),
            Self::English => (&ENGLISH, include_str!("catalogue/en.txt")),
            Self::German => (&GERMAN, include_str!("catalogue/de.txt")),
            Self::French => (&FRENCH, include_str!("catalogue/fr.txt")),
        };
        read.get_or_init(|| Catalogue::read(file))
    }

    /// The word of `one|many` that goes with a number.
    pub(super) fn choose(self, words: &'static str, number: u32) -> &'static str {
        let (one, many) = words.split_once('|').unwrap_or((words, words));
        if self.is_one(number) { one } else { many }
    }
}

/// The sentences of one language, sorted by key.
pub(super) struct Catalogue {
    texts: Vec<(&'static str, &'static str)>,
}

impl Catalogue {
    fn read(file: &'static str) -> Self {
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        let mut texts: Vec<_> = lines.filter_map(|line| line.split_once(" = ")).collect();
        texts.sort_unstable();
        Self { texts }
    }

    /// The text of a key; a test proves that there is one for every key in use.
    pub(super) fn text(&self, key: &'static str) -> &'static str {
        let found = self.texts.binary_search_by_key(&key, |(known, _)| known);
        found.ok().and_then(|at| self.texts.get(at)).map_or(key, |(_, text)| text)
    }

    #[cfg(test)]
    pub(super) fn texts(&self) -> &[(&'static str, &'static str)] {
        &self.texts
    }
}

/// A text taken apart: what stands there, and the fields between.
pub(super) fn parts(text: &'static str) -> impl Iterator<Item = Part> {
    text.split('{').enumerate().flat_map(|(number, piece)| {
        let (field, after) = match piece.split_once('}') {
            Some((field, after)) if number > 0 => (Some(field), after),
            _ => (None, piece),
        };
        let field = field.map(|field| match field.split_once(':') {
            Some((name, words)) => Part::Choice(name, words),
            None => match field.strip_prefix('^') {
                Some(name) => Part::Capital(name),
                None => Part::Field(field),
            },
        });
        field.into_iter().chain((!after.is_empty()).then_some(Part::Words(after)))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Words(&'static str),
    Field(&'static str),
    /// A field that begins with a capital letter, as a German sentence after a colon does.
    Capital(&'static str),
    /// A word that depends on a number: the field, and `one|many`.
    Choice(&'static str, &'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_first_part() {
        for (tag, language) in [
            ("nl", Language::Dutch),
            ("nl-BE", Language::Dutch),
            ("EN_gb", Language::English),
            ("de-AT", Language::German),
            ("fr-CH", Language::French),
        ] {
            assert_eq!(Language::of(tag), Ok(language), "{tag}");
        }
        for tag in ["", "es", "nld", "-nl", "english"] {
            assert!(
                Language::of(tag).unwrap_err().to_string().contains("nl, en, de and fr"),
                "{tag}"
            );
        }
    }

    /// A line does not break before these marks, nor inside the quotation marks.
    #[test]
    fn french_marks_stand_behind_a_tied_space() {
        for (key, text) in Language::French.catalogue().texts() {
            for loose in [" :", " ;", " ?", " !", " »", "« ", "} %"] {
                assert!(!text.contains(loose), "{loose:?} in {key}: {text}");
            }
        }
    }
}
