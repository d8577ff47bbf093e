use crate::model::StepWhy;
use crate::policy::Select;
use crate::rules::case::{Answers, Held, Verdict};
use crate::rules::run::taken_in_run;
use crate::standing::Standing;

/// Where a step of one item is due, those that are overdue and free take theirs along, if their
/// scenario says so. The gap and the one step a day count for them as well.
pub(crate) fn joined(standing: &Standing<'_>, answers: &Answers, verdicts: &mut [Verdict]) {
    let taken = taken_in_run(standing);
    for number in 0.. {
        let Some(ladder) = standing.policy.ladder_at(number) else { return };
        if ladder.select == Select::DueSteps {
            continue;
        }
        let follows = |verdict: &Verdict| verdict.ladder == Some(number);
        let is_due = |verdict: &Verdict| follows(verdict) && verdict.is_candidate();
        // What went out of the same run made the others go along, and does so until they are out.
        let gone = taken.iter().find(|taken| taken.ladder == number).map(|taken| taken.at);
        let Some(first) = verdicts.iter().position(is_due).or(gone) else { continue };
        for (verdict, facts) in verdicts.iter_mut().zip(&standing.items) {
            let held = answers.held.get(verdict.held.0..verdict.held.1).unwrap_or_default();
            let waits = matches!(held, [Held::Step { why: StepWhy::NotYetDue, .. }]);
            if !follows(verdict) || !waits || verdict.next.is_none() || facts.due >= standing.today
            {
                continue;
            }
            if verdict.rested_on > standing.today {
                verdict.review_day = verdict.review_day.min(verdict.rested_on);
                continue;
            }
            verdict.held.1 = verdict.held.0;
            verdict.joins = Some(first);
        }
    }
}
