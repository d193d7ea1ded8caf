//! Keeping what was typed of the targets.

use crate::analytics::targets::{PlanView, Scope, Targets, Typed, YearAmount};
use crate::app::context::App;
use crate::model::time::Day;
use crate::platform::clock;
use crate::protocol::Request;
use crate::workspace::desk::DeskPart;
use leptos::task::spawn_local;

/// Keeps an amount of a part of the year, or lets it follow from the rest again.
pub fn amount(app: App, plan: &PlanView, scope: Scope, fen: Option<i64>) {
    change(app, plan, |typed| match scope {
        Scope::Year => typed.year = fen.map(YearAmount::Fen),
        Scope::Quarter(at) => typed.quarters[at] = fen,
        Scope::Month(at) => typed.months[at] = fen,
        Scope::Day(day) => lock(typed, day, fen),
    });
}

fn lock(typed: &mut Typed, day: Day, fen: Option<i64>) {
    match fen {
        Some(fen) => _ = typed.locked.insert(day, fen),
        None => _ = typed.locked.remove(&day),
    }
}

fn change(app: App, plan: &PlanView, change: impl FnOnce(&mut Typed)) {
    let mut targets: Targets = plan.targets.clone();
    change(targets.years.entry(plan.plan.year).or_default());
    let request = Request::KeepDesk {
        part: DeskPart::Targets(targets),
        over: plan.revision,
        now: clock::now(),
    };
    spawn_local(async move {
        if let Err(failure) = app.ask(request).await {
            app.toast_failure(&failure);
        }
    });
}
