//! Keeping what was typed of the targets.

use crate::analytics::targets::{
    Basis, Others, PlanQuery, PlanView, Scope, Share, Targets, Typed, YearAmount,
};
use crate::app::context::App;
use crate::app::tasks::put_back::{self, Removed};
use crate::i18n::{Text, t};
use crate::model::time::Day;
use crate::platform::clock;
use crate::protocol::{Answer, Request};
use crate::workspace::desk::DeskPart;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Keeps an amount of a part of the year, or lets it follow from the rest again.
pub fn amount(app: App, plan: &PlanView, scope: Scope, amount: Option<YearAmount>) {
    change(app, plan, |typed| typed.set(scope, amount));
}

/// Locks the target of a day, or lets it follow from its month again. Days that have passed keep theirs.
pub fn lock(app: App, plan: &PlanView, day: Day, fen: Option<i64>) {
    let through = plan.data.map(|data| data.last);
    change(app, plan, |typed| typed.lock(&plan.plan, day, fen, through));
}

/// Keeps which paid amount the targets are about, of all years.
pub fn basis(app: App, plan: &PlanView, basis: Basis) {
    let targets = Targets {
        basis,
        ..plan.targets.clone()
    };
    keep(app, targets, plan.revision);
}

/// Keeps the indices of the weekdays; without, those that were learned count again.
pub fn weekdays(app: App, plan: &PlanView, indices: Option<[u32; 7]>) {
    change(app, plan, |typed| typed.weekdays = indices);
}

/// Keeps the index of a class of special days; without, what was learned of it counts again.
pub fn special(app: App, plan: &PlanView, class: &str, index_milli: Option<u32>) {
    change(app, plan, |typed| match index_milli {
        Some(milli) => _ = typed.specials.insert(class.to_owned(), milli),
        None => _ = typed.specials.remove(class),
    });
}

/// Keeps what a month aims at beside money.
pub fn other(app: App, plan: &PlanView, month: usize, set: impl FnOnce(&mut Others)) {
    change(app, plan, |typed| {
        if let Some(others) = typed.others.get_mut(month) {
            set(others);
        }
    });
}

/// Keeps who answers for which part.
pub fn shares(app: App, plan: &PlanView, set: impl FnOnce(&mut Vec<Share>)) {
    change(app, plan, |typed| set(&mut typed.shares));
}

/// Takes somebody's part away, and offers to put it back.
pub fn remove_share(app: App, plan: &PlanView, at: usize) {
    let year = plan.plan.year;
    let shares = plan.targets.years.get(&year).map(|typed| &typed.shares);
    let Some(share) = shares.and_then(|shares| shares.get(at)).cloned() else {
        return;
    };
    let said = t(
        app.lang.get_untracked(),
        Text::PeopleRemoved,
        &[&share.name],
    );
    let mut targets = plan.targets.clone();
    targets.years.entry(year).or_default().shares.remove(at);
    let request = request(targets, plan.revision);
    spawn_local(async move {
        match app.ask(request).await {
            Ok(_) => put_back::offer(app, Removed::Share { year, at, share }, said),
            Err(failure) => app.toast_failure(&failure),
        }
    });
}

/// Puts somebody's part back, over what was kept meanwhile.
pub fn put_back(app: App, year: i32, at: usize, share: Share) {
    let query = PlanQuery {
        year: Some(year),
        today: clock::now().day(),
    };
    spawn_local(async move {
        match app.ask(Request::Plan(query)).await {
            Ok(Answer::Plan(Some(plan))) => shares(app, &plan, |shares| {
                shares.insert(at.min(shares.len()), share);
            }),
            Ok(_) => {}
            Err(failure) => app.toast_failure(&failure),
        }
    });
}

fn change(app: App, plan: &PlanView, change: impl FnOnce(&mut Typed)) {
    let mut targets: Targets = plan.targets.clone();
    change(targets.years.entry(plan.plan.year).or_default());
    keep(app, targets, plan.revision);
}

fn request(targets: Targets, over: u64) -> Request {
    Request::KeepDesk {
        part: DeskPart::Targets(targets),
        over,
        now: clock::now(),
    }
}

fn keep(app: App, targets: Targets, over: u64) {
    let request = request(targets, over);
    spawn_local(async move {
        if let Err(failure) = app.ask(request).await {
            app.toast_failure(&failure);
        }
    });
}
