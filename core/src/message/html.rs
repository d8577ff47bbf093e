//! A message as HTML: its paragraphs.

/// What a template wrote, with lines that end without spaces and one empty line between
/// paragraphs, and no second full stop behind a name that ends with one.
pub(super) fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0_usize;
    for line in text.trim().lines().map(str::trim_end) {
        empty = if line.is_empty() { empty.saturating_add(1) } else { 0 };
        if empty < 2 {
            tidied.push_str(&with_one_stop(line));
            tidied.push('\n');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}

/// `Bakker B.V.. Dan` as `Bakker B.V. Dan`; three stops stay.
fn with_one_stop(line: &str) -> String {
    let mut told = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends = letters.peek().is_none_or(|next| next.is_whitespace() || *next == '<');
        let doubled = told.ends_with('.') && !told.ends_with("..");
        if !(letter == '.' && ends && doubled) {
            told.push(letter);
        }
    }
    told
}

/// Each paragraph in `<p>`; one that begins with an element stays as it is. All that was put in is
/// escaped already.
pub(super) fn paragraphs(language: &str, text: &str) -> String {
    let mut html = format!("<div lang=\"{language}\">\n");
    for block in tidied(text).split("\n\n") {
        if block.starts_with('<') {
            html.push_str(block);
        } else {
            let lines: Vec<&str> = block.lines().collect();
            html.push_str("<p>");
            html.push_str(&lines.join("<br>\n"));
            html.push_str("</p>");
        }
        html.push('\n');
    }
    html.push_str("</div>\n");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_elements() {
        let text = "Beste Eva,  \n\n\n\n<table></table>\n\neen\ntwee\n";
        assert_eq!(tidied(text), "Beste Eva,\n\n<table></table>\n\neen\ntwee");
        assert_eq!(
            tidied("bij Bakker B.V.. Dan ... https://a.b/../c .."),
            "bij Bakker B.V. Dan ... https://a.b/../c ."
        );
        let html = "<div lang=\"nl\">\n<p>Beste Eva,</p>\n<table></table>\n\
                    <p>een<br>\ntwee</p>\n</div>\n";
        assert_eq!(paragraphs("nl", text), html);
    }
}
