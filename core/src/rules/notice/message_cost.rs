use crate::calendar::Day;
use crate::model::{Channel, Country, ExcludedWhy, ExpectedCost, MessageCategory};
use crate::money::Amount;
use crate::policy::{MessageCosts, UnknownCost};

/// What a message costs the creditor is known in advance by the prices of the policy. Where it
/// would cost more than the limit, no message goes out by that channel.
///
/// A price that nobody gave is neither nothing nor too much: it is not known, and the policy says
/// whether the channel is used all the same.
///
/// # Errors
///
/// Why the channel is not used, and the cost if it is known.
pub(crate) fn message_cost(
    costs: &MessageCosts,
    limit: Option<Amount>,
    (channel, category): (Channel, Option<MessageCategory>),
    country: Country,
    on: Day,
) -> Result<Option<ExpectedCost>, (ExcludedWhy, Option<ExpectedCost>)> {
    // A call is a person's work.
    if channel == Channel::Call {
        return Ok(None);
    }
    let Some(mut cost) = costs.price(channel, category, country, on) else {
        let is_used = costs.unknown != Some(UnknownCost::Exclude);
        return if is_used { Ok(None) } else { Err((ExcludedWhy::CostUnknown, None)) };
    };
    cost.limit = limit.or(costs.limit).map(|limit| costs.told(limit));
    if cost.limit.is_some_and(|limit| cost.amount > limit) {
        return Err((ExcludedWhy::AboveCostLimit, Some(cost)));
    }
    Ok(Some(cost))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(costs: &str, limit: Option<&str>, channel: Channel) -> String {
        let costs: MessageCosts = crate::json::read(costs).unwrap();
        let limit = limit.map(|limit| limit.parse().unwrap());
        let (country, on) = ("NL".parse().unwrap(), "2026-03-02".parse().unwrap());
        match message_cost(&costs, limit, (channel, None), country, on) {
            Ok(cost) => cost.map_or("unknown".into(), |cost| cost.amount.to_string()),
            Err((why, cost)) => {
                format!("{why:?} {}", cost.map_or(0.into(), |cost| cost.amount.decimal()))
            }
        }
    }

    #[test]
    fn what_costs_as_much_as_the_limit_goes_out() {
        let costs = r#"{ "currency": "EUR", "limit": "1.14",
            "prices": [{ "channel": "letter", "amount": "1.140" }] }"#;
        assert_eq!(asked(costs, None, Channel::Letter), "1.140");
        assert_eq!(asked(costs, Some("1.1399"), Channel::Letter), "AboveCostLimit 1.140");
        assert_eq!(asked(costs, Some("2"), Channel::Letter), "1.140");
        assert_eq!(asked(costs, Some("0"), Channel::Call), "unknown");
    }

    #[test]
    fn the_policy_says_what_becomes_of_an_unknown_cost() {
        let costs = |unknown: &str| {
            format!(
                r#"{{ "currency": "EUR", "limit": "0.00", "unknown": "{unknown}",
                "prices": [{{ "channel": "letter", "amount": "1.14" }}] }}"#
            )
        };
        assert_eq!(asked(&costs("use"), None, Channel::Email), "unknown");
        assert_eq!(asked(&costs("exclude"), None, Channel::Email), "CostUnknown 0");
    }
}
