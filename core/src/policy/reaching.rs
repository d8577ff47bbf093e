//! How often debtors are contacted, and what WhatsApp asks for.

use super::PolicyDoc;
use super::check::MOST_DAYS;
use super::compiled::problem;
use crate::error::Problem;
use crate::model::{Channel, PlatformTemplate};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// How often a debtor may be contacted.
    pub struct ContactCap {
        /// Contacts at the most.
        pub at_most: u32,
        /// Within so many days in a row, on the debtor's clock.
        pub days: u32,
        /// Only contacts by this channel; all if none is named.
        pub channel: Option<Channel> = None,
        /// Which contacts are counted together; all with the debtor if not given.
        pub per: Option<CapPer> = None,
    }
}

words! {
    /// Which contacts a cap counts together.
    pub enum CapPer {
        /// All with the debtor.
        Debtor,
        /// Those about the same item: a message about several counts for each of them.
        Item,
    }
}

record! {
    /// What is sent by WhatsApp.
    pub struct WhatsAppRules {
        /// The templates that the platform has approved.
        pub templates: Vec<ApprovedTemplate> = [],
        /// Why WhatsApp is used although the creditor collects for others, or bought the claims:
        /// the platform forbids it.
        pub override_note: Option<Str> = None,
    }
}

record! {
    /// A template of the platform for a template of the house.
    pub struct ApprovedTemplate {
        /// The template that steps name.
        pub template: Str,
        /// What the platform has approved for it, in one language.
        pub approved: PlatformTemplate,
    }
}

/// Everything that is wrong with these rules.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    for (at, cap) in doc.contact_caps.iter().enumerate() {
        let path = format!("contactCaps[{at}]");
        if cap.at_most == 0 {
            let what = "no contact would ever be allowed";
            problems.push(problem(format!("{path}.atMost"), &cap.at_most, what));
        }
        if cap.days == 0 || cap.days > MOST_DAYS.unsigned_abs() {
            problems.push(problem(format!("{path}.days"), &cap.days, "from one day to ten years"));
        }
    }
    let Some(rules) = &doc.whats_app else { return };
    for (at, one) in rules.templates.iter().enumerate() {
        let path = format!("whatsApp.templates[{at}]");
        let is_earlier = |other: &ApprovedTemplate| {
            other.template == one.template && other.approved.language == one.approved.language
        };
        if rules.templates.iter().take(at).any(is_earlier) {
            let what = "the template is approved in this language already";
            problems.push(problem(path.clone(), one, what));
        }
        let names = [("template", &one.template), ("approved.name", &one.approved.name)];
        for (field, _) in names.into_iter().filter(|(_, name)| name.trim().is_empty()) {
            problems.push(problem(format!("{path}.{field}"), &"", "a name is not empty"));
        }
    }
    if rules.override_note.as_ref().is_some_and(|note| note.trim().is_empty()) {
        let path = "whatsApp.overrideNote".to_owned();
        problems.push(problem(path, &rules.override_note, "an empty note says no reason"));
    }
}

impl WhatsAppRules {
    /// What is approved for a template: in the language, or in its main language, or in any if
    /// none is known.
    pub(crate) fn approved(
        &self,
        template: &str,
        language: Option<&str>,
    ) -> Option<&PlatformTemplate> {
        let own = || self.templates.iter().filter(|one| one.template == *template);
        let in_language =
            |tag: &str| own().find(|one| one.approved.language.eq_ignore_ascii_case(tag));
        let main = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let found = match language {
            None => own().next(),
            Some(tag) => in_language(tag).or_else(|| in_language(&main(tag))),
        };
        found.map(|one| &one.approved)
    }
}
