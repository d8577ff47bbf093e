//! WhatsApp Business as it is: the window of 24 hours, consent, limits, and what is charged.

use super::platform::platform_rule;
use crate::calendar::{Day, Moment, Zone};
use crate::model::{CreditorRole, TemplateCategory};
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// What kind of WhatsApp message it is.
    pub enum WhatsAppKind {
        /// Free text, which the platform calls a service message: only in an open window.
        FreeForm,
        /// A template that the platform has approved.
        Template,
    }
}

record! {
    /// A WhatsApp message that somebody wants to send.
    pub struct WhatsAppAsk {
        /// What kind of message it is.
        pub kind: WhatsAppKind,
        /// When it is to be sent.
        pub send_at: Moment,
        /// When the recipient sent messages or called; later ones than `send_at` do not count.
        pub inbound: Vec<Moment> = [],
        /// Whether the window is open, where the host knows it from the platform.
        pub window_open: Option<bool> = None,
        /// True if the recipient agreed to be written to on WhatsApp.
        pub opted_in: bool = false,
        /// The category of the template.
        pub category: Option<TemplateCategory> = None,
        /// The recipient's number as E.164, where a rule for its country may hold.
        pub phone: Option<Str> = None,
        /// In what role the creditor collects; `FirstParty` if not given.
        pub role: Option<CreditorRole> = None,
        /// Why it is sent although the creditor collects for somebody else.
        pub override_note: Option<Str> = None,
        /// The messaging limit of the portfolio: how many people in 24 hours.
        pub limit: Option<u32> = None,
        /// How many people it reached in the last 24 hours outside windows.
        pub recipients: Option<u32> = None,
        /// True if this recipient is one of them.
        pub counted: bool = false,
        /// How many service messages this number has sent in the month.
        pub service_messages: Option<u32> = None,
    }
}

words! {
    /// Why a WhatsApp message may not be sent.
    pub enum WhatsAppStop {
        /// The recipient's last message is 24 hours ago or more: use a template.
        WindowClosed,
        /// The recipient did not agree to templates.
        NoConsent,
        /// Debt collection is on the platform's list of what is prohibited: a creditor that
        /// collects for others, or bought the claim, needs a note why it does so all the same.
        CollectsForOthers,
        /// The portfolio has reached its limit, and this recipient would be one more.
        LimitReached,
        /// Marketing templates to numbers with +1 are not delivered since 1 April 2025.
        MarketingBlocked,
        /// The category of a template is needed.
        CategoryMissing,
    }
}

record! {
    /// Whether a WhatsApp message may be sent, and what it costs.
    pub struct WhatsAppCheck {
        /// True if nothing stops it.
        pub allowed: bool,
        /// What stops it.
        pub stops: Vec<WhatsAppStop>,
        /// True if the window is open at the moment of sending.
        pub window_open: bool,
        /// The first instant at which the window is closed again, by the last message of the
        /// recipient; none if there was none.
        pub window_closes: Option<Moment> = None,
        /// Whether it is charged when it is delivered; none if no price is known for the day.
        pub billable: Option<bool> = None,
        /// Why it is charged or not.
        pub price_rule: Option<Str> = None,
        /// Who says so.
        pub price_source: Option<Str> = None,
    }
}

/// The table: first and last day, message, window, free a month, billed, why, source, confidence.
const PRICES: &str = include_str!("../../data/whatsapp-prices.csv");

/// Whether a WhatsApp message may be sent at a moment, until when the recipient's window is open,
/// and whether the message is charged.
///
/// A message or call of the recipient opens the window for 24 hours that pass, whatever the clock
/// does; at its end it is closed. Messages of the creditor open nothing. What is charged is dated
/// data in days of UTC and says nothing about the price.
///
/// ```
/// use dunning::{WhatsAppAsk, WhatsAppKind, WhatsAppStop, whatsapp_check};
///
/// let at = |text: &str| text.parse::<dunning::Moment>();
/// let mut ask = WhatsAppAsk::new(WhatsAppKind::FreeForm, at("2026-11-17T09:00:00+01:00")?);
/// ask.inbound = vec![at("2026-11-16T09:00:00+01:00")?];
/// assert_eq!(whatsapp_check(&ask).stops, [WhatsAppStop::WindowClosed]);
/// # Ok::<(), dunning::NotAMoment>(())
/// ```
#[must_use]
pub fn whatsapp_check(ask: &WhatsAppAsk) -> WhatsAppCheck {
    let last = ask.inbound.iter().filter(|inbound| **inbound <= ask.send_at).max();
    let window_closes = last.map(|last| last.plus_hours(24));
    let by_messages = window_closes.is_some_and(|closes| ask.send_at < closes);
    let window_open = ask.window_open.unwrap_or(by_messages);
    let stops = stops(ask, window_open);
    let price = price(ask, window_open);
    WhatsAppCheck {
        allowed: stops.is_empty(),
        stops,
        window_open,
        window_closes,
        billable: price.as_ref().map(|price| price.billed),
        price_rule: price.as_ref().map(|price| price.why.into()),
        price_source: price.map(|price| price.source.into()),
    }
}

fn stops(ask: &WhatsAppAsk, window_open: bool) -> Vec<WhatsAppStop> {
    let is_template = ask.kind == WhatsAppKind::Template;
    let for_others = ask.role.is_some_and(|role| role != CreditorRole::FirstParty);
    let has_note = ask.override_note.as_ref().is_some_and(|note| !note.trim().is_empty());
    let is_full = ask.limit.zip(ask.recipients).is_some_and(|(limit, count)| count >= limit);
    let day = Day::of(Zone::UTC.day_of(ask.send_at));
    let is_marketing = is_template && ask.category == Some(TemplateCategory::Marketing);
    let blocked = platform_rule(WhatsAppStop::MarketingBlocked);
    let is_blocked = blocked.zip(ask.phone.as_ref());
    let is_blocked = is_blocked.is_some_and(|(rule, phone)| rule.holds_for(phone, day));
    let all = [
        (!is_template && !window_open, WhatsAppStop::WindowClosed),
        (is_template && !ask.opted_in, WhatsAppStop::NoConsent),
        (for_others && !has_note, WhatsAppStop::CollectsForOthers),
        // What is sent in an open window takes nothing of the limit.
        (is_full && !ask.counted && !window_open, WhatsAppStop::LimitReached),
        (is_marketing && is_blocked, WhatsAppStop::MarketingBlocked),
        (is_template && ask.category.is_none(), WhatsAppStop::CategoryMissing),
    ];
    all.into_iter().filter(|(stops, _)| *stops).map(|(_, stop)| stop).collect()
}

struct Price {
    billed: bool,
    why: &'static str,
    source: &'static str,
}

/// The row of the table for the message and the day.
fn price(ask: &WhatsAppAsk, window_open: bool) -> Option<Price> {
    let day = Day::of(Zone::UTC.day_of(ask.send_at));
    let message = match (ask.kind, ask.category) {
        (WhatsAppKind::FreeForm, _) => "service",
        (WhatsAppKind::Template, Some(TemplateCategory::Utility)) => "utility",
        (WhatsAppKind::Template, Some(TemplateCategory::Marketing)) => "marketing",
        (WhatsAppKind::Template, Some(TemplateCategory::Authentication)) => "authentication",
        (WhatsAppKind::Template, None) => return None,
    };
    let window = if window_open { "open" } else { "closed" };
    PRICES.lines().skip(1).find_map(|row| {
        let fields: Vec<&'static str> = row.split(',').collect();
        let [begins, ends, of, when, free, billed, why, source, _] = fields[..] else {
            return None;
        };
        let has_begun = begins.parse().is_ok_and(|begins: Day| day >= begins);
        let has_ended = ends.parse().is_ok_and(|ends: Day| day > ends);
        if !has_begun || has_ended || of != message || !(when == "any" || when == window) {
            return None;
        }
        // Without a count nobody knows whether the free ones are used up.
        let is_free = match free.parse::<u32>() {
            Ok(free) => ask.service_messages? < free,
            Err(_) => false,
        };
        let why = if is_free || free.is_empty() { why } else { AFTER_FREE };
        Some(Price { billed: billed == "yes" && !is_free, why, source })
    })
}

/// Why a message is charged once the free ones of the month are used up.
const AFTER_FREE: &str = "service messages are charged beyond the free ones of the month";

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn free_form(at: &str, inbound: &[&str]) -> WhatsAppCheck {
        let mut ask = WhatsAppAsk::new(WhatsAppKind::FreeForm, moment(at));
        ask.inbound = inbound.iter().map(|at| moment(at)).collect();
        whatsapp_check(&ask)
    }

    #[test]
    fn the_window_is_24_hours_that_pass() {
        let allowed = |at, inbound: &[&str]| free_form(at, inbound).allowed;
        let monday = "2026-11-16T09:00:00+01:00";
        assert!(allowed("2026-11-17T08:59:59+01:00", &[monday]));
        assert!(!allowed("2026-11-17T09:00:00+01:00", &[monday]));
        assert!(allowed("2026-11-17T13:59:00+01:00", &[monday, "2026-11-16T14:00:00+01:00"]));
        assert!(!allowed(monday, &[]));
        // What comes later opens nothing now.
        assert!(!allowed(monday, &["2026-11-16T09:00:01+01:00"]));
        // The night in which the clock goes back: it closes an hour earlier on the clock.
        let closes = free_form("2026-10-24T20:00:00+02:00", &["2026-10-24T20:00:00+02:00"]);
        assert_eq!(closes.window_closes, Some(moment("2026-10-25T19:00:00+01:00")));
    }

    #[test]
    fn a_template_needs_consent_and_a_category() {
        let mut ask = WhatsAppAsk::new(WhatsAppKind::Template, moment("2026-11-17T10:00:00Z"));
        let both = [WhatsAppStop::NoConsent, WhatsAppStop::CategoryMissing];
        assert_eq!(whatsapp_check(&ask).stops, both);
        ask.opted_in = true;
        ask.category = Some(TemplateCategory::Marketing);
        ask.phone = Some("+12125550100".into());
        assert_eq!(whatsapp_check(&ask).stops, [WhatsAppStop::MarketingBlocked]);
        ask.category = Some(TemplateCategory::Utility);
        assert!(whatsapp_check(&ask).allowed);
        ask.role = Some(CreditorRole::ThirdParty);
        assert_eq!(whatsapp_check(&ask).stops, [WhatsAppStop::CollectsForOthers]);
        ask.override_note = Some("agreed with the platform".into());
        assert!(whatsapp_check(&ask).allowed);
        (ask.limit, ask.recipients) = (Some(250), Some(250));
        assert_eq!(whatsapp_check(&ask).stops, [WhatsAppStop::LimitReached]);
        ask.counted = true;
        assert!(whatsapp_check(&ask).allowed);
    }

    #[test]
    fn what_is_charged_depends_on_the_day() {
        let billable = |at: &str, kind, category, open, sent| {
            let mut ask = WhatsAppAsk::new(kind, moment(at));
            (ask.category, ask.window_open, ask.service_messages) = (category, Some(open), sent);
            whatsapp_check(&ask).billable
        };
        let (free, template) = (WhatsAppKind::FreeForm, WhatsAppKind::Template);
        let utility = Some(TemplateCategory::Utility);
        let (before, after) = ("2026-09-30T23:59:59Z", "2026-10-01T00:00:00Z");
        assert_eq!(billable(before, template, utility, true, None), Some(false));
        assert_eq!(billable(after, template, utility, true, None), Some(true));
        assert_eq!(billable(before, template, utility, false, None), Some(true));
        assert_eq!(billable(before, free, None, true, None), Some(false));
        assert_eq!(billable(after, free, None, true, Some(999)), Some(false));
        assert_eq!(billable(after, free, None, true, Some(1_000)), Some(true));
        assert_eq!(billable(after, free, None, true, None), None);
        assert_eq!(billable("2025-06-30T12:00:00Z", template, utility, true, None), None);
    }

    #[test]
    fn every_price_is_read() {
        for row in PRICES.lines().skip(1) {
            let fields: Vec<&str> = row.split(',').collect();
            let [begins, ends, _, window, free, billed, why, source, confidence] = fields[..]
            else {
                panic!("{row}")
            };
            assert!(begins.parse::<Day>().is_ok(), "{row}");
            assert!(ends.is_empty() || ends.parse::<Day>().is_ok(), "{row}");
            assert!(matches!(window, "any" | "open" | "closed"), "{row}");
            assert!(free.is_empty() || free.parse::<u32>().is_ok(), "{row}");
            assert!(matches!(billed, "yes" | "no") && !why.is_empty() && !source.is_empty());
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{row}");
        }
    }
}
