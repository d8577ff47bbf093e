//! Days, moments, zones and business days.

mod business;
mod day;
mod moment;
mod zone;

pub use business::{Calendar, Weekday};
pub(crate) use business::BusinessDays;
pub use day::{Day, NotADay};
pub use moment::{Moment, NotAMoment};
pub(crate) use zone::{Zone, ZONE_TABLE_VERSION};
