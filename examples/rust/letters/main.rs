//! Writes tomorrow's messages of an administration: a file for each, its QR code, and a page to look
//! through them all.
//!
//! `examples/README.md` tells what it writes; it is in Rust only so far.
#![expect(
    clippy::disallowed_methods,
    reason = "a program reads and writes files; the core does not"
)]

#[path = "../today/columns.rs"]
mod columns;
#[path = "../today/draft.rs"]
mod draft;
#[path = "../today/export.rs"]
mod export;
#[path = "../today/files.rs"]
mod files;
#[expect(dead_code, reason = "only `today` counts the entries of other debtors")]
#[path = "../today/load.rs"]
mod load;
mod page;
#[path = "../today/table.rs"]
mod table;
#[path = "../today/wrong.rs"]
mod wrong;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use dunning::{
    Account, Channel, Day, MessageAnswer, MessageOptions, Moment, Occasion, OccasionMessage,
    PayloadAnswer, PaymentLink, PictureAnswer, RenderedMessage, epc_payload, plan, qr_svg,
    render_message, render_occasion, thank_you,
};
use page::Letter;

/// Writes tomorrow's messages, their QR codes and a page to look through them.
#[derive(Parser)]
#[command(name = "letters")]
struct Args {
    /// The directory to write to; it is made if need be
    #[arg(default_value = "letters")]
    out: PathBuf,

    /// Your own files, as for `today`; the sample administration if none is given
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(text) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(text) => {
            let _ = std::io::stderr().write_all(text.as_bytes());
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<String, String> {
    let files = files::Files::named(&args.paths, None, false)?;
    let load = |on| load::load(&files, on, false).map_err(|wrong| wrong::listed(&wrong));
    let tomorrow = load(None)?.day.date().succ_opt().and_then(|date| Day::try_from(date).ok());
    let day = load(tomorrow)?;
    let mut letters = Vec::new();
    for account in &day.accounts {
        let options = options(account);
        for action in plan(account, &day.policy, day.now).actions {
            let answer = render_message(account, &day.policy, &action, &options);
            letters.push(letter(letters.len(), account, &action.step, answer)?);
        }
        for answer in thanks(account, day.now, &options) {
            letters.push(letter(letters.len(), account, "thanks", answer)?);
        }
    }
    write(&args.out, &letters).map_err(|why| format!("{}: {why}\n", args.out.display()))?;
    Ok(page::list(day.day, &letters))
}

fn options(account: &Account) -> MessageOptions {
    let url = format!("https://pay.koperenpan.example/{}", account.debtor.id);
    let mut options = MessageOptions::new();
    options.fallback_language = Some("en".into());
    options.links = vec![PaymentLink::new("wero", "Wero", url)];
    options
}

/// Thanks for each payment that was asked for, to the first contact with an e-mail address.
fn thanks(account: &Account, now: Moment, options: &MessageOptions) -> Vec<MessageAnswer> {
    let has_email = |contact: &&dunning::Contact| {
        contact.addresses.iter().any(|address| address.channel == Channel::Email)
    };
    let Some(contact) = account.contacts.iter().find(has_email) else { return Vec::new() };
    let thanks = account.payments.iter().filter_map(|payment| thank_you(account, &payment.id));
    let told = thanks.map(|thanks| {
        let occasion = Occasion::Thanks { thanks };
        let about = OccasionMessage::new(occasion, &contact.id, Channel::Email, now);
        render_occasion(account, &about, options)
    });
    told.collect()
}

fn letter(
    count: usize,
    account: &Account,
    step: &str,
    answer: MessageAnswer,
) -> Result<Letter, String> {
    let debtor = &account.debtor.id;
    match answer {
        MessageAnswer::Rendered { message } => {
            let channel = page::word(message.channel);
            let name = format!("{:03}-{debtor}-{channel}-{step}", count.saturating_add(1));
            Ok(Letter {
                name,
                debtor: account.debtor.name.to_string(),
                code: code(&message),
                message,
            })
        }
        refused => Err(format!("{debtor} {step}: {refused:?}\n")),
    }
}

/// The QR code of the payment that it asks for.
fn code(message: &RenderedMessage) -> Option<String> {
    let PayloadAnswer::Made { payload } = epc_payload(message.transfer.as_ref()?) else {
        return None;
    };
    match qr_svg(&payload) {
        PictureAnswer::Drawn { svg } => Some(svg.to_string()),
        _ => None,
    }
}

fn write(out: &Path, letters: &[Letter]) -> std::io::Result<()> {
    fs::create_dir_all(out)?;
    for letter in letters {
        let file = |ending: &str| out.join(format!("{}.{ending}", letter.name));
        fs::write(file("txt"), page::text(letter))?;
        if let Some(html) = page::html(letter) {
            fs::write(file("html"), html)?;
        }
        if let Some(code) = &letter.code {
            fs::write(file("svg"), code)?;
        }
    }
    fs::write(out.join("index.html"), page::index(letters))
}
