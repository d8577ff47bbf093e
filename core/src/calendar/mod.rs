//! Days, moments, zones and business days.

mod built_in;
mod business;
mod count;
mod day;
mod easter;
mod feast;
mod length;
mod moment;
mod noun;
mod service;
mod set;
mod zone;

pub(crate) use built_in::{
    BuiltIn, CALENDAR_DATA, all_built_in, built_in, built_in_at, feast_name, place_of,
};
pub(crate) use business::{BusinessDays, Known};
pub(crate) use count::leap_days;
pub use day::{Day, NotADay};
pub(crate) use easter::easter;
pub(crate) use length::MOST_DAYS;
pub use length::{Length, MonthEnd};
pub use moment::{Moment, NotAMoment};
pub(crate) use noun::WEEK;
pub use noun::{Adjustment, BusinessCalendar, Weekday};
pub(crate) use service::Service;
pub(crate) use set::DaySet;
pub(crate) use zone::{DayStarts, EPOCH, ZONE_TABLE_VERSION, Zone};
