//! The native library that the Kotlin and Swift sources call: all of it is written in the core.

dunning::uniffi_reexport_scaffolding!();
