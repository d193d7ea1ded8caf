//! What sells best.

use super::Shown;
use crate::app::components::delta::Delta;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text, format};
use crate::screens::today::hot::{Cover, HotItem, Level, hot};
use leptos::prelude::*;

/// The best sellers with their stock.
#[component]
pub(super) fn Hot(morning: Shown) -> impl IntoView {
    let app = use_app();
    let table = Memo::new(move |_| {
        let lang = app.lang.get();
        morning.with(|m| m.as_ref().map(|m| hot(m, lang)))
    });
    let remark = move || table.with(|t| t.as_ref().map(|t| t.remark.clone()));
    let head = move |text: Text, class: &'static str| {
        view! { <th scope="col" class=class>{move || app.text(text)}</th> }
    };
    let body = move || {
        let (table, lang) = (table.get()?, app.lang.get());
        if table.items.is_empty() {
            return Some(view! { <p class="panel-empty">{Text::HotNone.get(lang)}</p> }.into_any());
        }
        let row = |item| view! { <ItemRow item lang/> };
        let rows = table.items.into_iter().map(row).collect_view();
        let table = view! {
            <table class="block hot">
                <thead>
                    <tr>
                        {head(Text::HotItem, "")}
                        {head(Text::HotPaid, "")}
                        {head(Text::TodaySevenBefore, "narrow-off")}
                        {head(Text::HotShare, "narrow-off")}
                        {head(Text::HotPerDay, "narrow-off")}
                        {head(Text::HotConversion, "narrow-off")}
                        {head(Text::HotStock, "narrow-off")}
                        {head(Text::HotCover, "")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        Some(table.into_any())
    };
    view! {
        <section class="panel" aria-labelledby="hot-title">
            <div class="panel-head"><h2 id="hot-title">{move || app.text(Text::HotTitle)}</h2><p class="panel-remark">{remark}</p></div>
            {body}
        </section>
    }
}

#[component]
fn ItemRow(item: HotItem, lang: Lang) -> impl IntoView {
    let cover = match item.cover {
        Some(cover) => view! { <CoverView cover/> }.into_any(),
        None => format::NONE.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><span class="item-name" title=item.title.clone()>{item.title.clone()}</span></th>
            <td>{item.paid}</td>
            <td class="narrow-off"><Delta lang change=item.change/></td>
            <td class="narrow-off">{item.share}</td>
            <td class="narrow-off">{item.per_day}</td>
            <td class="narrow-off">{item.conversion}</td>
            <td class="narrow-off">{item.stock}</td>
            <td>{cover}</td>
        </tr>
    }
}

#[component]
fn CoverView(cover: Cover) -> impl IntoView {
    let class = match cover.level {
        Level::Short => "cover short",
        Level::Low => "cover low",
        Level::Enough => "cover",
    };
    view! {
        <span class="cover-cell">
            <svg class=class viewBox="0 0 100 8" width="72" height="6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="track" width="100" height="8"/>
                <rect class="filled" width=cover.percent.to_string() height="8"/>
            </svg>
            {cover.days}
        </span>
    }
}
