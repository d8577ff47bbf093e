//! Bridges for the binding crates, each behind its feature; empty by default.
