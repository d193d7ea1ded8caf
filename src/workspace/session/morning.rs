//! The morning of the open workspace, and what stands behind the sums of a period.

use super::Session;
use crate::analytics::board::period_of;
use crate::analytics::breakdown::{self, Breakdown};
use crate::analytics::inventory::KindCoverage;
use crate::analytics::morning::{Dealt, Morning, TargetsNow, morning};
use crate::analytics::stretch::Ground;
use crate::analytics::targets::{DayClass, PlanQuery, PlanView, Sources};
use crate::analytics::{items, shop_days};
use crate::model::time::Civil;
use crate::protocol::{BoardQuery, Failure};
use crate::store::Store;
use crate::workspace::desk::DeskPart;
use crate::workspace::state::State;
use chrono::Datelike;

impl<S: Store> Session<S> {
    /// What a manager asks in the morning; `None` when there is no order.
    pub async fn morning(&self, now: Civil) -> Result<Option<Morning>, Failure> {
        for kind in shop_days::kinds().chain(items::kinds()) {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let coverage = state.coverage();
        let kinds: Vec<KindCoverage> = state.inventory();
        let ground = state.ground(&coverage);
        let targets = self.targets_now(&state, ground, now);
        let mut answer = morning(ground, &state.shelf(), &kinds, targets, now.day());
        if let (Some(morning), Some(open)) = (&mut answer, state.open()) {
            morning.dealt = open.papers.dealt.clone();
            morning.dealt_revision = open
                .papers
                .revision_of(DeskPart::Dealt(Dealt::default()).name());
        }
        Ok(answer)
    }

    fn targets_now(&self, state: &State, ground: Ground<'_>, now: Civil) -> Option<TargetsNow> {
        let papers = &state.open()?.papers;
        let last = ground.coverage.range()?.last;
        let query = PlanQuery {
            year: None,
            today: now.day(),
        };
        // What other files than those of orders say of targets beside money is not asked here.
        let sources = Sources {
            ground,
            table: &|_| None,
            class_of: &DayClass::by_calendar,
        };
        // Most stores have none, and the plan of a year is work.
        papers.targets.years.get(&last.date().year())?;
        let plan = PlanView::of(query, &papers.targets, 0, &sources)?;
        TargetsNow::of(&plan, last)
    }

    /// What stands behind the sums of a board; `None` when there is no order.
    pub async fn breakdown(&self, query: BoardQuery) -> Result<Option<Breakdown>, Failure> {
        for kind in shop_days::kinds().chain(breakdown::kinds()) {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let coverage = state.coverage();
        let ground = state.ground(&coverage);
        let span = period_of(ground.book, ground.coverage, query.period);
        let answer = |span| {
            let base = query.comparison.against(query.period, span);
            breakdown::breakdown(&state.shelf(), &ground, span, base)
        };
        Ok(span.map(answer))
    }
}
