//! The templates that come with the library: a file for each language and kind of message, with a
//! section for each form it has (`core/data/README.md` tells how a file is written).

use super::template::{AttachmentKind, MessageTemplate};
use crate::model::Channel;
use crate::text::Str;

/// The same message in the four languages.
struct Files {
    id: &'static str,
    texts: [(&'static str, &'static str); 4],
}

macro_rules! files {
    ($($id:literal),* $(,)?) => {
        &[$(Files { id: $id, texts: [
            ("nl", include_str!(concat!("../../data/templates/nl/", $id, ".txt"))),
            ("en", include_str!(concat!("../../data/templates/en/", $id, ".txt"))),
            ("de", include_str!(concat!("../../data/templates/de/", $id, ".txt"))),
            ("fr", include_str!(concat!("../../data/templates/fr/", $id, ".txt"))),
        ] }),*]
    };
}

const FILES: &[Files] = files![
    "due-soon",
    "friendly-reminder",
    "second-reminder",
    "final-demand",
    "fourteen-day-letter",
    "first-reminder-free",
    "instalment-reminder",
    "promise-confirmation",
    "promise-broken",
    "thanks-full",
    "thanks-part",
    "thanks-last-instalment",
    "automatic-receipt",
    "call-script",
];

/// The parts that templates of a language include.
const PARTS: &[Files] = files!["parts"];

/// Other names under which policies know a built-in template: `name,template`.
const NAMES: &str = include_str!("../../data/templates/names.csv");

/// The forms of a message: the name of the section, and the channels it is for.
const FORMS: [(&str, &[Channel]); 4] = [
    ("text", &[Channel::Email, Channel::Letter, Channel::Portal]),
    ("whatsApp", &[Channel::WhatsApp]),
    ("sms", &[Channel::Sms]),
    ("call", &[Channel::Call]),
];

/// The templates that come with the library, to read, to print, or to change: given back in
/// `MessageOptions.templates`, one takes the place of its original.
#[must_use]
pub fn message_templates() -> Vec<MessageTemplate> {
    let mut templates = Vec::new();
    for files in FILES {
        for (language, text) in files.texts {
            for (form, channels) in FORMS {
                templates.extend(read(files.id, language, text, form, channels));
            }
        }
    }
    templates
}

/// The built-in template of a name, or of another name for it.
pub(super) fn built_in(id: &str, language: &str, channel: Channel) -> Option<MessageTemplate> {
    let other = || {
        let rows = NAMES.lines().skip(1).filter_map(|row| row.split_once(','));
        rows.into_iter().find(|(name, _)| *name == id).map(|(_, template)| template)
    };
    let files = |id: &str| FILES.iter().find(|files| files.id == id);
    let files = files(id).or_else(|| files(other()?))?;
    let (_, text) = files.texts.iter().find(|(known, _)| *known == language)?;
    let (form, channels) = FORMS.iter().find(|(_, channels)| channels.contains(&channel))?;
    read(files.id, language, text, form, channels)
}

/// The parts of a language, those of HTML where there are two.
pub(super) fn parts(language: &str, html: bool) -> Vec<(&'static str, &'static str)> {
    let texts = PARTS.iter().flat_map(|files| files.texts);
    let file = texts.into_iter().find(|(known, _)| *known == language).map_or("", |(_, text)| text);
    let all: Vec<(&str, &str)> = sections(file).collect();
    let plain = all.iter().filter(|(name, _)| !name.ends_with(".html"));
    plain
        .map(|(name, text)| {
            let rich = all.iter().find(|(other, _)| other.strip_suffix(".html") == Some(name));
            (*name, rich.filter(|_| html).map_or(*text, |(_, rich)| *rich))
        })
        .collect()
}

fn read(
    id: &str,
    language: &str,
    file: &'static str,
    form: &str,
    channels: &[Channel],
) -> Option<MessageTemplate> {
    let section = |wanted: &str| sections(file).find(|(name, _)| *name == wanted);
    let (_, text) = section(form)?;
    let mut template = MessageTemplate::new(id, language, head(file, "version")?, text.trim_end());
    template.channels = channels.to_vec();
    if form == "text" {
        template.subject = section("subject").map(|(_, subject)| subject.trim_end().into());
    }
    template.purpose = head(file, "purpose").and_then(word);
    template.legal_notice = head(file, "legal").map(Str::from);
    template.attachments =
        head(file, "attach").and_then(word::<AttachmentKind>).into_iter().collect();
    Some(template)
}

/// A word of ours as JSON has it.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(text.into()).ok()
}

/// A line `name value` before the first section.
fn head(file: &'static str, wanted: &str) -> Option<&'static str> {
    let lines = file.lines().take_while(|line| !line.starts_with("== "));
    lines
        .filter_map(|line| line.split_once(' '))
        .find(|(name, _)| *name == wanted)
        .map(|(_, value)| value)
}

/// What stands below each line `== name`.
fn sections(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.split("\n== ").skip(1).filter_map(|section| section.split_once('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::MessagePurpose;

    #[test]
    fn every_file_says_what_it_is() {
        let templates = message_templates();
        assert!(templates.len() > 120, "{}", templates.len());
        for template in &templates {
            assert!(template.purpose.is_some(), "{} {}", template.id, template.language);
            let is_long = template.channels.contains(&Channel::Email);
            assert_eq!(
                template.subject.is_some(),
                is_long,
                "{} {}",
                template.id,
                template.language
            );
            let is_call = template.purpose == Some(MessagePurpose::Script);
            assert_eq!(template.channels == [Channel::Call], is_call);
        }
    }

    /// The alphabet of text messages has no tied space: there the marks follow at once.
    #[test]
    fn french_marks_stand_behind_a_tied_space() {
        let all = FILES.iter().chain(PARTS).flat_map(|files| files.texts);
        for (name, text) in all.filter(|(tag, _)| *tag == "fr").flat_map(|(_, file)| sections(file))
        {
            for loose in [" :", " ;", " ?", " !", " »", "« "] {
                assert!(!text.contains(loose), "{loose:?} in {name}: {text}");
            }
            assert!(name != "sms" || !text.contains('\u{a0}'), "{text}");
        }
    }

    #[test]
    fn other_names_lead_to_a_template() {
        for row in NAMES.lines().skip(1) {
            let (name, template) = row.split_once(',').unwrap();
            assert!(FILES.iter().any(|files| files.id == template), "{name}");
            assert!(!FILES.iter().any(|files| files.id == name), "{name}");
        }
    }
}
