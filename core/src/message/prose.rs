//! The words of a template between its tags, each where it stands.

use super::scan::spans;

/// Where the text goes on elsewhere: a tag that is no field.
pub(super) const BREAK: char = '\u{1}';

/// A word in small letters, and the byte at which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: usize,
}

/// The source with its tags blanked out, every byte in its place: a field is one letter, `form`
/// its first text, any other tag a break.
pub(super) fn prose(source: &str) -> String {
    let mut prose = String::with_capacity(source.len());
    let mut done = 0_usize;
    for (start, end) in spans(source) {
        prose.push_str(source.get(done..start).unwrap_or_default());
        blank(source.get(start..end).unwrap_or_default(), &mut prose);
        done = end;
    }
    prose.push_str(source.get(done..).unwrap_or_default());
    prose
}

fn blank(tag: &str, prose: &mut String) {
    let spaces = |count: usize, prose: &mut String| prose.push_str(&" ".repeat(count));
    if tag.starts_with("{%") {
        prose.push(BREAK);
        spaces(tag.len().saturating_sub(1), prose);
        return;
    }
    if tag.starts_with("{#") {
        spaces(tag.len(), prose);
        return;
    }
    let quoted = tag.find(['"', '\'']).filter(|_| tag.contains("form("));
    let text = quoted.and_then(|begin| {
        let begin = begin.saturating_add(1);
        let length = tag.get(begin..)?.find(['"', '\''])?;
        Some((begin, tag.get(begin..begin.saturating_add(length))?))
    });
    match text {
        Some((begin, text)) => {
            spaces(begin, prose);
            prose.push_str(text);
            spaces(tag.len().saturating_sub(begin).saturating_sub(text.len()), prose);
        }
        None => {
            prose.push('x');
            spaces(tag.len().saturating_sub(1), prose);
        }
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let is_letter = |letter: char| letter.is_alphanumeric() || "-'’".contains(letter);
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begun, is_letter(letter)) {
            (None, true) => begun = Some(at),
            (Some(from), false) => {
                let word = text.get(from..at).unwrap_or_default();
                let word = word.to_lowercase().replace('’', "'");
                if word.contains(char::is_alphanumeric) {
                    words.push(Word { text: word, at: from });
                }
                begun = None;
            }
            _ => {}
        }
    }
    words
}

/// Where words stand one after the other; `*` at the end stands for any letters.
pub(super) fn find(wanted: &str, words: &[Word]) -> Option<usize> {
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let is_it = |(wanted, word): (&&str, &Word)| match wanted.strip_suffix('*') {
        Some(begin) => word.text.starts_with(begin),
        None => word.text == **wanted,
    };
    let found =
        words.windows(wanted.len().max(1)).find(|window| wanted.iter().zip(*window).all(is_it))?;
    found.first().map(|word| word.at)
}

/// Each sentence's first byte and its words; a tag breaks it.
pub(super) fn sentences(prose: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut begin = 0_usize;
    let mut letters = prose.char_indices().chain([(prose.len(), '\n')]).peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or('\n', |(_, next)| *next);
        let stops = matches!(letter, '.' | '!' | '?' | ':' | '…') && next.is_whitespace();
        if stops || letter == BREAK || letter == '\n' && next == '\n' || at == prose.len() {
            let words = words(prose.get(begin..at).unwrap_or_default());
            if let Some(first) = words.first() {
                sentences.push((begin.saturating_add(first.at), words.len()));
            }
            begin = at.saturating_add(letter.len_utf8());
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_stays_in_its_place() {
        let source =
            "Aan {{ contact.name }}: {{ form(\"wilt u\", \"wil je\") }} betalen?{% if a %}é";
        let prose = prose(source);
        assert_eq!(prose.len(), source.len());
        let told: Vec<String> = words(&prose).into_iter().map(|word| word.text).collect();
        assert_eq!(told, ["aan", "x", "wilt", "u", "betalen", "é"]);
        for word in ["betalen", "é"] {
            assert_eq!(find(word, &words(&prose)), source.find(word));
        }
    }

    #[test]
    fn words_are_found_across_lines() {
        let words = words("Uw naam komt op de zwarte\nlijst van gepfändeten Konten");
        assert_eq!(find("zwarte lijst", &words), Some(19));
        assert_eq!(find("gepfänd*", &words), Some(36));
        assert_eq!(find("lijst konten", &words), None);
        assert_eq!(find("", &[]), None);
    }

    #[test]
    fn sentences_end_at_marks_and_tags() {
        let counts: Vec<usize> = sentences("Een twee. Drie 1.5!\n\nVier\nvijf\u{1} zes")
            .iter()
            .map(|one| one.1)
            .collect();
        assert_eq!(counts, [2, 3, 2, 1]);
    }
}
