//! Any text is read as a payload without a panic, and one that is read is made again the same;
//! any transfer and bill stay within the limits.
#![no_main]

use dunning::{
    EpcAnswer, EpcTransfer, PayloadAnswer, PostalAddress, SwissBill, epc_payload, read_epc_payload,
    swiss_payload, whatsapp_link,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str, &str, &str)| {
    let (whole, name, reference, message) = texts;
    if let EpcAnswer::Read { transfer } = read_epc_payload(whole) {
        let PayloadAnswer::Made { payload } = epc_payload(&transfer) else { panic!("not made") };
        assert!(payload.bytes <= payload.most_bytes);
        let again = read_epc_payload(&payload.text);
        let EpcAnswer::Read { transfer } = again else { panic!("not read") };
        assert_eq!(epc_payload(&transfer), PayloadAnswer::Made { payload });
    }
    let mut transfer = EpcTransfer::new(name, "NL91ABNA0417164300");
    transfer.reference = Some(reference.into());
    transfer.remittance = Some(message.into());
    if let PayloadAnswer::Made { payload } = epc_payload(&transfer) {
        assert!(matches!(read_epc_payload(&payload.text), EpcAnswer::Read { .. }));
    }
    let mut creditor =
        PostalAddress::new(name, "CH".parse::<dunning::Country>().expect("a country"));
    (creditor.postcode, creditor.town) = (Some("1".into()), Some(whole.into()));
    let francs = "CHF".parse::<dunning::Currency>().expect("a currency");
    let mut bill = SwissBill::new("CH9300762011623852957", creditor, francs);
    (bill.reference, bill.message) = (Some(reference.into()), Some(message.into()));
    if let PayloadAnswer::Made { payload } = swiss_payload(&bill) {
        assert!(payload.bytes <= 997 && payload.text.split('\n').count() == 31);
    }
    let _ = whatsapp_link(reference, Some(message), Some(name));
});
