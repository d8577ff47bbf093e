//! Days, moments, zones and business days.

mod business;
mod day;
mod moment;
mod zone;

pub(crate) use business::BusinessDays;
pub use business::{BusinessCalendar, Weekday};
pub use day::{Day, NotADay};
pub use moment::{Moment, NotAMoment};
pub(crate) use zone::{DayStarts, ZONE_TABLE_VERSION, Zone};
