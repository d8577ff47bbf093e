//! Postal addresses.

use crate::flaw::{Flaw, FlawKind};
use crate::model::Country;
use crate::text::Str;
use crate::vocabulary::{record, union};

/// The table; its columns are told in `core/data/README.md`.
const POSTCODES: &str = include_str!("../../data/postcodes.csv");

/// How the post of a country writes addresses.
#[derive(Debug, Clone, Copy, Default)]
struct Custom {
    /// Forms of its postcodes: `9` a digit, `A` a letter; nothing if they are not known.
    forms: &'static str,
    /// Postcodes that are not given out: `*` stands for the rest.
    never: &'static str,
    /// True if the number comes before the street.
    number_first: bool,
    /// Postcode and town: `P` and `T`, `T^` in capitals, `/` a new line.
    place: &'static str,
}

fn custom(country: Country) -> Custom {
    let row = POSTCODES.lines().skip(1).find_map(|row| {
        let mut fields = row.split(',');
        fields.next().filter(|code| *code == country.as_str())?;
        let (forms, never, number) = (fields.next()?, fields.next()?, fields.next()?);
        let place = fields.next().filter(|place| !place.is_empty());
        let place = place.unwrap_or("P T");
        Some(Custom { forms, never, number_first: number == "first", place })
    });
    row.unwrap_or(Custom { place: "P T", ..Custom::default() })
}

record! {
    /// An address by post, in its parts.
    pub struct PostalAddress {
        /// The name of a person or company.
        pub name: Str,
        /// The country.
        pub country: Country,
        /// The street, or a post-office box, without the number.
        pub street: Option<Str> = None,
        /// The number of the building, with what belongs to it.
        pub building: Option<Str> = None,
        /// The postcode.
        pub postcode: Option<Str> = None,
        /// The town.
        pub town: Option<Str> = None,
    }
}

union! {
    /// A postal address as it is written, or all that is wrong with it.
    pub enum PostalAnswer {
        /// Its form is right.
        Valid {
            /// The address, its postcode in the form of its country.
            address: PostalAddress,
            /// The lines of the envelope; the last is the country's code if the letter goes abroad.
            lines: Vec<Str>,
        },
        /// Its form is wrong.
        Flawed {
            /// What is wrong with it.
            flaws: Vec<Flaw>,
        },
    }
}

/// Checks a postal address and writes the lines of the envelope for a letter that is sent from a
/// country.
///
/// Name and town are needed, and the postcode where the form of the country's postcodes is known;
/// it is written in that form. Of other countries any postcode is taken as it is. Whether the
/// address exists is not known here.
///
/// ```
/// use dunning::{PostalAddress, PostalAnswer, check_postal};
///
/// let dutch: dunning::Country = "NL".parse()?;
/// let mut address = PostalAddress::new("Eva de Groot", dutch);
/// address.street = Some("Kade".into());
/// address.building = Some("1".into());
/// address.postcode = Some("1234ab".into());
/// address.town = Some("Ons Dorp".into());
/// let PostalAnswer::Valid { lines, .. } = check_postal(&address, dutch) else { panic!() };
/// assert_eq!(lines, ["Eva de Groot", "Kade 1", "1234 AB  Ons Dorp"]);
/// # Ok::<(), dunning::NotACountry>(())
/// ```
#[must_use]
pub fn check_postal(address: &PostalAddress, sent_from: Country) -> PostalAnswer {
    let mut flaws = Vec::new();
    for (path, text) in [("name", Some(&address.name)), ("town", address.town.as_ref())] {
        if text.is_none_or(|text| text.trim().is_empty()) {
            flaws.push(Flaw::of(path, FlawKind::Missing));
        }
    }
    let fields = [
        ("name", Some(&address.name)),
        ("street", address.street.as_ref()),
        ("building", address.building.as_ref()),
        ("postcode", address.postcode.as_ref()),
        ("town", address.town.as_ref()),
    ];
    for (path, text) in fields {
        let control = text.and_then(|text| text.chars().find(|letter| letter.is_control()));
        if let Some(control) = control {
            flaws.push(Flaw::told(path, FlawKind::Character, control.escape_default(), ""));
        }
    }
    let given = address.postcode.as_deref().unwrap_or_default();
    let postcode = postcode(address.country, given).map_err(|flaw| flaws.push(flaw));
    let Some(postcode) = postcode.ok().filter(|_| flaws.is_empty()) else {
        return PostalAnswer::Flawed { flaws };
    };
    let mut address = address.clone();
    address.postcode = Some(Str::from(postcode)).filter(|text| !text.is_empty());
    PostalAnswer::Valid { lines: lines(&address, sent_from), address }
}

/// The postcode in the form of its country; as it is where the form is not known.
fn postcode(country: Country, given: &str) -> Result<String, Flaw> {
    let Custom { forms, never, .. } = custom(country);
    if forms.is_empty() {
        return Ok(given.trim().to_owned());
    }
    let bare: String = given.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if bare.is_empty() {
        return Err(Flaw::told("postcode", FlawKind::Missing, "", forms));
    }
    let bare = bare.to_uppercase();
    // A prefix such as "LV-" is often left out.
    let prefixed = format!("{country}{bare}");
    forms
        .split('|')
        .find_map(|form| filled(form, &bare).or_else(|| filled(form, &prefixed)))
        .filter(|_| !is_among(never, &bare))
        .ok_or_else(|| Flaw::told("postcode", FlawKind::Form, "", forms))
}

/// The characters of a postcode in the places of a form; none if they do not fit.
fn filled(form: &str, bare: &str) -> Option<String> {
    let mut letters = bare.chars();
    let mut text = String::new();
    for place in form.chars() {
        let fits: fn(&char) -> bool = match place {
            '9' => char::is_ascii_digit,
            'A' => char::is_ascii_uppercase,
            ' ' | '-' => {
                text.push(place);
                continue;
            }
            // Any other letter stands for itself, as in "LV-9999".
            fixed => {
                letters.next().filter(|letter| *letter == fixed)?;
                text.push(fixed);
                continue;
            }
        };
        text.push(letters.next().filter(fits)?);
    }
    letters.next().is_none().then_some(text)
}

/// True if a postcode is one of those that are not given out.
fn is_among(never: &str, bare: &str) -> bool {
    never.split('|').filter(|pattern| !pattern.is_empty()).any(|pattern| {
        let begins = pattern.strip_suffix('*').is_some_and(|begins| bare.starts_with(begins));
        begins || pattern.strip_prefix('*').is_some_and(|ends| bare.ends_with(ends))
    })
}

/// The lines of the envelope, in the order of the country's post.
fn lines(address: &PostalAddress, sent_from: Country) -> Vec<Str> {
    let text = |field: &Option<Str>| field.as_deref().unwrap_or_default().trim().to_owned();
    let (street, building) = (text(&address.street), text(&address.building));
    let (postcode, town) = (text(&address.postcode), text(&address.town));
    let Custom { number_first, place, .. } = custom(address.country);
    let street = if number_first { [building, street] } else { [street, building] };
    let place = place.split('/').map(|line| {
        let words = line.split_whitespace().map(|word| match word {
            "T^" => town.to_uppercase(),
            "T" => town.clone(),
            _ => postcode.clone(),
        });
        let (words, gap): (Vec<String>, _) = (words.collect(), line.matches(' ').count());
        joined(&words, &" ".repeat(gap))
    });
    let mut lines = vec![address.name.trim().to_owned(), joined(&street, " ")];
    lines.extend(place);
    if address.country != sent_from {
        lines.push(address.country.to_string());
    }
    lines.into_iter().filter(|line| !line.is_empty()).map(Str::from).collect()
}

fn joined(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(country: &str, code: &str) -> Option<String> {
        postcode(country.parse().unwrap(), code).ok()
    }

    #[test]
    fn postcodes_are_written_as_their_country_does() {
        let fine = [
            ("NL", "1234ab", "1234 AB"),
            ("NL", "1234 AB", "1234 AB"),
            ("BE", "1000", "1000"),
            ("SE", "12345", "123 45"),
            ("PL", "00950", "00-950"),
            ("LV", "1010", "LV-1010"),
            ("LV", "lv-1010", "LV-1010"),
            ("GB", "ec1a1bb", "EC1A 1BB"),
            ("GB", "m1 1ae", "M1 1AE"),
            ("US", "123456789", "12345-6789"),
            ("IN", " 110001 ", "110001"),
        ];
        for (country, code, expected) in fine {
            assert_eq!(written(country, code).as_deref(), Some(expected), "{country} {code}");
        }
        for (country, code) in
            [("NL", "0123 AB"), ("NL", "1234 SS"), ("NL", "1234"), ("BE", "B1000"), ("DE", "")]
        {
            assert_eq!(written(country, code), None, "{country} {code}");
        }
    }

    #[test]
    fn every_form_is_read_and_has_a_source() {
        for row in POSTCODES.lines().skip(1) {
            let fields: Vec<&str> = row.split(',').collect();
            let [country, forms, never, number, place, source] = fields[..] else {
                panic!("{row}")
            };
            let known = "PT^/ ";
            assert!(place.chars().all(|letter| known.contains(letter)), "{row}");
            assert!(matches!(number, "" | "first"), "{row}");
            assert!(never.is_empty() || never.split('|').all(|one| one.contains('*')), "{row}");
            assert!(country.parse::<Country>().is_ok() && !source.is_empty(), "{row}");
            for form in forms.split('|').filter(|form| !form.is_empty()) {
                let example = form.replace('9', "1").replace('A', "B");
                assert_eq!(written(country, &example).as_deref(), Some(example.as_str()), "{row}");
            }
        }
    }

    #[test]
    fn the_envelope_follows_the_country() {
        let mut address = PostalAddress::new("Eve", "GB".parse::<Country>().unwrap());
        address.street = Some("High Street".into());
        address.building = Some("10".into());
        address.town = Some("London".into());
        address.postcode = Some("ec1a1bb".into());
        let PostalAnswer::Valid { lines, .. } = check_postal(&address, "NL".parse().unwrap())
        else {
            panic!("flawed")
        };
        assert_eq!(lines, ["Eve", "10 High Street", "LONDON", "EC1A 1BB", "GB"]);
        for (country, postcode, street, place) in [
            ("NL", "1234ab", "High Street 10", "1234 AB  London"),
            ("DE", "10115", "High Street 10", "10115 London"),
            ("US", "12345", "10 High Street", "London 12345"),
            ("IE", "D02 X285", "10 High Street", "London|D02 X285"),
            ("JP", "", "High Street 10", "London"),
        ] {
            address.country = country.parse().unwrap();
            address.postcode = Some(postcode.into());
            let PostalAnswer::Valid { lines, .. } = check_postal(&address, address.country) else {
                panic!("{country} is flawed")
            };
            let expected = ["Eve", street].into_iter().chain(place.split('|'));
            assert!(lines.iter().map(Str::as_str).eq(expected), "{lines:?}");
        }
    }
}
