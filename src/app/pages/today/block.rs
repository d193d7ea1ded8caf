//! The block of every day.

use super::Shown;
use crate::app::components::delta::Delta;
use crate::app::components::metric::MetricNumber;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text, format};
use crate::screens::today::block::{Row, block};
use leptos::prelude::*;

/// The numbers that are looked at every day.
#[component]
pub(super) fn Block(morning: Shown) -> impl IntoView {
    let app = use_app();
    let rows = move || {
        let (morning, lang) = (morning.get()?, app.lang.get());
        let row = |row| view! { <RowView row lang/> };
        Some(block(&morning, lang).into_iter().map(row).collect_view())
    };
    let day = move || {
        let morning = morning.get()?;
        Some(format::day(app.lang.get(), morning.data.last, None))
    };
    view! {
        <section class="panel" aria-labelledby="block-title">
            <div class="panel-head"><h2 id="block-title">{move || app.text(Text::BlockTitle)}</h2><p class="panel-remark">{day}</p></div>
            <table class="block">
                <thead>
                    <tr>
                        <th scope="col">{move || app.text(Text::BlockMetric)}</th>
                        <th scope="col">{move || app.text(Text::TodayLastDay)}</th>
                        <th scope="col">{move || app.text(Text::TodayWeekBefore)}</th>
                        <th scope="col" class="narrow-off">{move || app.text(Text::BlockWeek)}</th>
                        <th scope="col" class="narrow-off">{move || app.text(Text::BlockMonth)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn RowView(row: Row, lang: Lang) -> impl IntoView {
    let reason = row.day.reason.clone();
    view! {
        <tr>
            <th scope="row">
                {row.name}
                {row.beside.filter(|(n, _)| n.reason.is_none()).map(|(number, unit)| view! {
                    " "<MetricNumber lang number/><small>" "{unit.get(lang)}</small>
                })}
                {reason.map(|reason| view! { <small class="tile-reason">{reason}</small> })}
            </th>
            <td><MetricNumber lang number=row.day/></td>
            <td><Delta lang change=row.change/></td>
            <td class="narrow-off"><MetricNumber lang number=row.week/></td>
            <td class="narrow-off"><MetricNumber lang number=row.month/></td>
        </tr>
    }
}
