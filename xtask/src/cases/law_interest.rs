//! Interest and day counts.

use dunning::{Day, DayCount, InterestStatement};
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::law::{policy, read, refused, told};
use super::place;

pub(super) fn interest(given: &Facts<'_>) -> Told<Value> {
    let first = given.need("interest_from")?.text()?;
    let last = given.need("interest_to")?.text()?;
    let principal = given.need("principal")?.text()?;
    let currency = given.need("currency")?.text()?;
    let rule = rule("late", given)?;
    let policy = policy(&ruled(&rule))?;
    let item = read(&json!({
        "id": "I1", "kind": "invoice", "open": principal, "currency": currency,
        // The day after the due day is the first that bears interest.
        "due": place::before(first, 1)?,
    }))?;
    let last: Day = last.parse().or_else(refused)?;
    let told: InterestStatement =
        dunning::interest(&item, &policy, "late", last).or_else(refused)?;
    if let Some(until) = told.no_rate_until.or(told.rate_unknown_since) {
        return unmapped(format!("no rate is known for {until}"));
    }
    Ok(json!({
        "days": days(&told)?,
        "interest": told.total.to_string(),
        "total": told.with_principal.to_string(),
        "segments": told.segments.iter().map(segment).collect::<Vec<_>>(),
    }))
}

/// A case counts the days themselves, whatever its day count makes of them.
fn days(told: &InterestStatement) -> Told<u32> {
    let mut days = 0_u32;
    for segment in &told.segments {
        let before = place::before(&segment.begins.to_string(), 1)?.parse().or_else(refused)?;
        let span = dunning::year_fraction(DayCount::Actual365, before, segment.until, None);
        days = days.saturating_add(span.or_else(refused)?.days);
    }
    Ok(days)
}

/// House rules by which every item bears the interest of one rule.
fn ruled(rule: &Value) -> Value {
    let choice = json!({ "rule": rule["id"] });
    json!({ "interest": [rule], "claims": { "interest": [choice] } })
}

fn segment(one: &dunning::InterestSegment) -> Value {
    json!({
        "from": one.begins.to_string(), "to": one.until.to_string(), "days": one.days,
        "percent": one.percent.to_string(), "rate_percent": one.percent.to_string(),
        "interest": one.interest.to_string(),
    })
}

/// The rule on interest that a case states.
pub(super) fn rule(id: &str, given: &Facts<'_>) -> Told<Value> {
    let mut rule = terms(id, given)?;
    rule["rates"] = rates(given)?;
    let fixing = match given.need("rate_fixing")?.text()? {
        "variable" => "variable",
        "at_start" => "atStart",
        "fixed" => "fixed",
        other => return unmapped(format!("rate_fixing {other}")),
    };
    rule["fixing"] = json!(fixing);
    Ok(rule)
}

/// Everything but the rates.
pub(super) fn terms(id: &str, given: &Facts<'_>) -> Told<Value> {
    let compounding = match given.need("compounding")?.text()? {
        "none" => "simple",
        "annual" => "yearly",
        other => return unmapped(format!("compounding {other}")),
    };
    let rounding = given.need("rounding")?;
    let point = match rounding.need("at")?.text()? {
        "total" => "total",
        "capitalisation_and_total" => "capitalisation",
        "each_segment" => "segment",
        other => return unmapped(format!("rounding at {other}")),
    };
    let mode = match rounding.need("mode")?.text()? {
        "half_up" => "halfAwayFromZero",
        "half_even" => "halfEven",
        "up" => "up",
        "down" => "down",
        other => return unmapped(format!("rounding mode {other}")),
    };
    let digits = rounding.need("decimals")?.whole()?;
    let currency = given.need("currency")?.text()?;
    let has: dunning::Currency = currency.parse().or_else(refused)?;
    let unit = unit(has, digits)?;
    let count = count(given.need("day_count")?.text()?)?;
    Ok(json!({
        "id": id, "rates": [], "compounding": compounding, "roundingPoint": point,
        "rounding": { "mode": mode, "unit": unit }, "dayCount": told(&count)?,
    }))
}

/// So many of the smallest unit are the last decimal to which a case rounds.
fn unit(currency: dunning::Currency, decimals: i64) -> Told<u32> {
    let name = currency.to_string();
    // The number of decimals shows in what the library prints.
    let digits = i64::try_from(digits(&name)?).or_else(refused)?;
    match digits.checked_sub(decimals) {
        Some(0) => Ok(1),
        Some(1) => Ok(10),
        Some(2) => Ok(100),
        _ => unmapped(format!("{decimals} decimals of {name}")),
    }
}

fn digits(currency: &str) -> Told<usize> {
    let rule = json!({ "id": "late", "rates": [{ "begins": "2000-01-01", "percent": "1" }] });
    let policy = policy(&ruled(&rule))?;
    let item = read(&json!({
        "id": "I1", "kind": "invoice", "open": "1", "currency": currency, "due": place::TODAY,
    }))?;
    let today: Day = place::TODAY.parse().or_else(refused)?;
    let told = dunning::interest(&item, &policy, "late", today).or_else(refused)?;
    let text = told.total.to_string();
    Ok(text.split_once('.').map_or(0, |(_, decimals)| decimals.len()))
}

/// The rates that a case states; they include the margin, and the name of the series is only told.
pub(super) fn rates(given: &Facts<'_>) -> Told<Value> {
    given.text_at("rate_kind")?;
    given.text_at("margin_points")?;
    let mut rates = Vec::new();
    for rate in given.need("rates")?.list()? {
        let percent = rate.need("percent")?.name()?;
        rates.push(json!({ "begins": rate.need("from")?.text()?, "percent": percent }));
    }
    Ok(Value::Array(rates))
}

fn count(name: &str) -> Told<DayCount> {
    Ok(match name {
        "ACT/365F" => DayCount::Actual365,
        "ACT/360" => DayCount::Actual360,
        "ACT/ACT-ISDA" => DayCount::ActualActual,
        "ACT/ACT-YEAR" => DayCount::ActualYear,
        "30E/360" => DayCount::Thirty360,
        "30/360-ISDA" => DayCount::Thirty360Bond,
        "30/360-US" => DayCount::Thirty360Us,
        "30E/360-ISDA" => DayCount::ThirtyE360Isda,
        "30E+/360" => DayCount::ThirtyEPlus360,
        other => return unmapped(format!("day count {other}")),
    })
}

pub(super) fn day_count(given: &Facts<'_>) -> Told<Value> {
    let count = count(given.need("convention")?.text()?)?;
    let day = |text: &str| text.parse::<Day>().or_else(refused);
    let begins = day(given.need("start")?.text()?)?;
    let before = day(given.need("end_exclusive")?.text()?)?;
    let ends = given.text_at("termination_date")?.map(day).transpose()?;
    let part = dunning::year_fraction(count, begins, before, ends).or_else(refused)?;
    let fraction = match part.denominator {
        1 => part.numerator.to_string(),
        below => format!("{}/{below}", part.numerator),
    };
    Ok(json!({
        "days": part.days, "year_fraction": fraction,
        "year_fraction_decimal": decimals(part.numerator, part.denominator),
    }))
}

/// Twelve decimals, rounded half up.
fn decimals(numerator: u32, denominator: u32) -> String {
    const ONE: u64 = 1_000_000_000_000;
    let (above, below) = (u128::from(numerator), u128::from(denominator));
    let doubled = above.saturating_mul(u128::from(ONE)).saturating_mul(2).saturating_add(below);
    let rounded = doubled.checked_div(below.saturating_mul(2)).unwrap_or_default();
    let whole = rounded.checked_div(u128::from(ONE)).unwrap_or_default();
    let rest = rounded.checked_rem(u128::from(ONE)).unwrap_or_default();
    format!("{whole}.{rest:012}")
}
