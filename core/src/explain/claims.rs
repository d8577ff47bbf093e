//! What is owed, as the statement that a court or a debtor asks for.

use super::catalogue::Language;
use super::phrase::{Phrase, Voice, say};
use super::{reasons, words};
use crate::error::InputRefused;
use crate::model::{Account, CostRefusal};
use crate::money::{Amount, Currency};
use crate::statement::{Claim, ClaimCost, ClaimItem, ClaimSegment, ClaimStatement, RefusedCharge};

/// A claim as text, a line for each span, payment, cost and sum.
///
/// `language` is a BCP 47 tag of Dutch, English, German or French.
///
/// # Errors
///
/// [`InputRefused`] if there are no sentences in the language.
///
/// ```
/// # use dunning::{Account, Policy, claim, claim_text};
/// # let policy = Policy::from_json(r#"{ "scenarios": [{ "id": "s", "version": 1, "steps": [
/// #     { "id": "r", "offset": { "type": "days", "days": 3 },
/// #       "work": { "type": "message", "channels": ["email"] } }] }],
/// #     "assignment": [{ "scenario": "s" }] }"#)?;
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "C", "name": "Bakker BV", "country": "NL", "zone": "Europe/Amsterdam" },
///     "debtor": { "id": "D", "name": "De Groot BV", "kind": "business", "country": "NL" },
///     "items": [{ "id": "2026-1", "kind": "invoice", "due": "2026-05-29", "open": "8400.00",
///         "currency": "EUR" }],
///     "ledgerAsOf": "2026-06-20T06:00:00Z", "paymentsAsOf": "2026-06-20T06:00:00Z"
/// }"#)?;
/// let claim = claim(&account, &policy, &[], "2026-06-20".parse()?)?;
/// let text = claim_text(&account, &claim, "en")?;
/// assert!(text.contains("22 days at 10.15% on €8,400.00: €51.39"), "{text}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn claim_text(
    account: &Account,
    claim: &Claim,
    language: &str,
) -> Result<String, InputRefused> {
    let voice = Voice::new(account, None, Language::of(language)?);
    let mut lines = vec![
        say("claim.title")
            .text("creditor", &account.creditor.name)
            .text("debtor", &account.debtor.name)
            .day("on", claim.on),
        say("claim.law").phrase("law", words::law(claim.law)).text("version", &claim.data_version),
    ];
    for statement in &claim.statements {
        lines.extend(of_currency(statement));
    }
    let told: Vec<String> = lines.iter().map(|line| voice.sentence(line)).collect();
    Ok(told.join("\n"))
}

fn of_currency(told: &ClaimStatement) -> Vec<Phrase> {
    let currency = told.currency;
    let mut lines: Vec<Phrase> = told.items.iter().flat_map(|one| item(one, currency)).collect();
    for paid in &told.payments {
        lines.push(
            say("claim.payment")
                .day("on", paid.on)
                .text("payment", &paid.payment)
                .money("charges", paid.to_charges, currency)
                .money("interest", paid.to_interest, currency)
                .money("principal", paid.to_principal, currency)
                .item("item", &paid.item),
        );
    }
    lines.extend(told.costs.iter().flat_map(cost));
    let mut refused: Vec<Vec<Phrase>> = told.refused.iter().map(not_charged).collect();
    // What is refused for each item alike is told once.
    refused.dedup();
    lines.extend(refused.into_iter().flatten());
    lines.extend(sums(told));
    lines
}

fn item(one: &ClaimItem, currency: Currency) -> Vec<Phrase> {
    let mut lines = vec![say("claim.item").item("item", &one.item).day("due", one.due).money(
        "principal",
        one.principal,
        currency,
    )];
    lines.extend(one.segments.iter().map(|line| segment(line, currency)));
    if !is_nothing(one.rounding) {
        lines.push(say("claim.rounding").money("amount", one.rounding, currency));
    }
    if let Some(rule) = &one.interest_rule {
        let line = match &one.article {
            Some(article) => say("claim.interest.byLaw").text("article", article),
            None => say("claim.interest.agreed").text("rule", rule),
        };
        let line = line.money("interest", one.interest, currency);
        lines.push(line.money("open", one.open_interest, currency));
    }
    if one.below_minimum {
        lines.push(say("claim.belowMinimum"));
    }
    if !is_nothing(one.open_charges) {
        lines.push(say("claim.openCharges").money("amount", one.open_charges, currency));
    }
    if one.open_by_books != one.open_principal {
        lines.push(say("claim.booksDiffer").money("books", one.open_by_books, currency).money(
            "open",
            one.open_principal,
            currency,
        ));
    }
    lines.extend(one.findings.iter().map(reasons::finding));
    lines
}

fn not_charged(refused: &RefusedCharge) -> Vec<Phrase> {
    let key = if refused.article.is_empty() { "claim.notKnown" } else { "claim.refused" };
    let line = say(key).phrase("why", say(why(refused.why)));
    let known = !refused.article.is_empty();
    let mut lines = vec![if known { line.text("article", &refused.article) } else { line }];
    lines.extend(refused.possible_on.map(|on| say("claim.possibleOn").day("on", on)));
    lines
}

fn segment(line: &ClaimSegment, currency: Currency) -> Phrase {
    let key = if line.assumed { "claim.segment.assumed" } else { "claim.segment" };
    say(key)
        .day("begins", line.begins)
        .day("until", line.until)
        .number("days", line.days)
        .percent("percent", line.percent)
        .money("principal", line.principal, currency)
        .money("interest", line.interest, currency)
}

fn cost(cost: &ClaimCost) -> Vec<Phrase> {
    let told = &cost.statement;
    let mut lines = vec![say("claim.cost").text("article", &told.article).money(
        "fee",
        told.fee,
        told.currency,
    )];
    lines.extend(told.vat.map(|vat| say("claim.vat").money("amount", vat, told.currency)));
    lines
}

fn sums(told: &ClaimStatement) -> Vec<Phrase> {
    let currency = told.currency;
    let mut lines = Vec::new();
    for (key, amount) in [
        ("claim.sum.principal", told.principal),
        ("claim.sum.interest", told.interest),
        ("claim.sum.charges", told.charges),
        ("claim.vat", told.vat),
        ("claim.sum.unallocated", told.unallocated),
    ] {
        if !is_nothing(amount) {
            lines.push(say(key).money("amount", amount, currency));
        }
    }
    lines.push(say("claim.total").money("amount", told.total, currency));
    if !is_nothing(told.disputed) {
        lines.push(say("claim.disputed").money("amount", told.disputed, currency).money(
            "interest",
            told.disputed_interest,
            currency,
        ));
    }
    lines
}

pub(super) fn why(refusal: CostRefusal) -> &'static str {
    match refusal {
        CostRefusal::NotThisDebtor => "claim.why.notThisDebtor",
        CostRefusal::NotAgreed => "claim.why.notAgreed",
        CostRefusal::TooEarly => "claim.why.tooEarly",
        CostRefusal::NothingOwed => "claim.why.nothingOwed",
        CostRefusal::NoNotice => "claim.why.noNotice",
        CostRefusal::TermRuns => "claim.why.termRuns",
        CostRefusal::AboveLimit => "claim.why.aboveLimit",
        CostRefusal::NoContractDate => "claim.why.noContractDate",
        CostRefusal::OldContract => "claim.why.oldContract",
        CostRefusal::UnknownLaw => "claim.why.unknownLaw",
    }
}

fn is_nothing(amount: Amount) -> bool {
    amount.decimal().is_zero()
}
