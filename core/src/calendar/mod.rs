//! Days, moments, zones and business days.

mod business;
mod count;
mod day;
mod moment;
mod service;
mod zone;

pub(crate) use business::BusinessDays;
pub use business::{BusinessCalendar, Weekday};
pub(crate) use count::{leap_days, thirty_day_months};
pub use day::{Day, NotADay};
pub use moment::{Moment, NotAMoment};
pub(crate) use service::Service;
pub(crate) use zone::{DayStarts, ZONE_TABLE_VERSION, Zone};
