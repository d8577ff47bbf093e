use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::DebtorKind;
use crate::text::Str;

/// A notice that a law asks for before a debtor bears costs; sources and how sure each row is stand
/// in the file.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LegalNotice {
    pub(crate) id: Str,
    country: Str,
    /// The debtors that the law protects by it.
    kinds: Vec<DebtorKind>,
    /// The schedules of costs that wait for its term.
    costs: Vec<Str>,
    pub(crate) term: NoticeTerm,
    /// The fewest days that it gives.
    pub(crate) least_days: u32,
    /// It has to name what will be charged, to the cent.
    #[serde(default)]
    pub(crate) names_costs: bool,
    /// Nothing may be charged for it.
    #[serde(default)]
    pub(crate) is_free: bool,
    /// No interest may be asked for either before its term has run out.
    #[serde(default)]
    interest_waits: bool,
    pub(crate) article: Str,
}

/// How the term of a notice is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum NoticeTerm {
    /// From the day after its receipt.
    DutchFourteenDays,
    /// From a day that follows from its sending.
    BelgianFirstReminder,
}

static ALL: LazyLock<Vec<LegalNotice>> = LazyLock::new(|| {
    // A test proves that the file can be read.
    serde_json::from_str(include_str!("../../data/notices.json")).unwrap_or_default()
});

impl LegalNotice {
    /// True if a schedule of costs waits for its term.
    pub(crate) fn is_about(&self, schedule: &str) -> bool {
        self.costs.iter().any(|one| one == schedule)
    }
}

/// The notice of a name.
pub(crate) fn legal_notice(id: &str) -> Option<&'static LegalNotice> {
    ALL.iter().find(|one| one.id == id)
}

/// The notice whose term has to have run out before a debtor of a kind bears the costs of a
/// schedule.
pub(crate) fn notice_before(schedule: &str, kind: DebtorKind) -> Option<&'static LegalNotice> {
    ALL.iter().find(|one| one.is_about(schedule) && one.kinds.contains(&kind))
}

/// The notice whose term has to have run out before a kind of debtor bears interest by the law of
/// a country.
pub(crate) fn notice_before_interest(
    country: &str,
    kind: DebtorKind,
) -> Option<&'static LegalNotice> {
    let waits = |one: &&LegalNotice| one.interest_waits && one.country == country;
    ALL.iter().filter(waits).find(|one| one.kinds.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::super::built_in_schedules;
    use super::*;

    #[test]
    fn the_file_is_read_and_each_row_has_its_source() {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../data/notices.json")).unwrap();
        assert_eq!(file.as_array().unwrap().len(), ALL.len());
        assert!(ALL.len() >= 2);
        for row in file.as_array().unwrap() {
            assert!(!row["source"].as_str().unwrap().is_empty(), "{row}");
        }
        for one in ALL.iter() {
            assert!(!one.kinds.is_empty() && !one.article.is_empty() && one.least_days > 0);
            for schedule in &one.costs {
                assert!(built_in_schedules().iter().any(|known| known.id == *schedule));
            }
        }
    }

    #[test]
    fn only_those_whom_the_law_protects_need_a_notice() {
        let dutch = |kind| notice_before("NL/collection_costs", kind).map(|one| one.id.as_str());
        assert_eq!(dutch(DebtorKind::Consumer), Some("nl_14_day_letter"));
        assert_eq!(dutch(DebtorKind::Business), None);
        let interest = |country, kind| notice_before_interest(country, kind).is_some();
        assert!(interest("BE", DebtorKind::Consumer));
        assert!(!interest("BE", DebtorKind::Business) && !interest("NL", DebtorKind::Consumer));
    }
}
