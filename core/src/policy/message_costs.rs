//! What messages cost the creditor.

use super::PolicyDoc;
use super::compiled::problem;
use crate::calendar::Day;
use crate::error::Problem;
use crate::model::{Channel, Country, ExpectedCost, MessageCategory};
use crate::money::{Amount, Currency};
use crate::vocabulary::{record, words};

record! {
    /// What messages cost the creditor, and what one may cost at the most. Everything is in one
    /// currency: what is billed in another is entered at the house's own rate.
    pub struct MessageCosts {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The prices. Of several that fit, one that names the country counts before one that does
        /// not, then one that names the category.
        pub prices: Vec<MessagePrice>,
        /// The most that a message may cost, unless its step says otherwise; no limit if not given.
        pub limit: Option<Amount> = None,
        /// What becomes of a channel for which there is no price; `Use` if not given.
        pub unknown: Option<UnknownCost> = None,
    }
}

record! {
    /// The price of a message.
    pub struct MessagePrice {
        /// The channel.
        pub channel: Channel,
        /// The price, exact: it may have more decimals than the currency. Nothing is `"0.00"`.
        pub amount: Amount,
        /// The category by which WhatsApp charges the message; all if not given.
        pub category: Option<MessageCategory> = None,
        /// The countries in which the recipient is; all if none is named.
        pub countries: Vec<Country> = [],
        /// The first day of the price, in the creditor's zone.
        pub begins: Option<Day> = None,
        /// Its last day.
        pub until: Option<Day> = None,
    }
}

words! {
    /// What becomes of a channel whose cost is not known.
    pub enum UnknownCost {
        /// It is used, and a finding says that its cost is not known.
        Use,
        /// It is not used.
        Exclude,
    }
}

impl MessageCosts {
    /// The price of a message on a day; none if nobody gave one.
    pub(crate) fn price(
        &self,
        channel: Channel,
        category: Option<MessageCategory>,
        country: Country,
        on: Day,
    ) -> Option<ExpectedCost> {
        let fits = |price: &&MessagePrice| {
            price.channel == channel
                && (price.countries.is_empty() || price.countries.contains(&country))
                // Of a message whose category is not known no price of one is its price.
                && (price.category.is_none() || price.category == category)
                && price.begins.is_none_or(|begins| begins <= on)
                && price.until.is_none_or(|until| on <= until)
        };
        let fitting = self.prices.iter().filter(fits);
        let price =
            fitting.max_by_key(|one| (!one.countries.is_empty(), one.category.is_some()))?;
        let mut cost = ExpectedCost::new(self.told(price.amount), self.currency);
        cost.category = category;
        Some(cost)
    }

    /// An amount with the decimals of the currency, or more.
    pub(crate) fn told(&self, amount: Amount) -> Amount {
        let mut decimal = amount.decimal();
        decimal.rescale(decimal.scale().max(self.currency.minor_units().unwrap_or(2).into()));
        decimal.into()
    }

    /// The first day after this on which a price of these channels begins or is no longer that.
    pub(crate) fn next_change(&self, channels: &[Channel], today: i32) -> Option<i32> {
        let own = self.prices.iter().filter(|price| channels.contains(&price.channel));
        let days = own.flat_map(|price| {
            let ended = price.until.map(|until| until.number().saturating_add(1));
            price.begins.map(Day::number).into_iter().chain(ended)
        });
        days.filter(|day| *day > today).min()
    }
}

/// Everything that is wrong with the prices and limits.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        for (step_at, step) in scenario.steps.iter().enumerate() {
            let path = format!("scenarios[{at}].steps[{step_at}].costLimit");
            if doc.message_costs.is_none() && step.cost_limit.is_some() {
                let what = "never applies: there are no messageCosts";
                problems.push(problem(path, &step.cost_limit, what));
            } else {
                not_negative(step.cost_limit, path, problems);
            }
        }
    }
    let Some(costs) = &doc.message_costs else { return };
    if costs.currency.minor_units().is_none() {
        let what = "ISO 4217 knows no such currency in use";
        problems.push(problem("messageCosts.currency".into(), &costs.currency, what));
    }
    if costs.prices.is_empty() {
        let what = "there is no price: leave messageCosts out";
        problems.push(problem("messageCosts.prices".into(), &costs.prices, what));
    }
    not_negative(costs.limit, "messageCosts.limit".into(), problems);
    for (at, price) in costs.prices.iter().enumerate() {
        let path = format!("messageCosts.prices[{at}]");
        not_negative(Some(price.amount), format!("{path}.amount"), problems);
        if price.channel == Channel::Call {
            let what = "a call is a person's work and no message: it has no price here";
            problems.push(problem(format!("{path}.channel"), &price.channel, what));
        }
        if price.category.is_some() && price.channel != Channel::WhatsApp {
            let what = "only messages by whatsApp have a category";
            problems.push(problem(format!("{path}.category"), &price.category, what));
        } else if price.category.is_some() && doc.whats_app.is_none() {
            let what = "never applies: without whatsApp rules no message has a known category";
            problems.push(problem(format!("{path}.category"), &price.category, what));
        }
        if price.begins.zip(price.until).is_some_and(|(begins, until)| until < begins) {
            let what = "the price ends before it begins";
            problems.push(problem(format!("{path}.until"), &price.until, what));
        }
        let earlier = costs.prices.iter().take(at).position(|other| clashes(price, other));
        if let Some(earlier) = earlier {
            let what =
                format!("messageCosts.prices[{earlier}] is a price for the same on some day");
            problems.push(problem(path, price, &what));
        }
    }
}

fn not_negative(amount: Option<Amount>, path: String, problems: &mut Vec<Problem>) {
    if amount.is_some_and(|amount| amount.decimal().is_sign_negative()) {
        problems.push(problem(path, &amount, "not an amount from zero upwards"));
    }
}

/// True if nobody could tell which of two prices counts.
fn clashes(one: &MessagePrice, other: &MessagePrice) -> bool {
    let both = one.countries.iter().any(|country| other.countries.contains(country));
    let for_all = one.countries.is_empty() && other.countries.is_empty();
    let starts_in_time = |one: &MessagePrice, other: &MessagePrice| {
        one.begins.zip(other.until).is_none_or(|(begins, until)| begins <= until)
    };
    one.channel == other.channel
        && one.category == other.category
        && (both || for_all)
        && starts_in_time(one, other)
        && starts_in_time(other, one)
}

/// Limits that hold nothing back, since the table knows no price.
pub(super) fn lint(doc: &PolicyDoc, advice: &mut Vec<Problem>) {
    let Some(costs) = &doc.message_costs else { return };
    if costs.unknown == Some(UnknownCost::Exclude) {
        return;
    }
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        for (step_at, step) in scenario.steps.iter().enumerate() {
            let super::Work::Message { channels, .. } = &step.work else { continue };
            if step.cost_limit.is_none() && costs.limit.is_none() {
                continue;
            }
            let unpriced =
                |channel: &&Channel| !costs.prices.iter().any(|price| price.channel == **channel);
            if let Some(channel) = channels.iter().find(unpriced) {
                let path = format!("scenarios[{at}].steps[{step_at}].work.channels");
                let what = "has no price, so that no limit holds it back: enter one, or 0 if it is \
                            free";
                advice.push(problem(path, channel, what));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn costs(prices: &str) -> MessageCosts {
        crate::json::read(&format!("{{\"currency\": \"EUR\", \"prices\": {prices}}}")).unwrap()
    }

    fn price(
        costs: &MessageCosts,
        category: Option<MessageCategory>,
        country: &str,
        on: &str,
    ) -> String {
        let country = country.parse().unwrap();
        let found = costs.price(Channel::WhatsApp, category, country, on.parse().unwrap());
        found.map_or("none".into(), |cost| cost.amount.to_string())
    }

    #[test]
    fn the_price_that_says_most_counts() {
        let costs = costs(
            r#"[{ "channel": "whatsApp", "amount": "0.1" },
                { "channel": "whatsApp", "amount": "0.0456", "category": "utility" },
                { "channel": "whatsApp", "amount": "0.09", "countries": ["NL"] },
                { "channel": "whatsApp", "amount": "0.0512", "countries": ["NL", "BE"],
                  "category": "utility", "until": "2026-03-31" },
                { "channel": "letter", "amount": "1.14" }]"#,
        );
        let utility = Some(MessageCategory::Utility);
        assert_eq!(price(&costs, utility, "NL", "2026-03-31"), "0.0512");
        assert_eq!(price(&costs, utility, "NL", "2026-04-01"), "0.09");
        assert_eq!(price(&costs, utility, "DE", "2026-03-31"), "0.0456");
        assert_eq!(price(&costs, Some(MessageCategory::Service), "DE", "2026-03-31"), "0.10");
        assert_eq!(price(&costs, None, "BE", "2026-03-31"), "0.10");
    }

    #[test]
    fn a_price_that_nobody_gave_is_none() {
        let costs = costs(
            r#"[{ "channel": "whatsApp", "amount": "0.05", "category": "utility",
                  "begins": "2026-03-02" }]"#,
        );
        assert_eq!(price(&costs, Some(MessageCategory::Utility), "NL", "2026-03-01"), "none");
        assert_eq!(price(&costs, None, "NL", "2026-03-02"), "none");
    }

    #[test]
    fn a_change_is_told_for_the_channels_in_question() {
        let day = |text: &str| text.parse::<Day>().unwrap().number();
        let costs = costs(
            r#"[{ "channel": "letter", "amount": "1.14", "until": "2026-03-31" },
                { "channel": "letter", "amount": "1.21", "begins": "2026-04-01" },
                { "channel": "sms", "amount": "0.08", "begins": "2026-03-10" }]"#,
        );
        let next = |channels: &[Channel], today| costs.next_change(channels, day(today));
        assert_eq!(next(&[Channel::Letter], "2026-03-01"), Some(day("2026-04-01")));
        assert_eq!(next(&[Channel::Letter, Channel::Sms], "2026-03-01"), Some(day("2026-03-10")));
        assert_eq!(next(&[Channel::Letter], "2026-04-01"), None);
    }
}
