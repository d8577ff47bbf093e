//! What should not stand in a template, and what should.

use super::built_in::parts;
use super::engine::{Engine, check};
use super::fields::Fields;
use super::prose::{Word, find, prose, sentences, words};
use super::scan::{Named, named, position, unknown_fields};
use super::sms::sms_plan;
use super::template::{
    Formality, MessagePurpose, MessageTemplate, Severity, TemplateFlaw, TemplateFlawKind,
};
use crate::explain::Language;
use crate::model::Channel;

const WORDS: &str = include_str!("../../data/message-words.csv");
const LIMITS: &str = include_str!("../../data/message-limits.csv");
const NOTICES: &str = include_str!("../../data/notice-content.csv");

/// All that is wrong with a template, each with its place: what keeps it from being used, the three
/// parts (who and how much, how to pay, a question), lengths, threats, offers, and what the law
/// demands of a notice.
///
/// Lengths are measured on the message with sample values; the words are those of
/// `core/data/message-words.csv` and `notice-content.csv`, each with its source.
///
/// ```
/// use dunning::{MessageTemplate, TemplateFlawKind, lint_template};
///
/// let text = "{{ creditor.name }}: pay {{ totl }}\nor we call the police.";
/// let flaws = lint_template(&MessageTemplate::new("mine", "en", "1", text));
/// let told: Vec<_> = flaws.iter().map(|flaw| (flaw.kind, flaw.line, flaw.column)).collect();
/// assert!(told.contains(&(TemplateFlawKind::UnknownField, Some(1), Some(29))));
/// assert!(told.contains(&(TemplateFlawKind::Threat, Some(2), Some(16))));
/// ```
#[must_use]
pub fn lint_template(template: &MessageTemplate) -> Vec<TemplateFlaw> {
    let Ok(language) = Language::of(&template.language) else {
        let kind = TemplateFlawKind::UnknownLanguage;
        return vec![TemplateFlaw::missing(kind, &template.id, &template.language)];
    };
    let lint = Lint::new(template, language.tag());
    let mut flaws = lint.fields();
    if flaws.is_empty() {
        flaws.extend(lint.lengths());
    }
    flaws.extend(lint.parts());
    flaws.extend(lint.sentences());
    flaws.extend(lint.listed());
    flaws.extend(lint.notice());
    flaws
}

struct Lint<'t> {
    template: &'t MessageTemplate,
    language: &'static str,
    parts: Vec<(&'static str, &'static str)>,
    /// The fields and parts that it names, and those that these parts name.
    named: Vec<Named<'t>>,
    prose: String,
    words: Vec<Word>,
}

impl<'t> Lint<'t> {
    fn new(template: &'t MessageTemplate, language: &'static str) -> Self {
        let parts = parts(language, false);
        let mut all = named(&template.text);
        let inner: Vec<Named<'_>> = all
            .iter()
            .filter(|one| one.is_part)
            .filter_map(|one| parts.iter().find(|(name, _)| *name == one.name))
            .flat_map(|(_, text)| named(text))
            .collect();
        all.extend(inner);
        let prose = prose(&template.text);
        let words = words(&prose);
        Self { template, language, parts, named: all, prose, words }
    }

    fn flaw(&self, kind: TemplateFlawKind, severity: Severity, at: Option<usize>) -> TemplateFlaw {
        let mut flaw = TemplateFlaw::new(kind, severity, &self.template.id);
        if let Some(at) = at {
            let (line, column) = position(&self.template.text, at);
            (flaw.line, flaw.column) = (Some(line), Some(column));
        }
        flaw
    }

    /// What cannot be read, fields that do not exist, parts that do not exist.
    fn fields(&self) -> Vec<TemplateFlaw> {
        let id = &self.template.id;
        let mut flaws: Vec<TemplateFlaw> =
            check(id, &self.template.text).err().into_iter().collect();
        flaws.extend(unknown_fields(id, &self.template.text));
        if let Some(subject) = &self.template.subject {
            let told = check(id, subject).err().into_iter().chain(unknown_fields(id, subject));
            flaws.extend(told.map(TemplateFlaw::of_subject));
        }
        let is_known = |name: &str| self.parts.iter().any(|(part, _)| *part == name);
        for one in self.named.iter().filter(|one| one.is_part && !is_known(one.name)) {
            let kind = TemplateFlawKind::UnknownTemplate;
            let mut flaw = self.flaw(kind, Severity::Error, Some(one.at));
            flaw.found = Some(one.name.into());
            flaws.push(flaw);
        }
        flaws
    }

    fn names(&self, field: &str) -> bool {
        let is_it = |name: &str| {
            name == field || name.strip_prefix(field).is_some_and(|rest| rest.starts_with('.'))
        };
        self.named.iter().any(|one| !one.is_part && is_it(one.name))
    }

    /// Who and how much, how to pay, a question: as far as its purpose asks for them.
    fn parts(&self) -> Vec<TemplateFlaw> {
        use TemplateFlawKind::{NoAmount, NoQuestion, NoSender, NoWayToPay};
        let purpose = self.template.purpose.unwrap_or(MessagePurpose::Demand);
        let amount = ["total", "lines", "instalments", "promise.amount", "payment.amount"];
        let asks = self.prose.contains('?')
            || rows(WORDS, self.language, "ask").any(|row| find(row.value, &self.words).is_some());
        let wanted: &[(TemplateFlawKind, bool)] = &[
            (NoSender, self.names("creditor.name")),
            (NoAmount, amount.iter().any(|field| self.names(field))),
            (NoWayToPay, self.names("pay")),
            (NoQuestion, asks),
        ];
        let asked: &[TemplateFlawKind] = match purpose {
            MessagePurpose::Demand => &[NoSender, NoAmount, NoWayToPay, NoQuestion],
            MessagePurpose::Agreement | MessagePurpose::Thanks => &[NoSender, NoAmount],
            MessagePurpose::Receipt => &[NoSender],
            MessagePurpose::Script => &[NoSender, NoAmount, NoQuestion],
        };
        let missing = wanted.iter().filter(|(kind, there)| !there && asked.contains(kind));
        missing.map(|(kind, _)| self.flaw(*kind, Severity::Error, None)).collect()
    }

    /// The length of the message with sample values, and letters that make a text message dear.
    fn lengths(&self) -> Vec<TemplateFlaw> {
        let engine = Engine::new(&self.parts, &Fields::full(), Formality::Formal, false);
        let text = engine.and_then(|engine| engine.text(&self.template.id, &self.template.text));
        let text = match text {
            Ok(text) => text,
            Err(flaw) => return vec![flaw],
        };
        let is_for = |channel| self.template.channels.contains(&channel);
        let mut flaws = Vec::new();
        if is_for(Channel::WhatsApp) {
            flaws.extend(self.too_long("whatsApp", text.trim().chars().count()));
        }
        if is_for(Channel::Sms) {
            let segments = sms_plan(text.trim()).segments;
            flaws.extend(self.too_long("sms", usize::try_from(segments).unwrap_or(usize::MAX)));
            flaws.extend(self.dear_letters());
        }
        let is_long = [Channel::Email, Channel::Letter, Channel::Portal].into_iter().any(is_for);
        if is_long || self.template.channels.is_empty() {
            flaws.extend(self.too_long("long", words(&text).len()));
        }
        flaws
    }

    fn too_long(&self, form: &str, found: usize) -> Option<TemplateFlaw> {
        let limit = limit(form)?;
        (found > limit.most).then(|| {
            let mut flaw = self.flaw(TemplateFlawKind::TooLong, limit.severity, None);
            flaw.found = Some(found.to_string().into());
            flaw.expected = Some(limit.most.to_string().into());
            flaw
        })
    }

    fn dear_letters(&self) -> Vec<TemplateFlaw> {
        let dear = sms_plan(&self.prose).offending;
        let dear = dear.iter().filter(|letter| **letter != "\u{1}");
        let told = dear.map(|letter| {
            let at = self.prose.find(letter.as_str());
            let mut flaw = self.flaw(TemplateFlawKind::DearLetter, Severity::Warning, at);
            flaw.found = Some(letter.clone());
            flaw
        });
        told.collect()
    }

    fn sentences(&self) -> Vec<TemplateFlaw> {
        let Some(limit) = limit("sentence") else { return Vec::new() };
        let long = sentences(&self.prose).into_iter().filter(|(_, words)| *words > limit.most);
        let told = long.map(|(at, words)| {
            let mut flaw = self.flaw(TemplateFlawKind::LongSentence, limit.severity, Some(at));
            flaw.found = Some(words.to_string().into());
            flaw.expected = Some(limit.most.to_string().into());
            flaw
        });
        told.collect()
    }

    /// Threats, and offers in what may go out as a WhatsApp message.
    fn listed(&self) -> Vec<TemplateFlaw> {
        let channels = &self.template.channels;
        let on_whatsapp = channels.is_empty() || channels.contains(&Channel::WhatsApp);
        let lists = [("threat", TemplateFlawKind::Threat), ("offer", TemplateFlawKind::Offer)];
        let asked = lists.into_iter().take(if on_whatsapp { 2 } else { 1 });
        let told = asked.flat_map(|(list, kind)| {
            let rows = rows(WORDS, self.language, list);
            rows.filter_map(move |row| self.said(kind, row.value, &row))
        });
        told.collect()
    }

    /// What the law wants to stand in a notice, and what it does not allow.
    fn notice(&self) -> Vec<TemplateFlaw> {
        let Some(notice) = self.template.legal_notice.as_deref() else { return Vec::new() };
        let rows = NOTICES.lines().filter_map(|row| row.split_once(','));
        let of_notice = rows.filter(|(name, _)| *name == notice).filter_map(|(_, rest)| row(rest));
        let for_us = of_notice.filter(|row| row.language == "*" || row.language == self.language);
        for_us.filter_map(|row| self.of_notice(&row)).collect()
    }

    fn of_notice(&self, row: &Row<'_>) -> Option<TemplateFlaw> {
        let mut choices = row.value.split('|');
        let is_there = match row.kind {
            "field" => self.names(row.value),
            "phrase" => choices.any(|one| find(one, &self.words).is_some()),
            _ => {
                return choices.find_map(|one| self.said(TemplateFlawKind::LegalWording, one, row));
            }
        };
        (!is_there).then(|| {
            let mut flaw = self.flaw(TemplateFlawKind::LegalContent, Severity::Error, None);
            flaw.expected = Some(row.value.into());
            flaw.source = Some(row.source.into());
            flaw
        })
    }

    /// Words that should not be there, if they are.
    fn said(&self, kind: TemplateFlawKind, words: &str, row: &Row<'_>) -> Option<TemplateFlaw> {
        let at = find(words, &self.words)?;
        let mut flaw = self.flaw(kind, Severity::Error, Some(at));
        flaw.found = Some(words.into());
        flaw.source = Some(row.source.into());
        Some(flaw)
    }
}

/// A row of a list: `language,kind,value,source`.
struct Row<'d> {
    language: &'d str,
    kind: &'d str,
    value: &'d str,
    source: &'d str,
}

fn row(text: &str) -> Option<Row<'_>> {
    let mut cells = text.splitn(4, ',');
    Some(Row {
        language: cells.next()?,
        kind: cells.next()?,
        value: cells.next()?,
        source: cells.next()?,
    })
}

fn rows<'d>(data: &'d str, language: &str, kind: &str) -> impl Iterator<Item = Row<'d>> {
    let rows = data.lines().skip(1).filter_map(row);
    rows.filter(move |row| row.language == language && row.kind == kind)
}

/// The most that a form may have.
struct Limit {
    most: usize,
    severity: Severity,
}

fn limit(form: &str) -> Option<Limit> {
    let cells = LIMITS.lines().map(|line| line.split(',').collect::<Vec<_>>());
    cells.into_iter().find_map(|cells| match cells.as_slice() {
        [name, _, most, severity, ..] if *name == form => Some(Limit {
            most: most.parse().ok()?,
            severity: if *severity == "error" { Severity::Error } else { Severity::Warning },
        }),
        _ => None,
    })
}
