//! Dates: when the team meets, until when a case can be brought in, how old someone is,
//! and how a day is said in Dutch.
//!
//! Everything is computed from the region's pattern and the day it is given. No clock,
//! no files, no terminal: who wants to know about today passes today.

mod ages;
mod amsterdam;
mod holidays;
mod meetings;
mod program;
mod school;
mod spread;
mod typed;
pub mod words;
mod year;

pub use ages::{age_on, birthday, months_after, months_before};
pub use amsterdam::in_utc;
pub use holidays::{Holiday, holiday, holidays};
pub use meetings::{Calendar, NoMeeting};
pub use program::{Planned, to_plan};
pub use school::{SchoolHoliday, school_holidays, school_holidays_known};
pub use spread::spread;
pub use typed::{typed, typed_day};
pub use year::{Meeting, Vacation, Year};
