//! Levels set by hand, and moves from one scenario to another.

use crate::calendar::Day;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// A new level for an item, up or down.
    pub struct LevelSetting {
        /// The item.
        pub item: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The step that counts as reached from now on; none to begin before the first step.
        pub step: Option<Str> = None,
        /// The scenario; the one that the item follows if not given.
        pub scenario: Option<Str> = None,
        /// The version; the one that the item follows, or the highest of another scenario, if not
        /// given.
        pub scenario_version: Option<u32> = None,
        /// The day on which the step counts as reached, in the creditor's zone; the day of the
        /// setting if not given.
        pub reached_on: Option<Day> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That an item moves to another scenario, or to another version of its scenario.
    pub struct ScenarioMove {
        /// The item.
        pub item: Str,
        /// The scenario that it follows from now on.
        pub scenario: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The version; the highest if not given.
        pub scenario_version: Option<u32> = None,
        /// The step of that scenario that counts as reached. If not given, the step that the item
        /// has reached, which the scenario must have too; an item that has reached none begins
        /// before the first.
        pub step: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// Where an item stands from a moment on, whatever was sent before.
    pub struct LevelMade {
        /// The item.
        pub item: Str,
        /// The scenario that it follows.
        pub scenario: Str,
        /// The version of that scenario.
        pub scenario_version: u32,
        /// Why, by the host's code.
        pub reason: Str,
        /// The day on which the step counts as reached, in the creditor's zone.
        pub reached_on: Day,
        /// The step that counts as reached; none before the first.
        pub step: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
