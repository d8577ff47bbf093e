//! What a payment pays.

use dunning::{Account, Amount, Claim, Day, Imputation, OpenClaim};
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::law::{policy, read, refused, told};
use super::{law_interest, place};

pub(super) fn answer(jurisdiction: &str, given: &Facts<'_>) -> Told<Value> {
    // It names the articles; the country tells which law it is.
    given.need("rule")?.text()?;
    if given.has("payments") {
        return running(jurisdiction, given);
    }
    let mut claims = Vec::new();
    if let Some(open) = given.some("open") {
        claims.push(open_claim("claim", &open)?);
    }
    for one in given.list_at("claims")? {
        let mut claim = open_claim(one.need("id")?.text()?, &one.need("open")?)?;
        claim["due"] = json!(one.need("due")?.text()?);
        claim["ratePercent"] = json!(one.name_at("rate_percent")?);
        claims.push(claim);
    }
    let mut chosen = Vec::new();
    if let Some(designated) = given.some("designated") {
        let list = if designated.is_list() { designated.list()? } else { vec![designated] };
        for id in list {
            chosen.push(json!(id.text()?));
        }
    }
    let payment = json!({
        "amount": given.need("payment")?.text()?, "currency": given.need("currency")?.text()?,
        "law": jurisdiction, "chosen": chosen, "on": given.text_at("date")?,
    });
    let claims: Vec<OpenClaim> = read(&Value::Array(claims))?;
    let paid = dunning::impute(&read(&payment)?, &claims).or_else(refused)?;
    answered(&paid)
}

fn open_claim(id: &str, open: &Facts<'_>) -> Told<Value> {
    let amount = |key: &str| -> Told<&str> { open.need(key)?.text() };
    Ok(json!({
        "id": id, "costs": amount("costs")?, "interest": amount("interest")?,
        "principal": amount("principal")?,
    }))
}

fn answered(paid: &Imputation) -> Told<Value> {
    let text = |amount: &Amount| amount.to_string();
    let rows = paid.parts.iter().map(|part| {
        json!({
            "id": part.claim, "costs": text(&part.costs), "interest": text(&part.interest),
            "principal": text(&part.principal),
        })
    });
    let open = paid.open.first().map(told).transpose()?.unwrap_or_default();
    let part = |of: fn(&dunning::ImputedPart) -> &Amount| {
        paid.parts.first().map_or_else(|| "0.00".to_owned(), |part| text(of(part)))
    };
    Ok(json!({
        "allocation": rows.collect::<Vec<_>>(),
        "to_costs": part(|one| &one.costs), "to_interest": part(|one| &one.interest),
        "to_principal": part(|one| &one.principal),
        "unallocated": text(&paid.unallocated),
        "open_after": {
            "costs": open["costs"], "interest": open["interest"], "principal": open["principal"],
        },
    }))
}

/// Claims that bear interest while payments come in.
fn running(jurisdiction: &str, given: &Facts<'_>) -> Told<Value> {
    let as_of = given.need("as_of")?.text()?;
    let currency = given.need("currency")?.text()?;
    let (mut items, mut rules, mut choices) = (Vec::new(), Vec::new(), Vec::new());
    for split in given.list_at("segments_split_at")? {
        match split.text()? {
            "rate table dates (also when the rate does not change)"
            | "rate table dates"
            | "anniversary of interest_from"
            | "payment" => {}
            other => return unmapped(format!("segments_split_at {other}")),
        }
    }
    for claim in given.need("claims")?.list()? {
        let id = claim.need("id")?.text()?;
        let due = place::before(claim.need("interest_from")?.text()?, 1)?;
        let principal = claim.need("principal")?.text()?;
        items.push(json!({
            "id": id, "kind": "invoice", "due": due, "open": principal, "currency": currency,
            "tags": [id],
        }));
        items.push(json!({
            "id": format!("costs of {id}"), "kind": "charge", "due": due, "settles": id,
            "open": claim.need("costs")?.text()?, "currency": currency,
        }));
        let mut rule = law_interest::terms(id, given)?;
        rule["rates"] = with_table_dates(&law_interest::rates(&claim)?, given)?;
        rule["paymentDayFree"] =
            json!(!given.need("payment_day_bears_interest_on_the_paid_amount")?.flag()?);
        rule["lastDayFree"] = json!(!given.need("as_of_day_bears_interest")?.flag()?);
        rules.push(rule);
        choices.push(json!({ "rule": id, "tags": [id] }));
    }
    let payments = payments(given, currency)?;
    let account = json!({
        "creditor": { "id": "C", "name": "C", "country": jurisdiction, "zone": "UTC" },
        "debtor": { "id": "D", "name": "D", "kind": "consumer", "country": jurisdiction },
        "items": items, "payments": payments,
        "ledgerAsOf": place::run(as_of), "paymentsAsOf": place::run(as_of),
    });
    let account = Account::from_json(&account.to_string()).or_else(refused)?;
    let claims = json!({ "interest": choices, "withoutCosts": true });
    let policy = policy(&json!({ "interest": rules, "claims": claims }))?;
    let on: Day = as_of.parse().or_else(refused)?;
    let claim = dunning::claim(&account, &policy, &[], on).or_else(refused)?;
    stated(&claim)
}

/// The payments, each for the claims that the payer named.
fn payments(given: &Facts<'_>, currency: &str) -> Told<Vec<Value>> {
    let mut payments = Vec::new();
    for (number, payment) in given.need("payments")?.list()?.iter().enumerate() {
        let mut chosen = Vec::new();
        for id in payment.list_at("order")? {
            chosen.push(id.text()?);
        }
        payments.push(json!({
            "id": format!("P{number}"), "valueDate": payment.need("date")?.text()?,
            "amount": payment.need("amount")?.text()?, "currency": currency, "chosen": chosen,
        }));
    }
    Ok(payments)
}

/// The table begins a new row on these days too, at the rate that goes on.
fn with_table_dates(rates: &Value, given: &Facts<'_>) -> Told<Value> {
    let mut rates: Vec<Value> = rates.as_array().cloned().unwrap_or_default();
    for date in given.list_at("rate_table_dates")? {
        let date = date.text()?;
        let begins = |rate: &Value| rate["begins"].as_str().unwrap_or_default().to_owned();
        let before = rates.iter().rposition(|rate| begins(rate).as_str() <= date);
        if let Some(place) = before.filter(|place| begins(&rates[*place]) != date) {
            let row = json!({ "begins": date, "percent": rates[place]["percent"] });
            rates.insert(place.saturating_add(1), row);
        }
    }
    Ok(Value::Array(rates))
}

fn stated(claim: &Claim) -> Told<Value> {
    let [statement] = claim.statements.as_slice() else {
        return unmapped("more than one currency");
    };
    let text = |amount: &Amount| amount.to_string();
    let payments = statement.payments.iter().map(|paid| {
        json!({
            "date": paid.on.to_string(), "claim": paid.item, "to_costs": text(&paid.to_charges),
            "to_interest": text(&paid.to_interest), "to_principal": text(&paid.to_principal),
        })
    });
    let claims = statement.items.iter().map(|item| {
        json!({
            "id": item.item, "interest_total": text(&item.interest),
            "open_costs": text(&item.open_charges), "open": text(&item.open),
            "open_principal": text(&item.open_principal),
        })
    });
    Ok(json!({
        "payments": payments.collect::<Vec<_>>(), "claims": claims.collect::<Vec<_>>(),
        "total_open": text(&statement.total), "unallocated": text(&statement.unallocated),
    }))
}
