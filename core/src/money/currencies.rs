//! ISO 4217 codes with their minor units, from `core/data/currencies.csv` (its source is told
//! in `core/data/README.md`). A test compares the two.

#[rustfmt::skip]
pub(super) static MINOR_UNITS: [(u32, u8); 165] = [
    (number(*b"AED"), 2), (number(*b"AFN"), 2), (number(*b"ALL"), 2), (number(*b"AMD"), 2),
    (number(*b"AOA"), 2), (number(*b"ARS"), 2), (number(*b"AUD"), 2), (number(*b"AWG"), 2),
    (number(*b"AZN"), 2), (number(*b"BAM"), 2), (number(*b"BBD"), 2), (number(*b"BDT"), 2),
    (number(*b"BHD"), 3), (number(*b"BIF"), 0), (number(*b"BMD"), 2), (number(*b"BND"), 2),
    (number(*b"BOB"), 2), (number(*b"BOV"), 2), (number(*b"BRL"), 2), (number(*b"BSD"), 2),
    (number(*b"BTN"), 2), (number(*b"BWP"), 2), (number(*b"BYN"), 2), (number(*b"BZD"), 2),
    (number(*b"CAD"), 2), (number(*b"CDF"), 2), (number(*b"CHE"), 2), (number(*b"CHF"), 2),
    (number(*b"CHW"), 2), (number(*b"CLF"), 4), (number(*b"CLP"), 0), (number(*b"CNY"), 2),
    (number(*b"COP"), 2), (number(*b"COU"), 2), (number(*b"CRC"), 2), (number(*b"CUP"), 2),
    (number(*b"CVE"), 2), (number(*b"CZK"), 2), (number(*b"DJF"), 0), (number(*b"DKK"), 2),
    (number(*b"DOP"), 2), (number(*b"DZD"), 2), (number(*b"EGP"), 2), (number(*b"ERN"), 2),
    (number(*b"ETB"), 2), (number(*b"EUR"), 2), (number(*b"FJD"), 2), (number(*b"FKP"), 2),
    (number(*b"GBP"), 2), (number(*b"GEL"), 2), (number(*b"GHS"), 2), (number(*b"GIP"), 2),
    (number(*b"GMD"), 2), (number(*b"GNF"), 0), (number(*b"GTQ"), 2), (number(*b"GYD"), 2),
    (number(*b"HKD"), 2), (number(*b"HNL"), 2), (number(*b"HTG"), 2), (number(*b"HUF"), 2),
    (number(*b"IDR"), 2), (number(*b"ILS"), 2), (number(*b"INR"), 2), (number(*b"IQD"), 3),
    (number(*b"IRR"), 2), (number(*b"ISK"), 0), (number(*b"JMD"), 2), (number(*b"JOD"), 3),
    (number(*b"JPY"), 0), (number(*b"KES"), 2), (number(*b"KGS"), 2), (number(*b"KHR"), 2),
    (number(*b"KMF"), 0), (number(*b"KPW"), 2), (number(*b"KRW"), 0), (number(*b"KWD"), 3),
    (number(*b"KYD"), 2), (number(*b"KZT"), 2), (number(*b"LAK"), 2), (number(*b"LBP"), 2),
    (number(*b"LKR"), 2), (number(*b"LRD"), 2), (number(*b"LSL"), 2), (number(*b"LYD"), 3),
    (number(*b"MAD"), 2), (number(*b"MDL"), 2), (number(*b"MGA"), 2), (number(*b"MKD"), 2),
    (number(*b"MMK"), 2), (number(*b"MNT"), 2), (number(*b"MOP"), 2), (number(*b"MRU"), 2),
    (number(*b"MUR"), 2), (number(*b"MVR"), 2), (number(*b"MWK"), 2), (number(*b"MXN"), 2),
    (number(*b"MXV"), 2), (number(*b"MYR"), 2), (number(*b"MZN"), 2), (number(*b"NAD"), 2),
    (number(*b"NGN"), 2), (number(*b"NIO"), 2), (number(*b"NOK"), 2), (number(*b"NPR"), 2),
    (number(*b"NZD"), 2), (number(*b"OMR"), 3), (number(*b"PAB"), 2), (number(*b"PEN"), 2),
    (number(*b"PGK"), 2), (number(*b"PHP"), 2), (number(*b"PKR"), 2), (number(*b"PLN"), 2),
    (number(*b"PYG"), 0), (number(*b"QAR"), 2), (number(*b"RON"), 2), (number(*b"RSD"), 2),
    (number(*b"RUB"), 2), (number(*b"RWF"), 0), (number(*b"SAR"), 2), (number(*b"SBD"), 2),
    (number(*b"SCR"), 2), (number(*b"SDG"), 2), (number(*b"SEK"), 2), (number(*b"SGD"), 2),
    (number(*b"SHP"), 2), (number(*b"SLE"), 2), (number(*b"SOS"), 2), (number(*b"SRD"), 2),
    (number(*b"SSP"), 2), (number(*b"STN"), 2), (number(*b"SVC"), 2), (number(*b"SYP"), 2),
    (number(*b"SZL"), 2), (number(*b"THB"), 2), (number(*b"TJS"), 2), (number(*b"TMT"), 2),
    (number(*b"TND"), 3), (number(*b"TOP"), 2), (number(*b"TRY"), 2), (number(*b"TTD"), 2),
    (number(*b"TWD"), 2), (number(*b"TZS"), 2), (number(*b"UAH"), 2), (number(*b"UGX"), 0),
    (number(*b"USD"), 2), (number(*b"USN"), 2), (number(*b"UYI"), 0), (number(*b"UYU"), 2),
    (number(*b"UYW"), 4), (number(*b"UZS"), 2), (number(*b"VED"), 2), (number(*b"VES"), 2),
    (number(*b"VND"), 0), (number(*b"VUV"), 0), (number(*b"WST"), 2), (number(*b"XAD"), 2),
    (number(*b"XAF"), 0), (number(*b"XCD"), 2), (number(*b"XCG"), 2), (number(*b"XOF"), 0),
    (number(*b"XPF"), 0), (number(*b"YER"), 2), (number(*b"ZAR"), 2), (number(*b"ZMW"), 2),
    (number(*b"ZWG"), 2),
];

/// As one number a code is compared at once.
pub(super) const fn number([first, second, third]: [u8; 3]) -> u32 {
    u32::from_be_bytes([0, first, second, third])
}
