//! Published examples of each scheme, and the edges.

use super::*;
use crate::flaw::{Flaw, FlawKind};

use ReferenceScheme::{
    BelgianOgm, DutchBetalingskenmerk, FinnishViite, Iso11649, NorwegianKidMod10,
    NorwegianKidMod11, SwissQrr,
};

fn made(scheme: ReferenceScheme, payload: &str) -> PaymentReference {
    match make_reference(scheme, payload) {
        ReferenceAnswer::Valid { reference } => reference,
        ReferenceAnswer::Flawed { flaws } => panic!("{payload}: {flaws:?}"),
    }
}

fn flaws(answer: ReferenceAnswer) -> Vec<FlawKind> {
    match answer {
        ReferenceAnswer::Valid { reference } => panic!("{reference:?}"),
        ReferenceAnswer::Flawed { flaws } => flaws.iter().map(|flaw| flaw.kind).collect(),
    }
}

#[test]
fn published_examples_are_made() {
    let examples = [
        (Iso11649, "539007547034", "RF18539007547034", "RF18 5390 0754 7034"),
        (Iso11649, "1234561", "RF341234561", "RF34 1234 561"),
        (BelgianOgm, "0108068171", "010806817183", "+++010/8068/17183+++"),
        (BelgianOgm, "0000000001", "000000000101", "+++000/0000/00101+++"),
        (BelgianOgm, "0000000097", "000000009797", "+++000/0000/09797+++"),
        (DutchBetalingskenmerk, "000056789012345", "5000056789012345", "5000 0567 8901 2345"),
        (DutchBetalingskenmerk, "202600012345", "02202600012345", "0220 2600 0123 45"),
        (FinnishViite, "123456", "1234561", "12 34561"),
        (FinnishViite, "123456712345678", "1234567123456784", "1 23456 71234 56784"),
        (NorwegianKidMod10, "1234", "12344", "12344"),
        (NorwegianKidMod11, "1234", "12343", "12343"),
        (NorwegianKidMod11, "109", "1090", "1090"),
        (
            SwissQrr,
            "21000000000313947143000901",
            "210000000003139471430009017",
            "21 00000 00003 13947 14300 09017",
        ),
    ];
    for (scheme, payload, value, printed) in examples {
        let reference = made(scheme, payload);
        assert_eq!((reference.value.as_str(), reference.printed.as_str()), (value, printed));
        assert_eq!(check_reference(scheme, printed), ReferenceAnswer::Valid { reference });
    }
}

#[test]
fn the_working_of_a_dutch_check_digit_is_told() {
    let reference = made(DutchBetalingskenmerk, "000056789012345");
    assert_eq!(reference.weighted_sum, Some(215));
    let zero = made(DutchBetalingskenmerk, "000000000000019");
    assert_eq!((zero.raw, zero.check.as_deref()), (Some(11), Some("0")));
    let read = check_reference(DutchBetalingskenmerk, "12 2345 3462 2567");
    let ReferenceAnswer::Valid { reference } = read else { panic!("{read:?}") };
    assert_eq!((reference.length_code, reference.payload.as_str()), (Some(2), "234534622567"));
    let seven = check_reference(DutchBetalingskenmerk, "1234567");
    assert!(matches!(seven, ReferenceAnswer::Valid { reference } if reference.check.is_none()));
}

#[test]
fn a_dash_may_be_a_norwegian_check_digit() {
    let dash = (1..2_000_u32).map(|base| made(NorwegianKidMod11, &base.to_string()));
    let dash: Vec<PaymentReference> = dash.filter(|one| one.value.ends_with('-')).collect();
    assert!(!dash.is_empty());
    for reference in dash {
        let answer = check_reference(NorwegianKidMod11, &reference.value);
        assert_eq!(answer, ReferenceAnswer::Valid { reference: reference.clone() });
        let other = check_reference(NorwegianKidMod10, &reference.value);
        assert_eq!(flaws(other), [FlawKind::Character]);
    }
    // The number does not tell its modulus.
    let kid = "2707841373001170014";
    assert_eq!(flaws(check_reference(NorwegianKidMod10, kid)), [FlawKind::Checksum]);
    assert!(matches!(check_reference(NorwegianKidMod11, kid), ReferenceAnswer::Valid { .. }));
}

#[test]
fn what_a_scheme_does_not_allow_is_told() {
    let long = "1".repeat(28);
    let wrong = [
        (Iso11649, "RF19539007547034", FlawKind::Checksum),
        (Iso11649, "RF18", FlawKind::Length),
        (Iso11649, "XX18539007547034", FlawKind::Form),
        (Iso11649, "RF18 5390-0754", FlawKind::Character),
        (BelgianOgm, "010/8068/1718", FlawKind::Length),
        (BelgianOgm, "010/8068/17184", FlawKind::Checksum),
        (DutchBetalingskenmerk, "12345678", FlawKind::Length),
        (DutchBetalingskenmerk, "12234534622569", FlawKind::Checksum),
        (DutchBetalingskenmerk, "13234534622567", FlawKind::Form),
        (FinnishViite, "12 34562", FlawKind::Checksum),
        (FinnishViite, "123", FlawKind::Length),
        (NorwegianKidMod10, "12345", FlawKind::Checksum),
        (SwissQrr, long.as_str(), FlawKind::Length),
    ];
    for (scheme, text, kind) in wrong {
        assert_eq!(flaws(check_reference(scheme, text)), [kind], "{text}");
    }
    let payloads = [
        (Iso11649, "1234567890123456789012"),
        (BelgianOgm, "108068171"),
        (DutchBetalingskenmerk, "1234567890123"),
        (FinnishViite, "0099"),
        (NorwegianKidMod10, ""),
        (SwissQrr, "1"),
    ];
    for (scheme, payload) in payloads {
        assert_eq!(flaws(make_reference(scheme, payload)), [FlawKind::Length], "{payload}");
    }
}

#[test]
fn references_are_found_in_a_text() {
    let found = |text: &str, schemes: &[ReferenceScheme]| -> Vec<(String, String)> {
        let all = find_references(text, schemes);
        all.into_iter().map(|one| (one.reference.value.into(), one.found.into())).collect()
    };
    let text = "Voor RF18 5390 0754 7034 dank; zie +++010/8068/17183+++ (of 12 2345 3462 2567).";
    let all = [BelgianOgm, Iso11649, DutchBetalingskenmerk];
    let values: Vec<String> = found(text, &all).into_iter().map(|(value, _)| value).collect();
    assert_eq!(values, ["RF18539007547034", "010806817183", "12234534622567"]);
    assert_eq!(found("RF18 5390 0754 7035", &[Iso11649]), []);
    assert_eq!(found("ref:rf18539007547034.", &[Iso11649]), []);
    let glued = found("ref: rf18539007547034.", &[Iso11649]);
    assert_eq!(glued, [("RF18539007547034".to_owned(), "rf18539007547034".to_owned())]);
    // Two numbers that a comma parts are two.
    assert_eq!(found("12 2345 3462, 2567", &[DutchBetalingskenmerk]), []);
    assert_eq!(found("betaald 1234567", &[DutchBetalingskenmerk]), []);
}

fn transfer() -> EpcTransfer {
    EpcTransfer::new("Voorbeeld B.V.", "NL91ABNA0417164300")
}

fn told(answer: PayloadAnswer) -> Vec<Flaw> {
    match answer {
        PayloadAnswer::Made { payload } => panic!("{payload:?}"),
        PayloadAnswer::Flawed { flaws } => flaws,
    }
}

/// What stands in the payload is checked, and not what was written around it.
#[test]
fn a_reference_is_checked_without_its_spaces() {
    let mut transfer = EpcTransfer::new("Voorbeeld B.V.", "NL91ABNA0417164300");
    transfer.reference = Some(" RF/-".into());
    assert!(matches!(epc_payload(&transfer), PayloadAnswer::Flawed { .. }));
    transfer.reference = Some(" RF18 5390 0754 7034".into());
    assert!(matches!(epc_payload(&transfer), PayloadAnswer::Made { .. }));
}

#[test]
fn an_epc_payload_holds_its_limits() {
    let mut both = transfer();
    both.reference = Some("RF18539007547034".into());
    both.remittance = Some("both".into());
    assert_eq!(told(epc_payload(&both))[0].kind, FlawKind::Exclusive);
    let mut long = EpcTransfer::new("ü".repeat(70), "NL91ABNA0417164300");
    long.amount = Some("1.00".parse().unwrap());
    long.remittance = Some("ü".repeat(140).into());
    let flaw = Flaw::told("payload", FlawKind::TooLarge, 465, 331);
    assert_eq!(told(epc_payload(&long)), [flaw]);
    long.charset = Some(EpcCharset::Latin1);
    assert!(matches!(epc_payload(&long), PayloadAnswer::Made { payload } if payload.bytes < 331));
    for (amount, fits) in [
        ("0.01", true),
        ("999999999.99", true),
        ("20", true),
        ("0", false),
        ("0.001", false),
        ("1.234", false),
        ("1000000000", false),
        ("-1", false),
    ] {
        let mut asked = transfer();
        asked.amount = Some(amount.parse().unwrap());
        assert_eq!(matches!(epc_payload(&asked), PayloadAnswer::Made { .. }), fits, "{amount}");
    }
    let mut injected = transfer();
    injected.remittance = Some("a\nb".into());
    assert_eq!(told(epc_payload(&injected))[0].kind, FlawKind::Character);
    let mut first = transfer();
    first.version = Some(EpcVersion::V001);
    assert_eq!(told(epc_payload(&first))[0].path, "bic");
    let swiss = EpcTransfer::new("A", "CH9300762011623852957");
    assert_eq!(told(epc_payload(&swiss))[0].path, "bic");
}

fn bill(iban: &str) -> SwissBill {
    let mut creditor =
        crate::PostalAddress::new("Muster AG", "CH".parse::<crate::Country>().unwrap());
    creditor.postcode = Some("2501".into());
    creditor.town = Some("Biel".into());
    SwissBill::new(iban, creditor, "CHF".parse::<crate::Currency>().unwrap())
}

#[test]
fn a_swiss_bill_takes_the_reference_of_its_account() {
    let (qr_iban, iban) = ("CH4431999123000889012", "CH9300762011623852957");
    let qrr = "210000000003139471430009017";
    let rf = "RF18539007547034";
    for (account, reference, fits) in [
        (qr_iban, Some(qrr), true),
        (qr_iban, Some(rf), false),
        (qr_iban, None, false),
        (iban, Some(qrr), false),
        (iban, Some(rf), true),
        (iban, None, true),
    ] {
        let mut bill = bill(account);
        bill.reference = reference.map(Into::into);
        let answer = swiss_payload(&bill);
        assert_eq!(matches!(answer, PayloadAnswer::Made { .. }), fits, "{account} {reference:?}");
    }
    let mut none = bill(iban);
    none.reference_type = Some(SwissReferenceType::Non);
    none.reference = Some(rf.into());
    assert_eq!(told(swiss_payload(&none))[0].kind, FlawKind::Unwanted);
}

#[test]
fn a_swiss_payload_has_31_lines_and_what_follows() {
    let mut bill = bill("CH9300762011623852957");
    bill.amount = Some("1949.7".parse().unwrap());
    let PayloadAnswer::Made { payload } = swiss_payload(&bill) else { panic!("flawed") };
    let lines: Vec<&str> = payload.text.split('\n').collect();
    assert_eq!((lines.len(), lines[18], lines[30]), (31, "1949.70", "EPD"));
    bill.alternatives = vec!["eBill/B/1".into()];
    let PayloadAnswer::Made { payload } = swiss_payload(&bill) else { panic!("flawed") };
    assert!(payload.text.ends_with("EPD\n\neBill/B/1"));
    bill.creditor.name = "Ж".into();
    bill.message = Some("x".repeat(141).into());
    let kinds: Vec<FlawKind> = told(swiss_payload(&bill)).iter().map(|flaw| flaw.kind).collect();
    assert_eq!(kinds, [FlawKind::Character, FlawKind::Length]);
}

#[test]
fn links_are_escaped_and_expire() {
    let made = |phone, text, token| match whatsapp_link(phone, text, token) {
        LinkAnswer::Made { url } => url.to_string(),
        LinkAnswer::Flawed { flaws } => format!("{flaws:?}"),
    };
    assert_eq!(made("+31 6 12345678", None, None), "https://wa.me/31612345678");
    assert_eq!(
        made("+31612345678", Some("Factuur 2026-001: € 12,50 & vraag?\nDank"), Some("2026-001")),
        "https://wa.me/31612345678?text=Factuur%202026-001%3A%20%E2%82%AC%2012%2C50%20%26%20vraag%3F%0ADank"
    );
    assert!(matches!(whatsapp_link("0612345678", None, None), LinkAnswer::Flawed { .. }));
    assert!(matches!(whatsapp_link("+31612345678", None, Some("a b")), LinkAnswer::Flawed { .. }));
    let bad = [
        PaymentLink::new("a", "A", "http://pay.example.com"),
        PaymentLink::new("a", "A", "https://bank.example@evil.example/"),
        PaymentLink::new("a", "", "https://pay.example.com/x y"),
    ];
    let now = "2026-03-01T00:00:00Z".parse().unwrap();
    let paths: Vec<String> =
        payment_links(&bad, now).flaws.iter().map(|flaw| flaw.path.to_string()).collect();
    assert_eq!(paths, ["links[0].url", "links[1].url", "links[2].label", "links[2].url"]);
}
