//! The files of a message, and the page with all of them.

use dunning::{Channel, Day, RenderedMessage};

pub(crate) struct Letter {
    pub(crate) name: String,
    pub(crate) debtor: String,
    pub(crate) message: RenderedMessage,
    /// The QR code as SVG.
    pub(crate) code: Option<String>,
}

/// The channel as JSON has it.
pub(crate) fn word(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::WhatsApp => "whatsApp",
        Channel::Sms => "sms",
        Channel::Letter => "letter",
        Channel::Portal => "portal",
        _ => "call",
    }
}

/// A line for each message: its file, template, language and hash.
pub(crate) fn list(day: Day, letters: &[Letter]) -> String {
    let mut text = format!("{} messages for {day}\n", letters.len());
    for letter in letters {
        let (message, template) = (&letter.message, &letter.message.template);
        let code = if letter.code.is_some() { "  qr" } else { "" };
        text.push_str(&format!(
            "{}  {} {}  {}  {}{code}\n",
            letter.name, template.id, template.version, message.language, template.content_hash
        ));
    }
    text
}

pub(crate) fn text(letter: &Letter) -> String {
    let subject = letter.message.subject.as_ref();
    let subject = subject.map_or(String::new(), |subject| format!("{subject}\n\n"));
    format!("{subject}{}\n", letter.message.text)
}

pub(crate) fn html(letter: &Letter) -> Option<String> {
    let html = letter.message.html.as_ref()?;
    let title = escaped(letter.message.subject.as_deref().unwrap_or_default());
    Some(format!(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n{html}{}",
        picture(letter)
    ))
}

fn picture(letter: &Letter) -> String {
    match letter.code {
        Some(_) => format!("<img src=\"{}.svg\" width=\"160\" alt=\"QR\">\n", letter.name),
        None => String::new(),
    }
}

pub(crate) fn index(letters: &[Letter]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Messages</title>\n<style>\n\
         body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; }\n\
         section { border: 1px solid #bbb; padding: 1em; margin: 1em 0; }\n\
         pre { white-space: pre-wrap; font: inherit; }\n\
         td, th { padding: 0 1em 0 0; }\n</style>\n",
    );
    page.push_str(&format!("<h1>{} messages</h1>\n<ol>\n", letters.len()));
    for letter in letters {
        let debtor = escaped(&letter.debtor);
        page.push_str(&format!("<li><a href=\"#{0}\">{0}</a> {debtor}</li>\n", letter.name));
    }
    page.push_str("</ol>\n");
    for letter in letters {
        let message = &letter.message;
        page.push_str(&format!("<section id=\"{0}\">\n<h2>{0}</h2>\n", letter.name));
        if let Some(subject) = &message.subject {
            page.push_str(&format!("<h3>{}</h3>\n", escaped(subject)));
        }
        match &message.html {
            Some(html) => page.push_str(html),
            None => page.push_str(&format!("<pre>{}</pre>\n", escaped(&message.text))),
        }
        page.push_str(&picture(letter));
        page.push_str("</section>\n");
    }
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
