//! The fields of a message: all that a template may put in.

use serde::Serialize;

/// What a template sees. A field that is `None` is empty: it can be asked about, not put in.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Fields {
    /// The day on which it is written.
    pub(super) today: String,
    /// True for a letter by post, false for what arrives at once.
    pub(super) by_letter: bool,
    pub(super) creditor: Creditor,
    /// From whom it comes, if the step names a sender.
    pub(super) sender: Option<String>,
    pub(super) debtor: Debtor,
    pub(super) contact: Contact,
    pub(super) signatory: Option<String>,
    /// How many documents there are, and their numbers.
    pub(super) count: usize,
    pub(super) documents: String,
    pub(super) lines: Vec<Line>,
    pub(super) instalments: Vec<Instalment>,
    /// What is to be paid, charges included.
    pub(super) total: Option<String>,
    /// Of that, charges.
    pub(super) charges: Option<String>,
    /// Costs that are named and not yet to be paid.
    pub(super) announced: Option<String>,
    /// The VAT in them, if they bear any.
    pub(super) announced_vat: Option<String>,
    /// The last day for payment.
    pub(super) deadline: Option<String>,
    /// Or days from the day after receipt.
    pub(super) deadline_days: Option<u32>,
    /// True if an earlier message named one of the items.
    pub(super) reminded: bool,
    pub(super) next: Next,
    pub(super) pay: Option<Pay>,
    pub(super) promise: Option<Promise>,
    pub(super) payment: Option<Payment>,
    pub(super) receipt: Option<Receipt>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Creditor {
    pub(super) name: String,
    pub(super) registration: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) whatsapp: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Debtor {
    pub(super) name: String,
    pub(super) consumer: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Contact {
    pub(super) name: String,
    /// False for a department or a branch.
    pub(super) person: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Line {
    /// The kind and the number: "factuur 2026-1".
    pub(super) what: String,
    pub(super) number: String,
    pub(super) issued: Option<String>,
    pub(super) due: String,
    /// What is asked for now.
    pub(super) asked: String,
    /// What is open by the books, if that is something else.
    pub(super) open: Option<String>,
    pub(super) disputed: Option<String>,
    pub(super) charges: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Instalment {
    pub(super) number: u32,
    pub(super) date: String,
    pub(super) amount: String,
    pub(super) unpaid: String,
}

/// What really follows if nothing comes; one of the first six is true if something follows.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Next {
    pub(super) reminder: bool,
    pub(super) last_reminder: bool,
    pub(super) legal_notice: bool,
    pub(super) call: bool,
    pub(super) handover: bool,
    /// A person decides.
    pub(super) person: bool,
    /// The next message brings costs or interest.
    pub(super) costs: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Pay {
    pub(super) link: Option<Link>,
    pub(super) iban: Option<String>,
    pub(super) bic: Option<String>,
    pub(super) holder: String,
    pub(super) reference: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) url: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Promise {
    pub(super) amount: String,
    pub(super) date: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Payment {
    pub(super) amount: String,
    pub(super) date: String,
    /// What is still open of what it paid.
    pub(super) left: Option<String>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Receipt {
    pub(super) opens_at: String,
    pub(super) answer_by: String,
}

impl Fields {
    /// Every field filled with something of usual length: what names there are, and a sample to
    /// measure a template by.
    pub(super) fn full() -> Self {
        let name = || "Voorbeeld Groothandel B.V.".to_owned();
        let (day, amount) = (|| "12 september 2026".to_owned(), || "€ 1.234,56".to_owned());
        let number = || "F20260123".to_owned();
        let iban = || "NL91 ABNA 0417 1643 00".to_owned();
        let phone = || "+31 20 1234567".to_owned();
        Self {
            today: day(),
            by_letter: true,
            creditor: Creditor {
                name: name(),
                registration: Some("12345678".to_owned()),
                email: Some("debiteuren@voorbeeld.example".to_owned()),
                phone: Some(phone()),
                whatsapp: Some(phone()),
            },
            sender: Some("juridisch@voorbeeld.example".to_owned()),
            debtor: Debtor { name: name(), consumer: true },
            contact: Contact { name: "Willemijn van den Berg".to_owned(), person: true },
            signatory: Some("Willemijn van den Berg".to_owned()),
            count: 1,
            documents: number(),
            lines: vec![Line {
                what: number(),
                number: number(),
                issued: Some(day()),
                due: day(),
                asked: amount(),
                open: Some(amount()),
                disputed: Some(amount()),
                charges: Some(amount()),
            }],
            instalments: vec![Instalment {
                number: 2,
                date: day(),
                amount: amount(),
                unpaid: amount(),
            }],
            total: Some(amount()),
            charges: Some(amount()),
            announced: Some(amount()),
            announced_vat: Some(amount()),
            deadline: Some(day()),
            deadline_days: Some(14),
            reminded: true,
            next: Next { handover: true, costs: true, ..Next::default() },
            pay: Some(Pay {
                link: Some(Link {
                    label: "Wero".to_owned(),
                    url: "https://pay.example.com/F20260123".to_owned(),
                }),
                iban: Some(iban()),
                bic: Some("ABNANL2A".to_owned()),
                holder: name(),
                reference: number(),
            }),
            promise: Some(Promise { amount: amount(), date: day() }),
            payment: Some(Payment { amount: amount(), date: day(), left: Some(amount()) }),
            receipt: Some(Receipt { opens_at: day(), answer_by: day() }),
        }
    }
}
