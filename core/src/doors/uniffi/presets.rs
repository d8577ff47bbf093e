//! House rules to begin with, in Kotlin and Swift.

use crate::{PolicyRefused, Preset, Str};

/// The preset of a name: house rules to begin with. An unknown name is refused.
#[uniffi::export]
pub(crate) fn preset(name: &str) -> Result<Preset, PolicyRefused> {
    crate::preset(name)
}

/// The names of the presets, sorted.
#[uniffi::export]
pub(crate) fn preset_names() -> Vec<Str> {
    crate::preset_names()
}
