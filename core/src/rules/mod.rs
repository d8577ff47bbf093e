//! The rules: one file per rule, one function per file. A rule knows no other rule; their order
//! stands in `plan`.

pub(crate) mod approach;
pub(crate) mod case;
pub(crate) mod course;
mod cycle;
mod earlier;
pub(crate) mod gates;
pub(crate) mod ladder;
mod late;
pub(crate) mod notice;
pub(crate) mod run;
pub(crate) mod survey;
pub(crate) mod times;
