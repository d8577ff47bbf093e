//! OCA credit control: the fee of a level in the currency of its line.

use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, invoice};
use super::world::World;
use super::{Stop, fees, place};

const OTHER_CURRENCY: &str = "the peer's own posting: it converts an amount by a rate of its ledger, and no currency is \
     converted here";

/// A fee without a currency is in the company's; so is a line.
pub(super) fn answer(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let company = given.text_at("company_currency")?.unwrap_or("EUR");
    let of_line = given.text_at("line_currency")?.unwrap_or(company);
    let fee = given.need("fee")?;
    let of_fee = fee.text_at("currency")?.unwrap_or(company);
    given.get("rate_EUR_per_USD");
    if of_fee != of_line {
        return Err(Stop::Skipped(OTHER_CURRENCY));
    }
    match fee.need("kind")?.text()? {
        "fixed" => {}
        other => return unmapped(format!("fee of kind {other}")),
    }
    let mut step = world.step(0);
    let amount = json!({ "currency": of_fee, "fixed": fee.need("amount")?.text()? });
    fees::add(&mut world, &mut step, json!({ "id": "fee", "amounts": [amount] }));
    world.set_steps(vec![step]);
    let due = place::before(place::TODAY, 365)?;
    world.add_item(invoice("I1", &due, AMOUNT, of_line));
    let plan = world.run(place::TODAY)?;
    Ok(json!({ "fee_in_line_currency": fees::only(&plan, fees::FEE) }))
}
