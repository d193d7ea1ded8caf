//! What a manager asks in the morning: where the shop stands, why, and what is to be done first.
//!
//! Every period counts back from the last day that order files cover, not from a clock. The clock only says how far the
//! data are behind.

mod actions;
mod dealt;
mod outlook;

use crate::analytics::decompose::PaidChange;
use crate::analytics::inventory::KindCoverage;
use crate::analytics::items::{Items, items};
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::period::{month_before, same_days_before};
use crate::analytics::reconcile::Shelf;
use crate::analytics::stretch::{Ground, Stretch};
use crate::analytics::targets::{PlanView, Progress, Typed};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

pub use actions::{Action, Due, Matter};
pub use dealt::{Dealt, DealtWith, How};
pub(crate) use outlook::odd_days;
pub use outlook::{NoOutlook, Outlook};

/// How many items are shown.
const HOT_ITEMS: usize = 10;

/// The morning of a shop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Morning {
    /// The day of the clock.
    pub today: Day,
    /// From the first to the last day of the data.
    pub data: Span,
    /// The last day of the data.
    pub day: Stretch,
    /// The same weekday of the week before.
    pub day_before: Stretch,
    /// The 7 days up to the last one.
    pub week: Stretch,
    /// The 7 days before those.
    pub week_before: Stretch,
    /// From the first of the month to the last day.
    pub month: Stretch,
    /// The same days of the month before.
    pub month_before: Stretch,
    /// The month before.
    pub last_month: Stretch,
    /// The month before that one.
    pub last_month_before: Stretch,
    /// How far the targets have come; `None` where none was typed.
    pub targets: Option<TargetsNow>,
    /// What the month will come to, before refunds.
    pub outlook: Result<Outlook, NoOutlook>,
    /// Why the last day brought more or less than the same weekday before; `None` where one of them is not known.
    pub change: Option<PaidChange>,
    /// What sold best in the 7 days.
    pub items: Items,
    /// What is to be done, the most pressing first; also what has been dealt with.
    pub actions: Vec<Action>,
    /// What the operator has said of it.
    pub dealt: Dealt,
    /// The revision of that.
    pub dealt_revision: u64,
}

/// How far the targets of the morning's periods have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetsNow {
    /// Of the last day.
    pub day: Option<Progress>,
    /// Of its month.
    pub month: Option<Progress>,
}

impl TargetsNow {
    /// Of a plan; `None` where nothing was typed of its year.
    pub fn of(plan: &PlanView, last: Day) -> Option<TargetsNow> {
        let year = plan.targets.years.get(&plan.plan.year)?;
        let month = Span::new(last.month_start(), last.month_end());
        (*year != Typed::default()).then(|| TargetsNow {
            day: plan.progress(Span::new(last, last)),
            month: plan.progress(month),
        })
    }
}

/// Answers. `None` when no order file covers any day.
pub fn morning(
    ground: Ground<'_>,
    shelf: &Shelf,
    kinds: &[KindCoverage],
    targets: Option<TargetsNow>,
    today: Day,
) -> Option<Morning> {
    let data = ground.coverage.range()?;
    let last = data.last;
    let one = |day: Day| Span::new(day, day);
    let week = Span::new(last.plus(-6), last);
    let month = Span::new(last.month_start(), last);
    let last_month = month_before(last);
    let stretch = |span: Span| ground.stretch(span);
    let (day, day_before) = (stretch(one(last)), stretch(one(last.plus(-7))));
    let sold = items(shelf, week, Some(week.shifted(-7)), usize::MAX);
    let mut morning = Morning {
        today,
        data,
        targets,
        outlook: outlook::outlook(&ground, data),
        change: change(&day, &day_before),
        day,
        day_before,
        week: stretch(week),
        week_before: stretch(week.shifted(-7)),
        month: stretch(month),
        month_before: stretch(same_days_before(month)),
        last_month: stretch(last_month),
        last_month_before: stretch(month_before(last_month.first)),
        items: Items::default(),
        actions: Vec::new(),
        dealt: Dealt::default(),
        dealt_revision: 0,
    };
    morning.actions = actions::actions(&morning, &sold, &ground, kinds);
    morning.items = sold;
    morning.items.items.truncate(HOT_ITEMS);
    Some(morning)
}

/// The change, where both days are known with their refunds.
fn change(now: &Stretch, base: &Stretch) -> Option<PaidChange> {
    let is_known = |side: &Stretch| {
        let needed = [Metric::PaidNet, Metric::RefundAmount];
        needed
            .iter()
            .all(|metric| !matches!(side.value(*metric), Value::Absent(_)))
    };
    (is_known(now) && is_known(base)).then(|| PaidChange::between(now.figures(), base.figures()))
}
