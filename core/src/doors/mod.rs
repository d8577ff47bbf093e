//! Bridges for the binding crates, each behind its feature; empty by default.

#[cfg(feature = "python")]
pub(crate) mod python;
#[cfg(feature = "uniffi")]
pub(crate) mod uniffi;
