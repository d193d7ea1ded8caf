//! The wall clock of the page. Nothing else in the app knows what time it is: the core is told.

use crate::model::time::{Civil, Day};

/// The machine's wall clock as a civil time.
pub fn now() -> Civil {
    let now = js_sys::Date::new_0();
    Day::from_ymd(
        now.get_full_year() as i32,
        now.get_month() + 1,
        now.get_date(),
    )
    .and_then(|day| Civil::new(day, now.get_hours(), now.get_minutes(), now.get_seconds()))
    .unwrap_or(Civil(0))
}
