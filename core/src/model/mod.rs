//! The nouns: plain data without logic.

mod account;
mod action;
mod agreement;
mod command;
mod contact;
mod creditor;
mod debtor;
mod decision;
mod delivery;
mod entry;
mod event;
mod finding;
mod hold;
mod item;
mod payment;
mod reason;
mod subject;

pub use account::*;
pub use action::*;
pub use agreement::*;
pub use command::*;
pub use contact::*;
pub use creditor::*;
pub use debtor::*;
pub use decision::*;
pub use delivery::*;
pub use entry::*;
pub use event::*;
pub use finding::*;
pub use hold::*;
pub use item::*;
pub use payment::*;
pub use reason::*;
pub use subject::*;
