/// The laws by which a payment pays costs, then interest, then the principal.
static ARTICLES: &[(&str, &str)] = &[
    // BW 6 as in statengeneraal/laws-markdown.
    ("NL", "art. 6:43 and 6:44 BW"),
    // BGB as in kmein/gesetze.
    ("DE", "ss. 366 and 367 BGB"),
    // Interest before principal by the text; costs first as everywhere else. Medium.
    ("FR", "art. 1342-10 and 1343-1 C. civ."),
];

/// The article on what a payment pays in a country; none if it is not known here.
pub(crate) fn imputation(country: &str) -> Option<&'static str> {
    ARTICLES.iter().find(|(known, _)| *known == country).map(|(_, article)| *article)
}
