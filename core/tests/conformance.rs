//! Runs every case of `conformance/`, the contract between the languages.
//!
//! `DUNNING_BLESS=1` writes what this version answers into the cases; read the difference.
#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "the cases are files")]

use std::fs;
use std::path::{Path, PathBuf};

use dunning::{
    Account, Action, Assumptions, Command, Entry, InputRefused, MessageOptions, MessageTemplate,
    Moment, OccasionMessage, Plan, Policy, PolicyRefused, Problem, Recheck, Refusal, Said, Term,
    by_channel, capacity, claim, claim_text, compare, explain, forecast, holidays, lint_template,
    next_allowed, plan, plan_many, recheck, recheck_sentence, record, redact, render_message,
    render_occasion, sentence, term_days, thank_you,
};
use serde_json::{Value, json};

#[test]
fn conformance() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance");
    let bless = std::env::var_os("DUNNING_BLESS").is_some();
    let files = files(&root);
    let mut failures = Vec::new();
    for file in &files {
        let mut case: Value = serde_json::from_str(&fs::read_to_string(file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert!(case["description"].is_string(), "{}: no description", file.display());
        let answer =
            answer(&root, &case).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if bless && case["expect"] != answer {
            case["expect"] = answer;
            let text = serde_json::to_string_pretty(&case).unwrap();
            fs::write(file, text + "\n").unwrap();
        } else if case["expect"] != answer {
            let name = file.strip_prefix(&root).unwrap().display();
            let expected = &case["expect"];
            failures.push(format!("{name}\n  expected {expected}\n  actual   {answer}"));
        }
    }
    println!("conformance: {} cases", files.len());
    assert!(files.len() >= 60, "cases are missing");
    assert!(failures.is_empty(), "{} fail:\n{}", failures.len(), failures.join("\n"));
}

fn files(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for room in fs::read_dir(root).unwrap() {
        let room = room.unwrap().path();
        let other = ["channels", "law", "peers", "policies"];
        if !room.is_dir() || other.iter().any(|other| room.ends_with(other)) {
            continue;
        }
        for file in fs::read_dir(room).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "json") {
                files.push(file);
            }
        }
    }
    files.sort();
    files
}

type Answer = Result<Value, String>;

fn answer(root: &Path, case: &Value) -> Answer {
    let verb = case["verb"].as_str().unwrap_or_default();
    match verb {
        "plan" => {
            let plan = plan(&account(case)?, &policy(root, case)?, moment(case, "now")?);
            Ok(read(&plan.to_json()))
        }
        "recheck" => {
            let action = Action::from_json(&case["action"].to_string()).map_err(told)?;
            let now = moment(case, "now")?;
            Ok(read(&recheck(&account(case)?, &policy(root, case)?, &action, now).to_json()))
        }
        "record" => record_answer(root, case),
        "forecast" => {
            let (from, until) = (moment(case, "from")?, moment(case, "until")?);
            let (account, assumed) = (account(case)?, assumptions(case)?);
            let plans = forecast(&account, &policy(root, case)?, from, until, &assumed);
            Ok(plans.iter().map(|plan| read(&plan.to_json())).collect())
        }
        "compare" => {
            let (from, until) = (moment(case, "from")?, moment(case, "until")?);
            let (a, b) = (named(root, &case["policyA"])?, named(root, &case["policyB"])?);
            let compared = compare(&account(case)?, &a, &b, from, until, &assumptions(case)?);
            Ok(read(&compared.to_json()))
        }
        "explain" | "sentence" | "recheckSentence" => words_answer(root, case, verb),
        "planMany" => {
            let lines = case["accounts"].as_array().ok_or("no accounts")?.iter();
            let lines: Vec<String> = lines
                .map(|line| line.as_str().map_or_else(|| line.to_string(), str::to_owned))
                .collect();
            let now = moment(case, "now")?;
            let results = plan_many(&lines.join("\n"), &policy(root, case)?, now);
            Ok(results.lines().map(read).collect())
        }
        "termDays" => {
            let term = Term::from_json(&case["term"].to_string()).map_err(told)?;
            let days = term_days(&term, rules(root, case)?.as_ref());
            Ok(days.map_or_else(|why| refused(&why), |days| read(&days.to_json())))
        }
        "holidays" => {
            let year = case["year"].as_u64().and_then(|year| year.try_into().ok());
            let calendar = case["calendar"].as_str().ok_or("no calendar")?;
            let days = holidays(calendar, year.ok_or("no year")?, rules(root, case)?.as_ref());
            Ok(days.map_or_else(|why| refused(&why), |days| read(&days.to_json())))
        }
        "claim" => claimed(root, case),
        "nextAllowed" => next_answer(root, case),
        "capacity" => capacity_answer(case),
        "byChannel" => {
            let action = serde_json::from_value::<Action>(case["action"].clone());
            Ok(json!(by_channel(&action.map_err(|why| why.to_string())?)))
        }
        "policy" => Ok(match Policy::from_json(&case["policy"].to_string()) {
            Ok(policy) => json!({ "policy": read(&policy.to_json()) }),
            Err(PolicyRefused::Invalid { problems }) => listed(&problems),
        }),
        "lint" => Ok(json!(policy(root, case)?.lint())),
        "read" => read_answer(case),
        "play" => play_answer(root, case),
        "renderMessage" | "renderOccasion" | "lintTemplate" | "thankYou" => {
            message_answer(root, case, verb)
        }
        "redact" => {
            let entry = Entry::from_json(&case["entry"].to_string()).map_err(told)?;
            Ok(read(&redact(&entry).to_json()))
        }
        _ => Err(format!("unknown verb {verb:?}")),
    }
}

/// Messages of templates.
fn message_answer(root: &Path, case: &Value, verb: &str) -> Answer {
    match verb {
        "renderMessage" => {
            let action = Action::from_json(&case["action"].to_string()).map_err(told)?;
            let rules = policy(root, case)?;
            let answer = render_message(&account(case)?, &rules, &action, &options(case)?);
            Ok(read(&answer.to_json()))
        }
        "renderOccasion" => {
            let about = OccasionMessage::from_json(&case["about"].to_string()).map_err(told)?;
            Ok(read(&render_occasion(&account(case)?, &about, &options(case)?).to_json()))
        }
        "lintTemplate" => {
            let template = MessageTemplate::from_json(&case["template"].to_string());
            Ok(json!(lint_template(&template.map_err(told)?)))
        }
        _ => {
            let payment = case["payment"].as_str().ok_or("no payment")?;
            Ok(json!({ "thanks": thank_you(&account(case)?, payment) }))
        }
    }
}

/// What is owed, and how it is told.
fn claimed(root: &Path, case: &Value) -> Answer {
    let on = case["on"].as_str().and_then(|on| on.parse().ok()).ok_or("no day")?;
    let account = account(case)?;
    Ok(match claim(&account, &policy(root, case)?, &[], on) {
        Ok(claim) => {
            let text = claim_text(&account, &claim, "en").map_err(told)?;
            let lines: Vec<&str> = text.lines().collect();
            json!({ "claim": read(&claim.to_json()), "text": lines })
        }
        Err(why) => refused(&why),
    })
}

fn next_answer(root: &Path, case: &Value) -> Answer {
    let channel = serde_json::from_value(case["channel"].clone());
    let channel = channel.map_err(|error| error.to_string())?;
    let contact = case["contact"].as_str().unwrap_or_default();
    let (account, policy) = (account(case)?, policy(root, case)?);
    let next = next_allowed(&account, &policy, contact, channel, moment(case, "at")?);
    Ok(next.map_or_else(|why| refused(&why), |next| read(&next.to_json())))
}

fn capacity_answer(case: &Value) -> Answer {
    let plans = serde_json::from_value::<Vec<Plan>>(case["plans"].clone());
    let limits = serde_json::from_value(case["limits"].clone());
    let (plans, limits) = (plans.map_err(|why| why.to_string())?, limits);
    let limits = limits.map_err(|why| why.to_string())?;
    Ok(capacity(&plans, &limits).map_or_else(|why| refused(&why), |fitted| read(&fitted.to_json())))
}

fn refused(refusal: &Refusal) -> Value {
    json!({ "refusal": read(&refusal.to_json()) })
}

/// The policy, if the case has one.
fn rules(root: &Path, case: &Value) -> Result<Option<Policy>, String> {
    if case.get("policy").is_some() { policy(root, case).map(Some) } else { Ok(None) }
}

/// What is told in each of the languages that the case names.
fn words_answer(root: &Path, case: &Value, verb: &str) -> Answer {
    let account = account(case)?;
    let languages = case["languages"].as_array().ok_or("no languages")?.iter();
    let mut told = serde_json::Map::new();
    for language in languages.filter_map(Value::as_str) {
        let item = case["item"].as_str();
        let words = match verb {
            "explain" => {
                let now = moment(case, "now")?;
                explain(&account, &policy(root, case)?, item.unwrap_or_default(), now, language)
                    .map(|story| read(&story.to_json()))
            }
            "sentence" => {
                let said = Said::from_json(&case["said"].to_string()).map_err(self::told)?;
                sentence(&account, item, &said, language).map(Value::from)
            }
            _ => {
                let action = Action::from_json(&case["action"].to_string()).map_err(self::told)?;
                let recheck =
                    Recheck::from_json(&case["recheck"].to_string()).map_err(self::told)?;
                recheck_sentence(&account, &action, &recheck, language).map(Value::from)
            }
        };
        let words = match words {
            Ok(words) => words,
            Err(InputRefused::Invalid { problems }) => listed(&problems),
        };
        told.insert(language.to_owned(), words);
    }
    Ok(Value::Object(told))
}

/// Days as a clerk lives them: each act is a command, or a run that carries out what is planned.
fn play_answer(root: &Path, case: &Value) -> Answer {
    let mut scene = case.clone();
    let mut told = Vec::new();
    for act in case["script"].as_array().ok_or("no script")? {
        scene["now"] = act["at"].clone();
        for (name, value) in act["ledger"].as_object().into_iter().flatten() {
            scene["account"][name] = value.clone();
        }
        scene["account"]["ledgerAsOf"] = act["at"].clone();
        scene["account"]["paymentsAsOf"] = act["at"].clone();
        let id = act["id"].as_str().unwrap_or_default();
        if act["command"].is_object() {
            told.push(take(root, &mut scene, id, act["command"].clone())?);
            continue;
        }
        let planned = answer(root, &with(&scene, "verb", json!("plan")))?;
        let mut did = Vec::new();
        for (number, action) in planned["actions"].as_array().into_iter().flatten().enumerate() {
            let queue = json!({ "type": "queue", "action": action });
            take(root, &mut scene, &format!("{id}-{number}-queue"), queue)?;
            let asked = with(&with(&scene, "verb", json!("recheck")), "action", action.clone());
            let report = json!({ "action": action });
            let done = if action["kind"] == "call" {
                let report = with(&report, "outcome", act["outcome"].clone());
                json!({ "type": "called", "report": report })
            } else {
                json!({ "type": "sent", "report": report })
            };
            did.push(json!({
                "channel": action["channel"], "step": action["step"], "total": action["total"],
                "recheck": answer(root, &asked)?["type"],
                "recorded": take(root, &mut scene, &format!("{id}-{number}-done"), done)?,
            }));
        }
        told.push(Value::Array(did));
    }
    Ok(json!({ "told": told, "journal": scene["account"]["journal"] }))
}

/// Records a command and appends its entries; their number, or the refusal.
fn take(root: &Path, scene: &mut Value, id: &str, command: Value) -> Answer {
    let now = scene["now"].clone();
    let mut asked = with(&with(scene, "verb", json!("record")), "command", command);
    for (name, value) in [("commandId", json!(id)), ("actor", json!("eva"))] {
        asked[name] = value;
    }
    (asked["occurredAt"], asked["recordedAt"]) = (now.clone(), now);
    let answered = answer(root, &asked)?;
    let Some(entries) = answered["entries"].as_array() else { return Ok(answered) };
    let journal = &mut scene["account"]["journal"];
    let mut all = journal.as_array().cloned().unwrap_or_default();
    all.extend(entries.iter().cloned());
    *journal = Value::Array(all);
    Ok(json!(entries.len()))
}

fn with(value: &Value, name: &str, field: Value) -> Value {
    let mut value = value.clone();
    value[name] = field;
    value
}

fn record_answer(root: &Path, case: &Value) -> Answer {
    let command = Command::from_json(&case["command"].to_string()).map_err(told)?;
    let text = |name: &str| case[name].as_str().unwrap_or_default();
    let recorded = record(
        &account(case)?,
        &policy(root, case)?,
        text("commandId"),
        &command,
        moment(case, "occurredAt")?,
        moment(case, "recordedAt")?,
        text("actor"),
    );
    Ok(match recorded {
        Ok(entries) => {
            let entries: Value = entries.iter().map(|entry| read(&entry.to_json())).collect();
            json!({ "entries": entries })
        }
        Err(refusal) => json!({ "refusal": read(&refusal.to_json()) }),
    })
}

fn read_answer(case: &Value) -> Answer {
    let text = case["json"].to_string();
    let written = match case["type"].as_str().unwrap_or_default() {
        "account" => Account::from_json(&text).map(|value| value.to_json()),
        "command" => Command::from_json(&text).map(|value| value.to_json()),
        "entry" => Entry::from_json(&text).map(|value| value.to_json()),
        "action" => Action::from_json(&text).map(|value| value.to_json()),
        other => return Err(format!("unknown type {other:?}")),
    };
    Ok(match written {
        Ok(written) => json!({ "json": read(&written) }),
        Err(InputRefused::Invalid { problems }) => listed(&problems),
    })
}

fn account(case: &Value) -> Result<Account, String> {
    Account::from_json(&case["account"].to_string()).map_err(told)
}

fn assumptions(case: &Value) -> Result<Assumptions, String> {
    match &case["assumptions"] {
        Value::Null => Ok(Assumptions::new()),
        given => Assumptions::from_json(&given.to_string()).map_err(told),
    }
}

fn options(case: &Value) -> Result<MessageOptions, String> {
    match &case["options"] {
        Value::Null => Ok(MessageOptions::new()),
        given => MessageOptions::from_json(&given.to_string()).map_err(told),
    }
}

fn policy(root: &Path, case: &Value) -> Result<Policy, String> {
    named(root, &case["policy"])
}

fn named(root: &Path, policy: &Value) -> Result<Policy, String> {
    let text = match policy {
        Value::String(name) => {
            fs::read_to_string(root.join("policies").join(format!("{name}.json"))).unwrap()
        }
        inline => inline.to_string(),
    };
    Policy::from_json(&text).map_err(|refused| refused.to_string())
}

fn moment(case: &Value, name: &str) -> Result<Moment, String> {
    case[name].as_str().unwrap_or_default().parse().map_err(|refused| format!("{name}: {refused}"))
}

fn listed(problems: &[Problem]) -> Value {
    json!({ "problems": problems })
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
fn told(refused: InputRefused) -> String {
    refused.to_string()
}
