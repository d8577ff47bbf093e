//! Any text is checked as an address and planned as a text message without a panic; an address in
//! its form stays, and the parts of a message are the message.
#![no_main]

use dunning::{
    AddressAnswer, PostalAddress, check_email, check_phone, check_postal, error_class,
    message_keyword, sms_plan,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for check in [check_phone, check_email] {
        if let AddressAnswer::Valid { value, international } = check(text) {
            assert_eq!(check(&value), AddressAnswer::Valid { value, international });
        }
    }
    assert_eq!(sms_plan(text).parts.concat(), text);
    let _ = message_keyword(text);
    let _ = error_class("smtp", text, "2026-11-21".parse().expect("a day"), &[]);
    let country = "GB".parse::<dunning::Country>().expect("a country");
    let mut address = PostalAddress::new(text, country);
    (address.postcode, address.town) = (Some(text.into()), Some("London".into()));
    let _ = check_postal(&address, country);
});
