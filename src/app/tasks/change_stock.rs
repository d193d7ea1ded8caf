//! Writing something down in the books of the stock.

use crate::analytics::stock::change::StockChange;
use crate::app::context::App;
use crate::platform::clock;
use crate::protocol::Request;
use leptos::task::spawn_local;

/// Makes changes, all of them or none.
pub fn all(app: App, changes: Vec<StockChange>) {
    let request = Request::ChangeStock {
        changes,
        now: clock::now(),
    };
    spawn_local(async move {
        if let Err(failure) = app.ask(request).await {
            app.toast_failure(&failure);
        }
    });
}

/// Makes a change.
pub fn one(app: App, change: StockChange) {
    all(app, vec![change]);
}
