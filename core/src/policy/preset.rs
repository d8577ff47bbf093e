//! House rules to begin with: those of other products, and one for each of some markets.

use super::PolicyDoc;
use crate::error::{PolicyRefused, Problem};
use crate::json;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// House rules to begin with.
    ///
    /// One that is named after another product answers as that product does, so that a host
    /// keeps its present behaviour on the day it changes over; then improve on it. One that is
    /// named after a country is a sensible beginning there, and no legal advice.
    pub struct Preset {
        /// Its name.
        pub name: Str,
        /// What it does, in a sentence.
        pub about: Str,
        /// Where its choices and figures come from.
        pub source: Str,
        /// The rules, to be used as they are or changed.
        pub policy: PolicyDoc,
    }
}

/// Sorted by name.
const PRESETS: [(&str, &str); 20] = [
    ("axelor", include_str!("presets/axelor.json")),
    ("bc", include_str!("presets/bc.json")),
    ("be_consumer", include_str!("presets/be_consumer.json")),
    ("de_business", include_str!("presets/de_business.json")),
    ("dolibarr", include_str!("presets/dolibarr.json")),
    ("erpnext", include_str!("presets/erpnext.json")),
    ("idempiere", include_str!("presets/idempiere.json")),
    ("invoice_ninja", include_str!("presets/invoice_ninja.json")),
    ("killbill", include_str!("presets/killbill.json")),
    ("lago", include_str!("presets/lago.json")),
    ("metasfresh", include_str!("presets/metasfresh.json")),
    ("nl_business", include_str!("presets/nl_business.json")),
    ("nl_consumer", include_str!("presets/nl_consumer.json")),
    ("oca", include_str!("presets/oca.json")),
    ("oca_reminder", include_str!("presets/oca_reminder.json")),
    ("oca_warn", include_str!("presets/oca_warn.json")),
    ("odoo", include_str!("presets/odoo.json")),
    ("sap", include_str!("presets/sap.json")),
    ("tryton", include_str!("presets/tryton.json")),
    ("uk_business", include_str!("presets/uk_business.json")),
];

/// The names of the presets, sorted.
#[must_use]
pub fn preset_names() -> Vec<Str> {
    PRESETS.iter().map(|(name, _)| Str::from(*name)).collect()
}

/// The preset of a name: house rules to begin with.
///
/// # Errors
///
/// [`PolicyRefused`] with the path `preset` if there is none of this name; it tells which there
/// are.
///
/// ```
/// use dunning::{Policy, preset};
///
/// let policy = Policy::new(preset("nl_business")?.policy)?;
/// assert!(preset("moon_business").is_err());
/// # let _ = policy;
/// # Ok::<(), dunning::PolicyRefused>(())
/// ```
pub fn preset(name: &str) -> Result<Preset, PolicyRefused> {
    let Some((_, text)) = PRESETS.iter().find(|(known, _)| *known == name) else {
        let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
        let problem = Problem {
            path: "preset".to_owned(),
            value: json::write(&name),
            problem: format!("there is no preset of this name; there are {}", names.join(", ")),
        };
        return Err(PolicyRefused::Invalid { problems: vec![problem] });
    };
    json::read(text).map_err(|problems| PolicyRefused::Invalid { problems })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn every_preset_holds_as_a_policy_and_tells_its_source() {
        for name in preset_names() {
            let preset = preset(&name).unwrap_or_else(|refused| panic!("{name}: {refused}"));
            assert_eq!(preset.name, name);
            assert!(!preset.about.is_empty() && !preset.source.is_empty(), "{name}");
            Policy::new(preset.policy).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        }
    }

    #[test]
    fn names_are_sorted_and_an_unknown_one_is_refused_with_the_known() {
        let names = preset_names();
        assert!(names.is_sorted());
        let PolicyRefused::Invalid { problems } = preset("oca2").unwrap_err();
        assert_eq!(problems[0].path, "preset");
        assert_eq!(problems[0].value, "\"oca2\"");
        assert!(problems[0].problem.contains("oca, oca_reminder, oca_warn"));
    }
}
