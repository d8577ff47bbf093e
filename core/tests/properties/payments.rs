//! References, payloads and text messages, for any content.

use dunning::{
    AddressAnswer, EpcAnswer, EpcCharset, EpcTransfer, EpcVersion, PayloadAnswer, PaymentReference,
    PostalAddress, ReferenceAnswer, ReferenceScheme, SmsEncoding, SwissBill, check_email,
    check_phone, check_reference, epc_payload, find_references, make_reference, read_epc_payload,
    sms_plan, swiss_payload,
};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::config;

use ReferenceScheme::{
    BelgianOgm, DutchBetalingskenmerk, FinnishViite, Iso11649, NorwegianKidMod10,
    NorwegianKidMod11, SwissQrr,
};

/// A scheme and a payload that it takes.
fn payload() -> impl Strategy<Value = (ReferenceScheme, String)> {
    prop_oneof![
        "[0-9A-Z]{1,21}".prop_map(|text| (Iso11649, text)),
        "[0-9]{10}".prop_map(|text| (BelgianOgm, text)),
        "[0-9]{7,12}|[0-9]{15}".prop_map(|text| (DutchBetalingskenmerk, text)),
        "[1-9][0-9]{2,18}".prop_map(|text| (FinnishViite, text)),
        "[0-9]{1,24}".prop_map(|text| (NorwegianKidMod10, text)),
        "[0-9]{1,24}".prop_map(|text| (NorwegianKidMod11, text)),
        "[0-9]{26}".prop_map(|text| (SwissQrr, text)),
    ]
}

fn reference(answer: ReferenceAnswer) -> Option<PaymentReference> {
    match answer {
        ReferenceAnswer::Valid { reference } => Some(reference),
        _ => None,
    }
}

/// The same text with another digit at a place, if a digit stands there.
fn with_digit(text: &str, place: usize, shift: u32) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let letter = letters.get_mut(place)?;
    *letter = char::from_digit((letter.to_digit(10)? + shift) % 10, 10)?;
    Some(letters.into_iter().collect())
}

fn any_text(most: usize) -> impl Strategy<Value = Option<String>> {
    let plain = prop::char::range(' ', '~');
    let wild = prop_oneof![
        20 => prop::char::range(' ', '~'),
        8 => select("üßéçœł€ŞжωŊ\u{A0}".chars().collect::<Vec<_>>()),
        1 => select(vec!['\n', '\t', '😜'])
    ];
    // Mostly plain: of several wild texts one is always refused.
    let text = prop_oneof![
        6 => prop::collection::vec(plain, 0..most),
        1 => prop::collection::vec(wild, 0..most)
    ];
    prop::option::weighted(0.8, text.prop_map(|letters| letters.into_iter().collect()))
}

fn transfer() -> impl Strategy<Value = EpcTransfer> {
    let charset = select(vec![
        EpcCharset::Utf8,
        EpcCharset::Latin1,
        EpcCharset::Latin2,
        EpcCharset::Latin4,
        EpcCharset::Cyrillic,
        EpcCharset::Greek,
        EpcCharset::Latin6,
        EpcCharset::Latin9,
    ]);
    let iban =
        select(vec!["NL91ABNA0417164300", "DE33100205000001194700", "CH9300762011623852957"]);
    let codes =
        (iban, prop::option::of(charset), any::<bool>(), any::<bool>(), 0_i64..120_000_000_000);
    let texts = (any_text(74), any_text(36), any_text(150), any_text(74), any_text(6));
    (codes, texts).prop_map(|((iban, charset, is_old, has_bic, cents), texts)| {
        let (name, reference, remittance, information, purpose) = texts;
        let mut transfer = EpcTransfer::new(name.unwrap_or_default(), iban);
        transfer.charset = charset;
        transfer.version = is_old.then_some(EpcVersion::V001);
        transfer.bic = has_bic.then(|| "ABNANL2A".into());
        transfer.amount = (cents % 3 > 0)
            .then(|| format!("{}.{:02}", cents / 100, cents % 100).parse().expect("an amount"));
        transfer.reference = reference.filter(|_| remittance.is_none()).map(Into::into);
        transfer.remittance = remittance.map(Into::into);
        transfer.information = information.map(Into::into);
        transfer.purpose = purpose.map(Into::into);
        transfer
    })
}

/// Most of what is generated could be refused; then the properties below would say nothing.
#[test]
fn payloads_are_made_often_enough() {
    let mut runner = TestRunner::new(config());
    let made = (0..300).filter(|_| {
        let transfer = transfer().new_tree(&mut runner).unwrap().current();
        matches!(epc_payload(&transfer), PayloadAnswer::Made { .. })
    });
    let made = made.count();
    assert!((40..260).contains(&made), "{made} of 300");
}

proptest! {
    #![proptest_config(config())]

    /// What is made is right, and read back from its print and out of a text.
    #[test]
    fn a_reference_that_is_made_is_right((scheme, payload) in payload()) {
        let made = reference(make_reference(scheme, &payload)).expect("the payload is allowed");
        for text in [&made.value, &made.printed] {
            let read = reference(check_reference(scheme, text));
            prop_assert_eq!(read.as_ref(), Some(&made));
        }
        let text = format!("Betaald: {}, dank u", made.printed);
        let found = find_references(&text, &[scheme]);
        prop_assert!(found.iter().any(|one| one.reference == made), "{}", text);
    }

    /// A single wrong digit is told, but in a Dutch one: 1 stands for two outcomes there.
    #[test]
    fn a_single_wrong_digit_is_caught(
        (scheme, payload) in payload(),
        place in 0_usize..27,
        shift in 1_u32..10,
    ) {
        let made = reference(make_reference(scheme, &payload)).expect("the payload is allowed");
        let Some(wrong) = with_digit(&made.value, place, shift) else { return Ok(()) };
        // A leading zero of a Finnish one does not count, so it may become a shorter one.
        let is_shorter = scheme == FinnishViite && wrong.starts_with('0');
        let read = reference(check_reference(scheme, &wrong));
        if scheme == DutchBetalingskenmerk {
            prop_assert!(read.is_none_or(|read| read.check.as_deref() == Some("1")));
        } else {
            prop_assert!(read.is_none() || is_shorter, "{} {}", made.value, wrong);
        }
    }

    /// A payload is within its limits or not made, and one that is made is read back the same.
    #[test]
    fn an_epc_payload_stays_within_its_limits(transfer in transfer()) {
        if let PayloadAnswer::Made { payload } = epc_payload(&transfer) {
            prop_assert!(payload.bytes <= 331);
            prop_assert_eq!(payload.hex.len(), 2 * usize::try_from(payload.bytes).unwrap());
            let lines: Vec<&str> = payload.text.split('\n').collect();
            prop_assert!((7..=12).contains(&lines.len()) && !lines.last().unwrap().is_empty());
            let limits = [3, 3, 1, 3, 11, 70, 34, 15, 4, 35, 140, 70];
            for (line, most) in lines.iter().zip(limits) {
                prop_assert!(line.chars().count() <= most, "{}", line);
            }
            let read = read_epc_payload(&payload.text);
            let EpcAnswer::Read { transfer } = read else { panic!("{read:?}") };
            let again = epc_payload(&transfer);
            prop_assert_eq!(again, PayloadAnswer::Made { payload });
        }
    }

    /// A Swiss payload is within its limits or not made.
    #[test]
    fn a_swiss_payload_stays_within_its_limits(
        texts in (any_text(74), any_text(74), any_text(18), any_text(18), any_text(38)),
        more in (any_text(150), any_text(150), prop::collection::vec(any_text(104), 0..4)),
    ) {
        let (name, street, building, postcode, town) = texts;
        let swiss: dunning::Country = "CH".parse().unwrap();
        let mut party = PostalAddress::new(name.unwrap_or_default(), swiss);
        party.street = street.map(Into::into);
        party.building = building.map(Into::into);
        party.postcode = postcode.map(Into::into);
        party.town = town.map(Into::into);
        let francs: dunning::Currency = "CHF".parse().unwrap();
        let mut bill = SwissBill::new("CH9300762011623852957", party.clone(), francs);
        bill.debtor = Some(party);
        (bill.message, bill.bill_information) = (more.0.map(Into::into), more.1.map(Into::into));
        bill.alternatives = more.2.into_iter().flatten().map(Into::into).collect();
        if let PayloadAnswer::Made { payload } = swiss_payload(&bill) {
            prop_assert!(payload.bytes <= 997);
            let lines: Vec<&str> = payload.text.split('\n').collect();
            prop_assert!((31..=34).contains(&lines.len()), "{}", payload.text);
            prop_assert_eq!((lines[0], lines[30]), ("SPC", "EPD"));
        }
    }

    /// The parts of a text message are the text, none is too long, and none could take more.
    #[test]
    fn any_text_splits_into_parts_that_rejoin(text in any_text(900)) {
        let text = text.unwrap_or_default();
        let plan = sms_plan(&text);
        prop_assert_eq!(plan.parts.concat(), text.clone());
        prop_assert_eq!(usize::try_from(plan.segments).unwrap(), plan.parts.len());
        let most = if plan.encoding == SmsEncoding::Gsm7 { (160, 153) } else { (70, 67) };
        let most = if plan.parts.len() > 1 { most.1 } else { most.0 };
        for part in &plan.parts {
            // A part by itself may have fewer letters that need UCS-2: count as the whole does.
            let units = match plan.encoding {
                SmsEncoding::Gsm7 => sms_plan(part).units,
                _ => u32::try_from(part.encode_utf16().count()).unwrap(),
            };
            prop_assert!((1..=most).contains(&units), "{units}");
            let is_last = Some(part) == plan.parts.last();
            prop_assert!(is_last || units + 2 > most, "{units}");
        }
        if let Some(plain) = plan.plain {
            let again = sms_plan(&plain.text);
            prop_assert_eq!(again.encoding, SmsEncoding::Gsm7);
            prop_assert_eq!((again.units, again.segments), (plain.units, plain.segments));
        }
    }

    /// An address in its form stays as it is.
    #[test]
    fn an_address_in_its_form_stays(
        phone in "[+0-9 ()./-]{0,22}",
        email in "[a-zA-Z.\"é+ -]{0,9}@?[a-z0-9É.-]{0,12}",
    ) {
        if let AddressAnswer::Valid { value, .. } = check_phone(&phone) {
            prop_assert!(value.len() <= 16 && value.starts_with('+'));
            let again = check_phone(&value);
            prop_assert_eq!(again, AddressAnswer::Valid { value, international: false });
        }
        if let AddressAnswer::Valid { value, international } = check_email(&email) {
            let again = check_email(&value);
            prop_assert_eq!(again, AddressAnswer::Valid { value, international });
        }
    }
}
