//! Collection costs, fixed sums and fees of reminders.

use dunning::CostStatement;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::law::{day_of, policy, read, refused};

/// The schedule that a case calls by its own name.
fn schedule(scheme: &str, step: Option<&str>) -> Told<&'static str> {
    Ok(match (scheme, step) {
        ("NL-BIK" | "NL-BIK-cumulation", None) => "NL/collection_costs",
        ("NL-6:96-4", None) => "NL/minimum_costs",
        ("BE-BOOK-XIX", None) => "BE/damages",
        ("DE-288-5", None) => "DE/fixed_sum",
        ("FR-D441-5", None) => "FR/fixed_sum",
        ("UK-LPCDIA-5A", None) => "GB/fixed_sum",
        ("IE-SI580", None) => "IE/compensation",
        ("PL-ART10", None) => "PL/compensation",
        ("DK-9a", None) => "DK/compensation",
        ("DK-9b", None) => "DK/reminder",
        ("AT-458" | "AT-UGB-458", None) => "AT/fixed_sum",
        ("FI-PERINTALAKI", Some("reminder")) => "FI/reminder",
        ("FI-PERINTALAKI", Some("payment_demand_1")) => "FI/payment_demand_1",
        ("FI-PERINTALAKI", Some("payment_demand_2")) => "FI/payment_demand_2",
        (scheme, step) => return unmapped(format!("scheme {scheme} {step:?}")),
    })
}

pub(super) fn answer(given: &Facts<'_>) -> Told<Value> {
    let scheme = given.need("scheme")?.text()?;
    if scheme == "SE-1981:739" {
        return swedish(given);
    }
    let mut facts = json!({
        "schedule": schedule(scheme, given.text_at("step")?)?,
        "currency": given.need("currency")?.text()?,
        "on": day_of(given, "on")?,
        "claims": claims(given)?,
    });
    debtor(given, &mut facts)?;
    terms(given, &mut facts)?;
    let statement = costs(&facts)?;
    let amounts: Vec<String> = statement.charges.iter().map(ToString::to_string).collect();
    let fee = statement.fee.to_string();
    Ok(json!({
        "fee": fee, "maximum_fee": fee, "maximum_damages": fee, "fixed_sum": fee, "minimum": fee,
        "fixed_sum_eur": (statement.currency.to_string() == "EUR").then_some(&fee),
        "vat": statement.vat.map(|vat| vat.to_string()),
        "fee_incl_vat": statement.total.to_string(), "total": statement.total.to_string(),
        "fees": amounts, "reminder_fees": amounts,
        "due_without_notice": statement.without_notice,
        "further_damage_payable": statement.further_payable.map(|further| further.to_string()),
    }))
}

fn costs(facts: &Value) -> Told<CostStatement> {
    dunning::costs(&read(facts)?, &policy(&Value::Null)?).or_else(refused)
}

/// A sum that does not depend on the claim is asked on one of this amount.
const ANY: &str = "100.00";

fn claims(given: &Facts<'_>) -> Told<Value> {
    let mut claims = Vec::new();
    for amount in given.list_at("principals")? {
        claims.push(json!({ "amount": amount.text()? }));
    }
    for (number, part) in given.list_at("instalments")?.iter().enumerate() {
        let (due, amount) = (part.need("due")?.text()?, part.need("principal")?.text()?);
        let contract = if given.is("same_contract")? { "K".to_owned() } else { number.to_string() };
        claims.push(json!({ "amount": amount, "due": due, "contract": contract }));
    }
    for key in ["principal", "debt"] {
        if let Some(amount) = given.text_at(key)? {
            claims.push(json!({ "amount": amount }));
        }
    }
    for key in ["claims", "late_invoices"] {
        for _ in 0..given.some(key).map(|count| count.count()).transpose()?.unwrap_or(0) {
            claims.push(json!({ "amount": ANY }));
        }
    }
    if claims.is_empty() {
        claims.push(json!({ "amount": ANY }));
    }
    Ok(Value::Array(claims))
}

fn debtor(given: &Facts<'_>, facts: &mut Value) -> Told<()> {
    match given.text_at("debtor")? {
        None => {}
        Some("consumer") => facts["kind"] = json!("consumer"),
        Some("business") => facts["kind"] = json!("business"),
        Some("public_body") => facts["kind"] = json!("publicBody"),
        Some(other) => return unmapped(format!("debtor {other}")),
    }
    if let Some(is_business) = given.some("business_debtor") {
        facts["kind"] = json!(if is_business.flag()? { "business" } else { "consumer" });
    }
    Ok(())
}

fn terms(given: &Facts<'_>, facts: &mut Value) -> Told<()> {
    // Who can deduct the VAT has no VAT to add.
    let can_deduct = given.some("creditor_can_reclaim_vat").map(|it| it.flag()).transpose()?;
    if let Some(percent) = given.name_at("vat_percent")?
        && can_deduct == Some(false)
    {
        facts["vatPercent"] = json!(percent);
    }
    if let Some(paid) = given.text_at("paid_within_14_day_term")? {
        facts["paidInTerm"] = json!(paid);
    }
    if let Some(agreed) = given.some("clause_in_contract") {
        facts["agreed"] = json!(agreed.flag()?);
    }
    if let Some(apart) = given.some("each_reminded_separately") {
        facts["apart"] = json!(apart.flag()?);
    }
    if let Some(further) = given.text_at("further_collection_damage")? {
        facts["furtherCosts"] = json!(further);
    }
    if let Some(days) = given.whole_at("days_since_due")? {
        facts["daysSinceDue"] = json!(days);
    }
    let mut days = Vec::new();
    for day in given.list_at("reminders_sent_on")? {
        days.push(json!(day.text()?));
    }
    if !days.is_empty() {
        facts["remindedOn"] = json!(days);
    }
    Ok(())
}

/// A reminder and a demand are two schedules.
fn swedish(given: &Facts<'_>) -> Told<Value> {
    let asked = |schedule: &str, key: &str| -> Told<Option<CostStatement>> {
        let count = given.some(key).map(|count| count.count()).transpose()?.unwrap_or(0);
        if count == 0 {
            return Ok(None);
        }
        let mut facts = json!({
            "schedule": schedule, "currency": given.need("currency")?.text()?,
            "on": day_of(given, "on")?, "claims": [{ "amount": ANY }], "count": count,
        });
        debtor(given, &mut facts)?;
        costs(&facts).map(Some)
    };
    let reminder = asked("SE/reminder", "reminders")?;
    let demand = asked("SE/demand", "collection_demands")?;
    let fee = |told: &Option<CostStatement>| {
        told.as_ref().map_or_else(|| "0.00".to_owned(), |told| told.fee.to_string())
    };
    let decimal = |told: &Option<CostStatement>| {
        told.as_ref().map(|told| told.fee.decimal()).unwrap_or_default()
    };
    let total = decimal(&reminder).checked_add(decimal(&demand));
    let total = total.map_or_else(|| refused("the sum"), |total| Ok(total.to_string()))?;
    Ok(json!({
        "reminder_fee": fee(&reminder), "collection_fee": fee(&demand), "total": total,
    }))
}
